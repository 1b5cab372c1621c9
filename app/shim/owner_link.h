#pragma once

#include "core/platform/file_descriptor.h"
#include "core/platform/shim_protocol.h"

#include <vector>

namespace penstock::shim {

// The shim's end of the conversation: a listening socket in the current folder and at most one connection, the newest.
// Only processes of the same user are let in.
class OwnerLink final {
public:
    int listen(); // 0 or an errno; replaces a stale socket, so only the holder of the lock may call it

    // True when a new owner came; an old connection is told and closed, and its unread bytes are dropped with it.
    bool accept();
    std::vector<platform::ShimOrder> receive(); // closes a connection that ended or that speaks nonsense
    void send(const platform::ShimAnswer& answer); // buffered until flush()
    void flush();
    void close();

    bool isConnected() const { return m_connection.isOpen(); }
    bool wantsToWrite() const { return isConnected() && !m_out.empty(); }
    int listener() const { return m_listener.get(); }
    int connection() const { return m_connection.get(); }

private:
    platform::FileDescriptor m_listener;
    platform::FileDescriptor m_connection;
    std::string m_in;
    std::string m_out;
};

} // namespace penstock::shim
