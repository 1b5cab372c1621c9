#include "core/format/yaml_scalar.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace penstock::format {

namespace {

bool isDigit(char c) { return c >= '0' && c <= '9'; }

bool consistsOf(std::string_view text, std::string_view allowed)
{
    return text.find_first_not_of(allowed) == std::string_view::npos;
}

std::string lowered(std::string_view text)
{
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
    return result;
}

// 2024-05-03, with or without a time behind it.
bool looksLikeDate(std::string_view text)
{
    std::size_t at = 0;
    std::array<std::size_t, 3> lengths{};
    for (std::size_t& length : lengths) {
        while (at < text.size() && isDigit(text[at])) {
            ++at;
            ++length;
        }
        if (&length != &lengths.back() && (at >= text.size() || text[at++] != '-'))
            return false;
    }
    return lengths[0] == 4 && lengths[1] > 0 && lengths[1] < 3 && lengths[2] > 0;
}

// Wider than any of the grammars: a few texts too many get quotes, none too few.
bool looksLikeNumber(std::string_view text)
{
    if (!text.empty() && (text.front() == '-' || text.front() == '+'))
        text.remove_prefix(1);
    if (text.empty() || (!isDigit(text.front()) && text.front() != '.'))
        return false;
    const std::string word = lowered(text);
    if (word == ".inf" || word == ".nan" || consistsOf(word, "0123456789._,:"))
        return true;
    if (word.starts_with("0x") || word.starts_with("0b") || word.starts_with("0o"))
        return consistsOf(word.substr(2), "0123456789abcdef_");
    const std::size_t exponent = word.find('e');
    return exponent != std::string::npos && consistsOf(word.substr(0, exponent), "0123456789._,")
           && consistsOf(word.substr(exponent + 1), "0123456789+-_");
}

struct Unprintable {
    std::size_t length = 0; // 0: may stand as it is
    char32_t code = 0;
};

// The characters that readYaml() refuses, and the line ends.
Unprintable unprintableAt(std::string_view text, std::size_t at)
{
    const auto byte = [&](std::size_t i) -> unsigned { return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0; };
    if (byte(0) < 0x20 || byte(0) == 0x7F)
        return {1, byte(0)};
    if (byte(0) == 0xC2 && byte(1) < 0xA0)
        return {2, byte(1)};
    if (byte(0) == 0xE2 && byte(1) == 0x80 && (byte(2) == 0xA8 || byte(2) == 0xA9))
        return {3, 0x2000u | (byte(2) & 0x3F)};
    if (byte(0) == 0xEF && byte(1) == 0xBB && byte(2) == 0xBF)
        return {3, 0xFEFF};
    if (byte(0) == 0xEF && byte(1) == 0xBF && byte(2) >= 0xBE)
        return {3, 0xFFC0u | (byte(2) & 0x3F)};
    return {};
}

bool isPlainSafe(std::string_view text, YamlContext context)
{
    if (looksTyped(text) || !isPrintable(text) || text.front() == ' ' || text.back() == ' ' || text.back() == ':')
        return false;
    if (text.starts_with("---") || text.starts_with("- ") || text == "-" || text.find(": ") != std::string_view::npos
        || text.find(" #") != std::string_view::npos)
        return false;
    if (std::string_view("?:,[]{}#&*!|>'\"%@`").find(text.front()) != std::string_view::npos)
        return false;
    // Older readers end a plain text in flow style at any ':' or '?'.
    return context == YamlContext::block || text.find_first_of(",[]{}:?") == std::string_view::npos;
}

std::string escaped(char32_t code)
{
    switch (code) {
    case '\n': return "\\n";
    case '\t': return "\\t";
    case '\r': return "\\r";
    case 0: return "\\0";
    default: break;
    }
    char text[8];
    std::snprintf(text, sizeof text, code < 0x100 ? "\\x%02X" : "\\u%04X", static_cast<unsigned>(code));
    return text;
}

std::string doubleQuoted(std::string_view text)
{
    std::string result = "\"";
    for (std::size_t at = 0; at < text.size();) {
        const Unprintable character = unprintableAt(text, at);
        if (character.length > 0) {
            result += escaped(character.code);
            at += character.length;
            continue;
        }
        if (text[at] == '"' || text[at] == '\\')
            result += '\\';
        result += text[at++];
    }
    return result + '"';
}

std::string singleQuoted(std::string_view text)
{
    std::string result = "'";
    for (const char c : text)
        result += c == '\'' ? std::string("''") : std::string(1, c);
    return result + '\'';
}

// Readers of YAML 1.1 know a number with exponent only by its point: 1e+300 would be a text for them.
std::string realText(double real)
{
    if (std::isnan(real))
        return ".nan";
    if (std::isinf(real))
        return real > 0 ? ".inf" : "-.inf";
    std::string text = dumpJson(Json(real));
    const std::size_t exponent = text.find('e');
    if (exponent != std::string::npos && text.find('.') == std::string::npos)
        text.insert(exponent, ".0");
    return text;
}

} // namespace

bool isPrintable(std::string_view text)
{
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (unprintableAt(text, at).length > 0)
            return false;
    }
    return true;
}

bool looksTyped(std::string_view text)
{
    if (text.size() > 256)
        return looksLikeNumber(text);
    const std::string word = lowered(text);
    for (const std::string_view typed :
         {"", "~", "null", "true", "false", "yes", "no", "on", "off", "y", "n", "<<", "="}) {
        if (word == typed)
            return true;
    }
    return looksLikeNumber(text) || looksLikeDate(text);
}

std::string scalarText(const YamlValue& scalar, YamlStyle style, YamlContext context)
{
    if (scalar.is_number_float())
        return realText(scalar.get<double>());
    if (!scalar.is_string())
        return scalar.dump();
    const auto& text = scalar.get_ref<const std::string&>();
    if (style == YamlStyle::singleQuoted && isPrintable(text))
        return singleQuoted(text);
    if (style != YamlStyle::doubleQuoted && isPlainSafe(text, context))
        return text;
    return doubleQuoted(text);
}

std::string keyText(const std::string& key, YamlStyle style, YamlContext context)
{
    const std::string word = lowered(key);
    for (const std::string_view plain : {"yes", "no", "on", "off", "y", "n"}) {
        if (word == plain && style == YamlStyle::plain)
            return key;
    }
    return scalarText(YamlValue(key), style, context);
}

} // namespace penstock::format
