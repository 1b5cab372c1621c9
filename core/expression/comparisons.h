// Which paths an expression compares with values that are written out: what a document is checked for before anything has a value.
#pragma once

#include "core/expression/expression.h"
#include "core/expression/value.h"

#include <vector>

namespace penstock::expression {

struct Comparison {
    Reference path;
    std::vector<Value> values;  // of `==` and `!=` one, of `in [..]` all
    std::size_t offset = 0;     // of the first of them, into the text that was parsed
    bool isWhole = false;       // the expression is this comparison and nothing else, and it holds for these values and no other
};

// In order of appearance.
std::vector<Comparison> comparisons(const Expression& expression);

} // namespace penstock::expression
