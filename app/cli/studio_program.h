#pragma once

#include "app/cli/command.h"

namespace penstock::cli {

// This process goes on as Studio with these words. Returns only when that cannot be: told to the person, Exit::unable.
Exit becomeStudio(const Invocation& invocation, std::vector<std::string> words);

} // namespace penstock::cli
