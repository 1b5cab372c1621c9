#pragma once

#include "core/remote/channel.h"

#include <QTcpServer>

#include <cstdint>

namespace penstock::remote {

// TCP on 127.0.0.1. Everybody on this machine can connect, so its policy must have a holder of tokens.
class LoopbackListener final : public Listener {
    Q_OBJECT

public:
    explicit LoopbackListener(GatePolicy policy, QObject* parent = nullptr);

    // Takes over a socket that listens already.
    Result<void> adopt(int socket);
    void close();

    const GatePolicy& policy() const override { return m_policy; }

private:
    void acceptAll();

    GatePolicy m_policy;
    QTcpServer m_server;
};

struct ListeningSocket {
    int descriptor = -1;
    std::uint16_t port = 0;
};

// Listens from now on: who connects before the listener has adopted it waits. `wished` is tried first; 0, or one that
// somebody else has: any. Any thread. Errors: io.
Result<ListeningSocket> listenOnLoopback(std::uint16_t wished);

} // namespace penstock::remote
