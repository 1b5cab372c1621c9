#include "app/cli/cli_text.h"
#include "app/cli/code_text.h"
#include "app/cli/commands.h"
#include "app/cli/reading.h"
#include "app/cli/run_json.h"
#include "app/cli/state_text.h"
#include "app/cli/step_page.h"
#include "app/cli/step_series.h"
#include "core/store/disk_artifact_store.h"

namespace penstock::cli {

using namespace Qt::StringLiterals;

namespace {

QString metricsText(const Json& metrics)
{
    QStringList words;
    for (const auto& [name, value] : metrics.items()) {
        if (value.is_number())
            words << fromUtf8(name) + u'=' + numberText(value.get<double>());
    }
    return words.join(u' ');
}

void tellHead(Console& console, const engine::Run& run)
{
    const auto fact = [&](const QString& what, const QString& text) {
        if (!text.isEmpty())
            console.line(u"  "_s +
                         console.toned(what + QString(std::max(1, 12 - displayWidth(what)), u' '), Tone::muted) + text);
    };
    console.line(console.toned(fromUtf8(run.id.text()), Tone::bold) + u"  "_s +
                 shown(console, stateText(console, run)));
    fact(Cli::tr("file"), fromUtf8(run.file));
    fact(Cli::tr("parameters"), parametersText(run.parameters));
    fact(Cli::tr("started"),
         Cli::tr("%1 by %2").arg(localTime(run.createdAt), fromUtf8(run.actor.substr(run.actor.find(':') + 1))));
    if (engine::isEnd(run.state))
        fact(Cli::tr("took"), spanText(run.endedAt - run.createdAt));
    fact(Cli::tr("resumes"), fromUtf8(run.resumedFrom));
    fact(Cli::tr("code"), codeText(run));
    fact(Cli::tr("checkout"), checkoutText(run));
    fact(Cli::tr("reproduces"), fromUtf8(run.reproduces));
    tellCodeWarnings(console, run);
    fact(Cli::tr("started by"), fromUtf8(run.event));
    if (run.isRemoved())
        fact(Cli::tr("removed"), Cli::tr("what it left was removed by retention on %1").arg(localTime(run.removedAt)));
    else if (!run.hasLogs())
        fact(Cli::tr("removed"), Cli::tr("its logs were removed by retention on %1").arg(localTime(run.logsRemovedAt)));
}

void tellSteps(Console& console, const session::View& view, const engine::Run& run)
{
    std::vector<QStringList> rows;
    for (const auto& instance : run.instances) {
        const pipeline::Step& step = run.step(instance);
        const QString reason = reasonText(view.workspace, run, instance);
        const QString span = instance.attempts.empty() ? QString() : spanText(spanOf(instance, wallTime()));
        rows.push_back({fromUtf8(instance.id.text()), kindWord(step),
                        shown(console, stateText(console, instance)), span,
                        reason.isEmpty() ? metricsText(instance.metrics) : reason});
    }
    console.line();
    console.table({Cli::tr("STEP"), Cli::tr("KIND"), Cli::tr("STATE"), Cli::tr("TOOK"), {}}, rows);
}

void tellQuestions(Console& console, const session::View& view, const engine::Run& run)
{
    for (const auto* request : openRequests(view, &run.id)) {
        console.line();
        console.line(console.toned(fromUtf8(textAt(request->subject, "question")), Tone::waiting));
        console.line(u"  penstock approve %1 --comment TEXT"_s.arg(fromUtf8(request->id.text())));
        console.line(u"  penstock reject %1 --reason TEXT"_s.arg(fromUtf8(request->id.text())));
    }
}

// What was not committed, as it was kept; nothing where nothing was.
Result<Exit> tellDiff(Console& console, const RunReading& read)
{
    constexpr std::uint64_t largest = 64 << 20;
    const auto diff = Digest::parse(textAt(memberAt(read.run->source, "diff"), "digest"));
    if (!diff)
        return Exit::done;
    const auto folder = read.workspace.stateFolder();
    if (!folder)
        return folder.error();
    const auto store = store::DiskArtifactStore::open(*folder, store::DiskArtifactStore::Access::read);
    if (!store)
        return store.error();
    const auto text = (*store)->readBytes(*diff, largest);
    if (!text)
        return text.error();
    if (console.wantsJson())
        console.json({{"run", read.run->id.text()}, {"diff", *text}});
    else
        console.raw(text->data(), text->size());
    return Exit::done;
}

Result<Exit> showStep(const Invocation& invocation, const RunReading& read)
{
    Console& console = invocation.console;
    const auto instance = findInstance(*read.run, invocation.arguments.operand(1));
    if (!instance)
        return instance.error();
    const auto series = readSeries(invocation.arguments, read, **instance);
    if (!series)
        return series.error();
    if (console.wantsJson()) {
        Json document = pageJson(read, **instance);
        document.update(seriesJson(*series));
        console.json(document);
    } else if (series->withPoints) {
        tellPoints(console, *series);
    } else {
        tellStep(console, read, **instance);
        tellSeries(console, **instance, *series);
    }
    return Exit::done;
}

} // namespace

Result<Exit> show(const Invocation& invocation)
{
    Console& console = invocation.console;
    const auto read = readRun(invocation.arguments);
    if (!read)
        return read.error();
    if (invocation.arguments.has("diff"))
        return tellDiff(console, *read);
    if (invocation.arguments.operands().size() > 1)
        return showStep(invocation, *read);
    if (console.wantsJson()) {
        Json document = runJson(read->view, *read->run);
        document["steps"] = Json::array();
        for (const auto& instance : read->run->instances)
            document["steps"].push_back(stepJson(read->workspace, read->view, *read->run, instance));
        if (const auto reproduction = session::reproductionOf(read->view, *read->run))
            document["reproduction"] = session::toJson(*reproduction);
        return console.json(document), Exit::done;
    }
    tellHead(console, *read->run);
    tellSteps(console, read->view, *read->run);
    if (const auto reproduction = session::reproductionOf(read->view, *read->run))
        tellReproduction(console, *reproduction);
    tellQuestions(console, read->view, *read->run);
    return Exit::done;
}

} // namespace penstock::cli
