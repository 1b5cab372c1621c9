#include "app/cli/cli_text.h"
#include "app/cli/commands.h"
#include "app/cli/order.h"
#include "app/cli/reading.h"

namespace penstock::cli {

Result<Exit> cancel(const Invocation& invocation)
{
    Console& console = invocation.console;
    const auto read = readRun(invocation.arguments);
    if (!read)
        return read.error();
    const auto reply = give(read->workspace, invocation.program,
                            session::CancelRun{read->run->id, invocation.arguments.value("reason").value_or("")});
    if (!reply)
        return reply.error();
    if (console.wantsJson())
        console.json(*reply);
    else
        console.line(Cli::tr("%1 is asked to stop.").arg(fromUtf8(read->run->id.text())));
    return Exit::done;
}

} // namespace penstock::cli
