#include "core/expression/evaluate.h"

#include "core/expression/error_at.h"
#include "core/expression/operators.h"
#include "core/expression/syntax.h"

namespace penstock::expression {

namespace {

// A rough count of the memory that a value takes. Recursion is bounded by the depth limit of parseJson.
std::size_t weight(const Value& value)
{
    std::size_t sum = sizeof(Value);
    if (value.is_string())
        sum += value.get_ref<const std::string&>().size();
    else if (value.is_structured()) {
        for (const Value& each : value)
            sum += weight(each);
    }
    return sum;
}

class Evaluator final {
public:
    Evaluator(const Syntax& syntax, const Scope& scope)
        : m_syntax(syntax)
        , m_scope(scope)
    {}

    Result<Value> of(const Node& node)
    {
        return std::visit([&](const auto& what) { return compute(what, node); }, node.what);
    }

private:
    Result<Value> compute(const Literal& literal, const Node&) { return literal.value; }

    Result<Value> compute(const Path& path, const Node& node)
    {
        const Reference& reference = m_syntax.references[path.index];
        auto value = m_scope.lookup(reference);
        if (value)
            return counted(std::move(*value), node);
        Error error = value.error();
        return offsetOf(error) ? error : withOffset(std::move(error), node);
    }

    Result<Value> compute(ListOf, const Node& node)
    {
        auto values = all(node);
        return values ? Result<Value>(Value(std::move(*values))) : Result<Value>(values.error());
    }

    Result<Value> compute(Operation operation, const Node& node)
    {
        auto left = of(node.operands[0]);
        if (!left)
            return left;
        if (node.operands.size() == 1)
            return applyUnary(operation.op, *left, node.offset);
        if (operation.op == Operator::logicalAnd || operation.op == Operator::logicalOr)
            return logical(operation.op, *left, node);
        auto right = of(node.operands[1]);
        if (!right)
            return right;
        auto result = applyBinary(operation.op, *left, *right, node.offset);
        return result ? counted(std::move(*result), node) : result;
    }

    Result<Value> logical(Operator op, const Value& left, const Node& node)
    {
        const auto checked = [&](const Value& side) -> Result<Value> {
            if (side.is_boolean())
                return side;
            return errorAt(node.offset, "expression.wants_boolean",
                           {{"operator", std::string(operatorText(op))}, {"type", std::string(typeName(side))}});
        };
        const auto first = checked(left);
        if (!first || first->get<bool>() == (op == Operator::logicalOr))
            return first;
        const auto second = of(node.operands[1]);
        return second ? checked(*second) : second;
    }

    Result<Value> compute(Choice, const Node& node)
    {
        const auto condition = of(node.operands[0]);
        if (!condition)
            return condition;
        if (!condition->is_boolean())
            return errorAt(node.offset, "expression.wants_boolean",
                           {{"operator", "? :"}, {"type", std::string(typeName(*condition))}});
        return of(node.operands[condition->get<bool>() ? 1 : 2]);
    }

    Result<Value> compute(Index, const Node& node)
    {
        const auto value = of(node.operands[0]);
        if (!value)
            return value;
        const auto key = of(node.operands[1]);
        if (!key)
            return key;
        Segment segment;
        if (key->is_string())
            segment = key->get<std::string>();
        else if (isInteger(*key))
            segment = key->get<std::int64_t>();
        else
            return errorAt(node.offset, "expression.index_type", {{"type", std::string(typeName(*key))}});
        const auto member = memberOf(*value, segment, shownText(node.operands[0]), node.offset);
        return member ? counted(**member, node) : Result<Value>(member.error());
    }

    Result<Value> compute(Call callee, const Node& node)
    {
        switch (callee.function) {
        case Function::fallback: {
            auto value = of(node.operands[0]);
            return value || value.error().code != ErrorCode::notFound ? value : of(node.operands[1]);
        }
        case Function::success: return status(Status::success, node);
        case Function::failure: return status(Status::failure, node);
        default: break;
        }
        const auto values = all(node);
        if (!values)
            return values.error();
        auto result = call(callee.function, *values, node.offset);
        return result ? counted(std::move(*result), node) : result;
    }

    Result<Value> status(Status which, const Node& node)
    {
        auto status = m_scope.status(which);
        return status ? Result<Value>(Value(*status)) : Result<Value>(withOffset(status.error(), node));
    }

    Result<std::vector<Value>> all(const Node& node)
    {
        std::vector<Value> values;
        values.reserve(node.operands.size());
        for (const Node& operand : node.operands) {
            auto value = of(operand);
            if (!value)
                return value.error();
            values.push_back(std::move(*value));
        }
        return values;
    }

    // Copies of large values are the one way in which a short expression could ask for much memory.
    Result<Value> counted(Value value, const Node& node)
    {
        m_work += weight(value);
        if (m_work > maximumWork)
            return errorAt(node.offset, "expression.too_large", {{"limit", std::to_string(maximumWork)}});
        return value;
    }

    std::string shownText(const Node& node) const
    {
        const auto* path = std::get_if<Path>(&node.what);
        return path ? m_syntax.references[path->index].text() : std::string("(...)");
    }

    static Error withOffset(Error error, const Node& node)
    {
        if (!offsetOf(error))
            error.message.arguments.emplace_back("offset", std::to_string(node.offset));
        return error;
    }

    const Syntax& m_syntax;
    const Scope& m_scope;
    std::size_t m_work = 0;
};

} // namespace

Result<Value> evaluate(const Expression& expression, const Scope& scope)
{
    return Evaluator(expression.syntax(), scope).of(expression.syntax().root);
}

Result<bool> evaluateCondition(const Expression& expression, const Scope& scope)
{
    const auto value = evaluate(expression, scope);
    if (!value)
        return value.error();
    if (!value->is_boolean())
        return errorAt(expression.syntax().root.offset, "expression.condition_type",
                       {{"type", std::string(typeName(*value))}});
    return value->get<bool>();
}

} // namespace penstock::expression
