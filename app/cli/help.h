#pragma once

#include "app/cli/command.h"

namespace penstock::cli {

// Options that every command takes.
std::vector<Option> commonOptions();

void tellHelp(Console& console, const std::vector<Command>& commands);
void tellHelp(Console& console, const Command& command);

} // namespace penstock::cli
