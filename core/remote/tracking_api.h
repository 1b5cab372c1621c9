// Puts a tracking::Intake on an HttpServer: the routes that MLflow clients know (docs/formats.md, "Tracking port").
#pragma once

#include "core/remote/http_server.h"
#include "core/tracking/intake.h"

#include <memory>

namespace penstock::remote {

class Mailbox;

// Lives in the thread of the server's event loop. The intake must outlive it; the server may live longer.
class TrackingApi final : public QObject {
    Q_OBJECT

public:
    TrackingApi(tracking::Intake& intake, HttpServer& server, QObject* parent = nullptr);
    ~TrackingApi() override;

private:
    void take(const char* path, const HttpRequest& request, HttpReply& reply);

    tracking::Intake& m_intake;
    std::shared_ptr<Mailbox> m_mailbox;
};

HttpLimits trackingLimits();
// Who may come in: a browser may not, and of programs those that hold the token of an attempt that runs.
GatePolicy trackingPolicy(const tracking::Intake& intake, std::uint16_t port);

} // namespace penstock::remote
