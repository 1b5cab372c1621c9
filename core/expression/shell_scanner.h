// Follows the quoting of a bash script (Bash Reference Manual, sections 3.1.2, 3.5 and 3.6.6) as far as it decides whether
// "${X}" is expanded at a place. Knows: backslash, '...', "...", $'...', $( ), ${ }, $(( )), backticks, comments and here
// documents. Known limit: the lone ")" of a `case` pattern inside $( ) is taken for its end; "(pattern)" is read right.
#pragma once

#include <cstddef>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace penstock::expression {

enum class ShellPlace { plain, doubleQuoted, singleQuoted, escaped, comment, hereDocument, quotedHereDocument };

class ShellScanner final {
public:
    explicit ShellScanner(std::string_view script);

    bool atEnd() const { return m_at >= m_text.size(); }
    std::size_t offset() const { return m_at; }
    ShellPlace place() const; // of the character at offset()

    void step();                 // reads on by at least one byte, but never into a "${{"
    void skip(std::size_t bytes); // takes them as part of a word without looking at them

private:
    enum class Kind { command, backtick, parenthesis, arithmetic, brace, singleQuote, ansiQuote, doubleQuote, comment, here };

    struct HereDocument {
        std::string delimiter;
        bool quoted = false;
        bool indented = false; // <<-: leading tabs do not count
    };

    struct Frame {
        Kind kind;
        int depth = 0;       // open parentheses of arithmetic
        bool quoted = false; // of braces: whether they stand in "..." or a here document
        HereDocument here{};
    };

    bool sees(std::string_view text) const { return m_text.compare(m_at, text.size(), text) == 0; }
    void push(Kind kind, std::size_t bytes);
    void pop(std::size_t bytes);
    void pass(std::size_t bytes);
    bool stepExpansion();
    void stepCommand();
    void stepQuoted();
    void stepArithmetic();
    void stepBrace();
    void stepHere();
    void readHereOperator();
    void newLine();
    bool endsHere(const HereDocument& here);

    std::string_view m_text;
    std::size_t m_at = 0;
    bool m_escaped = false;
    bool m_wordStart = true; // '#' begins a comment only here
    bool m_lineStart = false;
    std::vector<Frame> m_frames;
    std::deque<HereDocument> m_pending; // announced on this line, their bodies come after it
};

} // namespace penstock::expression
