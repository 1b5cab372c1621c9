#pragma once

#include "core/engine/event.h"

namespace penstock::engine {

// The stable name of an event, e.g. "attempt.ended"; the first word is its subject.
std::string typeOf(const Event& event);
Json payloadOf(const Event& event);
// Errors: unsupported (a type of a newer version), corrupt (a field is missing or wrong).
Result<Event> eventFrom(std::string_view type, const Json& payload);
bool isEngineType(std::string_view type);

} // namespace penstock::engine
