#include "core/expression/functions.h"

#include "core/expression/error_at.h"
#include "core/expression/operators.h"

#include <algorithm>
#include <cmath>

namespace penstock::expression {

namespace {

constexpr std::size_t maximumText = 64 * 1024 * 1024; // bytes

char lowerAscii(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
char upperAscii(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

// The arguments of one call with the one way to complain about their types.
struct Operands {
    Function function;
    const std::vector<Value>& values;
    std::size_t offset;

    const Value& operator[](std::size_t i) const { return values[i]; }
    std::size_t size() const { return values.size(); }
    const std::string& text(std::size_t i) const { return values[i].get_ref<const std::string&>(); }

    Error wants(std::size_t position, std::string_view type) const
    {
        return errorAt(offset, "expression.argument_type",
                       {{"function", std::string(signatureOf(function).name)},
                        {"position", std::to_string(position + 1)},
                        {"wanted", std::string(type)},
                        {"type", std::string(typeName(values[position]))}});
    }
};

Result<Value> onTexts(const Operands& arguments, bool (*test)(std::string_view, std::string_view))
{
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        if (!arguments[i].is_string())
            return arguments.wants(i, "string");
    }
    return Value(test(arguments.text(0), arguments.text(1)));
}

Result<Value> mapText(const Operands& arguments, char (*change)(char))
{
    if (!arguments[0].is_string())
        return arguments.wants(0, "string");
    std::string text = arguments.text(0);
    std::transform(text.begin(), text.end(), text.begin(), change);
    return Value(std::move(text));
}

Result<Value> length(const Operands& arguments)
{
    const Value& value = arguments[0];
    if (value.is_string()) {
        const std::string& text = arguments.text(0);
        // Code points: every byte that is no UTF-8 continuation begins one.
        const auto begins = [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; };
        return Value(std::int64_t(std::count_if(text.begin(), text.end(), begins)));
    }
    if (value.is_array() || value.is_object())
        return Value(std::int64_t(value.size()));
    return arguments.wants(0, "string, list, object");
}

// min(a, b, ...) or min(list); `sign` is 1 for the smallest and -1 for the largest.
Result<Value> extreme(const Operands& arguments, int sign)
{
    const bool ofList = arguments.size() == 1 && arguments[0].is_array();
    const Value all = ofList ? arguments[0] : Value(arguments.values);
    if (all.empty())
        return errorAt(arguments.offset, "expression.empty_list",
                       {{"function", std::string(signatureOf(arguments.function).name)}});
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (!all[i].is_number())
            return Operands{arguments.function, all.get_ref<const Value::array_t&>(), arguments.offset}.wants(i, "number");
        if (isNan(all[i]))
            return errorAt(arguments.offset, "expression.not_a_number");
    }
    return *std::min_element(all.begin(), all.end(), [sign](const Value& left, const Value& right) {
        return sign * compareNumbers(left, right) < 0;
    });
}

Result<Value> roundTo(const Operands& arguments)
{
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        if (!arguments[i].is_number())
            return arguments.wants(i, "number");
    }
    const Value& value = arguments[0];
    if (arguments.size() == 2 && (!arguments[1].is_number_integer() || arguments[1] < 0 || arguments[1] > 15))
        return errorAt(arguments.offset, "expression.round_digits");
    if (value.is_number_integer())
        return value;
    const double real = value.get<double>();
    if (arguments.size() == 1) {
        const double whole = std::round(real);
        if (!(std::fabs(whole) < 9.2e18)) // also NaN
            return errorAt(arguments.offset, "expression.overflow");
        return Value(static_cast<std::int64_t>(whole));
    }
    const double scale = std::pow(10.0, arguments[1].get<double>());
    // Above 2^53 a double has no digits after the point that could be rounded away.
    return Value(std::fabs(real) * scale < 9007199254740992.0 ? std::round(real * scale) / scale : real);
}

Result<Value> absolute(const Operands& arguments)
{
    const Value& value = arguments[0];
    if (!value.is_number())
        return arguments.wants(0, "number");
    if (value.is_number_float())
        return Value(std::fabs(value.get<double>()));
    return value < 0 ? applyUnary(Operator::negate, value, arguments.offset) : Result<Value>(value);
}

Result<Value> join(const Operands& arguments)
{
    if (!arguments[0].is_array())
        return arguments.wants(0, "list");
    if (!arguments[1].is_string())
        return arguments.wants(1, "string");
    std::string text;
    for (const Value& element : arguments[0]) {
        if (&element != &arguments[0].front())
            text += arguments.text(1);
        text += toText(element);
        if (text.size() > maximumText) // a long list times a long separator
            return errorAt(arguments.offset, "expression.too_large", {{"limit", std::to_string(maximumText)}});
    }
    return Value(std::move(text));
}

} // namespace

