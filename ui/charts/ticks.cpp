#include "ui/charts/ticks.h"

#include <algorithm>
#include <cmath>

namespace penstock::charts {

Ticks niceTicks(double least, double greatest, int count)
{
    if (!std::isfinite(least) || !std::isfinite(greatest))
        return {};
    if (greatest <= least) {
        const double room = least == 0 ? 1 : std::abs(least) * 0.1;
        least -= room;
        greatest += room;
    }
    const double rough = (greatest - least) / std::max(1, count);
    const double power = std::pow(10, std::floor(std::log10(rough)));
    const double ratio = rough / power;
    const double step = power * (ratio <= 1.5 ? 1 : ratio <= 3.5 ? 2 : ratio <= 7.5 ? 5 : 10);
    const int decimals = std::clamp(static_cast<int>(-std::floor(std::log10(step) + 1e-9)), 0, 12);
    return {std::floor(least / step + 1e-9) * step, std::ceil(greatest / step - 1e-9) * step, step, decimals};
}

} // namespace penstock::charts
