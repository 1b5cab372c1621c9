// JSON values: nlohmann-json with sorted keys, so that dump() of equal values is equal text and can be digested.
#pragma once

#include "core/base/result.h"

#include <nlohmann/json.hpp>

#include <string_view>

namespace penstock {

using Json = nlohmann::json;

// Parses without exceptions. Errors: invalid ("json.invalid" with `offset`). Depth is limited to 200.
Result<Json> parseJson(std::string_view text);

// One line, sorted keys; invalid UTF-8 becomes U+FFFD instead of an exception.
std::string dumpJson(const Json& value);
std::string dumpJsonPretty(const Json& value);

// The member or a default when it is absent or has another type: reading of optional members without exceptions.
std::string textAt(const Json& object, const char* key, std::string other = {});
std::int64_t integerAt(const Json& object, const char* key, std::int64_t other = 0);
bool boolAt(const Json& object, const char* key, bool other = false);
const Json& memberAt(const Json& object, const char* key); // a shared null when absent
Json memberAt(Json&& object, const char* key);             // of a value that nobody else holds

} // namespace penstock