const std::vector<FunctionSignature>& functionSignatures()
{
    // In the order of the enumeration.
    static const std::vector<FunctionSignature> signatures{
        {Function::fallback, "default", 2, 2, "default(value, otherwise)"},
        {Function::contains, "contains", 2, 2, "contains(list or string, part)"},
        {Function::startsWith, "starts_with", 2, 2, "starts_with(string, start)"},
        {Function::endsWith, "ends_with", 2, 2, "ends_with(string, end)"},
        {Function::lower, "lower", 1, 1, "lower(string)"},
        {Function::upper, "upper", 1, 1, "upper(string)"},
        {Function::length, "length", 1, 1, "length(string, list or object)"},
        {Function::minimum, "min", 1, 64, "min(number, ...) or min(list)"},
        {Function::maximum, "max", 1, 64, "max(number, ...) or max(list)"},
        {Function::round, "round", 1, 2, "round(number, digits)"},
        {Function::absolute, "abs", 1, 1, "abs(number)"},
        {Function::join, "join", 2, 2, "join(list, separator)"},
        {Function::json, "json", 1, 1, "json(value)"},
        {Function::success, "success", 0, 0, "success()"},
        {Function::failure, "failure", 0, 0, "failure()"},
        {Function::always, "always", 0, 0, "always()"},
    };
    return signatures;
}

const FunctionSignature& signatureOf(Function function)
{
    return functionSignatures()[static_cast<std::size_t>(function)];
}

std::optional<FunctionSignature> functionNamed(std::string_view name)
{
    const auto& all = functionSignatures();
    const auto found = std::find_if(all.begin(), all.end(), [&](const auto& each) { return each.name == name; });
    return found == all.end() ? std::nullopt : std::optional(*found);
}

Result<Value> call(Function function, const std::vector<Value>& values, std::size_t offset)
{
    const Operands arguments{function, values, offset};
    switch (function) {
    case Function::contains: {
        const auto found = isIn(values[1], values[0], "contains", offset);
        return found ? Result<Value>(Value(*found)) : Result<Value>(found.error());
    }
    case Function::startsWith: return onTexts(arguments, [](auto text, auto part) { return text.starts_with(part); });
    case Function::endsWith: return onTexts(arguments, [](auto text, auto part) { return text.ends_with(part); });
    case Function::lower: return mapText(arguments, lowerAscii);
    case Function::upper: return mapText(arguments, upperAscii);
    case Function::length: return length(arguments);
    case Function::minimum: return extreme(arguments, 1);
    case Function::maximum: return extreme(arguments, -1);
    case Function::round: return roundTo(arguments);
    case Function::absolute: return absolute(arguments);
    case Function::join: return join(arguments);
    case Function::json: return Value(dumpJson(values[0]));
    case Function::always: return Value(true);
    case Function::fallback:
    case Function::success:
    case Function::failure: break; // the evaluator's
    }
    return errorAt(offset, "expression.no_status", {{"function", std::string(signatureOf(function).name)}});
}

} // namespace penstock::expression
