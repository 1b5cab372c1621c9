// Aligning and spreading boxes: rectangles in, places out. Plain C++.
#pragma once

#include "ui/canvas/geometry.h"

#include <vector>

namespace penstock::canvas {

enum class Arrangement {
    left,    // edges at the outermost one
    right,
    top,
    bottom,
    column,  // middles below each other
    row,     // middles beside each other
    spreadAcross, // equal gaps from left to right; the outermost stay
    spreadDown,
};

// Top left corners in the order of the boxes, whole numbers. Fewer than two boxes, or three for spreading, stay.
std::vector<Point> arranged(const std::vector<Box>& boxes, Arrangement how);

} // namespace penstock::canvas
