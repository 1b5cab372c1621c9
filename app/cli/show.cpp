#include "app/cli/cli_text.h"
#include "app/cli/commands.h"
#include "app/cli/reading.h"
#include "app/cli/run_json.h"
#include "app/cli/state_text.h"
#include "app/cli/step_page.h"

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

} // namespace

Result<Exit> show(const Invocation& invocation)
{
    Console& console = invocation.console;
    const auto read = readRun(invocation.arguments);
    if (!read)
        return read.error();
    if (!invocation.arguments.operand(1).empty()) {
        const auto shownStep = showStep(invocation, *read);
        return shownStep ? Result<Exit>(Exit::done) : shownStep.error();
    }
    if (console.wantsJson()) {
        Json document = runJson(read->view, *read->run);
        document["steps"] = Json::array();
        for (const auto& instance : read->run->instances)
            document["steps"].push_back(stepJson(read->workspace, read->view, *read->run, instance));
        return console.json(document), Exit::done;
    }
    tellHead(console, *read->run);
    tellSteps(console, read->view, *read->run);
    tellQuestions(console, read->view, *read->run);
    return Exit::done;
}

} // namespace penstock::cli
