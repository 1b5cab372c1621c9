#pragma once

#include "core/base/result.h"
#include "core/engine/outcome.h"

#include <string>
#include <string_view>

namespace penstock::host {

// For the causes that beginners meet most (a script, program or Python module that is missing; a signal), so that the
// message names them and the mend: what the end of the failed step's log says, else what its signal means. Empty when
// there is nothing better to say than the exit code.
Message failureHint(const engine::Outcome& outcome, const std::string& logFile);

// Pure halves: the hint in a piece of log text before an exit code, and of a signal of Linux (signal(7)).
Message hintIn(std::string_view log, int code);
Message hintOf(int signal);

} // namespace penstock::host
