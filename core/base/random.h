#pragma once

#include <cstdint>

namespace penstock {

// Source of randomness for jitter, ids and tokens; seeded in tests. Not thread-safe.
class Random {
public:
    virtual ~Random() = default;

    virtual std::uint64_t next() = 0; // uniform over all values
};

} // namespace penstock
