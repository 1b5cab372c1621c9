#include "core/remote/remote_call.h"

#include "core/remote/wire.h"

#include <QPointer>

namespace penstock::remote {

namespace {

constexpr std::uint64_t answerLimit = 64 * 1024 * 1024;

} // namespace

QByteArray requestText(const QByteArray& method, const QByteArray& target, const QByteArray& extraHeaders,
                       const std::string& json)
{
    QByteArray text = method + ' ' + target + " HTTP/1.1\r\nHost: penstock\r\nConnection: close\r\n" + extraHeaders;
    if (!json.empty())
        text +=
            "Content-Type: application/json\r\nContent-Length: " + QByteArray::number(qsizetype(json.size())) + "\r\n";
    return text + "\r\n" + QByteArray::fromStdString(json);
}

Error connectionError(const QLocalSocket& socket)
{
    const auto error = socket.error();
    const bool absent = error == QLocalSocket::ServerNotFoundError || error == QLocalSocket::ConnectionRefusedError;
    return {ErrorCode::busy,
            {absent ? "remote.no_owner" : "remote.connection_lost", {}},
            socket.errorString().toStdString()};
}

RemoteCall::RemoteCall(const std::string& socketPath, QByteArray request, std::chrono::milliseconds patience, Done done,
                       QObject* parent)
    : QObject(parent), m_reader(answerLimit), m_done(std::move(done))
{
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        finish(Error{ErrorCode::busy, {"remote.no_answer", {}}, {}});
    });
    connect(&m_socket, &QLocalSocket::connected, this, [this, text = std::move(request)] { m_socket.write(text); });
    connect(&m_socket, &QLocalSocket::readyRead, this, &RemoteCall::onReadable);
    // Queued: connectToServer() may fail before it returns, and the caller must not be called back from within its
    // call.
    connect(
        &m_socket, &QLocalSocket::errorOccurred, this,
        [this] {
            const QPointer<RemoteCall> self(this);
            onReadable();
            if (self)
                finish(connectionError(m_socket));
        },
        Qt::QueuedConnection);
    m_patience.start(patience);
    m_socket.connectToServer(QString::fromStdString(socketPath));
}

void RemoteCall::onReadable()
{
    if (!m_socket.isOpen())
        return; // it failed before it was connected
    const QByteArray bytes = m_socket.readAll();
    const auto state = m_reader.feed({bytes.constData(), static_cast<std::size_t>(bytes.size())}, m_body);
    if (state == ResponseReader::State::complete)
        finish(answer());
    else if (state == ResponseReader::State::broken)
        finish(Error{ErrorCode::io, {"remote.answer_unreadable", {}}, {}});
}

Result<Json> RemoteCall::answer() const
{
    auto json = parseJson(m_body);
    if (!json)
        return Error{ErrorCode::io, {"remote.answer_unreadable", {}}, m_body.substr(0, 200)};
    if (m_reader.status() == 200)
        return json;
    return errorFromJson(*json).value_or(Error{ErrorCode::io, {"remote.answer_unreadable", {}}, m_body.substr(0, 200)});
}

void RemoteCall::finish(Result<Json> answer)
{
    if (!m_done)
        return;
    const Done done = std::exchange(m_done, nullptr);
    m_patience.stop();
    m_socket.disconnect(this);
    m_socket.abort();
    deleteLater();
    done(std::move(answer));
}

} // namespace penstock::remote
