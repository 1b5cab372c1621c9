#include "app/cli/decision.h"

#include "app/cli/cli_text.h"
#include "app/cli/run_watch.h"
#include "app/cli/trust_gate.h"

namespace penstock::cli {

Result<Exit> decide(const Invocation& invocation, bool approve, const std::string& comment)
{
    Console& console = invocation.console;
    const auto read = readWorkspace(invocation.arguments);
    if (!read)
        return read.error();
    const auto request = findRequest(read->view, invocation.arguments.operand(0));
    if (!request)
        return request.error();
    if (const auto trusted = approve ? requireTrust(invocation, read->workspace) : Result<void>(); !trusted)
        return trusted.error();
    RunWatch watch(invocation, read->workspace, {});
    if (const auto begun = watch.begin(); !begun)
        return begun.error();
    const auto reply = watch.give(session::DecideRequest{(*request)->id, approve, comment, (*request)->digest.hex()});
    if (!reply)
        return reply.error();
    if (invocation.arguments.has("wait"))
        return watch.watch((*request)->id.run);
    const QString id = fromUtf8((*request)->id.text());
    if (console.wantsJson())
        console.json(*reply);
    else
        console.line(approve ? Cli::tr("%1 is approved.").arg(id) : Cli::tr("%1 is rejected.").arg(id));
    return Exit::done;
}

} // namespace penstock::cli
