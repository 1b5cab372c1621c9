#include "app/cli/cli_text.h"
#include "app/cli/commands.h"
#include "app/cli/workspace.h"
#include "core/store/event_reader.h"

namespace penstock::cli {

namespace {

Json seqJson(const std::optional<Seq>& seq) { return seq ? Json(*seq) : Json(); }

void tell(Console& console, const store::ChainReport& report)
{
    if (report.firstBad)
        console.line(console.toned(
            Cli::tr("Event %1 was changed, removed or inserted after it was written.").arg(*report.firstBad),
            Tone::failed));
    if (report.lostUntil)
        console.line(console.toned(
            Cli::tr("The log ends at event %1, but was known up to %2.").arg(report.checked).arg(*report.lostUntil),
            Tone::failed));
    if (report.sound())
        console.line(Cli::tr("%n event(s), each fits the one before.", nullptr, static_cast<int>(report.checked)));
    if (report.anchorMissing)
        console.line(console.toned(Cli::tr("The anchor is missing: events lost from the end would not be noticed."),
                                   Tone::warning));
}

} // namespace

Exit audit(const Invocation& invocation)
{
    Console& console = invocation.console;
    const auto refuse = [&](const Error& error) { return console.error(error), exitFor(error); };
    if (invocation.arguments.operand(0) != "verify")
        return refuse({ErrorCode::invalid, {"cli.audit_unknown", {{"word", invocation.arguments.operand(0)}}}, {}});
    const auto workspace = findWorkspace(invocation.arguments);
    const auto folder = workspace ? workspace->stateFolder() : workspace.error();
    if (!folder)
        return refuse(folder.error());
    auto reader = store::EventReader::open(*folder);
    if (!reader)
        return refuse(reader.error());
    const std::atomic<bool> stop{false};
    const auto report = reader->verify(stop);
    if (!report)
        return refuse(report.error());
    if (console.wantsJson())
        console.json({{"sound", report->sound()},
                      {"checked", report->checked},
                      {"firstBad", seqJson(report->firstBad)},
                      {"lostUntil", seqJson(report->lostUntil)},
                      {"anchorMissing", report->anchorMissing}});
    else
        tell(console, *report);
    return report->sound() ? Exit::done : Exit::unable;
}

} // namespace penstock::cli
