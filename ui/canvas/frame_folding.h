// Folded frames: one node in place of those that a frame holds. Pure.
#pragma once

#include "ui/canvas/graph.h"

#include <QSet>

namespace penstock::canvas {

// Positions must be there. Wires between two nodes of a folded frame are gone, those across its border lead to it, each once.
Graph foldFrames(const Graph& graph, const QSet<QString>& folded);

} // namespace penstock::canvas
