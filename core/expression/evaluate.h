#pragma once

#include "core/base/result.h"
#include "core/expression/expression.h"
#include "core/expression/scope.h"
#include "core/expression/value.h"

#include <cstddef>

namespace penstock::expression {

inline constexpr std::size_t maximumWork = 64 * 1024 * 1024; // bytes of values that one evaluation may handle

// Total: ends after work bounded by the expression and maximumWork. && and || stop at the side that decides, ?: computes
// one branch. Errors: what the scope says; notFound for missing members; invalid for wrong types, division by zero, numbers
// that do not fit, too much work. All carry the argument "offset".
Result<Value> evaluate(const Expression& expression, const Scope& scope);

// The same for an `if`, which must give a boolean (invalid "expression.condition_type" otherwise).
Result<bool> evaluateCondition(const Expression& expression, const Scope& scope);

} // namespace penstock::expression
