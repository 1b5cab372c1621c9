#pragma once

#include "app/cli/workspace.h"

namespace penstock::cli {

// A folder that this user has not said to trust runs nothing. `--trust` says it, as does a typed yes where somebody
// sits at a terminal. Errors: untrusted.
Result<void> requireTrust(const Invocation& invocation, const Workspace& workspace);

bool isTrusted(const std::string& workspace);
Result<void> trust(const std::string& workspace);

} // namespace penstock::cli
