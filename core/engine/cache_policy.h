// Whether a command step is looked up in the cache and kept for it (docs/formats.md, "Cache").
#pragma once

#include "core/engine/state.h"

namespace penstock::engine {

struct CachePolicy {
    bool keeps = false; // what it makes may be taken by later attempts
    bool takes = false; // it may be taken from an earlier attempt
    Message why;        // why it is not taken; empty when it is
};

// `auto` is on where inputs and outputs (or metrics) are declared, outside of the bodies of loops. A run without cache,
// and what comes after the steps that a run begins with, are kept but not taken.
CachePolicy cachePolicy(const Run& run, const Instance& instance);

} // namespace penstock::engine
