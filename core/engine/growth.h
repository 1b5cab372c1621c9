// How a run comes to have more instances than its pipeline has steps: sub-pipelines, new iterations, items of a map.
// For apply() only: nothing else changes a run.
#pragma once

#include "core/engine/state.h"

namespace penstock::engine {

// A pipeline begins within a run, with one pending instance of each step. `parent` opened it; none: the run itself.
void openScope(Run& run, std::shared_ptr<const Plan> plan, std::string path, Json parameters, std::size_t parent);

// A way back is taken: its region counts as not there until all of it has ended.
void goBack(Scope& scope, std::size_t way);

// The region of the way back under way begins anew: what has ended gets a new instance, what had not begun waits again.
void beginIteration(Run& run, Scope& scope);

// The next item of a fan, pending. Nothing when it is not the next one, or there is none.
Instance* addItem(Run& run, Instance& fan, int index);

} // namespace penstock::engine
