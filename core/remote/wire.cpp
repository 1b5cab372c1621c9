#include "core/remote/wire.h"

#include <array>
#include <utility>

namespace penstock::remote {

namespace {

struct CodeRow {
    ErrorCode code;
    const char* name;
    int status;
};

constexpr std::array<CodeRow, 11> codes{{
    {ErrorCode::notFound, "notFound", 404},
    {ErrorCode::conflict, "conflict", 409},
    {ErrorCode::corrupt, "corrupt", 500},
    {ErrorCode::denied, "denied", 403},
    {ErrorCode::untrusted, "untrusted", 403},
    {ErrorCode::io, "io", 500},
    {ErrorCode::full, "full", 507},
    {ErrorCode::cancelled, "cancelled", 409},
    {ErrorCode::invalid, "invalid", 400},
    {ErrorCode::unsupported, "unsupported", 501},
    {ErrorCode::busy, "busy", 503},
}};

const CodeRow& rowOf(ErrorCode code)
{
    for (const CodeRow& row : codes) {
        if (row.code == code)
            return row;
    }
    return codes[5];
}

} // namespace

const char* name(ErrorCode code) { return rowOf(code).name; }

int httpStatus(ErrorCode code) { return rowOf(code).status; }

std::optional<ErrorCode> errorCodeByName(std::string_view name)
{
    for (const CodeRow& row : codes) {
        if (name == row.name)
            return row.code;
    }
    return std::nullopt;
}

Json toJson(const Error& error)
{
    Json arguments = Json::object();
    for (const auto& [key, value] : error.message.arguments)
        arguments[key] = value;
    return {
        {"error",
         {{"code", name(error.code)}, {"id", error.message.id}, {"arguments", arguments}, {"detail", error.detail}}}};
}

std::optional<Error> errorFromJson(const Json& json)
{
    const Json& content = memberAt(json, "error");
    if (!content.is_object())
        return std::nullopt;
    Error error;
    error.code = errorCodeByName(textAt(content, "code")).value_or(ErrorCode::io);
    error.message.id = textAt(content, "id");
    error.detail = textAt(content, "detail");
    const Json& arguments = memberAt(content, "arguments");
    if (arguments.is_object()) {
        for (const auto& [key, value] : arguments.items())
            error.message.arguments.emplace_back(key, value.is_string() ? value.get<std::string>() : dumpJson(value));
    }
    return error;
}

Json toJson(const engine::StoredEvent& event)
{
    return {{"seq", event.seq},     {"id", event.id},     {"at", formatInstant(event.at)},
            {"actor", event.actor}, {"type", event.type}, {"payload", event.payload}};
}

Result<engine::StoredEvent> eventFromJson(const Json& json)
{
    const auto at = parseInstant(textAt(json, "at"));
    const Json& seq = memberAt(json, "seq");
    const std::string type = textAt(json, "type");
    if (!seq.is_number_unsigned() || !at || type.empty())
        return Error{ErrorCode::corrupt, {"remote.event_unreadable", {}}, dumpJson(json).substr(0, 200)};
    return engine::StoredEvent{seq.get<Seq>(), textAt(json, "id"),       *at, textAt(json, "actor"),
                               type,           memberAt(json, "payload")};
}

Json toJson(const session::Notice& notice)
{
    return {{"notice", {{"subject", notice.subject}, {"type", notice.type}, {"content", notice.content}}}};
}

std::optional<session::Notice> noticeFromJson(const Json& json)
{
    const Json& content = memberAt(json, "notice");
    if (!content.is_object())
        return std::nullopt;
    return session::Notice{textAt(content, "subject"), textAt(content, "type"), memberAt(content, "content")};
}

} // namespace penstock::remote
