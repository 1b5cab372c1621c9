#pragma once

#include "core/platform/shim_protocol.h"

#include <sys/types.h>

namespace penstock::shim {

struct ChildStart {
    pid_t pid = -1; // of the child, which leads its own session and process group
    platform::SpawnStage stage = platform::SpawnStage::none;
    int error = 0; // errno of `stage` when pid is -1
    bool isInGroup = false;

    bool ok() const { return pid > 0; }
};

// Starts the command of `order` with stdin from /dev/null and the two descriptors as stdout and stderr, in the control group
// with this entrance (MemoryGroup) if there is one.
// A command that cannot be executed is an error here, never an exit code of something.
ChildStart startChild(const platform::RunOrder& order, int out, int err, int group = -1);

} // namespace penstock::shim
