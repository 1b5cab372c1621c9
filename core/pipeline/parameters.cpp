#include "core/pipeline/document.h"
#include "core/pipeline/parameters.h"

#include "core/base/spelling.h"
#include "core/pipeline/words.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace penstock::pipeline {

namespace {

constexpr std::size_t longestText = 64 * 1024; // it travels in an argument or an environment variable
constexpr double largestExact = 9007199254740992.0; // 2^53: integers up to here survive a double

using Arguments = std::vector<std::pair<std::string, std::string>>;

Error refuse(const Parameter& parameter, std::string id, Arguments more)
{
    more.insert(more.begin(), {"name", parameter.name});
    return {ErrorCode::invalid, {std::move(id), std::move(more)}, {}};
}

std::string shown(const Json& value)
{
    if (value.is_number_float() && value.get<double>() == std::trunc(value.get<double>())
        && std::fabs(value.get<double>()) < largestExact)
        return std::to_string(static_cast<std::int64_t>(value.get<double>())); // "3", as a person writes it
    std::string text = value.is_string() ? value.get<std::string>() : dumpJson(value);
    return text.size() <= 80 ? text : text.substr(0, 77) + "...";
}

template <class Number>
std::optional<Number> readWhole(const std::string& text)
{
    Number number{};
    const char* begin = text.data() + (text.size() > 1 && text[0] == '+' && text[1] != '-' ? 1 : 0);
    const auto [end, error] = std::from_chars(begin, text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return number;
}

// Always a double, so that 1 and 1.0 are one value for digests and comparisons.
std::optional<Json> asNumber(const Json& value)
{
    std::optional<double> number;
    if (value.is_number())
        number = value.get<double>();
    else if (value.is_string())
        number = readWhole<double>(value.get_ref<const std::string&>());
    if (!number || !std::isfinite(*number))
        return std::nullopt;
    return Json(*number);
}

std::optional<Json> asInteger(const Json& value)
{
    if (value.is_number_unsigned() && value.get<std::uint64_t>() > std::uint64_t(INT64_MAX))
        return std::nullopt;
    if (value.is_number_integer())
        return Json(value.get<std::int64_t>());
    if (value.is_number_float()) {
        const double number = value.get<double>();
        if (std::trunc(number) == number && std::fabs(number) <= largestExact)
            return Json(static_cast<std::int64_t>(number));
    }
    if (value.is_string()) {
        if (const auto number = readWhole<std::int64_t>(value.get_ref<const std::string&>()))
            return Json(*number);
    }
    return std::nullopt;
}

std::optional<Json> asBoolean(const Json& value)
{
    if (value.is_boolean())
        return value;
    if (value == "true" || value == "false")
        return Json(value == "true");
    return std::nullopt;
}

std::optional<Json> converted(ParameterType type, const Json& value)
{
    switch (type) {
    case ParameterType::string: return value.is_string() ? std::optional(value) : std::nullopt;
    case ParameterType::number: return asNumber(value);
    case ParameterType::integer: return asInteger(value);
    case ParameterType::boolean: return asBoolean(value);
    }
    return std::nullopt;
}

std::optional<Error> checkText(const Parameter& parameter, const Json& value)
{
    const std::string& text = value.get_ref<const std::string&>();
    if (text.find('\0') != std::string::npos)
        return refuse(parameter, "parameter.has_nul", {});
    if (text.size() > longestText)
        return refuse(parameter, "parameter.too_long", {{"limit", std::to_string(longestText)}});
    return std::nullopt;
}

std::optional<Error> checkLimits(const Parameter& parameter, const Json& value)
{
    const double number = value.get<double>();
    if (parameter.minimum && number < *parameter.minimum)
        return refuse(parameter, "parameter.too_small", {{"value", shown(value)}, {"minimum", shown(*parameter.minimum)}});
    if (parameter.maximum && number > *parameter.maximum)
        return refuse(parameter, "parameter.too_large", {{"value", shown(value)}, {"maximum", shown(*parameter.maximum)}});
    return std::nullopt;
}

std::optional<Error> checkChoice(const Parameter& parameter, const Json& value)
{
    if (parameter.choices.empty())
        return std::nullopt;
    std::string all;
    for (const Json& choice : parameter.choices) {
        if (converted(parameter.type, choice) == value)
            return std::nullopt;
        all += (all.empty() ? "" : ", ") + shown(choice);
    }
    return refuse(parameter, "parameter.not_a_choice", {{"value", shown(value)}, {"choices", all}});
}

Error unknown(const Pipeline& pipeline, const std::string& name)
{
    std::vector<std::string> names;
    for (const Parameter& parameter : pipeline.parameters)
        names.push_back(parameter.name);
    if (const auto near = nearest(name, names))
        return {ErrorCode::invalid, {"parameter.unknown_near", {{"name", name}, {"nearest", *near}}}, {}};
    return {ErrorCode::invalid, {"parameter.unknown", {{"name", name}, {"pipeline", pipeline.name}}}, {}};
}

} // namespace

Result<Json> acceptParameter(const Parameter& parameter, const Json& value)
{
    const std::optional<Json> accepted = converted(parameter.type, value);
    if (!accepted)
        return refuse(parameter, "parameter.wrong_type",
                      {{"value", shown(value)}, {"type", std::string(word(parameter.type))}});
    std::optional<Error> problem;
    if (parameter.type == ParameterType::string)
        problem = checkText(parameter, *accepted);
    else if (parameter.type != ParameterType::boolean)
        problem = checkLimits(parameter, *accepted);
    if (!problem)
        problem = checkChoice(parameter, *accepted);
    if (problem)
        return *problem;
    return *accepted;
}

Result<Json> acceptParameters(const Pipeline& pipeline, const Json& given)
{
    if (!given.is_object() && !given.is_null())
        return Error{ErrorCode::invalid, {"parameter.not_an_object", {}}, shown(given)};
    for (const auto& item : given.items()) {
        if (!pipeline.parameter(item.key()))
            return unknown(pipeline, item.key());
    }
    Json all = Json::object();
    for (const Parameter& parameter : pipeline.parameters) {
        const Json& own = memberAt(given, parameter.name.c_str());
        const Json& value = own.is_null() ? parameter.standard : own;
        if (value.is_null())
            return refuse(parameter, "parameter.missing", {});
        Result<Json> accepted = acceptParameter(parameter, value);
        if (!accepted)
            return accepted.error();
        all[parameter.name] = std::move(*accepted);
    }
    return all;
}

} // namespace penstock::pipeline
