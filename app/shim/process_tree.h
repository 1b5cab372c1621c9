#pragma once

#include "core/base/time.h"

#include <sys/types.h>

#include <cstdint>
#include <optional>
#include <vector>

namespace penstock::shim {

// The processes of the attempt. As the shim is a subreaper and runs one attempt at a time, these are all that are below
// it, also those that made a session of their own: an orphan comes to the shim.
// An interface because a process that no signal ends cannot be made at will.
class ProcessTree {
public:
    virtual ~ProcessTree() = default;

    virtual std::vector<pid_t> members() const = 0;
    virtual void signal(pid_t member, int number) = 0;      // never another process that got its number since
    virtual void signalGroup(pid_t leader, int number) = 0; // of a child that was not reaped

    virtual std::uint64_t memory() const = 0;           // bytes of all members, see platform::residentMemory()
    virtual std::uint64_t memoryWithoutShared() const = 0; // see platform::shareOfMemory(); may take long
    virtual std::uint64_t outOfMemoryKills() const = 0;    // see there
    virtual std::uint64_t outOfMemoryKillsLately() = 0;    // the same, at most a second old: asked for with each attempt
};

class KernelProcessTree final : public ProcessTree {
public:
    std::vector<pid_t> members() const override;
    void signal(pid_t member, int number) override;
    void signalGroup(pid_t leader, int number) override;
    std::uint64_t memory() const override;
    std::uint64_t memoryWithoutShared() const override;
    std::uint64_t outOfMemoryKills() const override;
    std::uint64_t outOfMemoryKillsLately() override;

private:
    std::uint64_t m_kills = 0;
    std::optional<Duration> m_countedAt;
};

} // namespace penstock::shim
