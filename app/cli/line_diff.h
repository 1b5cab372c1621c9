#pragma once

#include "app/cli/console.h"

#include <string>

namespace penstock::cli {

// The lines of host::unifiedDiff(), as git shows them.
void tellDiff(Console& console, const std::string& diff);

} // namespace penstock::cli
