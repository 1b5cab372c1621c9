#include "app/cli/cli_text.h"
#include "app/cli/commands.h"
#include "app/cli/problems.h"
#include "app/cli/reading.h"
#include "app/cli/run_watch.h"
#include "app/cli/trust_gate.h"

#include <charconv>

namespace penstock::cli {

namespace {

// Texts: the owner gives each the type that its parameter has.
Result<Json> parametersFrom(const std::vector<std::string>& typed)
{
    Json parameters = Json::object();
    for (const std::string& word : typed) {
        const std::size_t equals = word.find('=');
        if (equals == std::string::npos || equals == 0)
            return Error{ErrorCode::invalid, {"cli.parameter_malformed", {{"text", word}}}, {}};
        parameters[word.substr(0, equals)] = word.substr(equals + 1);
    }
    return parameters;
}

Result<int> jobsFrom(const std::optional<std::string>& typed)
{
    int jobs = 0;
    if (typed && (std::from_chars(typed->data(), typed->data() + typed->size(), jobs).ec != std::errc() || jobs < 1))
        return Error{ErrorCode::invalid, {"cli.number_expected", {{"option", "--jobs"}, {"text", *typed}}}, {}};
    return jobs;
}

// The run that `--from` continues: the one that was named, else the newest ended one of this pipeline file.
Result<std::string> reusedRun(const Arguments& arguments, const Workspace& workspace, const std::string& file)
{
    const std::string named = arguments.value("reuse").value_or("");
    if (named.empty() && arguments.values("from").empty())
        return named;
    const auto view = readView(workspace);
    if (!view)
        return view.error();
    if (!named.empty()) {
        const auto run = findRun(*view, named);
        return run ? Result<std::string>((*run)->id.text()) : Result<std::string>(run.error());
    }
    const engine::Run* newest = nullptr;
    for (const auto& [id, run] : view->workspace.runs) {
        if (run.file == file && engine::isEnd(run.state) && !run.simulated && !run.isRemoved() && (!newest || id.number > newest->id.number))
            newest = &run;
    }
    if (!newest)
        return Error{ErrorCode::notFound, {"cli.nothing_to_reuse", {{"file", file}}}, {}};
    return newest->id.text();
}

// Returns when the run is durable, and says its id.
Exit detach(const Invocation& invocation, const Workspace& workspace, const session::StartRun& start)
{
    const auto reply = give(workspace, invocation.program, start);
    if (!reply) {
        tellRefusal(invocation.console, start.file, reply.error());
        return exitFor(reply.error());
    }
    if (invocation.console.wantsJson())
        invocation.console.jsonLine(*reply);
    else
        invocation.console.line(fromUtf8(textAt(*reply, "run")));
    return Exit::done;
}

} // namespace

Result<Exit> run(const Invocation& invocation)
{
    Console& console = invocation.console;
    const Arguments& arguments = invocation.arguments;
    const auto workspace = findWorkspace(arguments);
    if (!workspace)
        return workspace.error();
    session::StartRun start;
    start.revision = arguments.value("at").value_or("");
    const auto file = start.revision.empty() ? pipelineFile(*workspace, arguments.operand(0))
                                             : pipelineFileAtRevision(*workspace, arguments.operand(0));
    if (!file)
        return file.error();
    auto parameters = parametersFrom(arguments.values("parameter"));
    if (!parameters)
        return parameters.error();
    const auto jobs = jobsFrom(arguments.value("jobs"));
    if (!jobs)
        return jobs.error();
    auto reuse = reusedRun(arguments, *workspace, *file);
    if (!reuse)
        return reuse.error();
    if (const auto trusted = requireTrust(invocation, *workspace); !trusted)
        return trusted.error();
    start.file = *file;
    start.parameters = std::move(*parameters);
    start.jobs = *jobs;
    start.simulated = arguments.has("simulate");
    start.noCache = arguments.has("no-cache");
    start.from = arguments.values("from");
    start.to = arguments.values("to");
    start.reuse = std::move(*reuse);
    if (arguments.has("detach"))
        return detach(invocation, *workspace, start);
    RunWatch watch(invocation, *workspace, {arguments.has("until-blocked")});
    if (const auto begun = watch.begin(); !begun)
        return begun.error();
    const auto reply = watch.give(start);
    if (!reply) {
        tellRefusal(console, *file, reply.error());
        return exitFor(reply.error());
    }
    return watchReply(watch, reply, invocation);
}

} // namespace penstock::cli
