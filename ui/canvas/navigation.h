// Which node an arrow key leads to: along the wires where there are some, else to the nearest in that direction.
#pragma once

#include "ui/canvas/scene.h"

namespace penstock::canvas {

enum class Direction { left, right, up, down };

std::optional<int> neighbour(const Scene& scene, int from, Direction direction);
// Reading order: left to right, top to bottom. Nothing for an empty scene.
std::optional<int> firstNode(const Scene& scene);
std::optional<int> lastNode(const Scene& scene);

} // namespace penstock::canvas
