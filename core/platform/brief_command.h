#pragma once

#include "core/base/time.h"
#include "core/platform/spawn.h"

namespace penstock::platform {

struct BriefOutput {
    int code = -1; // exit code; -1 when a signal ended it
    std::string text; // its stdout
};

// Runs a small helper and waits for it, at most for `patience`; then it and its process group are killed.
// `input` is what it reads from stdin, kept in memory only. Not for steps. Errors: those of spawn(); busy when the time was over; invalid when it wrote more than `limit` bytes.
Result<BriefOutput> runBriefly(SpawnPlan plan, Duration patience, std::size_t limit = 1U << 20U, const std::string& input = {});

} // namespace penstock::platform
