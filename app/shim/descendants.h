#pragma once

#include <sys/types.h>

#include <vector>

namespace penstock::shim {

// The processes that are children of this one now. As the shim is a subreaper these are, round by round, all descendants of
// the attempt, also those that made a session of their own: an orphan comes to the shim. They stay its children until it
// reaps them, so their pids cannot mean anybody else.
std::vector<pid_t> children();

void killChildren(int signal);

} // namespace penstock::shim
