#pragma once

#include "core/base/result.h"
#include "core/expression/value.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace penstock::expression {

// `production(line)` is a path, not a function of values, and is not listed here.
enum class Function { fallback, contains, startsWith, endsWith, lower, upper, length, minimum, maximum, round, absolute,
                      join, json, success, failure, always };

struct FunctionSignature {
    Function function;
    std::string_view name; // as written: "default", "starts_with"
    std::size_t fewest;    // arguments
    std::size_t most;
    std::string_view usage; // "round(number, digits)", for messages and completion
};

const std::vector<FunctionSignature>& functionSignatures();
const FunctionSignature& signatureOf(Function function);
std::optional<FunctionSignature> functionNamed(std::string_view name);

// Computes the functions whose value depends on their arguments only; default() and the status functions are the
// evaluator's. The number of arguments has been checked by the parser. `offset` is where the call stands.
Result<Value> call(Function function, const std::vector<Value>& arguments, std::size_t offset);

} // namespace penstock::expression
