// What a running step writes to $PENSTOCK_METRICS: one JSON object a line, {"step": 3, "time": 1763654303.5, "loss": 0.2,
// "val": {"loss": 0.3}}. `step` and `time` (seconds since 1970 or an ISO instant) may be left out; without `step` each
// metric counts its own points. A line that cannot be read is counted and passed over: a script must not fail for its log.
#pragma once

#include "core/tracking/series.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace penstock::tracking {

inline constexpr std::size_t longestMetricLine = 64 * 1024; // bytes; a longer line is passed over without being kept

// How far a file has been read: enough to go on in another process. `offset` is where the first line begins that was not
// read, or a place within a line that is passed over.
struct MetricLinesPlace {
    std::uint64_t offset = 0; // bytes
    bool skipping = false;    // within a line that is too long
    std::uint64_t unreadable = 0;

    bool operator==(const MetricLinesPlace&) const = default;
};

// Reads a file that grows: give it the bytes as they come. Not thread-safe.
class MetricLines final {
public:
    MetricLines() = default;
    // Goes on where another one was; `nextSteps` are its steps for points that name none.
    MetricLines(const MetricLinesPlace& place, std::map<std::string, std::int64_t> nextSteps);

    MetricLinesPlace place() const;
    std::uint64_t taken() const { return m_taken; } // bytes so far, the unfinished line included
    const std::map<std::string, std::int64_t>& nextSteps() const { return m_nextStep; }

    std::vector<MetricPoint> read(std::string_view bytes);
    // The last line when it has no end and none will come.
    std::vector<MetricPoint> finish();

    std::uint64_t unreadable() const { return m_unreadable; }

private:
    void readLine(std::string_view line, std::vector<MetricPoint>& points);

    std::string m_rest; // of an unfinished line
    bool m_skipping = false; // the rest of a line that is too long
    std::map<std::string, std::int64_t> m_nextStep;
    std::uint64_t m_unreadable = 0;
    std::uint64_t m_taken = 0; // bytes since the file's beginning
};

} // namespace penstock::tracking
