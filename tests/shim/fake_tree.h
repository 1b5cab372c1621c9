#pragma once

#include "app/shim/process_tree.h"

#include <thread>

namespace penstock::test {

// The kernel's tree with what it tells and does replaced where a test wants it.
class FakeTree final : public shim::ProcessTree {
public:
    std::vector<pid_t> members() const override { return m_real.members(); }
    void signal(pid_t member, int number) override
    {
        if (isDeaf)
            ++unheard;
        else
            m_real.signal(member, number);
    }
    void signalGroup(pid_t leader, int number) override
    {
        if (!isDeaf)
            m_real.signalGroup(leader, number);
    }
    std::uint64_t memory() const override { return resident; }
    std::uint64_t memoryWithoutShared() const override
    {
        ++walks;
        std::this_thread::sleep_for(walkTakes); // takes this long; nothing waits for it
        return resident - shared;
    }
    std::uint64_t outOfMemoryKills() const override { return kills; }
    std::uint64_t outOfMemoryKillsLately() override { return kills; }

    bool isDeaf = false; // signals do not arrive: what a process is that waits in the kernel for a dead disk
    int unheard = 0;
    std::uint64_t resident = 0, shared = 0;
    Duration walkTakes{};
    mutable int walks = 0;
    std::uint64_t kills = 0;

private:
    shim::KernelProcessTree m_real;
};

} // namespace penstock::test
