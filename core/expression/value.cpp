#include "core/expression/value.h"

#include <algorithm>
#include <cmath>

namespace penstock::expression {

namespace {

template <class Number>
int order(Number left, Number right)
{
    return left < right ? -1 : right < left ? 1 : 0;
}

// Converting the integer would round it above 2^53, so the double is split instead.
int compareMixed(std::int64_t integer, double real)
{
    constexpr double limit = 9223372036854775808.0; // 2^63
    if (real >= limit)
        return -1;
    if (real < -limit)
        return 1;
    const double whole = std::trunc(real);
    const int byWhole = order(integer, static_cast<std::int64_t>(whole));
    return byWhole != 0 ? byWhole : order(whole, real);
}

bool equalLists(const Value& left, const Value& right)
{
    return std::equal(left.begin(), left.end(), right.begin(), right.end(), equals);
}

bool equalObjects(const Value& left, const Value& right)
{
    if (left.size() != right.size())
        return false;
    for (auto a = left.begin(), b = right.begin(); a != left.end(); ++a, ++b) {
        if (a.key() != b.key() || !equals(a.value(), b.value()))
            return false;
    }
    return true;
}

} // namespace

std::string_view typeName(const Value& value)
{
    switch (value.type()) {
    case Value::value_t::boolean: return "boolean";
    case Value::value_t::number_integer:
    case Value::value_t::number_unsigned:
    case Value::value_t::number_float: return "number";
    case Value::value_t::string: return "string";
    case Value::value_t::array: return "list";
    case Value::value_t::object: return "object";
    default: return "null";
    }
}

std::string toText(const Value& value)
{
    if (value.is_string())
        return value.get_ref<const std::string&>();
    if (value.is_number_float()) {
        const double real = value.get<double>();
        if (std::isnan(real))
            return "nan";
        if (std::isinf(real))
            return real > 0 ? "inf" : "-inf";
    }
    return dumpJson(value);
}

bool isNan(const Value& value) { return value.is_number_float() && std::isnan(value.get<double>()); }

// Unsigned numbers above the 64-bit signed range come from JSON only; they keep their order as doubles.
bool isInteger(const Value& value)
{
    return value.is_number_integer()
           && (!value.is_number_unsigned() || value.get<std::uint64_t>() <= std::uint64_t(INT64_MAX));
}

int compareNumbers(const Value& left, const Value& right)
{
    if (isInteger(left) && isInteger(right))
        return order(left.get<std::int64_t>(), right.get<std::int64_t>());
    if (isInteger(left))
        return compareMixed(left.get<std::int64_t>(), right.get<double>());
    if (isInteger(right))
        return -compareMixed(right.get<std::int64_t>(), left.get<double>());
    return order(left.get<double>(), right.get<double>());
}

bool equals(const Value& left, const Value& right)
{
    if (left.is_number() && right.is_number())
        return !isNan(left) && !isNan(right) && compareNumbers(left, right) == 0;
    if (left.is_array() && right.is_array())
        return equalLists(left, right);
    if (left.is_object() && right.is_object())
        return equalObjects(left, right);
    return left.type() == right.type() && left == right;
}

} // namespace penstock::expression
