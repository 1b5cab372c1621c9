#include "app/cli/inbox_text.h"

#include "app/cli/cli_text.h"
#include "app/cli/run_json.h"
#include "core/messages/messages.h"

namespace penstock::cli {

using namespace Qt::StringLiterals;
using engine::EventOutcome;
using State = engine::InboxEvent::State;

namespace {

QString text(const EventOutcome& outcome)
{
    switch (outcome.what) {
    case EventOutcome::What::started:
        return fromUtf8(outcome.run);
    case EventOutcome::What::passedOver:
    case EventOutcome::What::failed:
        break;
    }
    return Cli::tr("%1: %2").arg(fromUtf8(outcome.file), messages::sentence(outcome.why));
}

} // namespace

StateText stateText(const Console& console, State state)
{
    const auto made = [&](char16_t mark, char ascii, const char* word, Tone tone) {
        return StateText{console.isUnicode() ? QString(QChar(mark)) : QString(QLatin1Char(ascii)), messages::text(word), tone};
    };
    switch (state) {
    case State::received:
        return made(u'○', '.', "outside.received", Tone::running);
    case State::started:
        return made(u'✓', '+', "outside.started", Tone::succeeded);
    case State::unmatched:
        return made(u'◌', '-', "outside.unmatched", Tone::muted);
    case State::failed:
        return made(u'◆', 'x', "outside.failed", Tone::failed);
    }
    return {};
}

QString outcomeText(const engine::InboxEvent& event)
{
    QStringList texts;
    for (const EventOutcome& outcome : event.outcomes)
        texts << text(outcome);
    return texts.join(u", "_s);
}

Json eventJson(const engine::InboxEvent& event)
{
    Json outcomes = Json::array();
    for (const EventOutcome& outcome : event.outcomes) {
        outcomes.push_back({{"file", outcome.file},
                            {"outcome", name(outcome.what)},
                            {"run", outcome.run.empty() ? Json() : Json(outcome.run)},
                            {"why", messageJson(outcome.why)}});
    }
    return {{"event", event.id.text()},
            {"name", event.name},
            {"state", name(event.state())},
            {"received", formatInstant(event.at)},
            {"handled", event.handled ? Json(formatInstant(event.handledAt)) : Json()},
            {"actor", event.actor},
            {"key", event.key.empty() ? Json() : Json(event.key)},
            {"replayOf", event.replayOf.empty() ? Json() : Json(event.replayOf)},
            {"duplicates", event.repeats},
            {"data", event.data},
            {"outcomes", outcomes}};
}

} // namespace penstock::cli
