#include "app/cli/code_text.h"
#include "app/cli/commands.h"
#include "app/cli/run_watch.h"
#include "app/cli/trust_gate.h"

namespace penstock::cli {

namespace {

// What came of it, once the run has ended.
Result<void> tellOutcome(const Invocation& invocation, const Workspace& workspace, const std::string& run)
{
    const auto view = readView(workspace);
    const auto id = RunId::parse(run);
    if (!view || !id)
        return view ? Result<void>() : view.error();
    const engine::Run* made = view->workspace.run(*id);
    const auto reproduction = made && engine::isEnd(made->state) ? session::reproductionOf(*view, *made) : std::nullopt;
    if (!reproduction)
        return {};
    if (invocation.console.wantsJson())
        invocation.console.jsonLine({{"reproduction", session::toJson(*reproduction)}});
    else
        tellReproduction(invocation.console, *reproduction);
    return {};
}

} // namespace

Result<Exit> reproduce(const Invocation& invocation)
{
    Console& console = invocation.console;
    const auto read = readRun(invocation.arguments);
    if (!read)
        return read.error();
    if (const auto trusted = requireTrust(invocation, read->workspace); !trusted)
        return trusted.error();
    RunWatch watch(invocation, read->workspace, {});
    if (const auto begun = watch.begin(); !begun)
        return begun.error();
    const auto reply = watch.give(session::ReproduceRun{read->run->id});
    if (!reply)
        return watchReply(watch, reply, invocation);
    const std::string made = textAt(*reply, "run");
    if (invocation.arguments.has("detach")) {
        if (console.wantsJson())
            console.jsonLine(*reply);
        else
            console.line(fromUtf8(made));
        return Exit::done;
    }
    const Exit exit = watchReply(watch, reply, invocation);
    if (const auto told = tellOutcome(invocation, read->workspace, made); !told)
        return told.error();
    return exit;
}

} // namespace penstock::cli
