// Folded frames: one node in place of those that a frame holds. Pure.
#pragma once

#include "ui/canvas/graph.h"

#include <QHash>
#include <QSet>

namespace penstock::canvas {

// Which nodes are folded away, and into which frame: the first one that holds them.
QHash<QString, QString> foldedAway(const Graph& graph, const QSet<QString>& folded);
// What stands for a frame and these nodes of it, at least one: what wants a look comes before what is quiet.
Node foldedNode(const NodeFrame& frame, const std::vector<const Node*>& members);
// Positions must be there. Wires between two nodes of a folded frame are gone, those across its border lead to it, each once.
Graph foldFrames(const Graph& graph, const QSet<QString>& folded);

} // namespace penstock::canvas
