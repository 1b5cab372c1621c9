#pragma once

#include "core/engine/state.h"

#include <optional>

namespace penstock::session {

// The attempt whose series are those of an instance: its newest, or the one that made what it took from the cache or
// from the run that this one resumes. None: nothing was executed for it, or that run is not known any more.
std::optional<AttemptId> loggedBy(const engine::WorkspaceState& state, const engine::Run& run,
                                  const engine::Instance& instance);

} // namespace penstock::session
