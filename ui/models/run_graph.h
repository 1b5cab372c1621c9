// A plan, or a run of it, as the value that the canvas draws. Pure.
#pragma once

#include "core/engine/state.h"
#include "core/session/notice.h"
#include "ui/canvas/graph.h"

#include <map>

namespace penstock::models {

using Readings = std::map<AttemptId, session::InputProgress>; // inputs that are being read just now

canvas::NodeKind kindOf(const pipeline::Step& step);
QString titleOf(const pipeline::Step& step, const InstanceId& instance);
QString subtitleOf(const pipeline::Step& step); // what it runs: "train.py", "policy digits · lead", "to Production"

// Node ids are names of steps; a run shows the newest round of each. An edge is drawn where data flows into a command, and else only where no longer way says the
// same, so that wires stay few.
canvas::Graph graphOf(const engine::Plan& plan);
canvas::Graph graphOf(const engine::WorkspaceState& state, const engine::Run& run, Instant now, const Readings& readings = {},
                      std::size_t scope = 0); // of the run itself, or of a pipeline that one of its steps opened
// The edge with whether, and of a way back how often, the run went this way.
canvas::Edge edgeOf(const engine::Run& run, const engine::Scope& scope, canvas::Edge edge);
canvas::Node nodeOf(const engine::WorkspaceState& state, const engine::Run& run, const engine::Instance& instance, Instant now,
                    const Readings& readings = {});

} // namespace penstock::models
