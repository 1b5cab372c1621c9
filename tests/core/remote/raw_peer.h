#pragma once

#include <QByteArray>
#include <QLocalSocket>

#include <string>

namespace penstock::test {

// A peer that sends exactly the bytes it is told, well-formed or not, and shows exactly what came back.
class RawPeer final {
public:
    explicit RawPeer(const std::string& path) { m_socket.connectToServer(QString::fromStdString(path)); }

    void send(const QByteArray& bytes)
    {
        m_socket.write(bytes);
        m_socket.flush();
    }
    const QByteArray& received()
    {
        m_received += m_socket.readAll();
        return m_received;
    }
    QByteArray takeReceived()
    {
        received();
        return std::exchange(m_received, {});
    }
    int status() // of the first answer; 0 before it has come
    {
        const QByteArray line = received().left(received().indexOf("\r\n"));
        return line.startsWith("HTTP/1.1 ") ? line.mid(9, 3).toInt() : 0;
    }
    bool isClosed() { return received(), m_socket.state() == QLocalSocket::UnconnectedState; }
    QLocalSocket& socket() { return m_socket; }

private:
    QLocalSocket m_socket;
    QByteArray m_received;
};

} // namespace penstock::test
