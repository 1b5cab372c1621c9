// One client's `GET /v1/events`: the log from a place on, then live, as JSON lines.
//
// Memory is bounded whatever the reader does: when too much waits for it, the stream stops following and, once that is
// taken, follows again from the last event written; the log is the buffer. A reader that takes nothing at all is cut
// off by its connection's stall deadline, and sees a stream without a proper end.
#pragma once

#include "core/remote/http_limits.h"
#include "core/remote/http_reply.h"
#include "core/remote/mailbox.h"
#include "core/session/session.h"

#include <QTimer>

#include <memory>

namespace penstock::remote {

class EventStream final : public QObject {
    Q_OBJECT

public:
    // A child of its reply: it ends when the peer goes.
    EventStream(session::Session& session, Seq after, const HttpLimits& limits, HttpReply& reply);
    ~EventStream() override;

    // Writes why, then the proper end. Also called when the owner closes the following.
    void close(const Error& why);

private:
    class Inbox;

    void follow();
    void drain();
    void onDrained();

    session::Session& m_session;
    Seq m_last;
    HttpLimits m_limits;
    HttpReply& m_reply;
    std::shared_ptr<Mailbox> m_mailbox;
    std::shared_ptr<Inbox> m_inbox;
    std::unique_ptr<session::Subscription> m_subscription;
    QTimer m_keepAlive;
};

} // namespace penstock::remote
