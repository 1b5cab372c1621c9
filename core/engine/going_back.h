// Ways back: what runs after the target is stopped and awaited, then all of it begins anew.
#pragma once

#include "core/engine/cascade.h"

namespace penstock::engine {

// Whether the edge may be taken: it leads forward, or back and has not been used up.
bool mayTake(const Run& run, const Instance& instance, std::size_t branch);

// The step took a way back: what waits in its region ends, what runs there is told to stop.
void clearRegion(Cascade& cascade, const Run& run, const Instance& source);

// Begins the next iteration when nothing runs in the region any more.
void goOnWhenClear(Cascade& cascade, const Run& run, std::size_t scope);

// Ends an instance that is no longer wanted, or tells it to stop and leaves its end to what runs.
void abandon(Cascade& cascade, const Run& run, const Instance& instance, const Message& why);

} // namespace penstock::engine
