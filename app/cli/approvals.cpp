#include "app/cli/cli_text.h"
#include "app/cli/commands.h"
#include "app/cli/reading.h"
#include "app/cli/state_text.h"
#include "core/messages/messages.h"
#include "core/session/evidence.h"

namespace penstock::cli {

using namespace Qt::StringLiterals;

namespace {

QString optionalNumber(const std::optional<double>& value) { return value ? numberText(*value) : u"-"_s; }

QString deltaText(const Console& console, const session::MetricRow& row)
{
    if (!row.delta)
        return u"-"_s;
    const QString sign = *row.delta > 0 ? u"+"_s : QString();
    const QString word = row.better > 0 ? Cli::tr("better") : row.better < 0 ? Cli::tr("worse") : QString();
    const Tone tone = row.better > 0 ? Tone::succeeded : row.better < 0 ? Tone::failed : Tone::plain;
    return console.toned(sign + numberText(*row.delta) + (word.isEmpty() ? word : u' ' + word), tone);
}

void tellMetrics(Console& console, const session::Evidence& evidence)
{
    if (evidence.metrics.empty())
        return;
    const QString production = evidence.production ? fromUtf8(evidence.production->number()) : Cli::tr("nothing");
    const QString candidate = evidence.candidate ? fromUtf8(evidence.candidate->number()) : Cli::tr("candidate");
    std::vector<QStringList> rows;
    for (const auto& row : evidence.metrics)
        rows.push_back({u"  "_s + fromUtf8(row.name), optionalNumber(row.production), optionalNumber(row.candidate),
                        deltaText(console, row)});
    console.table(
        {u"  "_s + Cli::tr("METRIC"), Cli::tr("PRODUCTION: %1").arg(production), candidate, Cli::tr("CHANGE")}, rows);
}

void tellEvidence(Console& console, const session::Evidence& evidence)
{
    console.line(console.toned(fromUtf8(evidence.request.text()), Tone::bold) + u"  "_s +
                 console.toned(fromUtf8(evidence.question), Tone::waiting));
    tellMetrics(console, evidence);
    for (const auto& row : evidence.differences) {
        if (!row.same)
            console.line(u"  %1 %2: %3 -> %4"_s.arg(fromUtf8(row.what), fromUtf8(row.name),
                                                    fromUtf8(row.before.substr(0, 40)),
                                                    fromUtf8(row.after.substr(0, 40))));
    }
    for (const std::string& warning : evidence.warnings)
        console.line(u"  "_s + console.toned(messages::text(warning), Tone::warning));
    if (!evidence.policy.empty() && !evidence.policyChecked)
        console.line(u"  "_s + Cli::tr("policy %1: not checked").arg(fromUtf8(evidence.policy)));
    if (evidence.expires)
        console.line(u"  "_s + Cli::tr("expires %1").arg(localTime(*evidence.expires)));
    console.line(u"  penstock approve %1 --comment TEXT   |   penstock reject %1 --reason TEXT"_s.arg(
        fromUtf8(evidence.request.text())));
    console.line();
}

} // namespace

Exit approvals(const Invocation& invocation)
{
    Console& console = invocation.console;
    const auto workspace = findWorkspace(invocation.arguments);
    const auto view = workspace ? readView(*workspace) : workspace.error();
    if (!view)
        return console.error(view.error()), exitFor(view.error());
    const auto open = openRequests(*view);
    Json list = Json::array();
    for (const auto* request : open) {
        const auto evidence = session::evidenceOf(*view, request->id);
        if (!evidence)
            return console.error(evidence.error()), exitFor(evidence.error());
        if (console.wantsJson())
            list.push_back(session::toJson(*evidence));
        else
            tellEvidence(console, *evidence);
    }
    if (console.wantsJson())
        console.json({{"approvals", list}});
    else if (open.empty())
        console.line(Cli::tr("Nobody is waiting for a decision."));
    return Exit::done;
}

} // namespace penstock::cli
