#include "core/expression/comparisons.h"

#include "core/expression/syntax.h"

#include <algorithm>
#include <optional>

namespace penstock::expression {

namespace {

const Literal* literalOf(const Node& node) { return std::get_if<Literal>(&node.what); }

// A list of values that are all written out.
std::optional<std::vector<Value>> literalsOf(const Node& node)
{
    std::vector<Value> values;
    if (!std::holds_alternative<ListOf>(node.what))
        return std::nullopt;
    for (const Node& each : node.operands) {
        const Literal* literal = literalOf(each);
        if (!literal)
            return std::nullopt;
        values.push_back(literal->value);
    }
    return values;
}

class Walk final {
public:
    explicit Walk(const Expression& expression)
        : m_syntax(expression.syntax())
    {}

    std::vector<Comparison> take()
    {
        visit(m_syntax.root);
        return std::move(m_found);
    }

private:
    void visit(const Node& node) // as deep as the syntax: maximumDepth
    {
        if (const auto* operation = std::get_if<Operation>(&node.what); operation && node.operands.size() == 2)
            compare(operation->op, node);
        for (const Node& each : node.operands)
            visit(each);
    }

    void compare(Operator op, const Node& node)
    {
        const Node &left = node.operands[0], &right = node.operands[1];
        if (op == Operator::equal || op == Operator::notEqual) {
            for (const auto& [path, value] : {std::pair(&left, &right), {&right, &left}}) {
                if (const Literal* literal = literalOf(*value))
                    add(*path, {literal->value}, *value, &node == &m_syntax.root && op == Operator::equal);
            }
        } else if (op == Operator::in) {
            if (auto values = literalsOf(right); values && !values->empty())
                add(left, std::move(*values), right.operands.front(), &node == &m_syntax.root);
        }
    }

    void add(const Node& path, std::vector<Value> values, const Node& first, bool isWhole)
    {
        if (const auto* at = std::get_if<Path>(&path.what))
            m_found.push_back({m_syntax.references[at->index], std::move(values), first.offset, isWhole});
    }

    const Syntax& m_syntax;
    std::vector<Comparison> m_found;
};

} // namespace

std::vector<Comparison> comparisons(const Expression& expression) { return Walk(expression).take(); }

} // namespace penstock::expression
