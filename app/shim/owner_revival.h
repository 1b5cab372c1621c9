#pragma once

#include "core/base/time.h"

#include <optional>
#include <string>
#include <vector>

namespace penstock::shim {

// Decides when a shim that lost its owner starts another: once per loss, not at once (somebody else may be doing it), and
// not while a step runs. An owner that keeps dying young is started ever later and at last no more.
class OwnerRevival final {
public:
    explicit OwnerRevival(std::vector<std::string> command, Duration delay);

    void connected(Duration now);
    void lost(Duration now, bool workIsLeft);
    bool isPending() const { return m_dueAt.has_value(); }
    std::optional<Duration> dueAt() const { return m_dueAt; }
    void start(); // runs the command as a stranger to this process: not its child, in a session of its own

private:
    std::vector<std::string> m_command;
    Duration m_delay;
    Duration m_connectedAt{};
    int m_shortLives = 0;
    std::optional<Duration> m_dueAt;
};

} // namespace penstock::shim
