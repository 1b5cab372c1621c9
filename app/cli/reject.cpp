#include "app/cli/commands.h"
#include "app/cli/decision.h"

namespace penstock::cli {

Result<Exit> reject(const Invocation& invocation)
{
    return decide(invocation, false, invocation.arguments.value("reason").value_or(""));
}

} // namespace penstock::cli
