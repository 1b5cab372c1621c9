// Makes one virtual environment in a folder; for this folder only.
#pragma once

#include "core/base/time.h"
#include "core/host/environment_spec.h"

#include <functional>

namespace penstock::host {

struct MakingStory {
    std::string tool;   // "uv", "pip"
    std::string text;   // what the tools printed; cut in the middle when it is long
    Duration took{};
};

// With uv where it is on PATH, else with venv and pip of the interpreter; works in the workspace, so that paths among the requirements
// are relative to it. `told` gets a line a second. Errors: as Environments::want().
Result<MakingStory> makeEnvironment(const EnvironmentSpec& spec, const EnvironmentQuestion& question, const std::string& folder,
                                    const std::function<bool()>& isWanted, const std::function<void(const std::string& line, Duration since)>& told);

// The last lines that say something, as one text for a sentence.
std::string lastWords(const std::string& output);

} // namespace penstock::host
