#include "core/platform/secret_masks.h"

#include <algorithm>
#include <cstdint>
#include <set>
#include <string_view>

namespace penstock::platform {

namespace {

constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

std::string base64(std::string_view bytes, std::string_view lastTwo)
{
    const std::string alphabet = std::string(letters) + std::string(lastTwo);
    std::string text;
    std::uint32_t bits = 0;
    int count = 0;
    for (const char byte : bytes) {
        bits = bits << 8U | static_cast<unsigned char>(byte);
        for (count += 8; count >= 6; count -= 6)
            text.push_back(alphabet[bits >> static_cast<unsigned>(count - 6) & 63U]);
        bits &= (1U << static_cast<unsigned>(count)) - 1U;
    }
    return text; // without the character that the bytes after it would decide
}

void addBase64(const std::string& secret, std::string_view lastTwo, std::set<std::string>& masks)
{
    for (const std::size_t before : {0U, 1U, 2U}) {
        const std::string text = base64(std::string(before, '\0') + secret, lastTwo);
        masks.insert(text.substr(std::min(text.size(), (before * 8 + 5) / 6)));
    }
    const std::string text = base64(secret, lastTwo);
    for (const std::size_t width : {76U, 64U}) {
        for (std::size_t at = 0; text.size() > width && at < text.size(); at += width)
            masks.insert(text.substr(at, width));
    }
}

std::string hex(std::uint32_t number, int digits, bool isUpper)
{
    const char* digit = isUpper ? "0123456789ABCDEF" : "0123456789abcdef";
    std::string text;
    for (int i = digits - 1; i >= 0; --i)
        text += digit[number >> static_cast<unsigned>(4 * i) & 15U];
    return text;
}

bool isUnreserved(char c) { return letters.find(c) != std::string_view::npos || std::string_view("-._~").find(c) != std::string_view::npos; }

std::string percent(const std::string& secret, std::string_view kept, bool isUpper, bool isForm)
{
    std::string text;
    for (const char c : secret) {
        if (c == ' ' && isForm)
            text += '+';
        else if (isUnreserved(c) || kept.find(c) != std::string_view::npos)
            text += c;
        else
            text += '%' + hex(static_cast<unsigned char>(c), 2, isUpper);
    }
    return text;
}

void addUrl(const std::string& secret, std::set<std::string>& masks)
{
    for (const std::string_view kept : {"", "/", "!*'()", "!*'()/:;@&=+$,?#"}) {
        for (const bool isUpper : {false, true}) {
            masks.insert(percent(secret, kept, isUpper, false));
            masks.insert(percent(secret, kept, isUpper, true));
        }
    }
}

// The code point that begins at `at`; its length in bytes, 0 when there is none (the byte stands for itself).
std::size_t codePoint(std::string_view text, std::size_t at, std::uint32_t& point)
{
    const auto lead = static_cast<unsigned char>(text[at]);
    const std::size_t size = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc0 ? 2 : 0;
    if (size == 0 || at + size > text.size())
        return 0;
    point = lead & (0xffU >> (size + 1));
    for (std::size_t i = 1; i < size; ++i)
        point = point << 6U | (static_cast<unsigned char>(text[at + i]) & 0x3fU);
    return size;
}

enum class Beyond { asIs, lower, upper }; // characters beyond ASCII

std::string unicodeEscape(std::uint32_t unit, Beyond beyond) { return "\\u" + hex(unit, 4, beyond == Beyond::upper); }

std::string escaped(std::string_view text, bool escapesSlash, Beyond beyond)
{
    static constexpr std::string_view plain = "\"\\\b\f\n\r\t", after = "\"\\bfnrt";
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        std::uint32_t point = 0;
        if (const std::size_t at = plain.find(c); at != std::string_view::npos) {
            out += {'\\', after[at]};
        } else if (c == '/' && escapesSlash) {
            out += "\\/";
        } else if (static_cast<unsigned char>(c) < 0x20) {
            out += unicodeEscape(static_cast<unsigned char>(c), beyond);
        } else if (const std::size_t size = beyond == Beyond::asIs ? 0 : codePoint(text, i, point); size > 0) {
            if (point >= 0x10000) {
                out += unicodeEscape(0xd800U + ((point - 0x10000U) >> 10U), beyond);
                point = 0xdc00U + ((point - 0x10000U) & 0x3ffU);
            }
            out += unicodeEscape(point, beyond);
            i += size - 1;
        } else {
            out += c;
        }
    }
    return out;
}

void addJson(const std::string& secret, std::set<std::string>& masks)
{
    for (const bool escapesSlash : {false, true}) {
        for (const Beyond beyond : {Beyond::asIs, Beyond::lower, Beyond::upper})
            masks.insert(escaped(secret, escapesSlash, beyond));
    }
}

std::string entities(const std::string& secret, const std::string& quote, const std::string& apostrophe)
{
    std::string text;
    for (const char c : secret)
        text += c == '&' ? "&amp;" : c == '<' ? "&lt;" : c == '>' ? "&gt;" : c == '"' ? quote : c == '\'' ? apostrophe : std::string(1, c);
    return text;
}

void addXml(const std::string& secret, std::set<std::string>& masks)
{
    for (const std::string quote : {"\"", "&quot;", "&#34;", "&#x22;"}) {
        for (const std::string apostrophe : {"'", "&apos;", "&#39;", "&#x27;"})
            masks.insert(entities(secret, quote, apostrophe));
    }
}

std::string shellQuoted(const std::string& secret)
{
    std::string text;
    for (const char c : secret)
        text += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return text;
}

void addAll(const std::string& secret, std::set<std::string>& masks)
{
    masks.insert(secret);
    addBase64(secret, "+/", masks);
    addBase64(secret, "-_", masks);
    addUrl(secret, masks);
    addJson(secret, masks);
    addXml(secret, masks);
    masks.insert(shellQuoted(secret));
}

std::string trimmed(std::string_view line)
{
    const std::size_t begin = line.find_first_not_of(" \t\r");
    return begin == std::string_view::npos ? std::string() : std::string(line.substr(begin, line.find_last_not_of(" \t\r") + 1 - begin));
}

} // namespace

std::vector<std::string> masksOf(const std::string& secret)
{
    if (secret.size() < shortestMask)
        return {};
    std::set<std::string> masks;
    addAll(secret, masks);
    for (std::size_t begin = 0; secret.find('\n') != std::string::npos && begin < secret.size();) {
        const std::size_t end = std::min(secret.find('\n', begin), secret.size());
        if (const std::string line = trimmed(std::string_view(secret).substr(begin, end - begin)); line.size() >= shortestMask)
            addAll(line, masks);
        begin = end + 1;
    }
    std::vector<std::string> sorted(masks.begin(), masks.end());
    std::erase_if(sorted, [](const std::string& mask) { return mask.size() < shortestMask; });
    std::ranges::stable_sort(sorted, std::ranges::greater(), &std::string::size);
    return sorted;
}

std::vector<std::string> masksOf(const std::vector<std::string>& secrets)
{
    std::set<std::string> all;
    for (const std::string& secret : secrets) {
        const auto masks = masksOf(secret);
        all.insert(masks.begin(), masks.end());
    }
    std::vector<std::string> sorted(all.begin(), all.end());
    std::ranges::stable_sort(sorted, std::ranges::greater(), &std::string::size);
    return sorted;
}

} // namespace penstock::platform
