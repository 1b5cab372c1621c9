#include "core/check/text_place.h"

#include <algorithm>

namespace penstock::check {

namespace {

using pipeline::Place;
using pipeline::Spot;

bool isContinuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }
bool isBlank(char c) { return c == ' ' || c == '\t'; }
bool isBreak(char c) { return c == '\n' || c == '\r'; }

int codePoints(std::string_view text)
{
    return static_cast<int>(std::ranges::count_if(text, [](char c) { return !isContinuation(c); }));
}

Place advanced(Place from, std::string_view text)
{
    const auto lines = std::ranges::count(text, '\n');
    if (lines == 0)
        return {from.line, from.column + codePoints(text)};
    return {from.line + static_cast<int>(lines), codePoints(text.substr(text.rfind('\n') + 1)) + 1};
}

// Walks the text of a scalar and the bytes of its value side by side.
class Walk final {
public:
    explicit Walk(std::string_view raw)
        : m_raw(raw)
    {
        if (raw.empty())
            return;
        m_style = raw.front() == '"' || raw.front() == '\'' || raw.front() == '|' || raw.front() == '>' ? raw.front() : ' ';
        if (m_style == '"' || m_style == '\'')
            m_at = 1;
        if (isBlock())
            beginBlock();
    }

    // The position in the raw text at which `offset` bytes of the value have been read.
    std::size_t find(std::size_t offset)
    {
        while (m_read < offset && m_at < m_raw.size())
            step();
        if (isEscapedBreak()) // no byte of the value, so it was not passed yet
            stepEscape();
        if (isBlock())
            skipIndent();
        return std::min(m_at, m_raw.size());
    }

private:
    bool isBlock() const { return m_style == '|' || m_style == '>'; }
    char here() const { return m_raw[m_at]; }

    bool isEscapedBreak() const { return m_style == '"' && m_at + 1 < m_raw.size() && here() == '\\' && isBreak(m_raw[m_at + 1]); }

    void step()
    {
        if (m_style == '|')
            stepLiteral();
        else if (isBreak(here()) || isBlank(here()))
            stepSpace();
        else if (m_style == '"' && here() == '\\')
            stepEscape();
        else if (m_style == '\'' && m_raw.substr(m_at).starts_with("''"))
            take(2, 1);
        else
            take(1, 1);
    }

    void take(std::size_t raw, std::size_t value)
    {
        m_at += raw;
        m_read += value;
    }

    void beginBlock()
    {
        m_at = std::min(m_raw.find('\n'), m_raw.size() - 1) + 1;
        const std::size_t text = m_raw.find_first_not_of(" \r\n", m_at);
        const std::size_t line = text == std::string_view::npos ? m_at : m_raw.rfind('\n', text) + 1;
        m_indent = text == std::string_view::npos ? 0 : text - line;
        skipIndent();
    }

    void skipIndent()
    {
        if (m_at == 0 || m_raw[m_at - 1] != '\n')
            return;
        for (std::size_t i = 0; i < m_indent && m_at < m_raw.size() && here() == ' '; ++i)
            ++m_at;
    }

    void stepLiteral()
    {
        if (here() == '\r') // a line break is \n in the value, whatever it is in the file
            ++m_at;
        else
            take(1, 1);
        skipIndent();
    }

    // One line break folds into a space, n + 1 of them into n line feeds; blanks around them are no content.
    void stepSpace()
    {
        const std::size_t end = std::min(m_raw.find_first_not_of(" \t\r\n", m_at), m_raw.size());
        const std::string_view space = m_raw.substr(m_at, end - m_at);
        const auto breaks = static_cast<std::size_t>(std::ranges::count(space, '\n'));
        if (breaks == 0)
            take(1, 1);
        else
            take(space.size(), std::max<std::size_t>(1, breaks - 1));
    }

    void stepEscape()
    {
        const char code = m_at + 1 < m_raw.size() ? m_raw[m_at + 1] : '\\';
        if (isBreak(code)) { // an escaped line break joins the lines
            const std::size_t end = m_raw.find_first_not_of(" \t\r\n", m_at + 1);
            m_at = std::min(end, m_raw.size());
            return;
        }
        const std::size_t digits = code == 'x' ? 2 : code == 'u' ? 4 : code == 'U' ? 8 : 0;
        take(2 + digits, digits == 0 ? namedBytes(code) : encodedBytes(m_raw.substr(m_at + 2, digits)));
    }

    // \N is U+0085 and \_ U+00A0; \L and \P are U+2028 and U+2029.
    static std::size_t namedBytes(char code)
    {
        return code == 'N' || code == '_' ? 2 : code == 'L' || code == 'P' ? 3 : 1;
    }

    static std::size_t encodedBytes(std::string_view hex)
    {
        unsigned long point = 0;
        for (const char c : hex)
            point = point * 16 + static_cast<unsigned long>(c <= '9' ? c - '0' : (c | 32) - 'a' + 10);
        return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    }

    std::string_view m_raw;
    std::size_t m_at = 0;
    std::size_t m_read = 0;
    std::size_t m_indent = 0;
    char m_style = ' ';
};

} // namespace

Place placeInText(std::string_view source, const Spot& spot, std::string_view value, std::size_t offset)
{
    const std::size_t size = spot.end - spot.begin;
    if (spot.begin < spot.end && spot.end <= source.size()) {
        const std::string_view raw = source.substr(spot.begin, size);
        return advanced(spot.value, raw.substr(0, Walk(raw).find(offset)));
    }
    const bool plain = size == value.size();
    const bool quoted = size == value.size() + 2;
    if ((!plain && !quoted) || value.find('\n') != std::string_view::npos)
        return spot.value;
    return advanced({spot.value.line, spot.value.column + (quoted ? 1 : 0)}, value.substr(0, offset));
}

} // namespace penstock::check
