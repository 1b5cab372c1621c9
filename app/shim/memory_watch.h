#pragma once

#include "app/shim/process_tree.h"
#include "core/base/time.h"

#include <cstdint>

namespace penstock::shim {

// Looks from time to time how much memory the attempt takes: each second, ten times a second where it has a limit. The
// exact number of several processes costs a walk over all their pages, so it is only asked for where the cheap one, which is
// never less, would be news, and more rarely where it takes long: at most a fiftieth of the time is spent on it.
class MemoryWatch final {
public:
    MemoryWatch(ProcessTree& tree, std::uint64_t limit, Duration now);

    Duration nextLook() const { return m_nextLook; }
    bool look(Duration now); // true when the limit is exceeded
    std::uint64_t peak() const { return m_peak; } // of what was seen

    // Since the look before the last one, or a second before the start, the system has killed some process for want of
    // memory. Not the last one: it may come between a kill and the news of it.
    bool hasMachineRunOut() const { return m_tree.outOfMemoryKills() > m_killsBefore; }

private:
    ProcessTree& m_tree;
    std::uint64_t m_limit;
    std::uint64_t m_peak = 0;
    std::uint64_t m_killsBefore;
    std::uint64_t m_killsAtLook;
    Duration m_nextLook;
    Duration m_nextWalk{};
};

} // namespace penstock::shim
