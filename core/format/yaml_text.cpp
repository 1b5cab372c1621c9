#include "core/format/yaml_text.h"

#include <algorithm>
#include <cstdio>

namespace penstock::format {

namespace {

using pipeline::Place;

bool isContinuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

struct Character {
    char32_t code = 0;
    std::size_t length = 0; // 0: not UTF-8
};

// Well-formed UTF-8 as in table 3-7 of the Unicode standard: no overlong forms, no surrogates, nothing above U+10FFFF.
Character characterAt(std::string_view text, std::size_t at)
{
    const auto lead = static_cast<unsigned char>(text[at]);
    if (lead < 0x80)
        return {lead, 1};
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || at + length > text.size())
        return {};
    char32_t code = lead & (0xFFu >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        if (!isContinuation(text[at + i]))
            return {};
        code = code << 6 | (static_cast<unsigned char>(text[at + i]) & 0x3F);
    }
    const bool overlong = code < (length == 2 ? 0x80u : length == 3 ? 0x800u : 0x10000u);
    if (overlong || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF))
        return {};
    return {code, length};
}

// The text id of what is wrong with a character, or null.
const char* troubleWith(char32_t code)
{
    if (code == 0x85 || code == 0x2028 || code == 0x2029)
        return "yaml.line_separator"; // a line end in YAML 1.1, none in 1.2
    if (code < 0x20 || code == 0x7F || (code >= 0x80 && code < 0xA0) || code == 0xFEFF || (code & 0xFFFE) == 0xFFFE)
        return code == '\t' || code == '\n' || code == '\r' ? nullptr : "yaml.control_character";
    return nullptr;
}

std::string codeText(char32_t code)
{
    char text[16];
    std::snprintf(text, sizeof text, "U+%04X", static_cast<unsigned>(code));
    return text;
}

Result<void> checkCharacters(std::string_view text)
{
    for (std::size_t at = 0; at < text.size();) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if (byte >= 0x20 && byte < 0x7F) {
            ++at;
            continue;
        }
        const Character character = characterAt(text, at);
        if (character.length == 0) {
            char hex[8];
            std::snprintf(hex, sizeof hex, "%02X", byte);
            return yamlError(placeAt(text, at), "yaml.not_utf8", {{"byte", hex}});
        }
        if (const char* id = troubleWith(character.code))
            return yamlError(placeAt(text, at), id, {{"character", codeText(character.code)}});
        at += character.length;
    }
    return {};
}

// Directives could be many, and libyaml compares each %TAG with all before it.
Result<void> checkDirectives(std::string_view text)
{
    std::size_t at = 0;
    while (at < text.size() && text[at] != '%') {
        const std::size_t first = text.find_first_not_of(" \t", at);
        if (first == std::string_view::npos || std::string_view("#\r\n").find(text[first]) == std::string_view::npos)
            return {};
        const std::size_t end = text.find_first_of("\r\n", first);
        if (end == std::string_view::npos)
            return {};
        at = end + 1;
    }
    return at < text.size() ? yamlError(placeAt(text, at), "yaml.directive") : Result<void>();
}

} // namespace

Error yamlError(Place place, std::string id, std::vector<std::pair<std::string, std::string>> arguments)
{
    arguments.emplace_back("line", std::to_string(place.line));
    arguments.emplace_back("column", std::to_string(place.column));
    return Error{ErrorCode::invalid, {std::move(id), std::move(arguments)}, {}};
}

Place placeAt(std::string_view text, std::size_t offset)
{
    Place place{1, 1};
    for (std::size_t i = 0; i < offset && i < text.size(); ++i) {
        if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.size() || text[i + 1] != '\n')))
            place = {place.line + 1, 1};
        else if (!isContinuation(text[i]))
            ++place.column;
    }
    return place;
}

Result<void> checkYamlText(std::string_view text)
{
    if (text.starts_with("\xEF\xBB\xBF"))
        return yamlError({1, 1}, "yaml.byte_order_mark");
    if (auto fine = checkCharacters(text); !fine)
        return fine;
    return checkDirectives(text);
}

CharacterIndex::CharacterIndex(std::string_view text)
    : m_text(text)
    , m_isAscii(std::none_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; }))
{
    std::size_t character = 0;
    for (std::size_t i = 0; i < text.size() && !m_isAscii; ++i) {
        if (!isContinuation(text[i]) && character++ % stride == 0)
            m_offsets.push_back(static_cast<std::uint32_t>(i));
    }
}

std::uint32_t CharacterIndex::byteOf(std::size_t character) const
{
    if (m_isAscii || character / stride >= m_offsets.size())
        return static_cast<std::uint32_t>(m_isAscii ? std::min(character, m_text.size()) : m_text.size());
    std::size_t at = m_offsets[character / stride];
    for (std::size_t left = character % stride; left > 0 && at < m_text.size(); --left) {
        do {
            ++at;
        } while (at < m_text.size() && isContinuation(m_text[at]));
    }
    return static_cast<std::uint32_t>(at);
}

} // namespace penstock::format
