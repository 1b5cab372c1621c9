#include "app/cli/cli_text.h"
#include "app/cli/commands.h"
#include "app/cli/order.h"
#include "app/cli/reading.h"

namespace penstock::cli {

Exit cancel(const Invocation& invocation)
{
    Console& console = invocation.console;
    const auto refuse = [&](const Error& error) { return console.error(error), exitFor(error); };
    const auto workspace = findWorkspace(invocation.arguments);
    const auto view = workspace ? readView(*workspace) : workspace.error();
    if (!view)
        return refuse(view.error());
    const auto run = findRun(*view, invocation.arguments.operand(0));
    if (!run)
        return refuse(run.error());
    const auto reply = give(*workspace, invocation.program,
                            session::CancelRun{(*run)->id, invocation.arguments.value("reason").value_or("")});
    if (!reply)
        return refuse(reply.error());
    if (console.wantsJson())
        console.json(*reply);
    else
        console.line(Cli::tr("%1 is asked to stop.").arg(fromUtf8((*run)->id.text())));
    return Exit::done;
}

} // namespace penstock::cli
