// What scripts logged while they ran, as it is kept: series of points, parameters and tags. `of` is the MLflow run of a
// script that has several: empty for the first, which is the attempt itself, else a name that is unique in the attempt.
#pragma once

#include "core/base/ids.h"
#include "core/tracking/series.h"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace penstock::tracking {

inline constexpr std::uint64_t maximumPoints = 10'000'000; // of one attempt; what comes after them is passed over

using SeriesName = std::pair<std::string, std::string>; // of, name

// How far a reader knows a series: it asks for what came after. `late` counts the points that did not come last: when
// it has changed, what is known is not the beginning of the series any more.
struct SeriesPlace {
    std::int64_t step = 0;
    Instant time{};
    std::uint64_t late = 0;

    bool operator==(const SeriesPlace&) const = default;
};

// Sorted by step, then time; every point that was logged, also those that are not finite.
struct LoggedSeries {
    std::string of, name;
    std::uint64_t points = 0; // all there are, also where fewer are given
    double last = 0;
    SeriesPlace place;      // of the last point
    bool continues = false; // `values` come after the place that was asked for; else they are the whole series
    std::vector<SeriesPoint> values;
};

struct LoggedText {
    std::string of, name, value;

    bool operator==(const LoggedText&) const = default;
};

struct Logged {
    std::vector<LoggedSeries> series; // sorted by `of`, then name
    std::vector<LoggedText> parameters, tags;
    bool isKnown = false; // the attempt stands in the file of metrics
};

struct LoggedQuestion {
    AttemptId attempt;
    std::optional<std::set<std::string>> names; // whose points are wanted; none: those of all
    std::map<SeriesName, SeriesPlace> known;
    std::size_t mostPoints = 1'000'000; // of a series; longer ones keep the least and the greatest of each stretch
};

} // namespace penstock::tracking
