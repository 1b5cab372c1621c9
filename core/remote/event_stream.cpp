#include "core/remote/event_stream.h"

#include "core/remote/wire.h"

#include <mutex>
#include <optional>

namespace penstock::remote {

namespace {

void appendLine(QByteArray& text, const Json& json)
{
    const std::string line = dumpJson(json);
    text.append(line.data(), static_cast<qsizetype>(line.size()));
    text.append('\n');
}

} // namespace

// The other end of the session's callbacks: called from the owner's thread, emptied in the stream's. Never blocks: what
// does not fit is left in the log and `overflowed` says that it must be followed anew.
class EventStream::Inbox final : public session::Follower {
public:
    struct Content {
        std::vector<engine::StoredEvent> events;
        std::vector<session::Notice> notices;
        std::optional<Error> closed;
        bool overflowed = false;
    };

    Inbox(std::shared_ptr<Mailbox> mailbox, EventStream* stream, std::size_t limit)
        : m_mailbox(std::move(mailbox)), m_stream(stream), m_limit(limit)
    {}

    void events(const std::vector<engine::StoredEvent>& events) override
    {
        const std::lock_guard lock(m_mutex);
        if (m_content.overflowed)
            return;
        if (m_content.events.size() >= m_limit)
            m_content.overflowed = true;
        else
            m_content.events.insert(m_content.events.end(), events.begin(), events.end());
        wake();
    }

    void notice(const session::Notice& notice) override
    {
        const std::lock_guard lock(m_mutex);
        if (m_content.notices.size() >= m_limit)
            return;
        m_content.notices.push_back(notice);
        wake();
    }

    void closed(const Error& why) override
    {
        const std::lock_guard lock(m_mutex);
        m_content.closed = why;
        wake();
    }

    Content take()
    {
        const std::lock_guard lock(m_mutex);
        m_awake = false;
        return std::exchange(m_content, {});
    }

private:
    void wake()
    {
        if (!std::exchange(m_awake, true))
            m_mailbox->post([stream = m_stream] { stream->drain(); });
    }

    std::shared_ptr<Mailbox> m_mailbox;
    EventStream* m_stream; // touched in its own thread alone, while the mailbox is open
    std::size_t m_limit;
    std::mutex m_mutex;
    Content m_content;    // guarded by m_mutex
    bool m_awake = false; // guarded by m_mutex
};

EventStream::EventStream(session::Session& session, Seq after, const HttpLimits& limits, HttpReply& reply)
    : QObject(&reply)
    , m_session(session)
    , m_last(after)
    , m_limits(limits)
    , m_reply(reply)
    , m_mailbox(std::make_shared<Mailbox>(this))
{
    reply.startStream("application/x-ndjson");
    reply.write("\n"); // the header is seen at once, also when there is nothing to tell
    connect(&reply, &HttpReply::drained, this, &EventStream::onDrained);
    connect(&m_keepAlive, &QTimer::timeout, this, [this] {
        if (m_reply.waiting() == 0)
            m_reply.write("\n");
    });
    m_keepAlive.start(m_limits.keepAlive);
    follow();
}

EventStream::~EventStream()
{
    m_mailbox->close();
    m_subscription.reset();
}

void EventStream::follow()
{
    m_subscription.reset();
    m_inbox = std::make_shared<Inbox>(m_mailbox, this, m_limits.streamInbox);
    m_subscription = m_session.follow(m_last, m_inbox);
}

void EventStream::drain()
{
    if (!m_inbox)
        return;
    Inbox::Content content = m_inbox->take();
    QByteArray lines;
    for (const auto& event : content.events) {
        if (event.seq <= m_last)
            continue; // posted before the stream began anew
        appendLine(lines, toJson(event));
        m_last = event.seq;
    }
    for (const auto& notice : content.notices)
        appendLine(lines, toJson(notice));
    m_reply.write(lines);
    if (content.closed)
        return close(*content.closed);
    if (m_reply.waiting() > m_limits.streamBacklog) {
        m_subscription.reset();
        m_inbox.reset();
    } else if (content.overflowed) {
        follow();
    }
}

void EventStream::onDrained()
{
    if (!m_inbox && !m_reply.isFinished() && m_reply.waiting() < m_limits.streamBacklog / 2)
        follow();
}

void EventStream::close(const Error& why)
{
    m_subscription.reset();
    m_inbox.reset();
    m_keepAlive.stop();
    QByteArray line;
    appendLine(line, Json{{"closed", toJson(why)}});
    m_reply.write(line);
    m_reply.endStream();
}

} // namespace penstock::remote
