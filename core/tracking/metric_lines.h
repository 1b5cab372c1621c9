// What a running step writes to $PENSTOCK_METRICS: one JSON object a line, {"step": 3, "time": 1763654303.5, "loss": 0.2,
// "val": {"loss": 0.3}}. `step` and `time` (seconds since 1970 or an ISO instant) may be left out; without `step` each
// metric counts its own points. A line that cannot be read is counted and passed over: a script must not fail for its log.
#pragma once

#include "core/tracking/series.h"

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace penstock::tracking {

inline constexpr std::size_t longestMetricLine = 64 * 1024; // bytes; a longer line is passed over without being kept

// Reads a file that grows: give it the bytes as they come. Not thread-safe.
class MetricLines final {
public:
    std::vector<MetricPoint> read(std::string_view bytes);
    // The last line when it has no end and none will come.
    std::vector<MetricPoint> finish();

    std::size_t unreadable() const { return m_unreadable; }

private:
    void readLine(std::string_view line, std::vector<MetricPoint>& points);

    std::string m_rest; // of an unfinished line
    bool m_skipping = false; // the rest of a line that is too long
    std::map<std::string, std::int64_t> m_nextStep;
    std::size_t m_unreadable = 0;
};

} // namespace penstock::tracking
