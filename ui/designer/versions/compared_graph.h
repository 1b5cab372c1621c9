// Two versions of a pipeline as one graph: what is there now, and what was as ghosts. Pure.
#pragma once

#include "core/edit/difference.h"
#include "core/format/layout_file.h"
#include "ui/canvas/graph.h"

namespace penstock::designer {

canvas::Change changeOf(edit::Fate fate);

// Nodes stand where `positions` (of the version after) say; ghosts, and what it does not know, are placed by the view.
canvas::Graph comparedGraph(const pipeline::Pipeline& before, const pipeline::Pipeline& after, const edit::Difference& difference,
                            const format::NodePositions& positions);

} // namespace penstock::designer
