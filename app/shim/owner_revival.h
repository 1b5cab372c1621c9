#pragma once

#include "app/shim/herald.h"
#include "core/base/time.h"

#include <optional>

namespace penstock::shim {

// Decides when a shim that lost its owner starts another: once per loss, and not at once: somebody else may be doing
// it. An owner that keeps dying young is started ever later and at last no more.
class OwnerRevival final {
public:
    OwnerRevival(Herald herald, Duration delay);

    void connected(Duration now);
    void lost(Duration now, bool workIsLeft);
    bool isPending() const { return m_dueAt.has_value(); }
    std::optional<Duration> dueAt() const { return m_dueAt; }
    void start();

private:
    Herald m_herald;
    Duration m_delay;
    Duration m_connectedAt{};
    int m_shortLives = 0;
    std::optional<Duration> m_dueAt;
};

} // namespace penstock::shim
