#pragma once

#include <sys/types.h>

#include <optional>
#include <string>
#include <vector>

namespace penstock::platform {

// What the kernel tells about processes (proc(5)); of one that is gone, nothing.

struct ProcessState {
    pid_t parent = 0;
    char state = '?'; // 'Z': ended and not reaped; 'D': waits in the kernel, where no signal reaches it
};
std::optional<ProcessState> stateOf(pid_t pid);

// All processes below `root` now, also those that made a session of their own; parents before their children. Who was
// forked meanwhile may be missing: ask again.
std::vector<pid_t> descendantsOf(pid_t root);
// The same from the table of all processes: for kernels without CONFIG_PROC_CHILDREN.
std::vector<pid_t> descendantsByScan(pid_t root);
bool isBelow(pid_t root, pid_t pid);

// Its command line, at most some 200 bytes. Just its name in brackets where the kernel keeps it: reading the arguments of
// such a process can wait for the same lock that it holds.
std::string commandOf(pid_t pid);

} // namespace penstock::platform
