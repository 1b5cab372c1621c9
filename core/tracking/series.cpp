#include "core/tracking/series.h"

#include <algorithm>

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

} // namespace penstock::tracking
