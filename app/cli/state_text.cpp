#include "app/cli/state_text.h"

#include "app/cli/cli_text.h"
#include "core/engine/decide.h"
#include "core/messages/messages.h"
#include "core/pipeline/kinds.h"

#include <chrono>

namespace penstock::cli {

using namespace Qt::StringLiterals;
using engine::InstanceState;
using engine::OutcomeKind;
using engine::RunState;

namespace {

struct Mark {
    char16_t unicode;
    char ascii;
};

QString shownMark(const Console& console, Mark mark)
{
    return console.isUnicode() ? QString(QChar(mark.unicode)) : QString(QLatin1Char(mark.ascii));
}

QString word(const char* state) { return messages::text(std::string("state.") + state); }

} // namespace

StateText stateText(const Console& console, InstanceState state)
{
    const auto made = [&](Mark mark, Tone tone) {
        return StateText{shownMark(console, mark), word(engine::name(state)), tone};
    };
    switch (state) {
    case InstanceState::pending:
    case InstanceState::ready:
        return made({u'○', '.'}, Tone::muted);
    case InstanceState::running:
        return made({u'▶', '>'}, Tone::running);
    case InstanceState::delayed:
        return made({u'◔', '~'}, Tone::warning);
    case InstanceState::waiting:
        return made({u'■', '?'}, Tone::waiting);
    case InstanceState::succeeded:
        return made({u'✓', '+'}, Tone::succeeded);
    case InstanceState::failed:
        return made({u'◆', 'x'}, Tone::failed);
    case InstanceState::skipped:
        return made({u'◌', '-'}, Tone::muted);
    case InstanceState::cancelled:
        return made({u'□', 'o'}, Tone::muted);
    case InstanceState::rejected:
        return made({u'⊖', '/'}, Tone::failed);
    case InstanceState::lost:
        return made({u'▲', '!'}, Tone::warning);
    }
    return {};
}

StateText stateText(const Console& console, const engine::Instance& instance)
{
    if (instance.state == InstanceState::succeeded && instance.cached)
        return {shownMark(console, {u'◈', 'c'}), word("cached"), Tone::succeeded};
    return stateText(console, instance.state);
}

StateText stateText(const Console& console, const engine::Run& run)
{
    switch (run.state) {
    case RunState::running:
        return stateText(console, run.isBlocked() ? InstanceState::waiting : InstanceState::running);
    case RunState::succeeded:
        return stateText(console, InstanceState::succeeded);
    case RunState::failed:
        return stateText(console, InstanceState::failed);
    case RunState::cancelled:
        return stateText(console, InstanceState::cancelled);
    case RunState::rejected:
        return stateText(console, InstanceState::rejected);
    case RunState::lost:
        return stateText(console, InstanceState::lost);
    }
    return {};
}

StateText stateText(const Console& console, engine::Request::State state)
{
    using State = engine::Request::State;
    switch (state) {
    case State::open:
        return {shownMark(console, {u'■', '?'}), Cli::tr("open"), Tone::waiting};
    case State::approved:
        return {shownMark(console, {u'✓', '+'}), Cli::tr("approved"), Tone::succeeded};
    case State::rejected:
        return {shownMark(console, {u'⊖', '/'}), Cli::tr("rejected"), Tone::failed};
    case State::expired:
        return {shownMark(console, {u'▲', '!'}), Cli::tr("expired"), Tone::warning};
    case State::withdrawn:
        return {shownMark(console, {u'□', 'o'}), Cli::tr("withdrawn"), Tone::muted};
    }
    return {};
}

QString shown(const Console& console, const StateText& state)
{
    return console.toned(state.mark + u' ' + state.word, state.tone);
}

QString stageWord(registry::Stage stage)
{
    switch (stage) {
    case registry::Stage::none:
        return u"-"_s;
    case registry::Stage::staging:
        return Cli::tr("Staging");
    case registry::Stage::production:
        return Cli::tr("Production");
    case registry::Stage::archived:
        return Cli::tr("Archived");
    }
    return {};
}

QString kindWord(const pipeline::Step& step)
{
    const std::string_view key = pipeline::describe(step.kind()).key;
    return QString::fromUtf8(key.data(), static_cast<qsizetype>(key.size()));
}

QString outcomeText(const engine::Outcome& outcome)
{
    const QString why = outcome.why.id.empty() ? QString() : messages::sentence(outcome.why);
    const auto with = [&](const QString& what) { return why.isEmpty() ? what : u"%1: %2"_s.arg(what, why); };
    switch (outcome.kind) {
    case OutcomeKind::succeeded:
        return {};
    case OutcomeKind::exited:
        return with(Cli::tr("exit code %1").arg(outcome.code));
    case OutcomeKind::signaled:
        return with(Cli::tr("ended by signal %1").arg(outcome.signal));
    case OutcomeKind::timeout:
        return with(Cli::tr("took longer than its timeout"));
    case OutcomeKind::cancelled:
        return with(Cli::tr("cancelled"));
    case OutcomeKind::spawnError:
        return with(Cli::tr("could not be started"));
    case OutcomeKind::lost:
        return with(Cli::tr("nobody saw its end"));
    case OutcomeKind::notCollected:
        return with(Cli::tr("its results could not be taken"));
    case OutcomeKind::outOfMemory:
        return with(Cli::tr("out of memory"));
    case OutcomeKind::refused:
        return with(Cli::tr("was not started"));
    }
    return {};
}

QString reasonText(const engine::WorkspaceState& state, const engine::Run& run, const engine::Instance& instance)
{
    if (instance.state == InstanceState::succeeded || instance.state == InstanceState::running)
        return instance.why.id.empty() ? QString() : messages::sentence(instance.why);
    if (!engine::isEnd(instance.state) && instance.state != InstanceState::delayed) {
        const Message why = engine::whyWaiting(state, run, instance);
        return why.id.empty() ? QString() : messages::sentence(why);
    }
    if (!instance.attempts.empty() && instance.attempts.back().phase == engine::Attempt::Phase::ended) {
        const QString last = outcomeText(instance.attempts.back().outcome);
        if (!last.isEmpty())
            return instance.why.id == "engine.within_passed" ? messages::sentence(instance.why) + u' ' + last : last;
    }
    return instance.why.id.empty() ? QString() : messages::sentence(instance.why);
}

QString valueText(const Json& value)
{
    return fromUtf8(value.is_string() ? value.get_ref<const std::string&>() : dumpJson(value));
}

QString parametersText(const Json& parameters)
{
    QStringList words;
    for (const auto& [name, value] : parameters.items())
        words << fromUtf8(name) + u'=' + valueText(value);
    return words.join(u' ');
}

Instant beginOf(const engine::Attempt& attempt)
{
    return parseInstant(textAt(attempt.record.json(), "started")).value_or(attempt.startedAt);
}

Instant endOf(const engine::Attempt& attempt)
{
    return parseInstant(textAt(attempt.record.json(), "ended")).value_or(attempt.endedAt);
}

Duration spanOf(const engine::Instance& instance, Instant now)
{
    if (instance.attempts.empty())
        return Duration(0);
    const Instant began = beginOf(instance.attempts.front());
    if (began == Instant{})
        return Duration(0); // planned, and not begun
    return (engine::isEnd(instance.state) ? endOf(instance.attempts.back()) : now) - began;
}

std::uint64_t droppedOutput(const engine::Attempt& attempt)
{
    return static_cast<std::uint64_t>(std::max<std::int64_t>(0, integerAt(memberAt(attempt.record.json(), "usage"), "logDropped")));
}

Instant wallTime() { return std::chrono::time_point_cast<Duration>(std::chrono::system_clock::now()); }

} // namespace penstock::cli
