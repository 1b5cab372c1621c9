#include "app/cli/cli_text.h"
#include "app/cli/commands.h"
#include "app/cli/order.h"
#include "app/cli/reading.h"
#include "app/cli/state_text.h"

namespace penstock::cli {

namespace {

// "digits v1" or "digits", and "1.4".
Result<const registry::Version*> findVersion(const session::View& view, const std::string& line,
                                             const std::string& number)
{
    const auto parsed = ModelLine::parse(line);
    const auto id = VersionId::parse((parsed ? parsed->model : line) + ' ' + number);
    const registry::Version* version = id && (!parsed || id->line == *parsed) ? view.registry.version(*id) : nullptr;
    if (version)
        return version;
    return Error{ErrorCode::notFound, {"cli.version_unknown", {{"line", line}, {"version", number}}}, {}};
}

} // namespace

Result<Exit> promote(const Invocation& invocation)
{
    Console& console = invocation.console;
    const auto read = readWorkspace(invocation.arguments);
    if (!read)
        return read.error();
    const auto version = findVersion(read->view, invocation.arguments.operand(0), invocation.arguments.operand(1));
    if (!version)
        return version.error();
    const registry::Version* production = read->view.registry.line((*version)->id.line)->inProduction();
    session::PromoteVersion command{(*version)->id, invocation.arguments.value("to").value_or("production"),
                                    production ? production->id.number() : "",
                                    invocation.arguments.value("comment").value_or("")};
    const auto reply = give(read->workspace, invocation.program, command);
    if (!reply)
        return reply.error();
    if (console.wantsJson())
        console.json(*reply);
    else
        console.line(Cli::tr("%1 is in %2.").arg(fromUtf8((*version)->id.text()), stageWord(registry::stageByName(command.stage).value_or(registry::Stage::none))));
    return Exit::done;
}

} // namespace penstock::cli
