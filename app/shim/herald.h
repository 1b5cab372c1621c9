// A process that starts owners and is no part of any step.
//
// The shim reaps what its step leaves behind, so whatever it starts itself while a step runs would be taken for a part of it.
// The herald is forked before the shim takes charge of orphans: neither it nor what it starts descends from the shim. It costs
// a few pages, waits at a pipe, and goes with the shim, however that ends.
#pragma once

#include "core/platform/file_descriptor.h"

#include <string>
#include <vector>

namespace penstock::shim {

class Herald final {
public:
    Herald() = default; // nobody: send() does nothing
    // Forks; nobody where the system refuses. `title` is argv[0], over which the herald writes the name that people see of it.
    static Herald start(std::vector<std::string> command, char* title);

    bool isThere() const { return m_orders.isOpen(); }
    void send() const; // runs the command once, in a session of its own; does not wait

private:
    explicit Herald(platform::FileDescriptor orders)
        : m_orders(std::move(orders))
    {}

    platform::FileDescriptor m_orders;
};

} // namespace penstock::shim
