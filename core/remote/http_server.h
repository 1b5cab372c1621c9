// A small HTTP/1.1 server with hard limits on everything. QtHttpServer is not in Qt 6.4's Debian packages and has no
// limits before 6.9, hence our own: Boost.Beast's parser, sockets by Qt.
#pragma once

#include "core/remote/http_connection.h"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace penstock::remote {

struct Route {
    std::string method;
    std::string path;
    std::string contentType;            // the only one accepted for the body; empty: the route takes no body
    std::vector<std::string> queryKeys; // all others are refused, unless `anyQuery`
    std::function<void(const HttpRequest&, HttpReply&)> handler;
    bool anyQuery = false;
    std::uint64_t mostBytes = 0; // of the body; 0: what the server's limits allow
};

// One thread with an event loop. Every request passes the listener's gate, then a route, in that order.
class HttpServer final : public QObject {
    Q_OBJECT

public:
    explicit HttpServer(HttpLimits limits = {}, QObject* parent = nullptr);

    void add(Route route);
    void serve(Listener* listener); // becomes a child
    const HttpLimits& limits() const { return m_limits; }
    int connections() const { return m_connections; }

private:
    void accept(Channel* channel, const GatePolicy& policy);
    void route(const HttpRequest& request, HttpReply& reply) const;
    std::uint64_t mostBytes(const HttpRequest& head) const;

    HttpLimits m_limits;
    std::vector<Route> m_routes;
    int m_connections = 0;
};

} // namespace penstock::remote
