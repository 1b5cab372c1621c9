#include "app/cli/commands.h"
#include "app/cli/decision.h"

namespace penstock::cli {

Result<Exit> approve(const Invocation& invocation)
{
    return decide(invocation, true, invocation.arguments.value("comment").value_or(""));
}

} // namespace penstock::cli
