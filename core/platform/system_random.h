#pragma once

#include "core/base/random.h"

#include <array>
#include <cstddef>

namespace penstock::platform {

// Random numbers of the kernel: good enough for tokens. Not thread-safe.
class SystemRandom final : public Random {
public:
    std::uint64_t next() override;

private:
    std::array<std::uint64_t, 32> m_numbers{};
    std::size_t m_used = 32;
};

} // namespace penstock::platform
