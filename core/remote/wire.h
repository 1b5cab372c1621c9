// JSON forms of what crosses the socket (docs/formats.md, "Local API"). Reading is strict about what it needs and
// passes over what it does not know, so that fields can be added.
#pragma once

#include "core/session/session.h"

#include <optional>
#include <string>
#include <string_view>

namespace penstock::remote {

inline constexpr int protocolVersion = 1;

const char* name(ErrorCode code); // "notFound" …: stable
std::optional<ErrorCode> errorCodeByName(std::string_view name);
int httpStatus(ErrorCode code);

Json toJson(const Error& error); // {"error": {"code", "id", "arguments", "detail"}}
std::optional<Error> errorFromJson(const Json& json);

Json toJson(const engine::StoredEvent& event); // {"seq", "id", "at", "actor", "type", "payload"}
Result<engine::StoredEvent> eventFromJson(const Json& json);

Json toJson(const session::Notice& notice); // {"notice": {"subject", "type", "content"}}
std::optional<session::Notice> noticeFromJson(const Json& json);

} // namespace penstock::remote
