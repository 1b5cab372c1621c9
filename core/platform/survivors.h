#pragma once

#include <string>

namespace penstock::platform {

// Kills what is left of an attempt whose shim died: every process of this user whose environment names that attempt's folder
// (the shim puts PENSTOCK_ATTEMPT_FOLDER there). Passes over /proc until two in a row find none, at most for a bounded time.
// Identity is checked again after a pidfd holds the process, so a reused pid is never hit. Returns how many were killed.
int killSurvivors(const std::string& attemptFolder);

} // namespace penstock::platform
