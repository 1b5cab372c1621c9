#include "core/expression/parser.h"

#include "core/expression/error_at.h"
#include "core/expression/expression.h"

#include <algorithm>
#include <array>

namespace penstock::expression {

namespace {

struct BinaryOperator {
    std::string_view text;
    Operator op;
};

// Loosest first.
const std::array<std::vector<BinaryOperator>, 6> levels{{
    {{"||", Operator::logicalOr}},
    {{"&&", Operator::logicalAnd}},
    {{"==", Operator::equal}, {"!=", Operator::notEqual}},
    {{"<", Operator::less},
     {"<=", Operator::lessEqual},
     {">", Operator::greater},
     {">=", Operator::greaterEqual},
     {"in", Operator::in}},
    {{"+", Operator::add}, {"-", Operator::subtract}},
    {{"*", Operator::multiply}, {"/", Operator::divide}, {"%", Operator::modulo}},
}};

std::optional<Operator> operatorAt(const Token& token, std::size_t level)
{
    if (token.kind != Token::Kind::symbol && token.kind != Token::Kind::name)
        return std::nullopt;
    for (const BinaryOperator& candidate : levels[level]) {
        if (candidate.text == token.text)
            return candidate.op;
    }
    return std::nullopt;
}

} // namespace

class Parser::Nesting final {
public:
    explicit Nesting(Parser& parser)
        : m_parser(parser)
    {
        if (++m_parser.m_nesting > maximumDepth)
            m_parser.fail(errorAt(m_parser.m_token.offset, "expression.too_deep",
                                  {{"limit", std::to_string(maximumDepth)}}));
    }
    ~Nesting() { --m_parser.m_nesting; }
    Nesting(const Nesting&) = delete;
    Nesting& operator=(const Nesting&) = delete;

private:
    Parser& m_parser;
};

Parser::Parser(std::string_view text)
    : m_text(text)
    , m_lexer(text)
{}

Result<Syntax> Parser::run()
{
    taken();
    if (!m_error && m_token.kind == Token::Kind::end)
        fail(errorAt(0, "expression.empty"));
    Node root = expression();
    if (m_token.kind != Token::Kind::end && !complainOfWordOperator())
        expected("expression.expected_end");
    if (m_error)
        return *m_error;
    m_syntax.text = m_text;
    m_syntax.root = std::move(root);
    return std::move(m_syntax);
}

Token Parser::taken(Lexer::Place next)
{
    Token before = std::move(m_token);
    m_takenEnd = before.offset + before.text.size();
    m_token = Token{};
    m_token.offset = m_text.size();
    if (m_error)
        return before;
    auto token = m_lexer.next(next);
    if (token)
        m_token = std::move(*token);
    else
        fail(token.error());
    return before;
}

void Parser::fail(Error error)
{
    if (!m_error)
        m_error = std::move(error);
    m_token = Token{};
    m_token.offset = m_text.size();
}

void Parser::expected(std::string id, std::string symbol)
{
    Arguments arguments;
    if (!symbol.empty())
        arguments.emplace_back("symbol", std::move(symbol));
    if (m_token.kind == Token::Kind::end)
        id += "_at_end";
    else
        arguments.emplace_back("found", std::string(m_token.text));
    fail(errorAt(m_token.offset, std::move(id), std::move(arguments)));
}

void Parser::expect(std::string_view symbol)
{
    if (m_token.is(symbol))
        taken();
    else
        expected("expression.expected_symbol", std::string(symbol));
}

Node Parser::made(Node node)
{
    for (const Node& operand : node.operands)
        node.depth = std::max(node.depth, operand.depth + 1);
    if (node.depth > maximumDepth)
        fail(errorAt(node.offset, "expression.too_deep", {{"limit", std::to_string(maximumDepth)}}));
    return node;
}

Node Parser::expression()
{
    const Nesting nesting(*this);
    Node condition = binary(0);
    if (!m_token.is("?"))
        return condition;
    Node choice{Choice{}, taken().offset, {}, 1};
    choice.operands.push_back(std::move(condition));
    choice.operands.push_back(expression());
    expect(":");
    choice.operands.push_back(expression());
    return made(std::move(choice));
}

Node Parser::binary(std::size_t level)
{
    if (level == levels.size())
        return unary();
    Node left = binary(level + 1);
    while (const auto op = operatorAt(m_token, level)) {
        Node both{Operation{*op}, taken().offset, {}, 1};
        both.operands.push_back(std::move(left));
        both.operands.push_back(binary(level + 1));
        left = made(std::move(both));
    }
    return left;
}

Node Parser::unary()
{
    if (!m_token.is("!") && !m_token.is("-"))
        return postfix();
    const Nesting nesting(*this);
    const Token sign = taken();
    Node node{Operation{sign.is("!") ? Operator::logicalNot : Operator::negate}, sign.offset, {}, 1};
    node.operands.push_back(unary());
    return made(std::move(node));
}

Node Parser::postfix()
{
    Node value = primary();
    while (m_token.is(".") || m_token.is("["))
        value = m_token.is(".") ? member(std::move(value)) : index(std::move(value));
    return value;
}

Node Parser::member(Node value)
{
    Node node{Index{}, taken(Lexer::Place::afterDot).offset, {}, 1};
    node.operands.push_back(std::move(value));
    if (m_token.kind != Token::Kind::name) {
        expected("expression.expected_name");
        return node;
    }
    const Token name = taken();
    node.operands.push_back(Node{Literal{std::string(name.text)}, name.offset, {}, 1});
    return made(std::move(node));
}

Node Parser::index(Node value)
{
    Node node{Index{}, taken().offset, {}, 1};
    node.operands.push_back(std::move(value));
    node.operands.push_back(expression());
    expect("]");
    return made(std::move(node));
}

Node Parser::primary()
{
    if (m_token.kind == Token::Kind::number || m_token.kind == Token::Kind::string) {
        Token literal = taken();
        return Node{Literal{std::move(literal.value)}, literal.offset, {}, 1};
    }
    if (m_token.kind == Token::Kind::name)
        return word();
    if (m_token.is("("))
        return parenthesised();
    if (m_token.is("["))
        return list();
    expected("expression.expected_value");
    return {};
}

Node Parser::parenthesised()
{
    taken();
    Node inner = expression();
    expect(")");
    return inner;
}

Node Parser::list()
{
    Node node{ListOf{}, taken().offset, {}, 1};
    node.operands = listed("]", false);
    return made(std::move(node));
}

std::vector<Node> Parser::listed(std::string_view close, bool guardsFirst)
{
    std::vector<Node> nodes;
    while (!m_error && !m_token.is(close)) {
        const int guard = guardsFirst && nodes.empty() ? 1 : 0;
        m_insideDefault += guard;
        nodes.push_back(expression());
        m_insideDefault -= guard;
        if (!m_token.is(","))
            break;
        taken();
    }
    expect(close);
    return nodes;
}

Result<Expression> parse(std::string_view text)
{
    if (text.size() > maximumLength)
        return errorAt(maximumLength, "expression.too_long", {{"limit", std::to_string(maximumLength)}});
    auto syntax = Parser(text).run();
    if (!syntax)
        return syntax.error();
    return Expression(std::make_shared<const Syntax>(std::move(*syntax)));
}

} // namespace penstock::expression
