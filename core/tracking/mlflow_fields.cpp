#include "core/tracking/mlflow_fields.h"

#include "core/tracking/metrics.h"

#include <cctype>
#include <charconv>
#include <cmath>
#include <limits>

namespace penstock::tracking {

namespace {

constexpr double largestWhole = 9007199254740992.0; // 2^53

std::string camelCase(std::string_view name)
{
    std::string text;
    for (std::size_t i = 0; i < name.size(); ++i) {
        if (name[i] == '_' && i + 1 < name.size())
            text += static_cast<char>(std::toupper(static_cast<unsigned char>(name[++i])));
        else
            text += name[i];
    }
    return text;
}

std::optional<std::int64_t> integerFrom(const Json& value)
{
    if (value.is_number_integer())
        return value.get<std::int64_t>();
    if (value.is_number_float()) {
        const double number = value.get<double>();
        return std::trunc(number) == number && std::fabs(number) <= largestWhole
                   ? std::optional(static_cast<std::int64_t>(number))
                   : std::nullopt;
    }
    if (!value.is_string())
        return std::nullopt;
    const auto& text = value.get_ref<const std::string&>();
    std::int64_t number = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), number);
    return failed == std::errc() && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

std::optional<double> numberFrom(const Json& value)
{
    if (value.is_number())
        return value.get<double>();
    if (!value.is_string())
        return std::nullopt;
    const auto& text = value.get_ref<const std::string&>();
    if (text == "NaN")
        return std::numeric_limits<double>::quiet_NaN();
    if (text == "Infinity" || text == "-Infinity")
        return text.front() == '-' ? -std::numeric_limits<double>::infinity() : std::numeric_limits<double>::infinity();
    double number = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), number);
    return failed == std::errc() && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

// Letters of any language, digits and "_-. /:", and nothing that a path would read in another way.
bool isKey(std::string_view text)
{
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x80 && !std::isalnum(byte) && std::string_view("_-. /:").find(c) == std::string_view::npos)
            return false;
    }
    std::string_view rest = text;
    while (true) {
        const std::string_view part = rest.substr(0, rest.find('/'));
        if (part.empty() || part == "." || part == "..")
            return false;
        if (part.size() == rest.size())
            return true;
        rest.remove_prefix(part.size() + 1);
    }
}

} // namespace

MlflowFields::MlflowFields(const Json& object, std::optional<MlflowAnswer>& wrong, std::string where)
    : m_object(object), m_wrong(wrong), m_where(std::move(where))
{}

const Json& MlflowFields::find(std::string_view name) const
{
    const Json& found = memberAt(m_object, std::string(name).c_str());
    return found.is_null() ? memberAt(m_object, camelCase(name).c_str()) : found;
}

void MlflowFields::refuse(std::string message) const
{
    if (!m_wrong)
        m_wrong = mlflowError("INVALID_PARAMETER_VALUE", std::move(message));
}

void MlflowFields::invalid(std::string_view name, const Json& value) const
{
    refuse("Invalid value " + dumpJson(value).substr(0, 200) + " for parameter '" + m_where + std::string(name) +
           "' supplied.");
}

void MlflowFields::missing(std::string_view name) const
{
    refuse("Missing value for required parameter '" + m_where + std::string(name) +
           "'. See the API docs for more information about request parameters.");
}

std::string MlflowFields::text(std::string_view name) const
{
    const Json& value = find(name);
    if (value.is_string())
        return value.get<std::string>();
    if (value.is_number() || value.is_boolean())
        return dumpJson(value); // of old clients
    if (!value.is_null())
        invalid(name, value);
    return {};
}

std::string MlflowFields::needed(std::string_view name) const
{
    std::string value = text(name);
    if (value.empty())
        missing(name);
    return value;
}

std::string MlflowFields::runId() const
{
    std::string id = text("run_id");
    return !id.empty() ? id : has("run_uuid") ? text("run_uuid") : needed("run_id");
}

std::int64_t MlflowFields::integer(std::string_view name, std::int64_t other) const
{
    const Json& value = find(name);
    if (value.is_null())
        return other;
    const auto number = integerFrom(value);
    if (!number)
        invalid(name, value);
    return number.value_or(other);
}

std::int64_t MlflowFields::neededInteger(std::string_view name) const
{
    if (!has(name))
        missing(name);
    return integer(name, 0);
}

double MlflowFields::neededNumber(std::string_view name) const
{
    const Json& value = find(name);
    if (value.is_null())
        return missing(name), 0;
    const auto number = numberFrom(value);
    if (!number)
        invalid(name, value);
    return number.value_or(0);
}

std::string MlflowFields::key(std::string_view name) const
{
    std::string key = needed(name);
    if (key.size() > longestMetricName)
        refuse("'" + m_where + std::string(name) + "' exceeds the maximum length of " +
               std::to_string(longestMetricName) + " characters");
    else if (!key.empty() && !isKey(key))
        refuse("Invalid value " + dumpJson(key) + " for parameter '" + m_where + std::string(name) +
               "' supplied: Names may only contain alphanumerics, underscores (_), dashes (-), periods (.), spaces ( "
               "), colon(:) and slashes (/).");
    return key;
}

} // namespace penstock::tracking
