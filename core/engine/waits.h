// Wait steps: for a while, until a time, for a file, for a condition.
#pragma once

#include "core/engine/cascade.h"

namespace penstock::engine {

void beginWait(Cascade& cascade, const Run& run, const Instance& instance);

// Its time has come: a wait for a time is over, one for something to happen is given up.
void endWait(Cascade& cascade, const Run& run, const Instance& instance);

// What conditions can see has changed.
void askConditions(Cascade& cascade);

} // namespace penstock::engine
