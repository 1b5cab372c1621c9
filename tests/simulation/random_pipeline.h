#pragma once

#include "dice.h"

#include "core/pipeline/document.h"

#include <map>
#include <string>

namespace penstock::simulation {

// Pipelines that Plan::make accepts, with every construct that runs: needs, references, default(), previous, conditions,
// choices, ways back, failures that lead somewhere, maps, waits, pipelines in pipelines, approvals, registrations, promotions.
struct RandomPipelines {
    pipeline::Pipeline outer;
    std::map<std::string, pipeline::Pipeline> inner; // by file
};
RandomPipelines randomPipelines(Dice& dice);

} // namespace penstock::simulation
