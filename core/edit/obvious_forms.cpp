#include "core/edit/obvious_forms.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

namespace penstock::edit {

using format::YamlValue;

namespace {

std::string lowered(std::string_view text)
{
    std::string lower(text);
    std::ranges::transform(lower, lower.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return lower;
}

std::optional<YamlValue> booleanOf(const YamlValue& value)
{
    if (value.is_number_integer() && (value == 0 || value == 1))
        return YamlValue(value == 1);
    if (!value.is_string())
        return std::nullopt;
    const std::string word = lowered(value.get<std::string>());
    for (const char* yes : {"true", "yes", "on", "y"}) {
        if (word == yes)
            return YamlValue(true);
    }
    for (const char* no : {"false", "no", "off", "n"}) {
        if (word == no)
            return YamlValue(false);
    }
    return std::nullopt;
}

std::optional<YamlValue> numberOf(const YamlValue& value, bool whole)
{
    if (value.is_number_float() && whole) {
        const double number = value.get<double>();
        return std::trunc(number) == number && std::abs(number) < 1e9 ? std::optional(YamlValue(static_cast<std::int64_t>(number))) : std::nullopt;
    }
    if (!value.is_string())
        return std::nullopt;
    const std::string text = value.get<std::string>();
    const char* end = text.data() + text.size();
    std::int64_t integer = 0;
    if (const auto read = std::from_chars(text.data(), end, integer); !text.empty() && read.ec == std::errc() && read.ptr == end)
        return YamlValue(integer);
    double number = 0;
    if (const auto read = std::from_chars(text.data(), end, number); text.empty() || read.ec != std::errc() || read.ptr != end || !std::isfinite(number))
        return std::nullopt;
    return whole ? numberOf(YamlValue(number), true) : std::optional(YamlValue(number));
}

struct Unit {
    std::string_view written;
    std::vector<std::string_view> also; // in small letters
};

// "2 hours", "90 Min", "1 GiB": a number, a unit, nothing else.
std::optional<YamlValue> measured(const YamlValue& value, const std::vector<Unit>& units)
{
    if (!value.is_string())
        return std::nullopt;
    const std::string text = lowered(value.get<std::string>());
    const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
    const std::size_t unit = std::min(text.find_first_not_of(' ', digits), text.size());
    if (digits == 0 || digits > 9 || unit == text.size())
        return std::nullopt;
    const std::string_view word = std::string_view(text).substr(unit);
    for (const Unit& known : units) {
        if (std::ranges::find(known.also, word) != known.also.end())
            return YamlValue(text.substr(0, digits) + std::string(known.written));
    }
    return std::nullopt;
}

const std::vector<Unit>& times()
{
    static const std::vector<Unit> units{{"ms", {"ms", "msec", "millisecond", "milliseconds"}},
                                         {"s", {"s", "sec", "secs", "second", "seconds"}},
                                         {"m", {"m", "min", "mins", "minute", "minutes"}},
                                         {"h", {"h", "hr", "hrs", "hour", "hours"}},
                                         {"d", {"d", "day", "days"}}};
    return units;
}

const std::vector<Unit>& sizes()
{
    static const std::vector<Unit> units{{"KiB", {"k", "kb", "ki", "kib"}}, {"MiB", {"m", "mb", "mi", "mib"}}, {"GiB", {"g", "gb", "gi", "gib"}}, {"TiB", {"t", "tb", "ti", "tib"}}};
    return units;
}

// What a mapping is shortened to elsewhere: `retry: 3`.
std::optional<YamlValue> mappingOf(std::string_view key, const YamlValue& value)
{
    if (key == "retry" && value.is_number_integer())
        return YamlValue{{"attempts", value}};
    if (key == "resources" && value.is_number())
        return YamlValue{{"cpu", value}};
    if (key == "on_failure" && value.is_string())
        return YamlValue{{"goto", value}};
    return std::nullopt;
}

} // namespace

std::optional<YamlValue> obviousForm(std::string_view expected, std::string_view key, const YamlValue& value)
{
    if (expected == "format.expects_boolean")
        return booleanOf(value);
    if (expected == "format.expects_integer")
        return numberOf(value, true);
    if (expected == "format.expects_number")
        return numberOf(value, false);
    if (expected == "format.expects_duration")
        return measured(value, times());
    if (expected == "format.expects_size")
        return measured(value, sizes());
    if (expected == "format.expects_mapping")
        return mappingOf(key, value);
    return std::nullopt;
}

} // namespace penstock::edit
