// Lines that appear while something is dragged and lines up with its neighbours. Plain C++.
#pragma once

#include "ui/canvas/geometry.h"

#include <optional>
#include <vector>

namespace penstock::canvas {

struct Guide {
    Point from, to;

    bool operator==(const Guide&) const = default;
};

struct Alignment {
    std::optional<double> x, y; // how far to go on along an axis to line up; nothing where nothing is near enough
    std::vector<Guide> guides;  // shown once that is done
};

// Edges and middles of `moved` against those of `others`, at most `within` away. The nearest wins; of equals, like goes
// with like (left with left) before the rest.
Alignment alignmentOf(const Box& moved, const std::vector<Box>& others, double within);

} // namespace penstock::canvas
