#include "core/base/json.h"

namespace penstock {

namespace {

constexpr int maximumDepth = 200;

} // namespace

Result<Json> parseJson(std::string_view text)
{
    bool tooDeep = false;
    const auto limitDepth = [&tooDeep](int depth, Json::parse_event_t, Json&) {
        tooDeep = tooDeep || depth > maximumDepth;
        return !tooDeep;
    };
    Json value = Json::parse(text, limitDepth, /*allow_exceptions=*/false);
    if (value.is_discarded() || tooDeep)
        return Error{ErrorCode::invalid, {"json.invalid", {}}, std::string(text.substr(0, 80))};
    return value;
}

std::string dumpJson(const Json& value) { return value.dump(-1, ' ', false, Json::error_handler_t::replace); }

std::string dumpJsonPretty(const Json& value) { return value.dump(2, ' ', false, Json::error_handler_t::replace); }

const Json& memberAt(const Json& object, const char* key)
{
    static const Json null;
    if (!object.is_object())
        return null;
    const auto found = object.find(key);
    return found == object.end() ? null : *found;
}

Json memberAt(Json&& object, const char* key)
{
    const auto found = object.is_object() ? object.find(key) : object.end();
    return found == object.end() ? Json() : std::move(*found);
}

std::string textAt(const Json& object, const char* key, std::string other)
{
    const Json& member = memberAt(object, key);
    return member.is_string() ? member.get<std::string>() : std::move(other);
}

std::int64_t integerAt(const Json& object, const char* key, std::int64_t other)
{
    const Json& member = memberAt(object, key);
    return member.is_number_integer() ? member.get<std::int64_t>() : other;
}

bool boolAt(const Json& object, const char* key, bool other)
{
    const Json& member = memberAt(object, key);
    return member.is_boolean() ? member.get<bool>() : other;
}

} // namespace penstock
