#include "core/remote/local_listener.h"

#include <QLocalSocket>

#include <pwd.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <optional>

namespace penstock::remote {

namespace {

constexpr qint64 readBuffer = 64 * 1024;
constexpr auto lookEvery = std::chrono::seconds(1);

std::optional<uid_t> peerOf(const QLocalSocket& socket)
{
    ucred credentials{};
    socklen_t size = sizeof credentials;
    if (getsockopt(static_cast<int>(socket.socketDescriptor()), SOL_SOCKET, SO_PEERCRED, &credentials, &size) != 0)
        return std::nullopt;
    return credentials.uid;
}

std::string userName(uid_t uid)
{
    std::array<char, 4096> buffer{};
    passwd entry{};
    passwd* found = nullptr;
    if (getpwuid_r(uid, &entry, buffer.data(), buffer.size(), &found) == 0 && found)
        return found->pw_name;
    return "uid-" + std::to_string(uid);
}

class LocalChannel final : public Channel {
public:
    LocalChannel(QLocalSocket* socket, std::string user) : m_socket(socket), m_user(std::move(user))
    {
        socket->setParent(this);
        socket->setReadBufferSize(readBuffer);
        connect(socket, &QLocalSocket::readyRead, this, &Channel::arrived);
        connect(socket, &QLocalSocket::bytesWritten, this, &Channel::written);
        connect(socket, &QLocalSocket::disconnected, this, &Channel::closed);
    }

    QByteArray read() override { return m_socket->readAll(); }
    void write(const QByteArray& bytes) override { m_socket->write(bytes); }
    qint64 waiting() const override { return m_socket->bytesToWrite(); }
    void closeWhenWritten() override { m_socket->disconnectFromServer(); }
    void abort() override { m_socket->abort(); }
    std::string user() const override { return m_user; }

private:
    QLocalSocket* m_socket;
    std::string m_user;
};

} // namespace

LocalListener::LocalListener(uid_t allowed, QObject* parent) : Listener(parent), m_allowed(allowed)
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &LocalListener::acceptAll);
    connect(&m_look, &QTimer::timeout, this, [this] {
        if (!m_server.isListening())
            tryToListen();
    });
}

Result<void> LocalListener::listen(const std::string& path)
{
    m_path = QString::fromStdString(path);
    if (!tryToListen())
        return Error{ErrorCode::io, {"remote.cannot_listen", {{"path", path}}}, m_server.errorString().toStdString()};
    m_look.start(lookEvery);
    return {};
}

bool LocalListener::tryToListen()
{
    QLocalServer::removeServer(m_path);
    const bool isListening = m_server.listen(m_path);
    if (isListening)
        chmod(m_path.toUtf8().constData(), 0600); // Qt's 0700 says the same; this is what the documentation promises
    return isListening;
}

void LocalListener::close()
{
    m_look.stop();
    m_server.close();
}

void LocalListener::acceptAll()
{
    while (QLocalSocket* socket = m_server.nextPendingConnection()) {
        const std::optional<uid_t> peer = peerOf(*socket);
        if (!peer || *peer != m_allowed) {
            socket->abort();
            socket->deleteLater();
            continue;
        }
        Q_EMIT accepted(new LocalChannel(socket, userName(*peer)));
    }
}

} // namespace penstock::remote
