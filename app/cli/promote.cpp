#include "app/cli/cli_text.h"
#include "app/cli/commands.h"
#include "app/cli/order.h"
#include "app/cli/reading.h"

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

Exit promote(const Invocation& invocation)
{
    Console& console = invocation.console;
    const auto refuse = [&](const Error& error) { return console.error(error), exitFor(error); };
    const auto workspace = findWorkspace(invocation.arguments);
    const auto view = workspace ? readView(*workspace) : workspace.error();
    if (!view)
        return refuse(view.error());
    const auto version = findVersion(*view, invocation.arguments.operand(0), invocation.arguments.operand(1));
    if (!version)
        return refuse(version.error());
    const registry::Version* production = view->registry.line((*version)->id.line)->inProduction();
    session::PromoteVersion command{(*version)->id, invocation.arguments.value("to").value_or("production"),
                                    production ? production->id.number() : "",
                                    invocation.arguments.value("comment").value_or("")};
    const auto reply = give(*workspace, invocation.program, command);
    if (!reply)
        return refuse(reply.error());
    if (console.wantsJson())
        console.json(*reply);
    else
        console.line(Cli::tr("%1 is in %2.").arg(fromUtf8((*version)->id.text()), fromUtf8(command.stage)));
    return Exit::done;
}

} // namespace penstock::cli
