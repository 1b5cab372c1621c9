#include "core/engine/decide.h"

#include "core/engine/approval.h"
#include "core/engine/cascade.h"
#include "core/engine/judgement.h"
#include "core/engine/resume.h"
#include "core/engine/retry.h"
#include "core/engine/scope.h"
#include "core/engine/waits.h"
#include "core/pipeline/document_json.h"

namespace penstock::engine {

namespace {

Error error(ErrorCode code, const char* id, const char* argument, std::string value)
{
    return {code, {id, {{argument, std::move(value)}}}, {}};
}

InstanceState endStateOf(OutcomeKind kind)
{
    switch (kind) {
    case OutcomeKind::succeeded: return InstanceState::succeeded;
    case OutcomeKind::cancelled: return InstanceState::cancelled;
    case OutcomeKind::lost: return InstanceState::lost;
    default: return InstanceState::failed;
    }
}

Message reasonOf(const Outcome& outcome)
{
    if (!outcome.why.id.empty())
        return outcome.why;
    switch (outcome.kind) {
    case OutcomeKind::succeeded: return {};
    case OutcomeKind::exited: return {"engine.exited", {{"code", std::to_string(outcome.code)}}};
    case OutcomeKind::signaled: return {"engine.signaled", {{"signal", std::to_string(outcome.signal)}}};
    case OutcomeKind::timeout: return {"engine.timeout", {}};
    case OutcomeKind::cancelled: return {"engine.run_cancelled", {}};
    case OutcomeKind::spawnError: return {"engine.spawn_error", {}};
    case OutcomeKind::lost: return {"engine.lost", {}};
    case OutcomeKind::outOfMemory: return {"engine.out_of_memory", {}};
    case OutcomeKind::notCollected: return {"engine.not_collected", {}};
    case OutcomeKind::refused: return {"engine.refused", {}};
    }
    return {};
}

class Decider final {
public:
    Decider(WorkspaceState& state, Instant now, Batch& batch)
        : m_state(state)
        , m_cascade(state, now, batch)
    {}

    Result<void> operator()(const StartRun& input)
    {
        const RunCreated& run = input.run;
        if (const Run* known = m_state.run(run.run))
            return isRepetition(*known, run) ? Result<void>() : numberTaken(run.run);
        if (run.run.number <= m_state.lastRun)
            return numberTaken(run.run);
        const auto document = pipeline::pipelineFromJson(run.pipeline);
        if (!document)
            return document.error();
        const auto library = libraryFrom(run.pipelines);
        if (!library)
            return library.error();
        if (const auto plan = Plan::make(*document, *library); !plan)
            return plan.error();
        else if (const auto known = knownSteps(*plan, run); !known)
            return known;
        if (const auto resumable = mayResume(m_state, run); !resumable)
            return resumable;
        for (const auto& [line, facts] : run.facts)
            changeProduction({line, facts});
        m_cascade.record(run);
        const Run& created = *m_state.run(run.run);
        reuseSuccesses(m_cascade, created, 0);
        m_cascade.start(created, 0);
        return {};
    }

    Result<void> operator()(const CancelRun& input)
    {
        const Run* run = m_state.run(input.run);
        if (!run)
            return error(ErrorCode::notFound, "engine.run_unknown", "run", input.run.text());
        if (isEnd(run->state))
            return error(ErrorCode::conflict, "engine.run_ended", "run", input.run.text());
        if (run->cancels >= 2)
            return {};
        m_cascade.record(RunCancelRequested{run->id, input.reason});
        m_cascade.stopWaiting(*run);
        // By place: what ends on the way lets the run grow.
        for (std::size_t i = 0; i < run->instances.size(); ++i)
            cancel(*run, run->instances[i]);
        return {};
    }

    Result<void> operator()(const Started& input)
    {
        const Attempt* attempt = m_state.attempt(input.attempt);
        if (!attempt)
            return error(ErrorCode::notFound, "engine.attempt_unknown", "attempt", input.attempt.text());
        if (attempt->phase == Attempt::Phase::planned)
            m_cascade.record(AttemptStarted{input.attempt, input.pid});
        return {};
    }

