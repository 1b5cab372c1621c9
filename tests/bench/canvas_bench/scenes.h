#pragma once

#include "ui/canvas/graph.h"
#include "ui/canvas/layout.h"

#include <string>

namespace penstock::bench {

// Columns of 50 with two wires for each node, most of them between neighbours. Placed.
canvas::Graph placedGraph(int steps);
// As people write them: each step takes from two of the sixty before it.
canvas::LayoutInput looseGraph(int steps);
std::string pipelineText(int steps); // the same as a file

} // namespace penstock::bench
