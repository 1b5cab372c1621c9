// What `wait` of a step says, read from its JSON: for how long, until when, for what.
#pragma once

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/base/time.h"

#include <optional>
#include <string>

namespace penstock::pipeline {

// Exactly one of the first four is set. Times may be expressions, so they are read when the step begins.
struct WaitFor {
    std::string duration;  // "10s", "${{ params.pause }}"
    std::string until;     // "2026-12-01T08:00:00Z"
    std::string file;      // appears in the workspace
    std::string condition; // an expression over what changes while a run waits: production
    std::optional<Duration> timeout; // of the last two: then the step fails

    bool operator==(const WaitFor&) const = default;
};

// Errors: invalid; the detail is the path of the wrong member below `wait`, empty for the whole.
Result<WaitFor> readWait(const Json& json);

} // namespace penstock::pipeline
