// A run that continues an ended one: what succeeded there is carried over and not executed again.
#pragma once

#include "core/engine/cascade.h"

namespace penstock::engine {

// Errors: notFound, conflict (it has not ended), invalid (other parameters: its results would not be this run's).
Result<void> mayResume(const WorkspaceState& state, const RunCreated& run);

// Ends, before anything else is judged, each instance whose success there still stands: same step, recorded success.
// Two kinds are judged anew: a failure()/always() step when something it needs runs again, and an approval whose question
// would be another one today while a promotion still waits for it.
void reuseSuccesses(Cascade& cascade, const Run& run);

// Where an instance really ran: itself, or through the runs that were resumed, the instance whose success it reuses.
struct Origin {
    const Run* run;
    const Instance* instance;
};
Origin originOf(const WorkspaceState& state, const Run& run, const Instance& instance);

} // namespace penstock::engine
