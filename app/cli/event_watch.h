// Gives an event to the owner and, when asked, waits until it is known what it started.
#pragma once

#include <QObject> // first: see core/remote/remote_session.h

#include "app/cli/command.h"
#include "app/cli/order.h"
#include "app/cli/reading.h"

#include <QEventLoop>

#include <memory>
#include <optional>

namespace penstock::cli {

class EventWatch final : public QObject {
    Q_OBJECT

public:
    EventWatch(const Invocation& invocation, const Workspace& workspace);
    ~EventWatch() override;

    // What `emit` and `inbox replay` do. Errors: those of the command; then nothing was told.
    Result<Exit> giveAndTell(session::Command command, bool wait);

private:
    class Relay;

    Result<Exit> watch(const EventId& event);
    void take(const std::vector<engine::StoredEvent>& events);
    Exit tell(const engine::InboxEvent& event);
    void tellReceived(const Json& reply);

    Console& m_console;
    Workspace m_workspace;
    remote::Connection m_connection;
    session::View m_view;
    EventId m_event;
    std::optional<Error> m_failed;
    std::unique_ptr<session::Subscription> m_following;
    QEventLoop m_loop;
};

} // namespace penstock::cli
