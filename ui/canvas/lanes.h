// Free heights between boxes: the part of routing that searches.
#pragma once

#include "ui/canvas/geometry.h"

#include <vector>

namespace penstock::canvas {

// A wire stays at height y from left to right.
struct Stretch {
    double left = 0;
    double right = 0;
    double y = 0;
};

// One stretch for each column of boxes `inTheWay` between start and end, neighbours at equal height joined: the sequence
// with the least way up and down (dynamic programming over the columns) that is free of all boxes `around`.
std::vector<Stretch> chooseLanes(const std::vector<Box>& inTheWay, const std::vector<Box>& around, const Point& start, const Point& end, double clearance);

// The height nearest to `wish` that keeps `clearance` from every box.
double nearestFree(const std::vector<Box>& boxes, double wish, double clearance);
// The same, searched in one direction only (1 down, -1 up).
double firstFree(const std::vector<Box>& boxes, double wish, double clearance, int direction);

} // namespace penstock::canvas
