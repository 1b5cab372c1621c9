#pragma once

#include "core/base/result.h"

#include <sys/types.h>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace penstock::platform {

struct SpawnPlan {
    std::vector<std::string> arguments;                           // argv; the first is looked up in this process's PATH
    std::optional<std::map<std::string, std::string>> variables;  // the whole environment; absent: this process's
    int out = -1;                                                 // stdout; -1: /dev/null
    int in = -1;                                                  // stdin; -1: /dev/null
};

// Starts a program in a session of its own: stderr is /dev/null, signals are at their defaults, no other
// descriptor is passed on. By posix_spawn: fork from a process with much memory and threads is slow and unsafe.
// The caller waits for the pid. Errors: notFound, denied, io.
Result<pid_t> spawn(const SpawnPlan& plan);

} // namespace penstock::platform
