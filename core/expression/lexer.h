// Cuts the text of an expression into tokens, one at a time; for this folder only.
#pragma once

#include "core/base/result.h"
#include "core/expression/value.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace penstock::expression {

struct Token {
    enum class Kind { end, number, string, name, symbol };

    Kind kind = Kind::end;
    std::string_view text; // as written
    std::size_t offset = 0;
    Value value; // of numbers and strings

    bool is(std::string_view symbol) const { return kind == Kind::symbol && text == symbol; }
    bool isWord(std::string_view word) const { return kind == Kind::name && text == word; }
};

class Lexer final {
public:
    // After a dot a name may contain '-', because step names do.
    enum class Place { anywhere, afterDot };

    explicit Lexer(std::string_view text)
        : m_text(text)
    {}

    Result<Token> next(Place place);

private:
    Result<Token> number();
    Result<Token> singleQuoted();
    Result<Token> doubleQuoted();
    Result<Token> symbol();
    Token name(Place place);
    Token take(Token::Kind kind, std::size_t length);

    std::string_view m_text;
    std::size_t m_at = 0;
};

} // namespace penstock::expression
