#pragma once

#include "core/engine/state.h"
#include "core/format/layout_file.h"
#include "core/pipeline/issue.h"
#include "ui/canvas/graph.h"
#include "ui/models/run_graph.h"

#include <QString>

namespace penstock::designer {

// What Design draws: the document, at the places of its layout file, with the marks of the newest run on the steps that are
// still the same. Pure.
struct DesignGraph {
    canvas::Graph graph;
    bool isWhole = true; // false: the document has mistakes that leave steps unconnected
    QString marksOf;     // id of the run whose marks are shown; empty: none
};

DesignGraph designGraph(const pipeline::Pipeline& pipeline, const format::NodePositions& positions, const pipeline::Issues& issues,
                        const engine::WorkspaceState& state, const engine::Run* newest, Instant now, const models::Readings& readings = {});

// The newest run that was started from this file, or null.
const engine::Run* newestRunOf(const engine::WorkspaceState& state, const std::string& file);

} // namespace penstock::designer
