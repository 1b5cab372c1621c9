// Two or more runs beside each other: the parameters in which they differ, their metrics against a baseline, their series.
// Pure values for tables and charts; columns are the runs in the order given.
#pragma once

#include "core/base/json.h"
#include "core/tracking/direction.h"
#include "core/tracking/series.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace penstock::tracking {

struct ComparedRun {
    std::string name; // "digits-42"
    Json parameters = Json::object();
    Json metrics = Json::object(); // flat, see metrics.h
    SeriesByName series;
};

struct ParameterRow {
    std::string name;
    std::vector<std::optional<Json>> values; // one a run; nothing where the run has no such parameter
    bool differs = false;                    // numbers are equal by value, 1 and 1.0; an absent one differs from all

    bool operator==(const ParameterRow&) const = default;
};

struct MetricCell {
    std::optional<double> value, delta; // delta = value - baseline's; nothing for the baseline itself
    int verdict = 0;                    // 1 better than the baseline, -1 worse, 0 equal or not known

    bool operator==(const MetricCell&) const = default;
};

struct ComparedMetric {
    std::string name;
    Direction direction = Direction::unknown;
    std::vector<MetricCell> cells;   // one a run
    std::optional<std::size_t> best; // the run with the best value; nothing when not known or all are equal

    bool operator==(const ComparedMetric&) const = default;
};

struct ComparedSeries {
    std::string name;
    std::vector<Series> lines; // one a run; empty where it has none

    bool operator==(const ComparedSeries&) const = default;
};

struct Comparison {
    std::vector<std::string> runs;
    std::optional<std::size_t> baseline;
    std::vector<ParameterRow> parameters; // sorted by name, those that differ first
    std::vector<ComparedMetric> metrics;  // sorted by name
    std::vector<ComparedSeries> series;   // sorted by name

    std::size_t differing() const; // how many of `parameters` differ: they come first
};

// `baseline` is an index into `runs`; one out of range counts as none.
Comparison compare(const std::vector<ComparedRun>& runs, std::optional<std::size_t> baseline, const Directions& directions);

} // namespace penstock::tracking
