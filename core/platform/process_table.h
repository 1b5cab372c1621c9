#pragma once

#include <sys/types.h>

#include <cstdint>
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

// Memory that goes away only with the process: resident and not of files. What processes share is counted in each of them.
std::uint64_t residentMemory(pid_t pid);
// The same, but what processes share is divided among them, so that the sum over a tree is what the tree takes. Costs a
// walk over its pages (some 12 ms a GiB). Where the system does not tell: residentMemory().
std::uint64_t shareOfMemory(pid_t pid);

// How many processes this system has killed since it started because memory ran out, anywhere.
std::uint64_t outOfMemoryKills();

// Its command line, at most some 200 bytes. Just its name in brackets where the kernel keeps it: reading the arguments of
// such a process can wait for the same lock that it holds.
std::string commandOf(pid_t pid);

} // namespace penstock::platform
