#include "core/remote/http_connection.h"

namespace penstock::remote {

namespace {

constexpr qint64 lingerBytes = 8 * 1024 * 1024;

} // namespace

HttpConnection::HttpConnection(Channel* channel, GatePolicy policy, const HttpLimits& limits, Handler handler,
                               BodyLimit limit, QObject* parent)
    : QObject(parent)
    , m_channel(channel)
    , m_policy(std::move(policy))
    , m_limits(limits)
    , m_handler(std::move(handler))
    , m_reader(limits, [this, limit = std::move(limit)](const HttpRequest& head) { return judge(head, limit); })
{
    channel->setParent(this);
    m_deadline.setSingleShot(true);
    m_stall.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, &HttpConnection::onDeadline);
    connect(&m_stall, &QTimer::timeout, this, [this] {
        if (m_channel->waiting() > 0)
            m_channel->abort();
    });
    connect(channel, &Channel::arrived, this, &HttpConnection::onArrived);
    connect(channel, &Channel::written, this, [this] { m_stall.start(m_limits.stallDeadline); });
    connect(channel, &Channel::closed, this, &QObject::deleteLater);
    m_deadline.start(m_limits.headerDeadline);
    m_stall.start(m_limits.stallDeadline);
}

// Before a byte of the body is kept: who may not come in cannot make the server hold anything.
RequestReader::Judgement HttpConnection::judge(const HttpRequest& head, const BodyLimit& limit) const
{
    return {refusedByGate(m_policy, head), limit ? limit(head) : m_limits.body};
}

void HttpConnection::turnAway()
{
    m_deadline.stop();
    m_lingering = true;
    HttpReply(*m_channel, false, nullptr, &m_policy).refuse({503, {ErrorCode::busy, {"remote.too_many_connections", {}}, {}}});
    m_channel->closeWhenWritten();
}

void HttpConnection::onArrived()
{
    if (m_lingering) {
        m_readAway += m_channel->read().size();
        if (m_readAway > lingerBytes)
            m_channel->abort();
        return;
    }
    if (m_reply)
        return; // left in the channel's buffer until the answer is out
    const RequestReader::State before = m_reader.state();
    const QByteArray bytes = m_channel->read();
    if (m_idle && !bytes.isEmpty()) {
        m_idle = false;
        m_deadline.start(m_limits.headerDeadline);
    }
    m_reader.feed({bytes.constData(), static_cast<std::size_t>(bytes.size())});
    if (before == RequestReader::State::header && m_reader.state() == RequestReader::State::body)
        m_deadline.start(m_limits.bodyDeadline);
    advance();
}

void HttpConnection::advance()
{
    if (m_reader.state() == RequestReader::State::refused)
        return refuse(*m_reader.refusal());
    if (m_reader.state() == RequestReader::State::complete)
        return answer(m_reader.take());
    if (m_reader.state() == RequestReader::State::body && m_reader.expectsContinue() && !m_continued) {
        m_continued = true;
        m_channel->write("HTTP/1.1 100 Continue\r\n\r\n");
    }
}

void HttpConnection::answer(const HttpRequest& incoming)
{
    m_deadline.stop();
    HttpRequest request = incoming;
    request.user = userOf(m_policy, request, m_channel->user());
    m_reply = new HttpReply(*m_channel, request.keepAlive, this, &m_policy);
    connect(m_reply, &HttpReply::finished, this, &HttpConnection::onReplyFinished, Qt::QueuedConnection);
    m_stall.start(m_limits.stallDeadline);
    m_handler(request, *m_reply);
}

void HttpConnection::refuse(const Refusal& refusal)
{
    HttpReply(*m_channel, false, nullptr, &m_policy).refuse(refusal);
    m_lingering = true;
    m_deadline.start(m_limits.lingering);
    m_channel->read();
}

void HttpConnection::onReplyFinished()
{
    if (!m_reply)
        return;
    const bool next = m_reply->keepsAlive();
    m_reply->deleteLater();
    m_reply.clear();
    if (!next)
        return m_channel->closeWhenWritten();
    awaitRequest();
}

void HttpConnection::awaitRequest()
{
    m_continued = false;
    m_idle = m_reader.state() == RequestReader::State::header && !m_reader.hasBegun();
    m_deadline.start(m_idle ? m_limits.idleDeadline : m_limits.headerDeadline);
    if (m_reader.state() == RequestReader::State::header)
        onArrived();
    else
        advance();
}

void HttpConnection::onDeadline()
{
    if (m_lingering || m_idle)
        return m_channel->closeWhenWritten();
    refuse({408, {ErrorCode::invalid, {"remote.request_too_slow", {}}, {}}});
}

} // namespace penstock::remote
