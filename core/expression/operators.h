#pragma once

#include "core/expression/syntax.h"

#include "core/base/result.h"

namespace penstock::expression {

// Strict: no operator converts its operands. Integer results that do not fit into 64 bits and doubles that leave the
// finite range are errors, not wrapped or infinite values. 7 / 2 is 3.5 and 8 / 2 is 4; % takes the sign of the dividend.
Result<Value> applyUnary(Operator op, const Value& operand, std::size_t offset);
// All but && and ||, whose right side is not always computed.
Result<Value> applyBinary(Operator op, const Value& left, const Value& right, std::size_t offset);

// `needle in haystack`: an element of a list, a key of an object, a part of a string.
Result<bool> isIn(const Value& needle, const Value& haystack, std::string_view name, std::size_t offset);

} // namespace penstock::expression
