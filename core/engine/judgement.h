// The question that is asked of an instance once, when everything it waits for has ended: does it begin, or end unbegun?
#pragma once

#include "core/engine/state.h"

#include <optional>

namespace penstock::engine {

struct Judgement {
    std::optional<InstanceState> end; // none: it begins
    Message why;
};

Judgement judge(const WorkspaceState& state, const Run& run, const Instance& instance);

// What the state of its run says alone: after a failure, a rejection or a cancel only some steps may begin.
Judgement permission(const Run& run, const Instance& instance);

// A way back is under way and this step, or one that it is a part of, begins anew: nothing of it may begin or go on.
bool isSuperseded(const Run& run, const Instance& instance);

// Whether a running attempt has to be stopped: it is superseded; after the first cancel all but always() steps, after the
// second all.
bool mustStop(const Run& run, const Instance& instance);

} // namespace penstock::engine
