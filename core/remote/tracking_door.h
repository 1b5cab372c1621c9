#pragma once

#include "core/remote/http_server.h"
#include "core/remote/loopback_listener.h"
#include "core/remote/tracking_api.h"
#include "core/tracking/intake.h"

#include <memory>
#include <mutex>
#include <string>

namespace penstock::remote {

// The tracking port of a workspace: listens while steps run. Which port it had is kept in a file of the state folder,
// so that steps that outlive their owner find the next one at the same place. Made and destroyed in a thread with an
// event loop, where requests are served; open() and rest() come from any.
class TrackingDoor final : public tracking::Door {
public:
    TrackingDoor(tracking::Intake& intake, const std::string& stateFolder);
    ~TrackingDoor() override;

    std::string open() override;
    void rest() override;

private:
    class Hall;

    std::uint16_t knownPort() const;
    void keepPort(std::uint16_t port) const;

    std::string m_portFile;
    std::unique_ptr<Hall> m_hall; // lives in the thread of the event loop
    std::shared_ptr<Mailbox> m_mailbox;
    std::mutex m_mutex;       // guards all below
    std::uint16_t m_port = 0; // listening; 0: not
    bool m_isWanted = false;
};

} // namespace penstock::remote
