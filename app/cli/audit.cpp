#include "app/cli/cli_text.h"
#include "app/cli/commands.h"
#include "app/cli/loss_acceptance.h"
#include "app/cli/workspace.h"
#include "core/store/event_reader.h"

#include <charconv>

namespace penstock::cli {

namespace {

using Events = std::vector<engine::StoredEvent>;

Json seqJson(const std::optional<Seq>& seq) { return seq ? Json(*seq) : Json(); }

// Each accepted loss with the event that says who accepted it, where the log has it.
Result<Events> acceptancesIn(store::EventReader& reader, const std::vector<store::AcceptedLoss>& losses)
{
    Events acceptances;
    for (const store::AcceptedLoss& loss : losses) {
        const auto events = reader.read(loss.after, 1);
        if (!events)
            return events.error();
        if (!events->empty() && events->front().type == "audit.lossAccepted")
            acceptances.push_back(events->front());
    }
    return acceptances;
}

Json json(const store::ChainReport& report, const Events& acceptances)
{
    Json accepted = Json::array();
    for (const auto& event : acceptances) {
        Json entry = event.payload;
        entry["at"] = formatInstant(event.at);
        entry["actor"] = event.actor;
        accepted.push_back(std::move(entry));
    }
    return {{"sound", report.sound()},
            {"checked", report.checked},
            {"firstBad", seqJson(report.firstBad)},
            {"lostUntil", seqJson(report.lostUntil)},
            {"anchorMissing", report.anchorMissing},
            {"acceptedLosses", accepted}};
}

void tell(Console& console, const store::ChainReport& report, const Events& acceptances)
{
    if (report.firstBad)
        console.line(console.toned(
            Cli::tr("Event %1 was changed, removed or inserted after it was written.").arg(*report.firstBad),
            Tone::failed));
    if (report.lostUntil) {
        console.line(console.toned(
            Cli::tr("The log ends at event %1, but was known up to %2.").arg(report.checked).arg(*report.lostUntil),
            Tone::failed));
        console.line(Cli::tr("Restore a newer copy, or go on without the missing events: %1")
                         .arg(QStringLiteral("penstock audit accept-loss --until %1").arg(*report.lostUntil)));
    }
    if (report.sound())
        console.line(Cli::tr("%n event(s), each fits the one before.", nullptr, static_cast<int>(report.checked)));
    for (const auto& event : acceptances)
        console.line(console.toned(Cli::tr("After event %1 the events up to %2 were lost; accepted by %3 on %4. %5")
                                       .arg(integerAt(event.payload, "after"))
                                       .arg(integerAt(event.payload, "until"))
                                       .arg(fromUtf8(event.actor), localTime(event.at),
                                            fromUtf8(textAt(event.payload, "comment")))
                                       .trimmed(),
                                   Tone::warning));
    if (report.anchorMissing)
        console.line(console.toned(Cli::tr("The anchor is missing: events lost from the end would not be noticed."),
                                   Tone::warning));
}

Result<Exit> verify(Console& console, const std::string& folder)
{
    auto reader = store::EventReader::open(folder);
    if (!reader)
        return reader.error();
    const std::atomic<bool> stop{false};
    const auto report = reader->verify(stop);
    if (!report)
        return report.error();
    const auto acceptances = acceptancesIn(*reader, report->acceptedLosses);
    if (!acceptances)
        return acceptances.error();
    if (console.wantsJson())
        console.json(json(*report, *acceptances));
    else
        tell(console, *report, *acceptances);
    return report->sound() ? Exit::done : Exit::unable;
}

Result<Exit> accept(const Invocation& invocation, const std::string& folder)
{
    Seq until = 0; // no event's: then the answer says which one to name
    if (const auto typed = invocation.arguments.value("until")) {
        const auto parsed = std::from_chars(typed->data(), typed->data() + typed->size(), until);
        if (parsed.ec != std::errc() || parsed.ptr != typed->data() + typed->size())
            return Error{ErrorCode::invalid, {"cli.number_expected", {{"option", "--until"}, {"text", *typed}}}, {}};
    }
    const auto accepted = acceptLoss(folder, until, invocation.arguments.value("comment").value_or(std::string()));
    if (!accepted)
        return accepted.error();
    Console& console = invocation.console;
    if (console.wantsJson()) {
        console.json({{"after", accepted->after},
                      {"until", accepted->until},
                      {"copy", accepted->copy},
                      {"moved", accepted->moved}});
        return Exit::done;
    }
    console.line(Cli::tr("The log goes on after event %1; those up to %2 are given up. This is on record.")
                     .arg(accepted->after)
                     .arg(accepted->until));
    console.line(Cli::tr("Kept in %1: the log as it was, and the folders of lost runs and attempts (%2).")
                     .arg(fromUtf8(accepted->copy))
                     .arg(accepted->moved.size()));
    return Exit::done;
}

} // namespace

Result<Exit> audit(const Invocation& invocation)
{
    const std::string word = invocation.arguments.operand(0);
    if (word != "verify" && word != "accept-loss")
        return Error{ErrorCode::invalid, {"cli.audit_unknown", {{"word", word}}}, {}};
    const auto workspace = findWorkspace(invocation.arguments);
    const auto folder = workspace ? workspace->stateFolder() : workspace.error();
    if (!folder)
        return folder.error();
    return word == "verify" ? verify(invocation.console, *folder) : accept(invocation, *folder);
}

} // namespace penstock::cli
