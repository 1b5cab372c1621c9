// What went through an edge in a run. Pure.
#pragma once

#include "ui/canvas/graph.h"
#include "ui/designer/shown_run.h"

#include <optional>

namespace penstock::designer {

struct PassedThing {
    enum class Kind {
        nothing,  // the order of steps alone
        notYet,   // there is no run, or its step has not got so far
        artifact,
        value,
        metrics,
        way,      // of a choice or a failure: whether the run went there
    };

    Kind kind = Kind::notYet;
    QString name;                        // of the output or value
    QString declared;                    // kind of an artifact, as the pipeline says: "model"
    QString path;                        // in the workspace, where it has one
    std::optional<ArtifactRef> artifact;
    Json value;                          // or all metrics
    bool isTaken = false;                // of a way

    bool operator==(const PassedThing&) const = default;
};

// There may be no run. `state` is the one that it stands in.
PassedThing passedThrough(const canvas::Edge& edge, const engine::WorkspaceState& state, const ShownRun& run);

} // namespace penstock::designer
