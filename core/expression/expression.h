// The language of ${{ }}. Grammar, loosest first (precedence as in C, all binary operators group to the left):
//   expression := or ( "?" expression ":" expression )?
//   or := and ( "||" and )*                 and := equality ( "&&" equality )*
//   equality := relation ( ("==" | "!=") relation )*
//   relation := sum ( ("<" | "<=" | ">" | ">=" | "in") sum )*
//   sum := product ( ("+" | "-") product )*  product := unary ( ("*" | "/" | "%") unary )*
//   unary := ("!" | "-") unary | postfix
//   postfix := primary ( "." NAME | "[" expression "]" )*
//   primary := number | string | true | false | null | "[" list "]" | "(" expression ")" | ROOT | FUNCTION "(" list ")"
// "double" strings take the escapes of JSON; in 'single' ones only '' is special. A name after a dot may contain '-', as
// step names do: subtraction from a path needs a space before the minus.
#pragma once

#include "core/base/result.h"
#include "core/expression/reference.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace penstock::expression {

inline constexpr std::size_t maximumLength = 8 * 1024; // bytes
inline constexpr int maximumDepth = 100;               // of the syntax tree, so that recursion over it is bounded

struct Syntax;

// Parsed once, immutable, cheap to copy, safe to share between threads.
class Expression final {
public:
    explicit Expression(std::shared_ptr<const Syntax> syntax);

    const std::string& text() const;
    const Syntax& syntax() const { return *m_syntax; }

    bool operator==(const Expression& other) const { return text() == other.text(); }

private:
    std::shared_ptr<const Syntax> m_syntax; // never null
};

// Errors: invalid, "expression.*" with the argument "offset" (bytes into `text`).
Result<Expression> parse(std::string_view text);

// The text of an `if`: an expression, which people may wrap in ${{ }}. Offsets count from the start of `text`.
Result<Expression> parseCondition(std::string_view text);

// Every path in order of appearance, also those that evaluation may not reach.
const std::vector<Reference>& references(const Expression& expression);

// Whether success(), failure() or always() is called: such a condition replaces the implied `success() &&`.
bool usesStatus(const Expression& expression);

// The "offset" argument of an error of this folder.
std::optional<std::size_t> offsetOf(const Error& error);
// The same error seen from a text in which the expression starts at `by`.
Error shifted(Error error, std::size_t by);

} // namespace penstock::expression
