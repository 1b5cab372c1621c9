// Why a step waits, ran or ended as it did, and what it took and made. Pure.
#pragma once

#include "ui/models/workspace_model.h"
#include "ui/runs/fact_list.h"

namespace penstock::runs {

std::vector<Fact> instanceFacts(const models::WorkspaceModel& workspace, const engine::Run& run, const engine::Instance& instance);

} // namespace penstock::runs
