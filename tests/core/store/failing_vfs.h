// An SQLite file layer that passes everything to the system's and fails on command: deterministic faults of a disk,
// without root and without a tracer.
#pragma once

#include <atomic>
#include <string>

namespace penstock::test {

class FailingVfs final {
public:
    // Registered as `name()` for its lifetime; connections must be closed before it ends.
    FailingVfs();
    ~FailingVfs();
    FailingVfs(const FailingVfs&) = delete;
    FailingVfs& operator=(const FailingVfs&) = delete;

    std::string name() const;

    // The n-th call from now on (from 1) fails with EIO; with `andAfter` all later ones as well.
    enum class Call { write, sync, read };
    void fail(Call call, int nth, bool andAfter = false);
    void heal();
    int calls(Call call) const; // since the last fail() or heal()

private:
    struct Impl;
    Impl* m_impl;
};

} // namespace penstock::test