    Result<void> operator()(const Ended& input)
    {
        const AttemptId& id = input.result.attempt;
        const Attempt* attempt = m_state.attempt(id);
        if (!attempt)
            return error(ErrorCode::notFound, "engine.attempt_unknown", "attempt", id.text());
        if (attempt->phase == Attempt::Phase::ended)
            return {};
        m_cascade.record(input.result);
        const Run& run = *m_state.run(id.run);
        const Instance& instance = *run.find(id.instance);
        const Outcome& outcome = input.result.outcome;
        if (outcome.kind != OutcomeKind::succeeded && isRetried(run, instance, outcome))
            retry(run, instance, id, outcome);
        else
            endAs(run, instance, endStateOf(outcome.kind), reasonOf(outcome));
        return {};
    }

    Result<void> operator()(const Recorded& input)
    {
        const Run* run = m_state.run(input.run);
        const Instance* instance = run ? run->find(input.instance) : nullptr;
        if (!instance)
            return error(ErrorCode::notFound, "engine.instance_unknown", "instance", input.instance.text());
        if (isEnd(instance->state))
            return {};
        const pipeline::Kind kind = run->step(*instance).kind();
        const bool asked = kind == pipeline::Kind::register_ || kind == pipeline::Kind::promote;
        if (!asked || instance->state != InstanceState::running)
            return error(ErrorCode::conflict, "engine.nothing_asked", "instance", input.instance.text());
        if (input.refusal)
            fail(m_cascade, *run, *instance, input.refusal->message);
        else
            m_cascade.end(*run, *instance, InstanceState::succeeded, {}, input.values);
        return {};
    }

    Result<void> operator()(const Arrived& input)
    {
        const Run* run = m_state.run(input.run);
        const Instance* instance = run ? run->find(input.instance) : nullptr;
        if (!instance)
            return error(ErrorCode::notFound, "engine.instance_unknown", "instance", input.instance.text());
        if (isEnd(instance->state))
            return {};
        if (!run->planned(*instance).wait || instance->state != InstanceState::running)
            return error(ErrorCode::conflict, "engine.nothing_asked", "instance", input.instance.text());
        m_cascade.end(*run, *instance, InstanceState::succeeded);
        return {};
    }

    Result<void> operator()(const Decide& input) { return decideRequest(m_cascade, input.decision); }

    Result<void> operator()(const Production& input)
    {
        changeProduction(input.change);
        return {};
    }

    Result<void> operator()(const Tick&)
    {
        while (!m_state.timers.empty() && m_state.timers.begin()->at <= m_cascade.now()) {
            const Timer timer = *m_state.timers.begin();
            const Run& run = *m_state.run(timer.run);
            const Instance& instance = run.instances[timer.instance];
            if (run.planned(instance).wait)
                endWait(m_cascade, run, instance);
            else if (instance.state == InstanceState::delayed)
                m_cascade.record(InstanceReady{run.id, instance.id});
            else
                expire(m_cascade, run, instance);
        }
        return {};
    }

    Result<void> operator()(const ReceiveEvent& input)
    {
        const Inbox& inbox = m_state.inbox;
        if (const InboxEvent* known = inbox.same(input.event)) {
            if (!inbox.orders.contains(input.event.order)) // else the command itself came again
                m_cascade.record(EventRepeated{known->id});
            return {};
        }
        if (inbox.open.size() >= mostOpenEvents)
            return Error{ErrorCode::busy, {"engine.inbox_full", {{"count", std::to_string(inbox.open.size())}}}, {}};
        EventReceived received = input.event;
        received.event.number = inbox.last + 1;
        m_cascade.record(std::move(received));
        return {};
    }

    Result<void> operator()(const HandleEvent& input)
    {
        if (!m_state.inbox.find(input.event))
            return error(ErrorCode::notFound, "engine.event_not_there", "event", input.event.text());
        if (!m_state.inbox.open.contains(input.event))
            return {};
        EventHandled handled{input.event, {}};
        for (const HandleEvent::Match& match : input.matches)
            handled.outcomes.push_back(match.run ? startBy(input.event, match) : match.outcome);
        m_cascade.record(std::move(handled));
        return {};
    }

