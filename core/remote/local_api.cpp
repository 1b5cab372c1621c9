#include "core/remote/local_api.h"

#include "core/remote/wire.h"

#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <charconv>

namespace penstock::remote {

namespace {

Error leaving() { return {ErrorCode::busy, {"remote.owner_leaving", {}}, {}}; }

Error invalid(const char* id, std::vector<std::pair<std::string, std::string>> arguments = {})
{
    return {ErrorCode::invalid, {id, std::move(arguments)}, {}};
}

bool isKey(const std::string& text)
{
    const auto allowed = [](unsigned char c) { return std::isalnum(c) || c == '-' || c == '_' || c == '.'; };
    return !text.empty() && text.size() <= 128 && std::ranges::all_of(text, allowed);
}

std::optional<Seq> seqFrom(const HttpRequest& request)
{
    const auto found = request.query.find("after");
    if (found == request.query.end())
        return 0;
    Seq seq = 0;
    const char* end = found->second.data() + found->second.size();
    const auto [stopped, failed] = std::from_chars(found->second.data(), end, seq);
    return failed == std::errc() && stopped == end ? std::optional(seq) : std::nullopt;
}

// The answer if the peer is still there to hear it.
session::Session::Reply answering(HttpReply& reply)
{
    return [reply = QPointer<HttpReply>(&reply)](const Result<Json>& answer) {
        if (!reply)
            return;
        if (answer)
            reply->send(200, *answer);
        else
            reply->fail(answer.error());
    };
}

} // namespace

LocalApi::LocalApi(session::Session& session, HttpServer& server, Identity identity, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_limits(server.limits())
    , m_identity(std::move(identity))
    , m_mailbox(std::make_shared<Mailbox>(this))
{
    // The server may live longer than this object, as may its requests.
    const auto guarded = [this](auto handler) {
        return [self = QPointer<LocalApi>(this), handler](const HttpRequest& request, HttpReply& reply) {
            if (self && !self->m_closed)
                handler(*self, request, reply);
            else
                reply.fail(self ? *self->m_closed : leaving());
        };
    };
    server.add({"GET", "/v1/hello", {}, {}, guarded([](LocalApi& api, const HttpRequest&, HttpReply& reply) {
                    api.hello(reply);
                })});
    server.add(
        {"POST",
         "/v1/commands",
         "application/json",
         {},
         guarded([](LocalApi& api, const HttpRequest& request, HttpReply& reply) { api.command(request, reply); })});
    server.add(
        {"GET", "/v1/events", {}, {"after"}, guarded([](LocalApi& api, const HttpRequest& request, HttpReply& reply) {
             api.events(request, reply);
         })});
}

LocalApi::~LocalApi()
{
    m_mailbox->close();
    close(leaving());
}

void LocalApi::close(const Error& why)
{
    m_closed = why;
    for (const auto& stream : std::exchange(m_open, {})) {
        if (stream)
            stream->close(why);
    }
}

void LocalApi::hello(HttpReply& reply)
{
    auto answer = [mailbox = m_mailbox, identity = m_identity, done = answering(reply)](const Result<Json>& pong) {
        Json hello{{"protocol", protocolVersion},
                   {"version", identity.version},
                   {"pid", getpid()},
                   {"workspace", identity.workspace}};
        hello["seq"] = pong ? integerAt(*pong, "seq") : 0;
        const Result<Json> result = pong ? Result<Json>(hello) : Result<Json>(pong.error());
        mailbox->post([done, result] { done(result); });
    };
    m_session.submit({{}, {}, session::Ping{}}, std::move(answer));
}

void LocalApi::command(const HttpRequest& request, HttpReply& reply)
{
    const std::string key = request.header("idempotency-key").value_or("");
    if (!isKey(key))
        return reply.fail(invalid("remote.key_missing"));
    const auto json = parseJson(request.body);
    if (!json)
        return reply.fail(json.error());
    auto command = session::commandFromJson(*json);
    if (!command)
        return reply.fail(command.error());
    const std::string memoryKey = request.user + ' ' + key;
    switch (m_memory.take(memoryKey, sha256(dumpJson(session::toJson(*command))), answering(reply))) {
    case ReplyMemory::Verdict::first:
        return submit({key, request.user, std::move(*command)}, memoryKey);
    case ReplyMemory::Verdict::repeated:
        return;
    case ReplyMemory::Verdict::different:
        return reply.fail({ErrorCode::conflict, {"remote.key_reused", {{"key", key}}}, {}});
    }
}

void LocalApi::submit(session::Order order, const std::string& memoryKey)
{
    ++m_unanswered;
    m_session.submit(std::move(order), [this, mailbox = m_mailbox, memoryKey](const Result<Json>& answer) {
        mailbox->post([this, memoryKey, answer] {
            --m_unanswered;
            m_memory.settle(memoryKey, answer);
        });
    });
}

void LocalApi::events(const HttpRequest& request, HttpReply& reply)
{
    const std::optional<Seq> after = seqFrom(request);
    if (!after)
        return reply.fail(invalid("remote.after_invalid", {{"after", request.query.at("after").substr(0, 40)}}));
    auto* stream = new EventStream(m_session, *after, m_limits, reply);
    std::erase_if(m_open, [](const auto& open) { return open.isNull(); });
    m_open.emplace_back(stream);
    ++m_streams;
    connect(stream, &QObject::destroyed, this, [this] { --m_streams; });
}

} // namespace penstock::remote
