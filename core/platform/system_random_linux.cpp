#include "core/platform/system_random.h"

#include <sys/random.h>

#include <cerrno>
#include <cstdlib>

namespace penstock::platform {

std::uint64_t SystemRandom::next()
{
    if (m_used == m_numbers.size()) {
        // Up to 256 bytes come whole once the pool is ready; without randomness no token may be made.
        ssize_t size = -1;
        do {
            size = getrandom(m_numbers.data(), sizeof m_numbers, 0);
        } while (size < 0 && errno == EINTR);
        if (size != static_cast<ssize_t>(sizeof m_numbers))
            std::abort();
        m_used = 0;
    }
    return m_numbers[m_used++];
}

} // namespace penstock::platform
