// What Studio, CLI and API ask of an owner. Implemented by core/host in process and by core/remote across the socket.
#pragma once

#include "core/engine/event_store.h"
#include "core/session/command.h"
#include "core/session/notice.h"

#include <functional>
#include <memory>
#include <vector>

namespace penstock::session {

// Ends the following when destroyed; after its destructor returns the sink is not called again.
class Subscription {
public:
    virtual ~Subscription() = default;
};

class Follower {
public:
    virtual ~Follower() = default;
    virtual void events(const std::vector<engine::StoredEvent>& events) = 0; // durable, in order, without gaps
    virtual void notice(const Notice& notice) = 0;
    virtual void closed(const Error& why) = 0; // the owner went; read the log and connect again
};

// In process: thread-safe, callbacks come from the owner's thread and must not block or call back into the session.
// Remote: one thread with a Qt event loop; callbacks come from there.
class Session {
public:
    using Reply = std::function<void(Result<Json>)>;

    virtual ~Session() = default;

    // The reply comes after the effects on the log are durable, e.g. {"run": "digits-42", "seq": 17}.
    // Errors: invalid (with `issues` in detail as JSON), untrusted, notFound, conflict, denied, full, io, unsupported.
    virtual void submit(Order order, Reply reply) = 0;
    virtual std::unique_ptr<Subscription> follow(Seq after, std::shared_ptr<Follower> follower) = 0;
};

} // namespace penstock::session
