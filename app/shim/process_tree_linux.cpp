#include "app/shim/process_tree.h"

#include "app/shim/clocks.h"
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

std::uint64_t KernelProcessTree::memory() const
{
    std::uint64_t sum = 0;
    for (const pid_t member : members())
        sum += platform::residentMemory(member);
    return sum;
}

std::uint64_t KernelProcessTree::memoryWithoutShared() const
{
    const std::vector<pid_t> all = members();
    std::uint64_t sum = 0;
    for (const pid_t member : all)
        sum += all.size() == 1 ? platform::residentMemory(member) : platform::shareOfMemory(member);
    return sum;
}

std::uint64_t KernelProcessTree::outOfMemoryKills() const { return platform::outOfMemoryKills(); }

std::uint64_t KernelProcessTree::outOfMemoryKillsLately()
{
    const Duration now = monotonicNow();
    if (!m_countedAt || now - *m_countedAt >= std::chrono::seconds(1)) {
        m_kills = outOfMemoryKills();
        m_countedAt = now;
    }
    return m_kills;
}

void KernelProcessTree::signalGroup(pid_t leader, int number) { kill(-leader, number); }

} // namespace penstock::shim
