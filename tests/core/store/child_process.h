#pragma once

#include <functional>
#include <sys/types.h>

namespace penstock::test {

// Runs `work` in a child made by fork, without returning into the test's main. No database may be open at that moment.
// Its result is the exit code.
class ChildProcess final {
public:
    explicit ChildProcess(const std::function<int()>& work);
    ~ChildProcess(); // kills it when it still runs
    ChildProcess(const ChildProcess&) = delete;
    ChildProcess& operator=(const ChildProcess&) = delete;

    void kill();
    int wait(); // the exit code; 128 + signal when it was killed

private:
    pid_t m_pid = -1;
};

// Runs `work` in a child that has no rights on files of others, also when the tests run as root. The folders on the way
// must be open to others.
int asNobody(const std::function<int()>& work);

// In a child: mounts made from now on are its own. False where the system does not allow it.
bool enterMountNamespace();

} // namespace penstock::test
