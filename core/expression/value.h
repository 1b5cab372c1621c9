// Values of the expression language are JSON values: null, boolean, number (64-bit integer or double), string, list, object.
#pragma once

#include "core/base/json.h"

#include <string>
#include <string_view>

namespace penstock::expression {

using Value = Json;

// "null", "boolean", "number", "string", "list" or "object": the words of the pipeline file, hence not translated.
std::string_view typeName(const Value& value);

// How a value stands inside a longer text or an environment variable: strings as they are, all else as one line of JSON.
// Doubles are the shortest text that reads back the same and keep their point (1.0); those that JSON cannot write become
// nan, inf and -inf, which Python, R and C read back.
std::string toText(const Value& value);

// Deep equality. Values of different types differ; an integer and a double are equal when they are exactly the same
// number (no rounding of the integer on the way).
bool equals(const Value& left, const Value& right);

// Negative, zero or positive for two numbers, exact as equals(). Neither may be NaN.
int compareNumbers(const Value& left, const Value& right);

bool isNan(const Value& value);
bool isInteger(const Value& value); // and fits into 64 bits with a sign

} // namespace penstock::expression
