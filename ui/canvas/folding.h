// Folds a long layout into rows at its waists: layers between which few wires pass.
#pragma once

#include "ui/canvas/layered_graph.h"

namespace penstock::canvas::layered {

// `x` holds the left edge of each layer and the end of the last. Moves positions; layers stay as they are.
void fold(const LayoutInput& input, const Graph& graph, const std::vector<double>& x, LayoutResult& result);

} // namespace penstock::canvas::layered