    Result<void> operator()(const BeginRetention& input)
    {
        for (const auto* runs : {&input.removal.runs, &input.removal.logs}) {
            for (const RunId& id : *runs) {
                const Run* run = m_state.run(id);
                if (!run)
                    return error(ErrorCode::notFound, "engine.run_unknown", "run", id.text());
                if (!isEnd(run->state))
                    return error(ErrorCode::conflict, "engine.run_not_ended", "run", id.text());
            }
        }
        const bool isRepetition = m_state.retention.isOpen && input.removal.runs.empty() && input.removal.logs.empty();
        if (!isRepetition)
            m_cascade.record(input.removal);
        return {};
    }

    Result<void> operator()(const EndRetention& input)
    {
        if (m_state.retention.isOpen)
            m_cascade.record(input.end);
        return {};
    }

    void settle() { m_cascade.settle(); }

private:
    EventOutcome startBy(const EventId& event, const HandleEvent::Match& match)
    {
        RunCreated run = *match.run;
        run.run.number = m_state.lastRun + 1;
        run.event = event.text();
        EventOutcome outcome = match.outcome;
        const auto started = (*this)(StartRun{run});
        outcome.what = started ? EventOutcome::What::started : EventOutcome::What::failed;
        outcome.run = started ? run.run.text() : std::string();
        outcome.why = started ? Message() : started.error().message;
        return outcome;
    }

    static bool isRepetition(const Run& known, const RunCreated& run)
    {
        return known.parameters == run.parameters && known.documents == run.documents && known.file == run.file
               && known.resumedFrom == run.resumedFrom && known.simulated == run.simulated && known.noCache == run.noCache
               && known.checkout == run.checkout && known.reproduces == run.reproduces && pipeline::toJson(known.plan->pipeline()) == run.pipeline;
    }

    static Result<void> knownSteps(const Plan& plan, const RunCreated& run)
    {
        for (const auto* names : {&run.from, &run.to}) {
            for (const std::string& name : *names) {
                if (!plan.find(name))
                    return error(ErrorCode::notFound, "engine.selected_unknown", "step", name);
            }
        }
        return {};
    }

    static Error numberTaken(const RunId& run) { return error(ErrorCode::conflict, "engine.run_exists", "run", run.text()); }

    // What waits was ended by stopWaiting; here is what waits for its time and what runs.
    void cancel(const Run& run, const Instance& instance)
    {
        if (!mustStop(run, instance))
            return;
        const bool waits = instance.state == InstanceState::running && run.planned(instance).wait;
        if (instance.state == InstanceState::delayed || waits)
            m_cascade.end(run, instance, InstanceState::cancelled, {"engine.run_cancelled", {}});
        if (instance.state == InstanceState::running && !instance.attempts.empty())
            m_cascade.cause(Stop{{run.id, instance.id, instance.attempts.back().number}});
    }

    void endAs(const Run& run, const Instance& instance, InstanceState state, Message why)
    {
        if (state == InstanceState::failed || state == InstanceState::lost)
            fail(m_cascade, run, instance, std::move(why), state);
        else
            m_cascade.end(run, instance, state, std::move(why));
    }

    void retry(const Run& run, const Instance& instance, const AttemptId& attempt, const Outcome& outcome)
    {
        const Instant at = m_cascade.now() + retryDelay(retryOf(run, instance), attempt);
        if (const auto deadline = deadlineOf(run, instance); deadline && at >= *deadline)
            return endAs(run, instance, endStateOf(outcome.kind), {"engine.within_passed", {{"within", formatDuration(*retryOf(run, instance).within)}}});
        m_cascade.record(RetryScheduled{attempt, at});
        if (at <= m_cascade.now())
            m_cascade.record(InstanceReady{run.id, instance.id});
    }

    void changeProduction(const ProductionChanged& change)
    {
        if (productionFacts(m_state, change.line) == change.facts)
            return;
        m_cascade.record(change);
        askAnew(m_cascade, {"engine.production_changed", {{"line", change.line}}});
        askConditions(m_cascade);
    }

    WorkspaceState& m_state;
    Cascade m_cascade;
};

} // namespace

Result<void> decide(WorkspaceState& state, const Input& input, Instant now, Batch& batch)
{
    Decider decider(state, now, batch);
    const auto decided = std::visit(decider, input);
    if (decided)
        decider.settle();
    return decided;
}

} // namespace penstock::engine
