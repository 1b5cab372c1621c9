// Events as text, for comparing the whole log of a run: "ready a | planned a/1 slots 0 | started a/1 | …".
#pragma once

#include "core/engine/event.h"
#include "core/engine/state.h"

#include <string>
#include <vector>

namespace penstock::engine::test {

// Times are written as seconds after `start`; the run's name is left out when it is `run`.
std::string line(const Event& event, const RunId& run, Instant start);
std::string story(const std::vector<Event>& events, const RunId& run, Instant start);

// Every field of two states is equal. The text names the first part that differs; empty when none does.
std::string difference(const WorkspaceState& a, const WorkspaceState& b);

// What must hold of every state, whatever happened; empty when it does.
std::string brokenInvariant(const WorkspaceState& state);

} // namespace penstock::engine::test
