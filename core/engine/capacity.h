// What attempts share besides slots and paths: memory, GPUs, named pools of the workspace.
#pragma once

#include "core/engine/state.h"

namespace penstock::engine {

// Why a step does not fit beside what runs now. A step that asks for more memory than there is, or for more of a pool, runs
// alone; one that asks for more GPUs than there are never fits.
struct Shortage {
    enum class What { memory, gpus, pool };

    What what = What::memory;
    std::string pool;
    std::uint64_t wanted = 0, used = 0, all = 0; // bytes, or how many
};

std::optional<Shortage> shortage(const WorkspaceState& state, const PlannedStep& step);

// The lowest numbers that no attempt holds; fewer than wanted when there are not so many.
std::vector<int> freeGpus(const WorkspaceState& state, int wanted);

} // namespace penstock::engine
