#include "ui/models/state_words.h"

#include "core/engine/decide.h"
#include "core/messages/messages.h"
#include "ui/models/qt_text.h"
#include "ui/models/time_text.h"

#include <QLocale>

#include <QStringList>

namespace penstock::models {

using namespace Qt::Literals::StringLiterals;
using engine::InstanceState;
using engine::OutcomeKind;
using engine::RunState;
using theme::Mark;

Mark markOf(const engine::Instance& instance)
{
    switch (instance.state) {
    case InstanceState::pending:
    case InstanceState::ready:
    case InstanceState::delayed: return Mark::pending;
    case InstanceState::running: return Mark::running;
    case InstanceState::waiting: return Mark::waitingForPerson;
    case InstanceState::succeeded: return instance.reused || instance.cached ? Mark::cached : Mark::succeeded;
    case InstanceState::failed: return Mark::failed;
    case InstanceState::skipped: return Mark::skipped;
    case InstanceState::cancelled: return Mark::cancelled;
    case InstanceState::rejected: return Mark::rejected;
    case InstanceState::lost: return Mark::lost;
    }
    return Mark::pending;
}

Mark markOf(const engine::Run& run)
{
    switch (run.state) {
    case RunState::running: return run.isBlocked() ? Mark::waitingForPerson : Mark::running;
    case RunState::succeeded: return Mark::succeeded;
    case RunState::failed: return Mark::failed;
    case RunState::cancelled: return Mark::cancelled;
    case RunState::rejected: return Mark::rejected;
    case RunState::lost: return Mark::lost;
    }
    return Mark::pending;
}

Mark markOf(const engine::Request& request)
{
    using State = engine::Request::State;
    switch (request.state) {
    case State::open: return Mark::waitingForPerson;
    case State::approved: return Mark::succeeded;
    case State::rejected: return Mark::rejected;
    case State::expired: return Mark::warning;
    case State::withdrawn: return Mark::cancelled;
    }
    return Mark::pending;
}

Mark markOf(const engine::Attempt& attempt)
{
    if (attempt.phase != engine::Attempt::Phase::ended)
        return Mark::running;
    switch (attempt.outcome.kind) {
    case OutcomeKind::succeeded: return Mark::succeeded;
    case OutcomeKind::cancelled: return Mark::cancelled;
    case OutcomeKind::lost: return Mark::lost;
    default: return Mark::failed;
    }
}

QString shown(const Json& value)
{
    if (value.is_null())
        return {};
    return value.is_string() ? qt(value.get_ref<const std::string&>()) : qt(dumpJson(value));
}

QString StateWords::outcome(const engine::Outcome& outcome)
{
    switch (outcome.kind) {
    case OutcomeKind::succeeded: return {};
    case OutcomeKind::exited: return tr("exit %1").arg(outcome.code);
    case OutcomeKind::signaled: return tr("ended by signal %1").arg(outcome.signal);
    case OutcomeKind::timeout: return tr("took too long");
    case OutcomeKind::cancelled: return tr("cancelled");
    case OutcomeKind::spawnError: return tr("did not start");
    case OutcomeKind::lost: return tr("lost: nobody saw its end");
    case OutcomeKind::notCollected: return tr("result not taken");
    case OutcomeKind::outOfMemory: return tr("out of memory");
    case OutcomeKind::refused: return tr("not started");
    }
    return {};
}

QString StateWords::dropped(const engine::Attempt& attempt)
{
    const auto bytes = integerAt(memberAt(attempt.record.json(), "usage"), "logDropped");
    return bytes > 0 ? tr("%1 in the middle were not kept").arg(QLocale::c().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat)) : QString();
}

QString StateWords::reason(const engine::WorkspaceState& state, const engine::Run& run, const engine::Instance& instance)
{
    if (engine::isEnd(instance.state))
        return endReason(instance);
    // What has a time is said in the time of whoever reads it.
    if (instance.state == InstanceState::delayed && instance.notBefore)
        return tr("attempt %1 follows at %2").arg(instance.attempts.size() + 1).arg(TimeText::clock(*instance.notBefore));
    if (instance.state == InstanceState::running && run.cancels == 0 && !instance.attempts.empty()
        && instance.attempts.back().phase == engine::Attempt::Phase::started)
        return tr("since %1").arg(TimeText::clock(instance.attempts.back().startedAt));
    return messages::sentence(engine::whyWaiting(state, run, instance));
}

