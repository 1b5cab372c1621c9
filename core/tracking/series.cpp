#include "core/tracking/series.h"

#include <algorithm>
#include <cmath>

namespace penstock::tracking {

void add(Series& series, const SeriesPoint& point)
{
    if (series.empty() || series.back().step < point.step) { // the usual case: training goes forward
        series.push_back(point);
        return;
    }
    const auto place = std::ranges::lower_bound(series, point.step, {}, &SeriesPoint::step);
    if (place->step == point.step)
        *place = point;
    else
        series.insert(place, point);
}

void add(SeriesByName& all, const std::vector<MetricPoint>& points)
{
    for (const MetricPoint& point : points)
        add(all[point.name], SeriesPoint{point.step, point.value, point.time});
}

Thinning::Thinning(std::uint64_t count, std::size_t most)
    : m_stretch(count <= most ? 1 : 2 * count / std::max<std::size_t>(most, 2) + 1)
{}

void Thinning::add(const SeriesPoint& point)
{
    if (m_stretch == 1) {
        m_kept.push_back(point);
        return;
    }
    if (m_kept.empty())
        m_kept.push_back(point);
    m_last = point;
    if (std::isfinite(point.value)) {
        if (!m_least || point.value < m_least->value) {
            m_least = point;
            m_leastFirst = false;
        }
        if (!m_greatest || point.value > m_greatest->value) {
            m_greatest = point;
            m_leastFirst = true;
        }
    }
    if (++m_taken == m_stretch)
        close();
}

void Thinning::close()
{
    if (m_least && m_leastFirst)
        m_kept.push_back(*m_least);
    if (m_greatest && !(*m_greatest == m_least))
        m_kept.push_back(*m_greatest);
    if (m_least && !m_leastFirst)
        m_kept.push_back(*m_least);
    m_least.reset();
    m_greatest.reset();
    m_taken = 0;
}

std::vector<SeriesPoint> Thinning::finish()
{
    close();
    if (m_last && !(m_kept.back() == *m_last))
        m_kept.push_back(*m_last);
    return std::move(m_kept);
}

} // namespace penstock::tracking
