// A step's `run` when it is a script for bash. Each ${{ }} becomes "${PENSTOCK_X1}", "${PENSTOCK_X2}", ... and its value
// travels in the environment: what a value contains is never read as shell text. Expressions in comments stay as they are,
// unread. `$${{` stands for the characters `${{`.
#pragma once

#include "core/base/result.h"
#include "core/expression/expression.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace penstock::expression {

inline constexpr std::size_t maximumScriptIssues = 100;

struct ScriptVariable {
    std::string name; // "PENSTOCK_X1"
    Expression expression;
    std::size_t offset = 0; // of the mark in the text that was read, in bytes
    std::size_t length = 0;
};

struct ScriptIssue {
    std::size_t offset = 0;
    std::size_t length = 0;
    Error error; // invalid: a mistake in an expression, or a place where the shell does not expand variables
};

struct Script {
    std::string text; // what bash gets; to be run only when there are no issues
    std::vector<ScriptVariable> variables;
    std::vector<ScriptIssue> issues; // in order; reading stops after maximumScriptIssues
};

Script readScript(std::string_view text);

// Of all variables, with offsets into the text that was read.
std::vector<Reference> references(const Script& script);

} // namespace penstock::expression
