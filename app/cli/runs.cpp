#include "app/cli/cli_text.h"
#include "app/cli/commands.h"
#include "app/cli/reading.h"
#include "app/cli/run_json.h"
#include "app/cli/state_text.h"

#include <charconv>

namespace penstock::cli {

using namespace Qt::StringLiterals;

namespace {

std::vector<const engine::Run*> newestFirst(const session::View& view)
{
    std::vector<const engine::Run*> runs;
    for (const auto& [id, run] : view.workspace.runs)
        runs.push_back(&run);
    std::ranges::sort(runs, [](const auto* a, const auto* b) { return a->id.number > b->id.number; });
    return runs;
}

QStringList row(const Console& console, const engine::Run& run)
{
    const Instant end = engine::isEnd(run.state) ? run.endedAt : wallTime();
    return {fromUtf8(run.id.text()),
            shown(console, stateText(console, run)),
            localTime(run.createdAt),
            spanText(end - run.createdAt),
            fromUtf8(run.actor.substr(run.actor.find(':') + 1)),
            parametersText(run.parameters)};
}

} // namespace

Result<Exit> runs(const Invocation& invocation)
{
    Console& console = invocation.console;
    std::size_t most = console.wantsJson() ? SIZE_MAX : 30;
    if (const auto last = invocation.arguments.value("last")) {
        if (std::from_chars(last->data(), last->data() + last->size(), most).ec != std::errc())
            return console.error(
                       {ErrorCode::invalid, {"cli.number_expected", {{"option", "--last"}, {"text", *last}}}, {}}),
                   Exit::usage;
    }
    const auto read = readWorkspace(invocation.arguments);
    if (!read)
        return read.error();
    auto all = newestFirst(read->view);
    const std::size_t count = all.size();
    all.resize(std::min(most, count));
    if (console.wantsJson()) {
        Json list = Json::array();
        for (const auto* run : all)
            list.push_back(runJson(read->view, *run));
        return console.json({{"runs", list}}), Exit::done;
    }
    if (all.empty())
        return console.line(Cli::tr("No runs yet. `penstock run FILE` starts one.")), Exit::done;
    std::vector<QStringList> rows;
    for (const auto* run : all)
        rows.push_back(row(console, *run));
    console.table(
        {Cli::tr("RUN"), Cli::tr("STATE"), Cli::tr("STARTED"), Cli::tr("TOOK"), Cli::tr("BY"), Cli::tr("PARAMETERS")},
        rows);
    if (all.size() < count)
        console.line(
            console.toned(Cli::tr("%n older one(s): --last %1", nullptr, static_cast<int>(count - all.size())).arg(count), Tone::muted));
    return Exit::done;
}

} // namespace penstock::cli
