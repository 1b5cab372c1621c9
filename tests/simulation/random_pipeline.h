#pragma once

#include "dice.h"

#include "core/pipeline/document.h"

namespace penstock::simulation {

// A pipeline that Plan::make accepts, with every construct that runs: needs, references, default(), conditions, choices,
// approvals, registrations, promotions, ends, joins, advisory and disabled steps, retries, claims, priorities, wide steps.
pipeline::Pipeline randomPipeline(Dice& dice);

} // namespace penstock::simulation
