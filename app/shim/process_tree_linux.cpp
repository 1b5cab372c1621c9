#include "app/shim/process_tree.h"

#include "core/platform/file_descriptor.h"
#include "core/platform/process_table.h"

#include <sys/syscall.h>
#include <unistd.h>

#include <csignal>

namespace penstock::shim {

std::vector<pid_t> KernelProcessTree::members() const { return platform::descendantsOf(getpid()); }

// Only a child's number is sure to be its own until it is reaped. Of the others the process is held first and then asked
// whether it is one of ours.
void KernelProcessTree::signal(pid_t member, int number)
{
    const platform::FileDescriptor process(static_cast<int>(syscall(SYS_pidfd_open, member, 0)));
    if (process && platform::isBelow(getpid(), member))
        syscall(SYS_pidfd_send_signal, process.get(), number, nullptr, 0);
}

void KernelProcessTree::signalGroup(pid_t leader, int number) { kill(-leader, number); }

} // namespace penstock::shim
