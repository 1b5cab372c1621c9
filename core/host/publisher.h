#pragma once

#include "core/session/session.h"

#include <map>
#include <memory>
#include <mutex>

namespace penstock::host {

// Tells followers what has become durable. publish() is called from the owner's thread only; subscriptions may end in any
// thread, and when their destructor has returned the follower is not called again.
class Publisher final {
public:
    Publisher();

    // Calls the follower with `missed` first, then with everything published later.
    std::unique_ptr<session::Subscription> add(std::shared_ptr<session::Follower> follower,
                                               const std::vector<engine::StoredEvent>& missed);
    void publish(const std::vector<engine::StoredEvent>& events);
    void notice(const session::Notice& notice);
    void close(const Error& why);
    bool hasFollowers() const;

private:
    struct Registry {
        std::mutex mutex;
        std::map<std::uint64_t, std::shared_ptr<session::Follower>> followers;
        std::uint64_t next = 1;
    };
    class Ticket;

    std::shared_ptr<Registry> m_registry; // shared: a subscription may outlive the owner
};

} // namespace penstock::host
