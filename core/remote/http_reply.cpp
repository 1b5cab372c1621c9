#include "core/remote/http_reply.h"

#include "core/remote/wire.h"

namespace penstock::remote {

namespace {

const char* reason(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 408:
        return "Request Timeout";
    case 409:
        return "Conflict";
    case 413:
        return "Content Too Large";
    case 414:
        return "URI Too Long";
    case 415:
        return "Unsupported Media Type";
    case 421:
        return "Misdirected Request";
    case 431:
        return "Request Header Fields Too Large";
    case 500:
        return "Internal Server Error";
    case 501:
        return "Not Implemented";
    case 503:
        return "Service Unavailable";
    case 507:
        return "Insufficient Storage";
    default:
        return "Status";
    }
}

QByteArray head(int status, const QByteArray& contentType, bool keepAlive)
{
    QByteArray text = "HTTP/1.1 " + QByteArray::number(status) + ' ' + reason(status) + "\r\n";
    text += "Content-Type: " + contentType + "\r\nCache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\n";
    text += keepAlive ? "Connection: keep-alive\r\n" : "Connection: close\r\n";
    return text;
}

} // namespace

HttpReply::HttpReply(Channel& channel, bool keepAlive, QObject* parent, const GatePolicy* policy)
    : QObject(parent), m_channel(channel), m_policy(policy), m_keepAlive(keepAlive)
{
    connect(&channel, &Channel::written, this, &HttpReply::drained);
}

void HttpReply::send(int status, const Json& body, const QByteArray& extraHeaders)
{
    answer(status, "application/json", QByteArray::fromStdString(dumpJson(body)) + '\n', extraHeaders);
}

void HttpReply::sendText(int status, const QByteArray& text) { answer(status, "text/plain; charset=utf-8", text, {}); }

void HttpReply::answer(int status, const QByteArray& contentType, const QByteArray& content, const QByteArray& extraHeaders)
{
    if (m_finished)
        return;
    m_channel.write(head(status, contentType, m_keepAlive) + extraHeaders +
                    "Content-Length: " + QByteArray::number(content.size()) + "\r\n\r\n" + content);
    finish();
}

void HttpReply::refuse(const Refusal& refusal, const QByteArray& extraHeaders)
{
    m_keepAlive = false;
    send(refusal.status, m_policy && m_policy->shape ? m_policy->shape(refusal) : toJson(refusal.error), extraHeaders);
}

void HttpReply::fail(const Error& error) { send(httpStatus(error.code), toJson(error)); }

void HttpReply::startStream(const QByteArray& contentType)
{
    m_keepAlive = false;
    m_channel.write(head(200, contentType, false) + "Transfer-Encoding: chunked\r\n\r\n");
}

void HttpReply::write(const QByteArray& bytes)
{
    if (m_finished || bytes.isEmpty())
        return;
    m_channel.write(QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n");
}

void HttpReply::endStream()
{
    if (m_finished)
        return;
    m_channel.write("0\r\n\r\n");
    finish();
}

void HttpReply::finish()
{
    m_finished = true;
    Q_EMIT finished();
}

} // namespace penstock::remote
