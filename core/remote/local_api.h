// Puts a session on an HttpServer: /v1/hello, /v1/commands, /v1/events (docs/formats.md, "Local API").
#pragma once

#include "core/remote/event_stream.h"
#include "core/remote/http_server.h"
#include "core/remote/reply_memory.h"
#include "core/session/session.h"

#include <QPointer>

#include <memory>
#include <optional>
#include <string>

namespace penstock::remote {

// Lives in the thread of the server's event loop; the session's callbacks may come from any other. The session must
// outlive it. Who gave a command is what the transport says, never what the text says.
class LocalApi final : public QObject {
    Q_OBJECT

public:
    struct Identity {
        std::string version;
        std::string workspace; // canonical
    };

    LocalApi(session::Session& session, HttpServer& server, Identity identity, QObject* parent = nullptr);
    ~LocalApi() override;

    // Before the owner goes: ends all streams with a reason and refuses what comes from now on, so that nothing is
    // begun whose answer nobody could give.
    void close(const Error& why);
    bool isBusy() const { return m_unanswered > 0; } // some command has not got its answer
    int streams() const { return m_streams; }

private:
    void hello(HttpReply& reply);
    void command(const HttpRequest& request, HttpReply& reply);
    void events(const HttpRequest& request, HttpReply& reply);
    void submit(session::Order order, const std::string& memoryKey);

    session::Session& m_session;
    HttpLimits m_limits;
    Identity m_identity;
    ReplyMemory m_memory{1024};
    std::shared_ptr<Mailbox> m_mailbox;
    std::vector<QPointer<EventStream>> m_open;
    int m_streams = 0;
    int m_unanswered = 0;
    std::optional<Error> m_closed;
};

} // namespace penstock::remote
