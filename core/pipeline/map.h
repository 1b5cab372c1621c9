// What `map` of a step says, read from its JSON: over which items it fans out, how many at a time, and what is kept.
#pragma once

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/pipeline/command.h"

#include <optional>
#include <string>
#include <vector>

namespace penstock::pipeline {

// Values between two numbers, drawn when a map samples.
struct Range {
    double from = 0, to = 0;
    bool logarithmic = false; // even in the exponent; both ends are above 0
    bool whole = false;       // integers, both ends included

    bool operator==(const Range&) const = default;
};

// One name of the items of a grid and the values that it takes: written out, in an expression, or a range to draw from.
struct Axis {
    std::vector<Json> values;
    std::string expression; // "${{ … }}" that yields a list
    std::optional<Range> range;

    bool operator==(const Axis&) const = default;
};

// Which item stands for the whole: the one with the best number among those that succeeded.
struct Best {
    std::string metric;  // a metric or a value of the mapped step: "accuracy"
    bool maximize = true;
    bool lastWins = false; // among equals; else the first
    std::optional<double> target; // reached: no further item begins

    bool operator==(const Best&) const = default;
};

struct Map {
    std::vector<Json> items;      // written out …
    std::string expression;       // … or "${{ … }}" that yields a list …
    Named<Axis> axes;             // … or all combinations, the last axis changing fastest
    int sample = 0;               // how many combinations are drawn; 0: all of them
    std::uint64_t seed = 0;       // 0: another one for each run
    int parallel = 0;             // at most so many at a time; 0: as many as there are slots
    bool collect = false;         // go on after a failed item; else no further item begins
    std::optional<Best> best;

    bool operator==(const Map&) const = default;
};

inline constexpr std::size_t mostItems = 1'000'000;

// Errors: invalid; the detail is the path of the wrong member below `map`, such as "best.metric".
Result<Map> readMap(const Json& json);

} // namespace penstock::pipeline
