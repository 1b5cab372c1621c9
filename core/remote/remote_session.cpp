#include "core/remote/remote_session.h"

#include "core/remote/remote_call.h"
#include "core/remote/remote_following.h"
#include "core/remote/wire.h"

#include <QUuid>

namespace penstock::remote {

namespace {

Result<Hello> helloFrom(const Result<Json>& answer)
{
    if (!answer)
        return answer.error();
    Hello hello;
    hello.protocol = static_cast<int>(integerAt(*answer, "protocol"));
    hello.version = textAt(*answer, "version");
    hello.workspace = textAt(*answer, "workspace");
    hello.pid = integerAt(*answer, "pid");
    hello.seq = static_cast<Seq>(integerAt(*answer, "seq"));
    if (hello.protocol != protocolVersion) {
        return Error{ErrorCode::unsupported,
                     {"remote.protocol_differs", {{"version", hello.version}}},
                     std::to_string(hello.protocol)};
    }
    return hello;
}

} // namespace

RemoteSession::RemoteSession(std::string socketPath, QObject* parent)
    : RemoteSession(std::move(socketPath), Patience{}, parent)
{}

RemoteSession::RemoteSession(std::string socketPath, Patience patience, QObject* parent)
    : QObject(parent), m_path(std::move(socketPath)), m_patience(patience)
{}

void RemoteSession::hello(std::function<void(Result<Hello>)> reply)
{
    new RemoteCall(
        m_path, requestText("GET", "/v1/hello", {}, {}), m_patience.reply,
        [reply = std::move(reply)](const Result<Json>& answer) { reply(helloFrom(answer)); }, this);
}

void RemoteSession::submit(session::Order order, Reply reply)
{
    if (order.key.empty())
        order.key = QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString();
    const QByteArray key = "Idempotency-Key: " + QByteArray::fromStdString(order.key) + "\r\n";
    new RemoteCall(m_path, requestText("POST", "/v1/commands", key, dumpJson(session::toJson(order.command))),
                   m_patience.reply, std::move(reply), this);
}

std::unique_ptr<session::Subscription> RemoteSession::follow(Seq after, std::shared_ptr<session::Follower> follower)
{
    return std::make_unique<RemoteFollowing>(m_path, after, m_patience.silence, std::move(follower));
}

} // namespace penstock::remote
