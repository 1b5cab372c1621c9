// Recursive descent over the grammar in expression.h; for this folder only.
#pragma once

#include "core/base/result.h"
#include "core/expression/lexer.h"
#include "core/expression/syntax.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace penstock::expression {

// The first error is kept and the rest of the text taken for ended, so that every function may go on as if all were well.
class Parser final {
public:
    explicit Parser(std::string_view text);

    Result<Syntax> run();

private:
    class Nesting;

    Node expression();
    Node binary(std::size_t level);
    Node unary();
    Node postfix();
    Node primary();
    Node parenthesised();
    Node list();
    Node word();
    Node path(Root root);
    void productionLine(Reference& reference);
    Node finished(Reference reference);
    Node call();
    Node member(Node value);
    Node index(Node value);
    std::vector<Node> listed(std::string_view close, bool guardsFirst);
    bool complainOfWordOperator(); // "and", "or", "not"
    void unknownWord();

    Token taken(Lexer::Place next = Lexer::Place::anywhere);
    void expect(std::string_view symbol);
    void expected(std::string id, std::string symbol = {});
    void fail(Error error);
    Node made(Node node);

    std::string_view m_text;
    Lexer m_lexer;
    Token m_token;             // the next one, not yet taken
    std::size_t m_takenEnd = 0; // where the last one ended
    int m_nesting = 0;
    int m_insideDefault = 0;
    Syntax m_syntax;
    std::optional<Error> m_error;
};

} // namespace penstock::expression
