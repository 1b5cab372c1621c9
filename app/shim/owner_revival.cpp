#include "app/shim/owner_revival.h"

namespace penstock::shim {

namespace {

using namespace std::chrono_literals;

constexpr Duration youngOwner = 5s;
constexpr int mostShortLives = 6;

} // namespace

OwnerRevival::OwnerRevival(Herald herald, Duration delay)
    : m_herald(std::move(herald))
    , m_delay(delay)
{}

void OwnerRevival::connected(Duration now)
{
    m_connectedAt = now;
    m_dueAt.reset();
}

void OwnerRevival::lost(Duration now, bool workIsLeft)
{
    m_shortLives = now - m_connectedAt < youngOwner ? m_shortLives + 1 : 0;
    if (workIsLeft && m_herald.isThere() && m_shortLives <= mostShortLives)
        m_dueAt = now + m_delay * (1 << m_shortLives);
}

void OwnerRevival::start()
{
    m_dueAt.reset();
    m_herald.send();
}

} // namespace penstock::shim
