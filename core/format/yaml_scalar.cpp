#include "core/format/yaml_scalar.h"

#include <charconv>
#include <cmath>
#include <cstdint>

namespace penstock::format {

namespace {

bool isDigit(char c) { return c >= '0' && c <= '9'; }

std::string_view withoutSign(std::string_view text)
{
    return !text.empty() && (text.front() == '-' || text.front() == '+') ? text.substr(1) : text;
}

bool isOneOf(std::string_view text, std::initializer_list<std::string_view> words)
{
    for (const std::string_view word : words) {
        if (text == word)
            return true;
    }
    return false;
}

std::size_t digitsFrom(std::string_view text, std::size_t at)
{
    while (at < text.size() && isDigit(text[at]))
        ++at;
    return at;
}

// (\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?
bool isDecimal(std::string_view text)
{
    const std::size_t whole = digitsFrom(text, 0);
    std::size_t at = whole;
    if (at < text.size() && text[at] == '.')
        at = digitsFrom(text, at + 1);
    if (at == 0 || (whole == 0 && at < 2))
        return false;
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        const std::size_t sign = at + 1 < text.size() && (text[at + 1] == '+' || text[at + 1] == '-') ? 1 : 0;
        const std::size_t first = at + 1 + sign;
        at = digitsFrom(text, first);
        if (at == first)
            return false;
    }
    return at == text.size();
}

// The digits of `text` from `skip` on in `base`; negated when it begins with '-'.
std::optional<YamlValue> integer(std::string_view text, std::size_t skip, int base)
{
    const char* last = text.data() + text.size();
    std::uint64_t magnitude = 0;
    const auto [end, error] = std::from_chars(text.data() + skip, last, magnitude, base);
    if (end != last || text.size() == skip)
        return std::nullopt;
    const bool negative = text.front() == '-';
    const std::uint64_t most = std::uint64_t(INT64_MAX) + (negative ? 1 : 0);
    if (error != std::errc() || magnitude > most) {
        double real = 0;
        if (base == 10)
            std::from_chars(text.data() + skip, last, real);
        for (std::size_t i = skip; base != 10 && i < text.size(); ++i)
            real = real * base + (isDigit(text[i]) ? text[i] - '0' : (text[i] | 0x20) - 'a' + 10);
        return YamlValue(negative ? -real : real);
    }
    if (negative && magnitude > 0)
        return YamlValue(-static_cast<std::int64_t>(magnitude - 1) - 1); // also the smallest, which has no positive twin
    return YamlValue(static_cast<std::int64_t>(magnitude));
}

std::optional<YamlValue> number(std::string_view text)
{
    if (text.starts_with("0x"))
        return integer(text, 2, 16);
    if (text.starts_with("0o"))
        return integer(text, 2, 8);
    const std::string_view magnitude = withoutSign(text);
    const bool negative = text.starts_with('-');
    if (isOneOf(magnitude, {".inf", ".Inf", ".INF"}))
        return YamlValue(negative ? -HUGE_VAL : HUGE_VAL);
    if (isOneOf(text, {".nan", ".NaN", ".NAN"}))
        return YamlValue(std::nan(""));
    if (!magnitude.empty() && digitsFrom(magnitude, 0) == magnitude.size())
        return integer(text, text.size() - magnitude.size(), 10);
    if (!isDecimal(magnitude))
        return std::nullopt;
    double real = 0;
    const auto read = std::from_chars(magnitude.data(), magnitude.data() + magnitude.size(), real);
    if (read.ec == std::errc::result_out_of_range)
        real = magnitude.find("e-") != std::string_view::npos || magnitude.find("E-") != std::string_view::npos ? 0 : HUGE_VAL;
    return YamlValue(negative ? -real : real);
}

YamlValue plainValue(std::string_view text)
{
    if (text.empty() || isOneOf(text, {"~", "null", "Null", "NULL"}))
        return nullptr;
    if (isOneOf(text, {"true", "True", "TRUE"}))
        return true;
    if (isOneOf(text, {"false", "False", "FALSE"}))
        return false;
    auto value = number(text);
    return value ? std::move(*value) : YamlValue(text);
}

// What a tag asks for; a text that cannot be that stays a string, and the reader of the document complains.
YamlValue taggedValue(YamlTag tag, std::string_view text)
{
    if (tag == YamlTag::null)
        return nullptr;
    YamlValue value = plainValue(text);
    if (tag == YamlTag::real && value.is_number())
        return value.get<double>();
    const bool fits = (tag == YamlTag::integer && value.is_number_integer()) || (tag == YamlTag::boolean && value.is_boolean());
    return fits ? value : YamlValue(text);
}

// ordered_json looks through all keys for each one that is set, which would be quadratic; here they are known to differ.
void addMember(YamlValue& object, const std::string& key, YamlValue value)
{
    auto& members = object.get_ref<YamlValue::object_t&>();
    static_cast<YamlValue::object_t::Container&>(members).emplace_back(key, std::move(value));
}

void addMember(Json& object, const std::string& key, Json value) { object[key] = std::move(value); }

template <class Value>
Value convert(const YamlNode& node)
{
    if (node.kind == YamlKind::scalar)
        return Value(scalarValue(node));
    Value value = node.kind == YamlKind::mapping ? Value::object() : Value::array();
    for (std::size_t i = 0; i < node.entryCount(); ++i) {
        if (node.kind == YamlKind::mapping)
            addMember(value, node.key(i).text, convert<Value>(node.value(i)));
        else
            value.push_back(convert<Value>(node.value(i)));
    }
    return value;
}

} // namespace

YamlValue scalarValue(const YamlNode& node)
{
    if (node.tag != YamlTag::none && node.tag != YamlTag::text)
        return taggedValue(node.tag, node.text);
    if (node.tag == YamlTag::text || node.style != YamlStyle::plain)
        return node.text;
    return plainValue(node.text);
}

YamlValue valueOf(const YamlNode& node) { return convert<YamlValue>(node); }

Json jsonOf(const YamlNode& node) { return convert<Json>(node); }

} // namespace penstock::format
