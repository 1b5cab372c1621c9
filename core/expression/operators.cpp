#include "core/expression/operators.h"

#include "core/expression/error_at.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace penstock::expression {

namespace {

constexpr std::array<std::string_view, 16> texts{"!", "-",  "&&", "||", "==", "!=", "<", "<=",
                                                 ">", ">=", "in", "+",  "-",  "*",  "/", "%"};

Error mismatch(Operator op, const Value& left, const Value& right, std::size_t offset)
{
    return errorAt(offset, "expression.type_mismatch",
                   {{"operator", std::string(operatorText(op))},
                    {"left", std::string(typeName(left))},
                    {"right", std::string(typeName(right))}});
}

Error overflow(Operator op, std::size_t offset)
{
    return errorAt(offset, "expression.overflow", {{"operator", std::string(operatorText(op))}});
}

Result<Value> finite(Operator op, double value, std::size_t offset)
{
    return std::isfinite(value) ? Result<Value>(Value(value)) : Result<Value>(overflow(op, offset));
}

Result<Value> ordered(Operator op, const Value& left, const Value& right, std::size_t offset)
{
    int order = 0;
    if (left.is_number() && right.is_number()) {
        if (isNan(left) || isNan(right)) // a comparison that is silently false would decide a promotion
            return errorAt(offset, "expression.not_a_number");
        order = compareNumbers(left, right);
    } else if (left.is_string() && right.is_string()) {
        order = left.get_ref<const std::string&>().compare(right.get_ref<const std::string&>());
    } else {
        return mismatch(op, left, right, offset);
    }
    switch (op) {
    case Operator::less: return Value(order < 0);
    case Operator::lessEqual: return Value(order <= 0);
    case Operator::greater: return Value(order > 0);
    default: return Value(order >= 0);
    }
}

Result<Value> divideIntegers(Operator op, std::int64_t left, std::int64_t right, std::size_t offset)
{
    if (right == 0)
        return errorAt(offset, "expression.division_by_zero", {{"operator", std::string(operatorText(op))}});
    if (right == -1) // the one quotient that does not fit: INT64_MIN / -1
        return op == Operator::modulo ? Result<Value>(Value(0)) : applyUnary(Operator::negate, Value(left), offset);
    if (op == Operator::modulo)
        return Value(left % right);
    return left % right == 0 ? Value(left / right) : Value(double(left) / double(right));
}

Result<Value> onIntegers(Operator op, std::int64_t left, std::int64_t right, std::size_t offset)
{
    std::int64_t result = 0;
    bool lost = false;
    switch (op) {
    case Operator::add: lost = __builtin_add_overflow(left, right, &result); break;
    case Operator::subtract: lost = __builtin_sub_overflow(left, right, &result); break;
    case Operator::multiply: lost = __builtin_mul_overflow(left, right, &result); break;
    default: return divideIntegers(op, left, right, offset);
    }
    return lost ? Result<Value>(overflow(op, offset)) : Result<Value>(Value(result));
}

Result<Value> onReals(Operator op, double left, double right, std::size_t offset)
{
    switch (op) {
    case Operator::add: return finite(op, left + right, offset);
    case Operator::subtract: return finite(op, left - right, offset);
    case Operator::multiply: return finite(op, left * right, offset);
    default: break;
    }
    if (right == 0)
        return errorAt(offset, "expression.division_by_zero", {{"operator", std::string(operatorText(op))}});
    return finite(op, op == Operator::divide ? left / right : std::fmod(left, right), offset);
}

Result<Value> arithmetic(Operator op, const Value& left, const Value& right, std::size_t offset)
{
    if (op == Operator::add && left.is_string() && right.is_string())
        return Value(left.get_ref<const std::string&>() + right.get_ref<const std::string&>());
    if (!left.is_number() || !right.is_number())
        return mismatch(op, left, right, offset);
    if (isInteger(left) && isInteger(right))
        return onIntegers(op, left.get<std::int64_t>(), right.get<std::int64_t>(), offset);
    return onReals(op, left.get<double>(), right.get<double>(), offset);
}

} // namespace

std::string_view operatorText(Operator op) { return texts[static_cast<std::size_t>(op)]; }

Result<Value> applyUnary(Operator op, const Value& operand, std::size_t offset)
{
    if (op == Operator::logicalNot) {
        if (operand.is_boolean())
            return Value(!operand.get<bool>());
        return errorAt(offset, "expression.wants_boolean",
                       {{"operator", "!"}, {"type", std::string(typeName(operand))}});
    }
    if (!operand.is_number())
        return errorAt(offset, "expression.wants_number",
                       {{"operator", "-"}, {"type", std::string(typeName(operand))}});
    if (isInteger(operand))
        return onIntegers(Operator::subtract, 0, operand.get<std::int64_t>(), offset);
    return Value(-operand.get<double>());
}

Result<bool> isIn(const Value& needle, const Value& haystack, std::string_view name, std::size_t offset)
{
    if (haystack.is_array())
        return std::any_of(haystack.begin(), haystack.end(), [&](const Value& each) { return equals(each, needle); });
    if (needle.is_string() && haystack.is_object())
        return haystack.contains(needle.get_ref<const std::string&>());
    if (needle.is_string() && haystack.is_string())
        return haystack.get_ref<const std::string&>().find(needle.get_ref<const std::string&>()) != std::string::npos;
    return errorAt(offset, "expression.cannot_contain",
                   {{"operator", std::string(name)},
                    {"part", std::string(typeName(needle))},
                    {"whole", std::string(typeName(haystack))}});
}

Result<Value> applyBinary(Operator op, const Value& left, const Value& right, std::size_t offset)
{
    switch (op) {
    case Operator::equal: return Value(equals(left, right));
    case Operator::notEqual: return Value(!equals(left, right));
    case Operator::less:
    case Operator::lessEqual:
    case Operator::greater:
    case Operator::greaterEqual: return ordered(op, left, right, offset);
    case Operator::in: {
        const auto found = isIn(left, right, "in", offset);
        return found ? Result<Value>(Value(*found)) : Result<Value>(found.error());
    }
    default: return arithmetic(op, left, right, offset);
    }
}

} // namespace penstock::expression
