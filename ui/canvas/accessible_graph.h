// The canvas in the accessibility tree: a list whose items are the nodes, in the order of the graph, with their state in
// the name and "press" as an action. Painted items do not exist for assistive tools without this.
#pragma once

namespace penstock::canvas {

void installAccessibleGraph(); // idempotent; the view calls it

} // namespace penstock::canvas
