#include "core/remote/tracking_door.h"

#include "core/remote/mailbox.h"

#include <QFile>
#include <QSaveFile>

#include <unistd.h>

namespace penstock::remote {

// Serves in the thread of the event loop.
class TrackingDoor::Hall final : public QObject {
public:
    explicit Hall(tracking::Intake& intake) : m_intake(intake), m_server(trackingLimits()), m_api(intake, m_server) {}

    void adopt(const ListeningSocket& socket)
    {
        m_listener = new LoopbackListener(trackingPolicy(m_intake, socket.port));
        m_server.serve(m_listener);
        if (!m_listener->adopt(socket.descriptor))
            ::close(socket.descriptor);
    }

    void close()
    {
        if (m_listener)
            m_listener->close();
        delete m_listener;
        m_listener = nullptr;
    }

private:
    tracking::Intake& m_intake;
    HttpServer m_server;
    TrackingApi m_api;
    LoopbackListener* m_listener = nullptr; // child of the server
};

TrackingDoor::TrackingDoor(tracking::Intake& intake, const std::string& stateFolder)
    : m_portFile(stateFolder + "/tracking.port")
    , m_hall(std::make_unique<Hall>(intake))
    , m_mailbox(std::make_shared<Mailbox>(m_hall.get()))
{}

TrackingDoor::~TrackingDoor() { m_mailbox->close(); }

std::string TrackingDoor::open()
{
    const std::lock_guard lock(m_mutex);
    m_isWanted = true;
    if (m_port == 0) {
        const std::uint16_t known = knownPort();
        const auto socket = listenOnLoopback(known);
        if (!socket)
            return {};
        m_port = socket->port;
        if (m_port != known)
            keepPort(m_port);
        m_mailbox->post([this, socket = *socket] { m_hall->adopt(socket); });
    }
    return "http://127.0.0.1:" + std::to_string(m_port);
}

// Closed by the thread that serves, unless somebody came meanwhile.
void TrackingDoor::rest()
{
    const std::lock_guard lock(m_mutex);
    m_isWanted = false;
    if (m_port == 0)
        return;
    m_mailbox->post([this] {
        const std::lock_guard closing(m_mutex);
        if (m_isWanted)
            return;
        m_hall->close();
        m_port = 0;
    });
}

std::uint16_t TrackingDoor::knownPort() const
{
    QFile file(QString::fromStdString(m_portFile));
    return file.open(QIODevice::ReadOnly) ? file.read(16).trimmed().toUShort() : std::uint16_t{0};
}

// Without it the next owner takes another port, and steps that outlive this one cannot go on logging.
void TrackingDoor::keepPort(std::uint16_t port) const
{
    QSaveFile file(QString::fromStdString(m_portFile));
    if (file.open(QIODevice::WriteOnly)) {
        file.write(QByteArray::number(port) + '\n');
        file.commit();
    }
}

} // namespace penstock::remote
