// A run that continues an ended one: what succeeded there is carried over and not executed again.
#pragma once

#include "core/engine/cascade.h"

namespace penstock::engine {

// Errors: notFound, conflict (it has not ended, or retention removed what it made).
Result<void> mayResume(const WorkspaceState& state, const RunCreated& run);

// Ends, before anything else of this scope is judged, each instance whose success there still stands: same step, recorded
// success and, when the documents or the parameters are others than there, the same parameters and reused needs.
// Steps that fan out or open a pipeline begin again and reuse what is inside; a choice that led back decides again.
// Two kinds are judged anew: a failure()/always() step when something it needs runs again, and an approval whose question
// would be another one today while a promotion still waits for it.
void reuseSuccesses(Cascade& cascade, const Run& run, std::size_t scope);

// The same for an item of a map that has just come to be.
void reuseSuccess(Cascade& cascade, const Run& run, const Instance& item);

// Where an instance really ran: itself, or through the runs that were resumed, the instance whose success it reuses.
struct Origin {
    const Run* run;
    const Instance* instance;
};
Origin originOf(const WorkspaceState& state, const Run& run, const Instance& instance);

} // namespace penstock::engine
