#include "core/host/owner.h"

#include "core/host/loop.h"

#include <mutex>

namespace penstock::host {

namespace {

// The real subscription is made in the owner's thread, a moment later; ending it before that moment is remembered.
class DeferredSubscription final : public session::Subscription {
public:
    struct Slot {
        std::mutex mutex;
        bool isEnded = false;
        std::unique_ptr<session::Subscription> real;
    };

    explicit DeferredSubscription(std::shared_ptr<Slot> slot)
        : m_slot(std::move(slot))
    {}
    ~DeferredSubscription() override
    {
        const std::lock_guard lock(m_slot->mutex);
        m_slot->isEnded = true;
        m_slot->real.reset();
    }

private:
    std::shared_ptr<Slot> m_slot;
};

} // namespace

Result<std::map<std::string, std::string>> noSecrets(const std::vector<std::string>& names)
{
    if (names.empty())
        return std::map<std::string, std::string>();
    return Error{ErrorCode::notFound, {"platform.secret_unknown", {{"name", names.front()}}}, {}};
}

Owner::Owner(OwnerParts parts)
    : m_loop(std::make_unique<Loop>(std::move(parts)))
{}

Owner::~Owner() = default;

Result<void> Owner::start() { return m_loop->start(); }

void Owner::submit(session::Order order, Reply reply)
{
    m_loop->post([loop = m_loop.get(), order = std::move(order), reply = std::move(reply)]() mutable {
        loop->take(std::move(order), std::move(reply));
    });
}

std::unique_ptr<session::Subscription> Owner::follow(Seq after, std::shared_ptr<session::Follower> follower)
{
    auto slot = std::make_shared<DeferredSubscription::Slot>();
    m_loop->post([loop = m_loop.get(), slot, after, follower = std::move(follower)] {
        const std::lock_guard lock(slot->mutex);
        if (!slot->isEnded)
            slot->real = loop->follow(after, follower);
    });
    return std::make_unique<DeferredSubscription>(slot);
}

void Owner::whenIdle(Duration quiet, std::function<void()> callback)
{
    m_loop->post([loop = m_loop.get(), quiet, callback = std::move(callback)]() mutable { loop->whenIdle(quiet, std::move(callback)); });
}

} // namespace penstock::host
