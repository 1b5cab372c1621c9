#include "core/engine/status_calls.h"

#include "core/expression/syntax.h"

namespace penstock::engine {

namespace {

// Recursion is bounded by expression::maximumDepth.
void collect(const expression::Node& node, StatusCalls& calls)
{
    if (const auto* call = std::get_if<expression::Call>(&node.what)) {
        calls.failure |= call->function == expression::Function::failure;
        calls.always |= call->function == expression::Function::always;
    }
    for (const expression::Node& operand : node.operands)
        collect(operand, calls);
}

} // namespace

StatusCalls statusCallsOf(const expression::Expression& condition)
{
    StatusCalls calls;
    if (expression::usesStatus(condition))
        collect(condition.syntax().root, calls);
    return calls;
}

} // namespace penstock::engine
