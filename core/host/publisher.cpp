#include "core/host/publisher.h"

namespace penstock::host {

class Publisher::Ticket final : public session::Subscription {
public:
    Ticket(std::shared_ptr<Registry> registry, std::uint64_t number)
        : m_registry(std::move(registry))
        , m_number(number)
    {}
    ~Ticket() override
    {
        // Waits for a publication that is under way: afterwards the follower is not called.
        const std::lock_guard lock(m_registry->mutex);
        m_registry->followers.erase(m_number);
    }

private:
    std::shared_ptr<Registry> m_registry;
    std::uint64_t m_number;
};

Publisher::Publisher()
    : m_registry(std::make_shared<Registry>())
{}

std::unique_ptr<session::Subscription> Publisher::add(std::shared_ptr<session::Follower> follower,
                                                      const std::vector<engine::StoredEvent>& missed)
{
    const std::lock_guard lock(m_registry->mutex);
    if (!missed.empty())
        follower->events(missed);
    const std::uint64_t number = m_registry->next++;
    m_registry->followers.emplace(number, std::move(follower));
    return std::make_unique<Ticket>(m_registry, number);
}

void Publisher::publish(const std::vector<engine::StoredEvent>& events)
{
    const std::lock_guard lock(m_registry->mutex);
    for (const auto& [number, follower] : m_registry->followers)
        follower->events(events);
}

void Publisher::notice(const session::Notice& notice)
{
    const std::lock_guard lock(m_registry->mutex);
    for (const auto& [number, follower] : m_registry->followers)
        follower->notice(notice);
}

void Publisher::close(const Error& why)
{
    const std::lock_guard lock(m_registry->mutex);
    for (const auto& [number, follower] : m_registry->followers)
        follower->closed(why);
    m_registry->followers.clear();
}

bool Publisher::hasFollowers() const
{
    const std::lock_guard lock(m_registry->mutex);
    return !m_registry->followers.empty();
}

} // namespace penstock::host
