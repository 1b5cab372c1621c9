#include "core/remote/loopback_listener.h"

#include <QTcpSocket>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace penstock::remote {

namespace {

constexpr qint64 readBuffer = 256 * 1024;
constexpr int backlog = 128;

class TcpChannel final : public Channel {
public:
    explicit TcpChannel(QTcpSocket* socket) : m_socket(socket)
    {
        socket->setParent(this);
        socket->setReadBufferSize(readBuffer);
        socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        connect(socket, &QTcpSocket::readyRead, this, &Channel::arrived);
        connect(socket, &QTcpSocket::bytesWritten, this, &Channel::written);
        connect(socket, &QTcpSocket::disconnected, this, &Channel::closed);
    }

    QByteArray read() override { return m_socket->readAll(); }
    void write(const QByteArray& bytes) override { m_socket->write(bytes); }
    qint64 waiting() const override { return m_socket->bytesToWrite(); }
    void closeWhenWritten() override { m_socket->disconnectFromHost(); }
    void abort() override { m_socket->abort(); }
    std::string user() const override { return {}; } // the token says who it is

private:
    QTcpSocket* m_socket;
};

Error failure(const char* what)
{
    return {ErrorCode::io,
            {"remote.cannot_listen", {{"path", "127.0.0.1"}}},
            std::string(what) + ": " + std::strerror(errno)};
}

// The port, or 0.
std::uint16_t bindTo(int socket, std::uint16_t port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port);
    socklen_t size = sizeof address;
    if (::bind(socket, reinterpret_cast<const sockaddr*>(&address), size) != 0 ||
        ::getsockname(socket, reinterpret_cast<sockaddr*>(&address), &size) != 0)
        return 0;
    return ntohs(address.sin_port);
}

} // namespace

LoopbackListener::LoopbackListener(GatePolicy policy, QObject* parent) : Listener(parent), m_policy(std::move(policy))
{
    connect(&m_server, &QTcpServer::newConnection, this, &LoopbackListener::acceptAll);
}

Result<void> LoopbackListener::adopt(int socket)
{
    if (!m_server.setSocketDescriptor(socket))
        return Error{
            ErrorCode::io, {"remote.cannot_listen", {{"path", "127.0.0.1"}}}, m_server.errorString().toStdString()};
    return {};
}

void LoopbackListener::close() { m_server.close(); }

void LoopbackListener::acceptAll()
{
    while (QTcpSocket* socket = m_server.nextPendingConnection())
        Q_EMIT accepted(new TcpChannel(socket));
}

Result<ListeningSocket> listenOnLoopback(std::uint16_t wished)
{
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (socket < 0)
        return failure("socket");
    const int on = 1; // a port that an owner has just left is free at once
    ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    std::uint16_t port = bindTo(socket, wished);
    if (port == 0 && wished != 0)
        port = bindTo(socket, 0);
    if (port == 0 || ::listen(socket, backlog) != 0) {
        const Error error = failure(port == 0 ? "bind" : "listen");
        ::close(socket);
        return error;
    }
    return ListeningSocket{socket, port};
}

} // namespace penstock::remote
