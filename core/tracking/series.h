#pragma once

#include "core/base/time.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace penstock::tracking {

inline constexpr std::size_t maximumSeries = 10'000; // of one attempt; points of further ones are passed over

// One value of a metric while a step runs.
struct MetricPoint {
    std::string name;
    std::int64_t step = 0;
    double value = 0; // finite in files; clients of a tracking server also log NaN and infinities
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

// Takes a series of `count` points one by one and keeps at most about `most`: of each stretch the least and the greatest, in
// their order, and always the first and the last point.
class Thinning final {
public:
    Thinning(std::uint64_t count, std::size_t most);

    void add(const SeriesPoint& point);
    std::vector<SeriesPoint> finish();

private:
    void close();

    std::uint64_t m_stretch; // points in one; 1: all are kept
    std::uint64_t m_taken = 0;
    std::optional<SeriesPoint> m_least, m_greatest, m_last; // of the open stretch
    bool m_leastFirst = true;
    std::vector<SeriesPoint> m_kept;
};

} // namespace penstock::tracking
