#pragma once

#include "app/cli/arguments.h"
#include "app/cli/console.h"
#include "app/cli/exit_code.h"

#include <functional>
#include <string>
#include <vector>

namespace penstock::cli {

// What a command is given. Lives as long as the command is carried out.
struct Invocation {
    const Arguments& arguments;
    Console& console;
    std::string program; // absolute path of this program: owners are started from it
};

struct Command {
    std::string_view name;
    Operands operands;
    const char* about = "";      // for Cli::tr; the first sentence stands in the list of commands
    std::vector<Option> options; // beside --workspace, --json, --help
    // An error is told to the person and decides the exit code.
    Result<Exit> (*carryOut)(const Invocation& invocation) = nullptr;
};

// In the order of the help.
std::vector<Command> commands();

} // namespace penstock::cli
