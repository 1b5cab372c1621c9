#pragma once

#include "core/platform/exit_record.h"

#include <string>
#include <vector>

namespace penstock::platform {

struct Hunt {
    int killed = 0;
    std::vector<Survivor> left; // that SIGKILL has not ended yet: the kernel holds them
};

// Kills what is left of an attempt whose shim died: every process of this user whose environment names that attempt's folder
// (the shim puts PENSTOCK_ATTEMPT_FOLDER there). Passes over /proc until two in a row find none, at most for a bounded time.
// Identity is checked again after a pidfd holds the process, so a reused pid is never hit. Takes
// as long as they take to die, 0.1 s for one that does not.
Hunt killSurvivors(const std::string& attemptFolder);

} // namespace penstock::platform
