// Text with expressions in it: "a ${{ x }} b". `$${{` stands for the characters `${{` themselves; to have a dollar sign in
// front of an expression, write it as one: ${{ '$' }}${{ x }}. `}}` inside a quoted string does not end an expression.
#pragma once

#include "core/base/result.h"
#include "core/expression/evaluate.h"
#include "core/expression/expression.h"
#include "core/expression/scope.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace penstock::expression {

// Where an expression mark stands in a text and what is between the marks.
struct Mark {
    std::size_t offset = 0; // of "${{"
    std::size_t length = 0; // up to and with "}}", or to the end of the text when it is not closed
    bool closed = true;

    std::size_t innerOffset() const { return offset + 3; }
    std::string_view inner(std::string_view text) const { return text.substr(offset + 3, length - (closed ? 5 : 3)); }
};

// The mark that begins exactly at `offset`, where "${{" must stand.
Mark markAt(std::string_view text, std::size_t offset);

// Parsed once, immutable, safe to share between threads.
class Template final {
public:
    struct Piece {
        std::size_t offset = 0; // into the text that was parsed, in bytes
        std::size_t length = 0; // with the marks
        std::variant<std::string, Expression> content; // literal text without escapes, or an expression
    };

    Template() = default; // the empty text

    // Errors: those of parse(), and "expression.unclosed"; offsets count from the start of `text`. The first error wins.
    static Result<Template> parse(std::string_view text);

    const std::vector<Piece>& pieces() const { return m_pieces; }
    bool hasExpressions() const;
    // Exactly one expression and nothing around it: render() gives its value with its type.
    bool isTyped() const;
    // Of all expressions, with offsets into the text of the template.
    std::vector<Reference> references() const;

    // The typed value, or the text with every value put in as toText() writes it.
    Result<Value> render(const Scope& scope) const;
    Result<std::string> renderText(const Scope& scope) const;

private:
    std::vector<Piece> m_pieces;
};

} // namespace penstock::expression
