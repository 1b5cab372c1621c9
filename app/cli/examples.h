// What the help shows of commands that are easier seen than told.
#pragma once

#include <string_view>
#include <vector>

namespace penstock::cli {

struct Example {
    std::string_view line;  // as it is typed
    const char* about = ""; // for Cli::tr
};

std::vector<Example> examplesOf(std::string_view command);

struct ExitMeaning {
    std::string_view code; // "2 or 6"
    const char* about = "";
};

// Where a script has to tell them apart; else none.
std::vector<ExitMeaning> exitsOf(std::string_view command);

} // namespace penstock::cli
