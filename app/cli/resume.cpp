#include "app/cli/commands.h"
#include "app/cli/run_watch.h"
#include "app/cli/trust_gate.h"

namespace penstock::cli {

Result<Exit> resume(const Invocation& invocation)
{
    Console& console = invocation.console;
    const auto read = readRun(invocation.arguments);
    if (!read)
        return read.error();
    if (const auto trusted = requireTrust(invocation, read->workspace); !trusted)
        return trusted.error();
    RunWatch watch(invocation, read->workspace, {invocation.arguments.has("until-blocked")});
    if (const auto begun = watch.begin(); !begun)
        return begun.error();
    const auto reply = watch.give(session::ResumeRun{read->run->id});
    if (!reply || !invocation.arguments.has("detach"))
        return watchReply(watch, reply, invocation);
    if (console.wantsJson())
        console.jsonLine(*reply);
    else
        console.line(fromUtf8(textAt(*reply, "run")));
    return Exit::done;
}

} // namespace penstock::cli
