#include "core/remote/tracking_api.h"

#include "core/remote/mailbox.h"

#include <QPointer>

#include <string>
#include <variant>

namespace penstock::remote {

namespace {

using tracking::MlflowAnswer;

constexpr const char* protocolOfMlflow = "3.0.0"; // what clients find at /version: from 3.4 on they would send traces

std::string decoded(const std::string& text)
{
    QByteArray bytes = QByteArray::fromStdString(text);
    bytes.replace('+', ' ');
    return QByteArray::fromPercentEncoding(bytes).toStdString();
}

Json fieldsOf(const HttpRequest& request)
{
    Json fields = Json::object();
    for (const auto& [key, value] : request.query)
        fields[decoded(key)] = decoded(value);
    return fields;
}

// How a refusal of ours reads to a client of MLflow.
Json shapeOf(const Refusal& refusal)
{
    const char* code = "BAD_REQUEST";
    if (refusal.status == 401)
        code = "UNAUTHENTICATED";
    else if (refusal.status == 403 || refusal.status == 421)
        code = "PERMISSION_DENIED";
    else if (refusal.status == 404)
        code = "ENDPOINT_NOT_FOUND";
    else if (refusal.status == 503)
        code = "TEMPORARILY_UNAVAILABLE";
    std::string message = "Penstock refused the request: " + refusal.error.message.id;
    for (const auto& [name, value] : refusal.error.message.arguments)
        message += ' ' + name + '=' + value;
    return {{"error_code", code}, {"message", message}};
}

} // namespace

HttpLimits trackingLimits()
{
    HttpLimits limits;
    limits.body = 8 * 1024 * 1024;
    limits.connections = 256; // a client keeps up to ten open
    limits.idleDeadline = std::chrono::minutes(2);
    return limits;
}

GatePolicy trackingPolicy(const tracking::Intake& intake, std::uint16_t port)
{
    const std::string suffix = ':' + std::to_string(port);
    GatePolicy policy;
    policy.hosts = {"127.0.0.1" + suffix, "localhost" + suffix};
    policy.holder = [&intake](const std::string& token) -> std::optional<std::string> {
        const auto attempt = intake.holderOf(token);
        return attempt ? std::optional(attempt->text()) : std::nullopt;
    };
    policy.shape = shapeOf;
    return policy;
}

TrackingApi::TrackingApi(tracking::Intake& intake, HttpServer& server, QObject* parent)
    : QObject(parent), m_intake(intake), m_mailbox(std::make_shared<Mailbox>(this))
{
    for (const tracking::MlflowRoute& route : tracking::mlflowRoutes()) {
        for (const char* prefix : {"/api/2.0/mlflow/", "/ajax-api/2.0/mlflow/"}) {
            const bool hasBody = route.method != std::string("GET");
            server.add(
                {route.method,
                 std::string(prefix) + route.path,
                 hasBody ? "application/json" : "",
                 {},
                 [self = QPointer<TrackingApi>(this), path = route.path](const HttpRequest& request, HttpReply& reply) {
                     if (self)
                         self->take(path, request, reply);
                     else
                         reply.send(503, tracking::mlflowError("TEMPORARILY_UNAVAILABLE", "The owner leaves.").body);
                 },
                 true,
                 route.mostBytes});
        }
    }
    server.add(
        {"GET", "/health", {}, {}, [](const HttpRequest&, HttpReply& reply) { reply.sendText(200, "OK"); }, true});
    server.add({"GET",
                "/version",
                {},
                {},
                [](const HttpRequest&, HttpReply& reply) { reply.sendText(200, protocolOfMlflow); },
                true});
}

TrackingApi::~TrackingApi() { m_mailbox->close(); }

void TrackingApi::take(const char* path, const HttpRequest& request, HttpReply& reply)
{
    const auto attempt = AttemptId::parse(request.user);
    const auto body = request.method == "GET" ? Result<Json>(fieldsOf(request)) : parseJson(request.body);
    if (!attempt || !body) {
        const MlflowAnswer wrong =
            attempt ? tracking::mlflowError("BAD_REQUEST", "The body is not JSON.")
                    : tracking::mlflowError("UNAUTHENTICATED", "The token is of no attempt that runs.");
        return reply.send(wrong.status, wrong.body);
    }
    auto call = tracking::readMlflowCall(path, *body);
    if (const auto* wrong = std::get_if<MlflowAnswer>(&call))
        return reply.send(wrong->status, wrong->body);
    m_intake.take(*attempt, std::move(std::get<tracking::MlflowCall>(call)),
                  [mailbox = m_mailbox, reply = QPointer<HttpReply>(&reply)](const MlflowAnswer& answer) {
                      mailbox->post([reply, answer] {
                          if (reply)
                              reply->send(answer.status, answer.body);
                      });
                  });
}

} // namespace penstock::remote
