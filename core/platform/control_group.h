#pragma once

#include <sys/types.h>

#include <string>
#include <string_view>

namespace penstock::platform {

// The folder below which this user may make control groups (cgroup v2) that cap memory for what `pid` starts; empty where
// there is none. It is the parent of the group of `pid`: a group with processes of its own cannot hand memory on to groups
// below it. systemd makes such a pair for `Delegate=` with `DelegateSubgroup=` and marks it (docs/decisions/0006); groups
// that are not marked belong to whoever made them, also where they could be written to.
std::string delegatedGroup(pid_t pid);

// Its parts. `cgroup` and `mounts` are the texts of /proc/PID/cgroup and /proc/self/mountinfo (proc(5)).
std::string groupFolder(std::string_view cgroup, std::string_view mounts);
bool isDelegated(const std::string& folder);

} // namespace penstock::platform
