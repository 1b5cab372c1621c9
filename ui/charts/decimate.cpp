#include "ui/charts/decimate.h"

#include <algorithm>
#include <cmath>

namespace penstock::charts {
namespace {

bool isFinite(const QPointF& point)
{
    return std::isfinite(point.x()) && std::isfinite(point.y());
}

// The extremes of one column, in the order in which they stand in the series.
class Column final {
public:
    bool isEmpty() const { return m_count == 0; }
    void add(const QPointF& point)
    {
        if (m_count == 0)
            m_first = m_least = m_greatest = point;
        if (point.y() < m_least.y())
            m_least = point;
        if (point.y() > m_greatest.y())
            m_greatest = point;
        m_last = point;
        ++m_count;
    }
    void flush(std::vector<QPointF>& into)
    {
        if (m_count == 0)
            return;
        const auto [earlier, later] = m_least.x() <= m_greatest.x() ? std::pair(m_least, m_greatest) : std::pair(m_greatest, m_least);
        for (const QPointF& point : {m_first, earlier, later, m_last}) {
            if (into.empty() || into.back() != point)
                into.push_back(point);
        }
        m_count = 0;
    }

private:
    QPointF m_first, m_least, m_greatest, m_last;
    std::size_t m_count = 0;
};

} // namespace

std::vector<QPointF> decimate(std::span<const QPointF> points, double from, double to, int columns)
{
    std::vector<QPointF> result;
    if (points.empty() || columns < 1 || !(to >= from))
        return result;
    const auto before = [](const QPointF& point, double x) { return point.x() < x; };
    auto first = std::lower_bound(points.begin(), points.end(), from, before);
    auto last = std::upper_bound(first, points.end(), to, [](double x, const QPointF& point) { return x < point.x(); });
    if (first != points.begin())
        --first;
    if (last != points.end())
        ++last;
    if (last - first <= columns * 2) {
        std::copy_if(first, last, std::back_inserter(result), isFinite);
        return result;
    }
    result.reserve(static_cast<std::size_t>(columns) * 4 + 8);
    const double width = to > from ? (to - from) / columns : 1;
    Column column;
    double end = from;
    for (auto it = first; it != last; ++it) {
        if (!isFinite(*it))
            continue;
        if (it->x() >= end) {
            column.flush(result);
            end = from + (std::floor((it->x() - from) / width) + 1) * width;
        }
        column.add(*it);
    }
    column.flush(result);
    return result;
}

} // namespace penstock::charts
