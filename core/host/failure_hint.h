#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>

namespace penstock::host {

// Looks at the end of a failed step's log for the causes that beginners meet most (a Python module that is missing), so that
// the message names the interpreter and the mend. Empty when there is nothing better to say than the exit code.
Message failureHint(const std::string& logFile);

// Pure half: the hint in a piece of log text.
Message hintIn(std::string_view log);

} // namespace penstock::host
