// Layered layout from left to right: a pure function of its input, the same on every machine.
// Layers by network simplex, so that edges are short; order within layers by medians, exchanges and sifting; heights by aligned
// blocks (Brandes and Koepf, "Fast and Simple Horizontal Coordinate Assignment", GD 2001, turned by 90 degrees).
// A graph much longer than wide is folded at its waists into rows, as a text is into lines.
#pragma once

#include "ui/canvas/geometry.h"

#include <atomic>
#include <optional>
#include <vector>

namespace penstock::canvas {

struct LayoutNode {
    double width = 196;
    double height = 58;
    std::optional<Point> fixed; // top left corner that a person chose; it is kept exactly
    int group = -1;             // nodes of one group stand together, with nothing else among them; -1: of none
    // Where it stands now, from the top: nodes keep their order from top to bottom where that costs few crossings.
    std::optional<double> was = {};
};

struct LayoutEdge {
    int from = 0;
    int to = 0;
    bool back = false;     // leads to an earlier node: drawn, but no order follows from it
    double labelWidth = 0; // room to keep between the layers
    // Where the wire leaves and enters, in pixels from the node's top; without it in the middle. Wires of one node that
    // leave at different heights do not cross when their order allows it.
    std::optional<double> fromOffset = {}, toOffset = {};
};

struct LayoutInput {
    std::vector<LayoutNode> nodes; // their order breaks ties
    std::vector<LayoutEdge> edges; // cycles are allowed: edges that close one count as back
    double layerGap = 56;
    double nodeGap = 30;
    double rowGap = 72;
    double foldWidth = 1240; // rows are about this wide where the graph has waists; 0: one row
    double groupMargin = 20; // around the nodes of a group, for its frame
    double groupTitle = 22;  // above them
};

struct LayoutResult {
    std::vector<Point> positions; // top left corners, whole numbers; no two nodes overlap unless both are fixed
    // The edge's target is in a later layer than its source, back edges excepted; a group is in one layer as a whole.
    std::vector<int> layers;
};

// Nothing when `stop` was set. Any thread; about 0.1 s for 1,000 nodes.
std::optional<LayoutResult> layoutLayered(const LayoutInput& input, const std::atomic<bool>& stop);

// Lays out only these nodes, by the edges between them, where they stand: their left upper corner stays, and they move up
// or down as a whole as far as the others make necessary. All nodes need `fixed`. One position for each of `selected`, in
// its order. Nothing when `stop` was set.
std::optional<std::vector<Point>> layoutSelection(const LayoutInput& input, const std::vector<int>& selected, const std::atomic<bool>& stop);

} // namespace penstock::canvas