// The last attempt's own words, else those of the engine, else the bare outcome.
QString StateWords::endReason(const engine::Instance& instance)
{
    if (instance.why.id == "engine.within_passed")
        return messages::sentence(instance.why);
    if (!instance.attempts.empty()) {
        const engine::Outcome& last = instance.attempts.back().outcome;
        const QString word = outcome(last);
        if (!last.why.id.empty())
            return word.isEmpty() ? messages::sentence(last.why) : tr("%1: %2").arg(word, messages::sentence(last.why));
        if (instance.why.id.empty())
            return word;
    }
    return instance.why.id.empty() ? QString() : messages::sentence(instance.why);
}

namespace {

const engine::Instance* firstIn(const engine::Run& run, InstanceState state)
{
    if (run.count(state) == 0)
        return nullptr;
    for (const engine::Instance& instance : run.instances) {
        if (instance.state == state)
            return &instance;
    }
    return nullptr;
}

QString namesIn(const engine::Run& run, InstanceState state)
{
    QStringList names;
    for (const engine::Instance& instance : run.instances) {
        if (instance.state == state && names.size() < 3)
            names.append(qt(instance.id.text()));
    }
    return names.join(u", "_s) % (run.count(state) > 3 ? u" …"_s : QString());
}

// The version a run registered, and where it put it.
struct Made {
    QString version, stage;
};

Made madeBy(const engine::Run& run)
{
    Made made;
    for (const engine::Instance& instance : run.instances) {
        const pipeline::Body& body = run.step(instance).body;
        if (instance.state != InstanceState::succeeded)
            continue;
        if (std::holds_alternative<pipeline::Register>(body))
            made.version = qt(textAt(instance.values, "version"));
        else if (const auto* promote = std::get_if<pipeline::Promote>(&body))
            made.stage = StateWords::stage(promote->stage);
    }
    return made;
}

} // namespace

QString StateWords::summary(const engine::WorkspaceState& state, const engine::Run& run)
{
    for (const InstanceState bad : {InstanceState::failed, InstanceState::lost}) {
        if (const engine::Instance* instance = firstIn(run, bad)) {
            const QString what = instance->attempts.empty() ? reason(state, run, *instance) : outcome(instance->attempts.back().outcome);
            return tr("%1: %2").arg(qt(instance->id.text()), what);
        }
    }
    if (const engine::Instance* asking = firstIn(run, InstanceState::waiting); asking && run.isBlocked()) {
        const auto request = state.requests.find({run.id, asking->id, asking->requests});
        if (request == state.requests.end() || request->second.approvers.empty())
            return tr("asks for a decision");
        return tr("asks for %1").arg(qt(request->second.approvers.front()));
    }
    if (run.state == RunState::running) {
        const QString running = namesIn(run, InstanceState::running);
        if (!running.isEmpty())
            return running;
        return run.count(InstanceState::ready) > 0 ? tr("waits for its turn") : tr("%n step(s) to go", nullptr, static_cast<int>(run.open));
    }
    if (run.state == RunState::rejected) {
        if (const engine::Instance* rejected = firstIn(run, InstanceState::rejected))
            return messages::sentence(rejected->why);
    }
    if (run.state == RunState::cancelled)
        return tr("cancelled");
    const Made made = madeBy(run);
    if (!made.version.isEmpty() && !made.stage.isEmpty())
        return tr("%1 → %2").arg(made.version, made.stage);
    if (!made.version.isEmpty())
        return tr("%1, not promoted").arg(made.version);
    return tr("%n step(s)", nullptr, static_cast<int>(run.instances.size()));
}

QString StateWords::request(engine::Request::State state)
{
    using State = engine::Request::State;
    switch (state) {
    case State::open: return tr("waiting");
    case State::approved: return tr("approved");
    case State::rejected: return tr("rejected");
    case State::expired: return tr("expired");
    case State::withdrawn: return tr("withdrawn");
    }
    return {};
}

QString StateWords::type(session::ValueType type)
{
    switch (type) {
    case session::ValueType::text: return tr("text");
    case session::ValueType::number: return tr("number");
    case session::ValueType::boolean: return tr("yes or no");
    case session::ValueType::list: return tr("list");
    case session::ValueType::object: return tr("object");
    case session::ValueType::null: return tr("null");
    }
    return {};
}

QString StateWords::stage(const std::string& name)
{
    if (name == "production")
        return tr("Production");
    if (name == "staging")
        return tr("Staging");
    if (name == "archived")
        return tr("Archived");
    return name.empty() || name == "none" ? tr("Candidate") : qt(name);
}

QString StateWords::parameters(const Json& parameters)
{
    QStringList parts;
    if (parameters.is_object()) {
        for (const auto& [key, value] : parameters.items())
            parts.append(qt(key) % u'=' % shown(value));
    }
    return parts.join(u"  "_s);
}

} // namespace penstock::models
