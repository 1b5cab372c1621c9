#include "ui/theme/contrast.h"

#include <algorithm>
#include <cmath>

namespace penstock::theme {
namespace {

double linear(double channel)
{
    return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

} // namespace

double contrast(const QColor& a, const QColor& b)
{
    const auto [darker, lighter] = std::minmax({luminance(a), luminance(b)}); // the list: references would dangle
    return (lighter + 0.05) / (darker + 0.05);
}

QColor mix(const QColor& a, const QColor& b, double amount)
{
    const auto blend = [amount](int from, int to) { return static_cast<int>(std::lround(from + (to - from) * amount)); };
    return {blend(a.red(), b.red()), blend(a.green(), b.green()), blend(a.blue(), b.blue())};
}

QColor readable(const QColor& color, const QColor& surface, const QColor& strong, double least)
{
    for (double amount = 0; amount < 1; amount += 0.05) {
        const QColor candidate = mix(color, strong, amount);
        if (contrast(candidate, surface) >= least)
            return candidate;
    }
    return strong;
}

} // namespace penstock::theme
