#pragma once

#include <map>
#include <string>
#include <string_view>

namespace penstock::tracking {

// Which way a metric gets better.
enum class Direction {
    unknown, // shown without a verdict
    up,      // accuracy
    down,    // loss
};

// A guess from the words in the name ("val_loss", "latency ms", "macro F1"); the last word that says something wins, so that
// "accuracy_error" is an error. Unknown rather than wrong: a name without such a word gets no verdict.
Direction guessDirection(std::string_view metric);

// Guesses, corrected by what people said. A value; not thread-safe.
class Directions final {
public:
    void set(std::string metric, Direction direction) { m_said.insert_or_assign(std::move(metric), direction); }
    Direction of(const std::string& metric) const;

private:
    std::map<std::string, Direction> m_said;
};

// 1: the value is better than the baseline, -1: worse, 0: equal or not known.
int verdict(Direction direction, double value, double baseline);

} // namespace penstock::tracking
