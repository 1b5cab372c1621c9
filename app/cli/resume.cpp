#include "app/cli/commands.h"
#include "app/cli/run_watch.h"
#include "app/cli/trust_gate.h"

namespace penstock::cli {

Exit resume(const Invocation& invocation)
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
    if (const auto trusted = requireTrust(invocation, *workspace); !trusted)
        return refuse(trusted.error());
    RunWatch watch(invocation, *workspace, {invocation.arguments.has("until-blocked")});
    if (const auto begun = watch.begin(); !begun)
        return refuse(begun.error());
    const auto reply = watch.give(session::ResumeRun{(*run)->id});
    if (!reply || !invocation.arguments.has("detach"))
        return watchReply(watch, reply, invocation);
    if (console.wantsJson())
        console.jsonLine(*reply);
    else
        console.line(fromUtf8(textAt(*reply, "run")));
    return Exit::done;
}

} // namespace penstock::cli
