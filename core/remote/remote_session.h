// A session across the owner's socket. Each command and each following has a connection of its own: an answer can never
// be taken for another's, and nothing waits behind a slow one. Loss is reported, not mended: see Connection.
#pragma once

#include <QObject> // before the standard headers behind session.h, on which moc of Qt 6.4 stumbles otherwise

#include "core/session/session.h"

#include <chrono>
#include <string>

namespace penstock::remote {

struct Hello {
    int protocol = 0;
    std::string version, workspace;
    std::int64_t pid = 0;
    Seq seq = 0;
};

// One thread with a Qt event loop. Callbacks come from that loop, never from within submit() or follow().
// Replies that are outstanding when it is destroyed are not called.
class RemoteSession final : public QObject, public session::Session {
    Q_OBJECT

public:
    struct Patience {
        std::chrono::milliseconds reply{60'000};   // for an answer; then `busy`, and whether it was done is not known
        std::chrono::milliseconds silence{45'000}; // on a stream, which has a blank line at least every 15 s
    };

    explicit RemoteSession(std::string socketPath, QObject* parent = nullptr);
    RemoteSession(std::string socketPath, Patience patience, QObject* parent = nullptr);

    // Errors: busy when no one listens or the connection was lost; unsupported for another protocol.
    void hello(std::function<void(Result<Hello>)> reply);
    // An empty key gets a random one. After `busy` with id "remote.connection_lost" the command may have been done:
    // send it again with the same key.
    void submit(session::Order order, Reply reply) override;
    // The follower is called until the subscription is destroyed or closed() has come. The session may go before it.
    std::unique_ptr<session::Subscription> follow(Seq after, std::shared_ptr<session::Follower> follower) override;

private:
    std::string m_path;
    Patience m_patience;
};

} // namespace penstock::remote
