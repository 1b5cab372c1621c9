// Whether an event from outside starts a run of a pipeline, and with which parameters. Pure.
#pragma once

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/pipeline/document.h"

#include <string>

namespace penstock::engine {

struct Triggered {
    bool listens = false;             // one of its triggers names the event
    bool starts = false;              // ... and holds: the first that does counts
    Json parameters = Json::object(); // as given; pipeline::acceptParameters judges them
};

// Errors: those of the expressions of the trigger that would have decided.
Result<Triggered> askTriggers(const pipeline::Pipeline& pipeline, const std::string& event, const Json& data);

} // namespace penstock::engine
