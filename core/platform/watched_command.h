#pragma once

#include "core/base/result.h"

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace penstock::platform {

struct WatchedPlan {
    std::vector<std::string> arguments;            // argv; the first is an absolute path
    std::map<std::string, std::string> variables;  // the whole environment
    std::string folder;                            // where it works, absolute
};

// Runs a helper that may take minutes, on the thread that calls. `hear` gets what it prints, stdout and stderr together,
// as it comes. `isWanted` is asked several times a second; when it says no, the helper and all of its process group end. It
// dies with the thread that started it, also by kill -9 of this process, and nothing of its group outlives it.
// Yields the exit code, 128 + N for signal N. Errors: notFound, denied, io (it could not be started); cancelled.
Result<int> runWatched(const WatchedPlan& plan, const std::function<void(std::string_view)>& hear, const std::function<bool()>& isWanted);

} // namespace penstock::platform
