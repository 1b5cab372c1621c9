#include "core/expression/lexer.h"

#include "core/expression/error_at.h"

#include <array>
#include <charconv>

namespace penstock::expression {

namespace {

bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool isSpace(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// Longest first, so that "<=" is not read as "<".
constexpr std::array<std::string_view, 22> symbols{"&&", "||", "==", "!=", "<=", ">=", "<", ">", "+", "-", "*",
                                                   "/",  "%",  "!",  "?",  ":",  "(",  ")", "[", "]", ",", "."};

// One whole UTF-8 character, so that a message never shows half of one.
std::string_view characterAt(std::string_view text, std::size_t at)
{
    std::size_t length = 1;
    while (at + length < text.size() && (static_cast<unsigned char>(text[at + length]) & 0xC0) == 0x80 && length < 4)
        ++length;
    return text.substr(at, length);
}

// Everything that could be meant as one number is taken, so that "12abc" and "1.2.3" are one mistake at one place.
std::size_t numberEnd(std::string_view text, std::size_t at)
{
    while (at < text.size()) {
        const char c = text[at];
        const bool exponentSign = (c == '+' || c == '-') && (text[at - 1] == 'e' || text[at - 1] == 'E');
        if (!isLetter(c) && !isDigit(c) && c != '.' && !exponentSign)
            break;
        ++at;
    }
    return at;
}

} // namespace

Token Lexer::take(Token::Kind kind, std::size_t length)
{
    Token token{kind, m_text.substr(m_at, length), m_at, {}};
    m_at += length;
    return token;
}

Result<Token> Lexer::next(Place place)
{
    while (m_at < m_text.size() && isSpace(m_text[m_at]))
        ++m_at;
    if (m_at == m_text.size())
        return take(Token::Kind::end, 0);
    const char c = m_text[m_at];
    if (isLetter(c))
        return name(place);
    if (isDigit(c))
        return number();
    if (c == '\'')
        return singleQuoted();
    if (c == '"')
        return doubleQuoted();
    return symbol();
}

Token Lexer::name(Place place)
{
    std::size_t end = m_at + 1;
    while (end < m_text.size()
           && (isLetter(m_text[end]) || isDigit(m_text[end]) || (place == Place::afterDot && m_text[end] == '-')))
        ++end;
    return take(Token::Kind::name, end - m_at);
}

Result<Token> Lexer::number()
{
    Token token = take(Token::Kind::number, numberEnd(m_text, m_at + 1) - m_at);
    const char* first = token.text.data();
    const char* last = first + token.text.size();
    std::int64_t integer = 0;
    double real = 0;
    auto read = std::from_chars(first, last, integer);
    if (read.ptr == last && read.ec == std::errc()) {
        token.value = integer;
        return token;
    }
    const bool wasInteger = read.ptr == last;
    if (!wasInteger) {
        read = std::from_chars(first, last, real, std::chars_format::general);
        token.value = real;
    }
    if (read.ptr != last || token.text.back() == '.')
        return errorAt(token.offset, "expression.bad_number", {{"text", std::string(token.text)}});
    if (read.ec != std::errc())
        return errorAt(token.offset, "expression.number_too_large", {{"text", std::string(token.text)}});
    return token;
}

Result<Token> Lexer::singleQuoted()
{
    std::string value;
    for (std::size_t at = m_at + 1; at < m_text.size(); ++at) {
        if (m_text[at] != '\'') {
            value += m_text[at];
        } else if (at + 1 < m_text.size() && m_text[at + 1] == '\'') {
            value += m_text[at++];
        } else {
            Token token = take(Token::Kind::string, at + 1 - m_at);
            token.value = std::move(value);
            return token;
        }
    }
    return errorAt(m_at, "expression.unterminated_string", {{"quote", "'"}});
}

Result<Token> Lexer::doubleQuoted()
{
    std::size_t at = m_at + 1;
    while (at < m_text.size() && m_text[at] != '"')
        at += m_text[at] == '\\' ? 2 : 1;
    if (at >= m_text.size())
        return errorAt(m_at, "expression.unterminated_string", {{"quote", "\""}});
    Token token = take(Token::Kind::string, at + 1 - m_at);
    // The escapes are those of JSON, so JSON's reader knows them, surrogate pairs included. Line ends may stand as they are.
    std::string json;
    for (const char c : token.text)
        json += c == '\n' ? "\\n" : c == '\t' ? "\\t" : c == '\r' ? "\\r" : std::string(1, c);
    auto value = parseJson(json);
    if (!value)
        return errorAt(token.offset, "expression.bad_escape", {{"text", std::string(token.text)}});
    token.value = std::move(*value);
    return token;
}

Result<Token> Lexer::symbol()
{
    const std::string_view rest = m_text.substr(m_at);
    if (rest.front() == '=' && !rest.starts_with("=="))
        return errorAt(m_at, "expression.single_operator", {{"operator", "="}, {"instead", "=="}});
    for (const std::string_view candidate : symbols) {
        if (rest.starts_with(candidate))
            return take(Token::Kind::symbol, candidate.size());
    }
    if (rest.front() == '&' || rest.front() == '|')
        return errorAt(m_at, "expression.single_operator",
                       {{"operator", std::string(1, rest.front())}, {"instead", std::string(2, rest.front())}});
    return errorAt(m_at, "expression.bad_character", {{"character", std::string(characterAt(m_text, m_at))}});
}

} // namespace penstock::expression
