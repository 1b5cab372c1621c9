#pragma once

#include "core/expression/expression.h"

namespace penstock::engine {

// Which of failure() and always() a condition calls: what may still start once a run goes wrong.
struct StatusCalls {
    bool failure = false;
    bool always = false;
};

StatusCalls statusCallsOf(const expression::Expression& condition);

} // namespace penstock::engine
