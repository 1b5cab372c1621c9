#pragma once

#include "core/platform/file_descriptor.h"
#include "core/platform/shim_protocol.h"

#include <vector>

namespace penstock::platform {

// The owner's end of the conversation with one shim. Never blocks.
class ShimConnection final {
public:
    void open(FileDescriptor fd);
    void close();
    bool isOpen() const { return m_fd.isOpen(); }
    int fd() const { return m_fd.get(); }
    int number() const { return m_number; } // of connections opened so far: descriptors are reused, this is not

    void send(const ShimOrder& order); // buffered until flush()
    void flush();
    bool isBlocked() const { return isOpen() && m_isBlocked; } // flush() again when the descriptor is writable

    // What has arrived. Closes itself at the end of the stream or when something arrived that is no message.
    std::vector<ShimAnswer> receive();

private:
    FileDescriptor m_fd;
    int m_number = 0;
    bool m_isBlocked = false;
    std::string m_in;
    std::string m_out;
};

} // namespace penstock::platform
