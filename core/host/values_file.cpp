#include "core/host/values_file.h"

#include <algorithm>

namespace penstock::host {

namespace {

constexpr std::size_t largestFile = 1 << 20;

Error refuse(const char* id, std::size_t line, std::string_view text)
{
    return {ErrorCode::invalid, {id, {{"line", std::to_string(line)}, {"text", std::string(text.substr(0, 60))}}}, {}};
}

Result<void> takeLine(std::string_view line, std::size_t number, Json& values)
{
    const auto equals = line.find('=');
    if (equals == std::string_view::npos)
        return refuse("values.no_equals", number, line);
    const bool isJson = equals > 0 && line[equals - 1] == ':';
    const std::string key(line.substr(0, isJson ? equals - 1 : equals));
    const std::string_view text = line.substr(equals + 1);
    if (!isName(key))
        return refuse("values.bad_name", number, line);
    if (!isJson) {
        // Events are UTF-8: what is not becomes U+FFFD now, or memory and the log would differ.
        values[key] = *parseJson(dumpJson(Json(std::string(text))));
        return {};
    }
    auto value = parseJson(text);
    if (!value)
        return refuse("values.bad_json", number, line);
    values[key] = std::move(*value);
    return {};
}

} // namespace

Result<Json> parseValues(std::string_view text)
{
    if (text.size() > largestFile)
        return Error{ErrorCode::invalid, {"values.too_large", {{"limit", std::to_string(largestFile)}}}, {}};
    Json values = Json::object();
    std::size_t number = 0;
    while (!text.empty()) {
        const auto end = text.find('\n');
        std::string_view line = text.substr(0, end);
        text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
        ++number;
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        if (line.empty())
            continue;
        if (const auto taken = takeLine(line, number, values); !taken)
            return taken.error();
    }
    return values;
}

Result<void> checkValues(const Json& values, const pipeline::Named<pipeline::ValueDeclaration>& declared)
{
    for (const auto& [name, declaration] : declared) {
        if (!values.contains(name))
            return Error{ErrorCode::invalid, {"values.missing", {{"name", name}}}, {}};
        const auto& choices = declaration.choices;
        if (!choices.empty() && std::find(choices.begin(), choices.end(), values[name]) == choices.end()) {
            Json allowed = choices;
            return Error{ErrorCode::invalid,
                         {"values.not_a_choice", {{"name", name}, {"value", dumpJson(values[name])}, {"choices", dumpJson(allowed)}}},
                         {}};
        }
    }
    return {};
}

} // namespace penstock::host
