#include "ui/designer/form/argument_text.h"

#include "core/expression/template_text.h"

namespace penstock::designer {

namespace {

constexpr std::string_view escapable = "\"\\$`"; // between double quotes
constexpr std::size_t longLine = 34; // characters that a form of usual width shows

bool isBlank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// The length of the mark that begins here and ends too; 0: there is none.
std::size_t markLength(std::string_view text, std::size_t at)
{
    if (!text.substr(at).starts_with("${{"))
        return 0;
    const expression::Mark mark = expression::markAt(text, at);
    return mark.closed ? mark.length : 0;
}

// Raw between the quotes, whatever it is.
std::string inSingle(const std::string& argument)
{
    std::string text = "'";
    for (const char c : argument)
        text += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return text + '\'';
}

// In these a shell, and a script of ours, still reads ${{ }}.
std::string inDouble(const std::string& argument)
{
    std::string text = "\"";
    for (std::size_t at = 0; at < argument.size();) {
        const std::size_t mark = markLength(argument, at);
        const std::size_t length = mark > 0 ? mark : 1;
        if (mark == 0 && escapable.find(argument[at]) != std::string_view::npos)
            text += '\\';
        text += argument.substr(at, length);
        at += length;
    }
    return text + '"';
}

struct Looks {
    bool isPlain = true, hasMark = false;
};

Looks looksOf(std::string_view argument)
{
    Looks looks{!argument.empty(), false};
    for (std::size_t at = 0; at < argument.size();) {
        if (const std::size_t mark = markLength(argument, at)) {
            at += mark;
            looks.hasMark = true;
            continue;
        }
        const char c = argument[at];
        if (isBlank(c) || c == '\'' || c == '"' || c == '\\' || argument.substr(at).starts_with("${{"))
            looks.isPlain = false;
        ++at;
    }
    return looks;
}

std::string worded(const std::string& argument)
{
    const Looks looks = looksOf(argument);
    return looks.isPlain ? argument : looks.hasMark ? inDouble(argument) : inSingle(argument);
}

std::string written(const std::vector<std::string>& arguments, std::string (*word)(const std::string&), std::size_t lineLength)
{
    std::vector<std::string> words;
    std::size_t length = 0;
    for (const std::string& argument : arguments) {
        words.push_back(word(argument));
        length += words.back().size() + 1;
    }
    std::string text;
    for (const std::string& each : words) {
        if (!text.empty())
            text += length > lineLength && each.starts_with('-') ? '\n' : ' ';
        text += each;
    }
    return text;
}

// An odd mark (a quote in it that never closes) may reach into the next word: then all is written raw.
std::string checked(const std::vector<std::string>& arguments, std::size_t lineLength)
{
    std::string text = written(arguments, worded, lineLength);
    const auto again = argumentsOf(text);
    return again && *again == arguments ? text : written(arguments, inSingle, lineLength);
}

class Reader final {
public:
    explicit Reader(std::string_view text)
        : m_text(text)
    {}

    Result<std::vector<std::string>> read()
    {
        while (m_at < m_text.size()) {
            if (const std::size_t mark = markLength(m_text, m_at))
                take(mark);
            else if (isBlank(m_text[m_at]))
                end();
            else if (!one())
                return Error{ErrorCode::invalid, {"edit.open_quote", {}}, {}};
        }
        end();
        return std::move(m_arguments);
    }

private:
    void take(std::size_t length)
    {
        m_word += m_text.substr(m_at, length);
        m_at += length;
        m_isWord = true;
    }

    void end()
    {
        if (m_isWord)
            m_arguments.push_back(std::move(m_word));
        m_word.clear();
        m_isWord = false;
        ++m_at;
    }

    bool one()
    {
        const char c = m_text[m_at];
        if (c == '\'' || c == '"')
            return quote(c);
        if (c == '\\' && m_at + 1 < m_text.size())
            ++m_at;
        take(1);
        return true;
    }

    bool quote(char which)
    {
        m_isWord = true;
        ++m_at;
        while (m_at < m_text.size()) {
            const char c = m_text[m_at];
            if (c == which) {
                ++m_at;
                return true;
            }
            const std::size_t mark = which == '"' ? markLength(m_text, m_at) : 0;
            if (which == '"' && c == '\\' && m_at + 1 < m_text.size() && escapable.find(m_text[m_at + 1]) != std::string_view::npos)
                ++m_at;
            take(mark > 0 ? mark : 1);
        }
        return false;
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    std::string m_word;
    bool m_isWord = false;
    std::vector<std::string> m_arguments;
};

} // namespace

std::string argumentText(const std::vector<std::string>& arguments) { return checked(arguments, longLine); }

std::string argumentLine(const std::vector<std::string>& arguments) { return checked(arguments, static_cast<std::size_t>(-1)); }

Result<std::vector<std::string>> argumentsOf(std::string_view text) { return Reader(text).read(); }

} // namespace penstock::designer
