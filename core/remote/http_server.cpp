#include "core/remote/http_server.h"

#include <algorithm>

namespace penstock::remote {

namespace {

Refusal refusal(int status, ErrorCode code, const char* id,
                std::vector<std::pair<std::string, std::string>> arguments = {})
{
    return {status, {code, {id, std::move(arguments)}, {}}};
}

// What is wrong with the request for this route, if anything.
std::optional<Refusal> mismatch(const Route& route, const HttpRequest& request)
{
    for (const auto& [key, value] : request.query) {
        if (!route.anyQuery && std::ranges::find(route.queryKeys, key) == route.queryKeys.end())
            return refusal(400, ErrorCode::invalid, "remote.query_unknown", {{"key", key.substr(0, 80)}});
    }
    if (route.contentType.empty())
        return request.body.empty() ? std::nullopt
                                    : std::optional(refusal(400, ErrorCode::invalid, "remote.body_unexpected"));
    if (request.header("content-type") != route.contentType)
        return refusal(415, ErrorCode::invalid, "remote.content_type_refused", {{"expected", route.contentType}});
    return std::nullopt;
}

} // namespace

HttpServer::HttpServer(HttpLimits limits, QObject* parent) : QObject(parent), m_limits(limits) {}

void HttpServer::add(Route route) { m_routes.push_back(std::move(route)); }

void HttpServer::serve(Listener* listener)
{
    listener->setParent(this);
    connect(listener, &Listener::accepted, this,
            [this, listener](Channel* channel) { accept(channel, listener->policy()); });
}

void HttpServer::accept(Channel* channel, const GatePolicy& policy)
{
    auto* connection = new HttpConnection(
        channel, policy, m_limits, [this](const HttpRequest& request, HttpReply& reply) { route(request, reply); },
        [this](const HttpRequest& head) { return mostBytes(head); }, this);
    ++m_connections;
    connect(connection, &QObject::destroyed, this, [this] { --m_connections; });
    if (m_connections > m_limits.connections)
        connection->turnAway();
}

std::uint64_t HttpServer::mostBytes(const HttpRequest& head) const
{
    for (const Route& route : m_routes) {
        if (route.path == head.path && route.method == head.method && route.mostBytes > 0)
            return std::min(route.mostBytes, m_limits.body);
    }
    return m_limits.body;
}

void HttpServer::route(const HttpRequest& request, HttpReply& reply) const
{
    QByteArray allowed;
    for (const Route& route : m_routes) {
        if (route.path != request.path)
            continue;
        if (route.method != request.method) {
            allowed += (allowed.isEmpty() ? "" : ", ") + QByteArray::fromStdString(route.method);
            continue;
        }
        if (const auto wrong = mismatch(route, request))
            return reply.refuse(*wrong);
        return route.handler(request, reply);
    }
    if (!allowed.isEmpty())
        return reply.refuse(refusal(405, ErrorCode::invalid, "remote.method_refused"), "Allow: " + allowed + "\r\n");
    reply.refuse(refusal(404, ErrorCode::notFound, "remote.route_unknown", {{"path", request.path.substr(0, 200)}}));
}

} // namespace penstock::remote
