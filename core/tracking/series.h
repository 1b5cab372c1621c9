#pragma once

#include "core/base/time.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace penstock::tracking {

// One value of a metric while a step runs.
struct MetricPoint {
    std::string name;
    std::int64_t step = 0;
    double value = 0; // finite
    std::optional<Instant> time;

    bool operator==(const MetricPoint&) const = default;
};

struct SeriesPoint {
    std::int64_t step = 0;
    double value = 0;
    std::optional<Instant> time;

    bool operator==(const SeriesPoint&) const = default;
};

// Sorted by step; a step that was logged again has its last value.
using Series = std::vector<SeriesPoint>;
using SeriesByName = std::map<std::string, Series>;

void add(Series& series, const SeriesPoint& point);
void add(SeriesByName& all, const std::vector<MetricPoint>& points);

} // namespace penstock::tracking
