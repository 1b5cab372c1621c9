#include "app/cli/commands.h"
#include "app/cli/decision.h"

namespace penstock::cli {

Exit approve(const Invocation& invocation)
{
    return decide(invocation, true, invocation.arguments.value("comment").value_or(""));
}

} // namespace penstock::cli
