// Whether the paths that a step writes and reads are free for it now.
#pragma once

#include "core/engine/state.h"

#include <optional>

namespace penstock::engine {

struct PathConflict {
    std::string path;
    AttemptId holder;
};

// What stands in the way of a step of this run, if anything: an attempt that claims one of its paths, or one whose input was
// put back where this step would write or find other content. Attempts of one run share an input. Readers are looked up among
// the running attempts, of which there are no more than slots; they hold their paths from the plan until the end.
std::optional<PathConflict> pathConflict(const WorkspaceState& state, const Run& run, const Instance& candidate);

} // namespace penstock::engine
