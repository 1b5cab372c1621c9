// Words: paths, functions and the constants.
#include "core/expression/parser.h"

#include "core/base/ids.h"
#include "core/base/spelling.h"
#include "core/expression/error_at.h"
#include "core/expression/expression.h"

namespace penstock::expression {

namespace {

std::optional<std::string> symbolFor(std::string_view word)
{
    return word == "and" ? std::optional<std::string>("&&")
           : word == "or" ? std::optional<std::string>("||")
           : word == "not" ? std::optional<std::string>("!")
                           : std::nullopt;
}

std::vector<std::string> knownWords()
{
    std::vector<std::string> words{"true", "false", "null"};
    for (int root = 0; root <= static_cast<int>(Root::event); ++root)
        words.emplace_back(rootName(static_cast<Root>(root)));
    return words;
}

std::vector<std::string> knownFunctions()
{
    std::vector<std::string> names{"production"};
    for (const FunctionSignature& signature : functionSignatures())
        names.emplace_back(signature.name);
    return names;
}

// A key that is written out belongs to the path; anything else is computed.
std::optional<Segment> segmentOf(const Node& key)
{
    const auto* literal = std::get_if<Literal>(&key.what);
    if (literal && literal->value.is_string())
        return literal->value.get<std::string>();
    if (literal && literal->value.is_number_integer())
        return literal->value.get<std::int64_t>();
    return std::nullopt;
}

} // namespace

Node Parser::word()
{
    const std::size_t offset = m_token.offset;
    const auto literal = [&](Value value) {
        taken();
        return Node{Literal{std::move(value)}, offset, {}, 1};
    };
    if (m_token.text == "true" || m_token.text == "false")
        return literal(m_token.text == "true");
    if (m_token.text == "null")
        return literal(nullptr);
    if (const auto root = rootNamed(m_token.text))
        return path(*root);
    return call();
}

Node Parser::call()
{
    const auto signature = functionNamed(m_token.text);
    const std::size_t after = m_text.find_first_not_of(" \t\r\n", m_token.offset + m_token.text.size());
    if (after == std::string_view::npos || m_text[after] != '(' || (!signature && symbolFor(m_token.text))) {
        unknownWord();
        return {};
    }
    const Token name = taken();
    if (!signature) {
        fail(errorNear(name.offset, "expression.unknown_function", {{"name", std::string(name.text)}},
                       nearest(name.text, knownFunctions())));
        return {};
    }
    taken();
    Node node{Call{signature->function}, name.offset, listed(")", signature->function == Function::fallback), 1};
    if (!m_error && (node.operands.size() < signature->fewest || node.operands.size() > signature->most))
        fail(errorAt(name.offset, "expression.argument_count",
                     {{"usage", std::string(signature->usage)}, {"count", std::to_string(node.operands.size())}}));
    if (signature->function == Function::success || signature->function == Function::failure
        || signature->function == Function::always)
        m_syntax.usesStatus = true;
    return made(std::move(node));
}

bool Parser::complainOfWordOperator()
{
    const auto symbol = symbolFor(m_token.text);
    if (symbol)
        fail(errorAt(m_token.offset, "expression.word_operator",
                     {{"word", std::string(m_token.text)}, {"instead", *symbol}}));
    return symbol.has_value();
}

void Parser::unknownWord()
{
    const std::string word(m_token.text);
    const std::size_t offset = m_token.offset;
    if (complainOfWordOperator())
        return;
    if (const auto signature = functionNamed(word))
        fail(errorAt(offset, "expression.call_needed", {{"name", word}, {"usage", std::string(signature->usage)}}));
    else
        fail(errorNear(offset, "expression.unknown_root", {{"name", word}}, nearest(word, knownWords())));
}

Node Parser::path(Root root)
{
    Reference reference;
    reference.root = root;
    reference.offset = taken().offset;
    reference.insideDefault = m_insideDefault > 0;
    if (root == Root::production && m_token.is("("))
        productionLine(reference);
    while (m_token.is(".") || m_token.is("[")) {
        const std::size_t pathEnd = m_takenEnd;
        Node step = m_token.is(".") ? member({}) : index({});
        const auto segment = m_error ? std::nullopt : segmentOf(step.operands[1]);
        if (!segment) {
            m_takenEnd = pathEnd;
            step.operands[0] = finished(std::move(reference));
            return made(std::move(step));
        }
        reference.segments.push_back(*segment);
    }
    return finished(std::move(reference));
}

void Parser::productionLine(Reference& reference)
{
    taken();
    if (m_token.kind != Token::Kind::string) {
        // A computed line would hide from the plan which line the pipeline depends on.
        expected("expression.expected_line");
        return;
    }
    reference.line = m_token.value.get<std::string>();
    if (const auto line = ModelLine::parse(*reference.line); !line || line->text() != *reference.line)
        fail(errorAt(m_token.offset, "expression.bad_line", {{"line", *reference.line}}));
    taken();
    expect(")");
}

Node Parser::finished(Reference reference)
{
    reference.length = m_takenEnd - reference.offset;
    const bool ofStep = reference.root == Root::steps || reference.root == Root::previous;
    if (!m_error && ofStep && reference.nameAt(0).empty())
        fail(errorAt(reference.offset, "expression.expected_step", {{"root", std::string(rootName(reference.root))}}));
    Node node{Path{m_syntax.references.size()}, reference.offset, {}, 1};
    m_syntax.references.push_back(std::move(reference));
    return node;
}

} // namespace penstock::expression
