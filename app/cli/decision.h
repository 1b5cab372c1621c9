#pragma once

#include "app/cli/command.h"

#include <string>

namespace penstock::cli {

// What `approve` and `reject` share. The decision is bound to what the log shows now: when the request is superseded
// meanwhile, the owner refuses it.
Result<Exit> decide(const Invocation& invocation, bool approve, const std::string& comment);

} // namespace penstock::cli
