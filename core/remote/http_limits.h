#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace penstock::remote {

// Hard bounds on everything a peer can make the server keep or wait for. Tests shrink them.
struct HttpLimits {
    std::size_t url = 8 * 1024;
    std::size_t header = 32 * 1024;
    std::size_t headerFields = 64;
    std::uint64_t body = 1024 * 1024;
    int connections = 64;
    std::int64_t streamBacklog = 4 * 1024 * 1024; // bytes waiting for a reader before its stream pauses
    std::size_t streamInbox = 20'000;             // events handed over but not yet written
    std::chrono::milliseconds headerDeadline{10'000};
    std::chrono::milliseconds idleDeadline{10'000}; // between the requests of one connection, which then just closes
    std::chrono::milliseconds bodyDeadline{30'000};
    std::chrono::milliseconds stallDeadline{30'000}; // a peer that takes no byte of what waits for it is dropped
    std::chrono::milliseconds lingering{
        2'000}; // what a refused peer still sends is read away, so that it sees the answer
    std::chrono::milliseconds keepAlive{15'000}; // a blank line on an idle stream
};

} // namespace penstock::remote
