#include "app/cli/cli_text.h"
#include "app/cli/commands.h"
#include "app/cli/event_watch.h"
#include "app/cli/inbox_text.h"

#include <charconv>

namespace penstock::cli {

namespace {

Result<Exit> replay(const Invocation& invocation)
{
    const std::string typed = invocation.arguments.operand(1);
    const auto event = EventId::parse(typed);
    if (!event)
        return Error{ErrorCode::invalid, {"cli.no_event_id", {{"text", typed}}}, {}};
    const auto workspace = findWorkspace(invocation.arguments);
    if (!workspace)
        return workspace.error();
    return EventWatch(invocation, *workspace).giveAndTell(session::ReplayEvent{*event}, invocation.arguments.has("wait"));
}

QStringList row(const Console& console, const engine::InboxEvent& event)
{
    QString name = fromUtf8(event.name);
    if (event.repeats > 0)
        name = Cli::tr("%1 (%n time(s) again)", nullptr, event.repeats).arg(name);
    if (!event.replayOf.empty())
        name = Cli::tr("%1 (replay of %2)").arg(name, fromUtf8(event.replayOf));
    return {fromUtf8(event.id.text()),
            shown(console, stateText(console, event.state())),
            localTime(event.at),
            fromUtf8(event.actor.substr(event.actor.find(':') + 1)),
            name,
            outcomeText(event)};
}

Result<std::size_t> mostFrom(const Invocation& invocation)
{
    std::size_t most = invocation.console.wantsJson() ? SIZE_MAX : 30;
    const auto last = invocation.arguments.value("last");
    if (last && std::from_chars(last->data(), last->data() + last->size(), most).ec != std::errc())
        return Error{ErrorCode::invalid, {"cli.number_expected", {{"option", "--last"}, {"text", *last}}}, {}};
    return most;
}

Result<Exit> list(const Invocation& invocation)
{
    Console& console = invocation.console;
    const auto most = mostFrom(invocation);
    if (!most)
        return most.error();
    const auto read = readWorkspace(invocation.arguments);
    if (!read)
        return read.error();
    const auto& events = read->view.workspace.inbox.events;
    Json documents = Json::array();
    std::vector<QStringList> rows;
    for (auto each = events.rbegin(); each != events.rend() && rows.size() + documents.size() < *most; ++each) {
        if (console.wantsJson())
            documents.push_back(eventJson(each->second));
        else
            rows.push_back(row(console, each->second));
    }
    if (console.wantsJson())
        return console.json({{"events", documents}}), Exit::done;
    if (events.empty())
        return console.line(Cli::tr("No events yet. `penstock emit NAME` sends one; `on` in a pipeline listens to it.")), Exit::done;
    console.table({Cli::tr("EVENT"), Cli::tr("STATE"), Cli::tr("RECEIVED"), Cli::tr("BY"), Cli::tr("NAME"), Cli::tr("RUNS")}, rows);
    return Exit::done;
}

} // namespace

Result<Exit> inbox(const Invocation& invocation)
{
    const auto& words = invocation.arguments.operands();
    if (words.empty())
        return list(invocation);
    if (words[0] == "replay" && words.size() == 2)
        return replay(invocation);
    return Error{ErrorCode::invalid, {"cli.inbox_unknown", {{"word", words[0]}}}, {}};
}

} // namespace penstock::cli
