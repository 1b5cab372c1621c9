#include "app/cli/cli_text.h"
#include "app/cli/code_text.h"
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

QString differenceText(const session::DifferenceRow& row)
{
    const auto side = [](const std::string& text) { return text.empty() ? u"-"_s : fromUtf8(text.substr(0, 40)); };
    const QString what = row.what == "parameter" ? Cli::tr("parameter") : row.what == "code" ? Cli::tr("code") : Cli::tr("data");
    return u"  %1 %2: %3 -> %4"_s.arg(what, fromUtf8(row.name), side(row.before), side(row.after));
}

void tellEvidence(Console& console, const session::Evidence& evidence)
{
    console.line(console.toned(fromUtf8(evidence.request.text()), Tone::bold) + u"  "_s +
                 console.toned(fromUtf8(evidence.question), Tone::waiting));
    tellMetrics(console, evidence);
    for (const auto& row : evidence.differences) {
        if (!row.same)
            console.line(differenceText(row));
    }
    for (const std::string& warning : evidence.warnings)
        console.line(u"  "_s + console.toned(messages::text(warning), Tone::warning));
    for (const auto& change : evidence.codeChanges)
        console.line(u"    "_s + changeText(change));
    if (!evidence.policy.empty() && !evidence.policyChecked)
        console.line(u"  "_s + Cli::tr("policy %1: not checked").arg(fromUtf8(evidence.policy)));
    if (evidence.expires)
        console.line(u"  "_s + Cli::tr("expires %1").arg(localTime(*evidence.expires)));
    console.line(u"  penstock approve %1 --comment TEXT   |   penstock reject %1 --reason TEXT"_s.arg(
        fromUtf8(evidence.request.text())));
    console.line();
}

} // namespace

Result<Exit> approvals(const Invocation& invocation)
{
    Console& console = invocation.console;
    const auto read = readWorkspace(invocation.arguments);
    if (!read)
        return read.error();
    const auto open = openRequests(read->view);
    Json list = Json::array();
    for (const auto* request : open) {
        const auto evidence = session::evidenceOf(read->view, request->id);
        if (!evidence)
            return evidence.error();
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
