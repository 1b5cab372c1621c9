#include "core/expression/shell_scanner.h"

#include <algorithm>

namespace penstock::expression {

ShellScanner::ShellScanner(std::string_view script)
    : m_text(script)
    , m_frames{Frame{Kind::command}}
{}

ShellPlace ShellScanner::place() const
{
    if (m_escaped)
        return ShellPlace::escaped;
    switch (m_frames.back().kind) {
    case Kind::singleQuote:
    case Kind::ansiQuote: return ShellPlace::singleQuoted;
    case Kind::doubleQuote: return ShellPlace::doubleQuoted;
    case Kind::comment: return ShellPlace::comment;
    case Kind::here: return m_frames.back().here.quoted ? ShellPlace::quotedHereDocument : ShellPlace::hereDocument;
    case Kind::brace: return m_frames.back().quoted ? ShellPlace::doubleQuoted : ShellPlace::plain;
    default: return ShellPlace::plain;
    }
}

void ShellScanner::pass(std::size_t bytes)
{
    m_at += bytes;
    m_escaped = false;
    m_wordStart = false;
    m_lineStart = false;
}

void ShellScanner::skip(std::size_t bytes) { pass(bytes); }

void ShellScanner::push(Kind kind, std::size_t bytes)
{
    pass(bytes);
    const Frame& outer = m_frames.back();
    Frame frame{kind};
    // ${x:-'a'} keeps its quotes inside "..." and here documents; the braces themselves change nothing.
    frame.quoted = outer.kind == Kind::doubleQuote || outer.kind == Kind::here || (outer.kind == Kind::brace && outer.quoted);
    m_frames.push_back(std::move(frame));
    m_wordStart = kind == Kind::command || kind == Kind::backtick || kind == Kind::parenthesis;
}

void ShellScanner::pop(std::size_t bytes)
{
    pass(bytes);
    m_frames.pop_back();
}

void ShellScanner::step()
{
    if (m_escaped)
        return pass(1);
    const Frame& frame = m_frames.back();
    switch (frame.kind) {
    case Kind::comment: return sees("\n") ? (m_frames.pop_back(), newLine()) : pass(1);
    case Kind::singleQuote: return sees("'") ? pop(1) : pass(1);
    case Kind::here: return stepHere();
    default: break;
    }
    if (sees("\\")) {
        pass(1);
        m_escaped = true;
        return;
    }
    switch (frame.kind) {
    case Kind::ansiQuote: return sees("'") ? pop(1) : pass(1);
    case Kind::doubleQuote: return stepQuoted();
    case Kind::arithmetic: return stepArithmetic();
    case Kind::brace: return stepBrace();
    default: return stepCommand();
    }
}

// What is expanded in words, in double quotes and in here documents alike.
bool ShellScanner::stepExpansion()
{
    if (sees("$((")) {
        push(Kind::arithmetic, 3);
        m_frames.back().depth = 2;
    } else if (sees("$(")) {
        push(Kind::command, 2);
    } else if (sees("${") && !sees("${{")) {
        push(Kind::brace, 2);
    } else if (sees("$$") && m_text.compare(m_at + 1, 3, "${{") != 0) {
        pass(2); // the shell's own number: "$$(" is no substitution
    } else if (sees("`")) {
        if (m_frames.back().kind == Kind::backtick)
            pop(1);
        else
            push(Kind::backtick, 1);
    } else {
        return false;
    }
    return true;
}

void ShellScanner::stepQuoted()
{
    if (sees("\""))
        pop(1);
    else if (!stepExpansion())
        pass(1);
}

void ShellScanner::stepArithmetic()
{
    int& depth = m_frames.back().depth;
    if (sees("("))
        ++depth;
    else if (sees(")") && --depth == 0)
        return pop(1);
    else if (stepExpansion())
        return;
    pass(1);
}

void ShellScanner::stepBrace()
{
    if (sees("}"))
        pop(1);
    else if (sees("\""))
        push(Kind::doubleQuote, 1);
    else if (sees("'") && !m_frames.back().quoted)
        push(Kind::singleQuote, 1);
    else if (!stepExpansion())
        pass(1);
}

void ShellScanner::stepCommand()
{
    const bool wordStart = m_wordStart;
    if (sees("\n"))
        return newLine();
    if (sees("#") && wordStart)
        return push(Kind::comment, 1);
    if (sees("$'"))
        return push(Kind::ansiQuote, 2);
    if (sees("$\""))
        return push(Kind::doubleQuote, 2);
    if (sees("'"))
        return push(Kind::singleQuote, 1);
    if (sees("\""))
        return push(Kind::doubleQuote, 1);
    if (stepExpansion())
        return;
    if (sees("((") && wordStart) {
        push(Kind::arithmetic, 2);
        m_frames.back().depth = 2;
        return;
    }
    if (sees("("))
        return push(Kind::parenthesis, 1);
    if (sees("<<<"))
        return pass(3);
    if (sees("<<"))
        return readHereOperator();
    const bool closes = sees(")") && m_frames.size() > 1 && m_frames.back().kind != Kind::backtick;
    const bool separates = std::string_view(" \t;&|()<>").find(m_text[m_at]) != std::string_view::npos;
    if (closes)
        pop(1);
    else
        pass(1);
    m_wordStart = separates;
}

void ShellScanner::readHereOperator()
{
    HereDocument here;
    std::size_t at = m_at + 2;
    if (at < m_text.size() && m_text[at] == '-') {
        here.indented = true;
        ++at;
    }
    while (at < m_text.size() && (m_text[at] == ' ' || m_text[at] == '\t'))
        ++at;
    char quote = 0;
    for (; at < m_text.size() && m_text[at] != '\n' && m_text.compare(at, 3, "${{") != 0; ++at) {
        const char c = m_text[at];
        if (quote ? c == quote : c == '\'' || c == '"') {
            quote = quote ? char(0) : c;
            here.quoted = true;
        } else if (!quote && c == '\\') {
            here.quoted = true;
        } else if (!quote && std::string_view(" \t;&|()<>").find(c) != std::string_view::npos) {
            break;
        } else {
            here.delimiter += c;
        }
    }
    if (!here.delimiter.empty() || here.quoted)
        m_pending.push_back(std::move(here));
    pass(at - m_at);
}

void ShellScanner::newLine()
{
    pass(1);
    m_wordStart = true;
    m_lineStart = true;
    if (m_pending.empty())
        return;
    Frame body{Kind::here, 0, false, std::move(m_pending.front())};
    m_pending.pop_front();
    m_frames.push_back(std::move(body));
}

bool ShellScanner::endsHere(const HereDocument& here)
{
    std::string_view line = m_text.substr(m_at, m_text.find('\n', m_at) - m_at);
    if (here.indented)
        line.remove_prefix(std::min(line.find_first_not_of('\t'), line.size()));
    return line == here.delimiter;
}

void ShellScanner::stepHere()
{
    const HereDocument& here = m_frames.back().here;
    if (m_lineStart && endsHere(here)) {
        const std::size_t end = m_text.find('\n', m_at);
        m_frames.pop_back();
        pass((end == std::string_view::npos ? m_text.size() : end) - m_at);
        return;
    }
    const bool newLineNow = sees("\n");
    if (!here.quoted && sees("\\")) {
        pass(1);
        m_escaped = true;
    } else if (here.quoted || !stepExpansion()) {
        pass(1);
    }
    m_lineStart = newLineNow;
}

} // namespace penstock::expression
