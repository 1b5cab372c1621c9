#pragma once

#include <sys/types.h>

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
};

class KernelProcessTree final : public ProcessTree {
public:
    std::vector<pid_t> members() const override;
    void signal(pid_t member, int number) override;
    void signalGroup(pid_t leader, int number) override;
};

} // namespace penstock::shim
