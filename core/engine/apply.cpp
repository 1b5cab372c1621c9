#include "core/engine/fan.h"
#include "core/engine/growth.h"
#include "core/engine/state.h"
#include "core/engine/turn_keeper.h"
#include "core/pipeline/document_json.h"

#include <algorithm>

namespace penstock::engine {

namespace {

bool isBusy(InstanceState state)
{
    return state == InstanceState::ready || state == InstanceState::running || state == InstanceState::delayed;
}

std::size_t at(InstanceState state) { return static_cast<std::size_t>(state); }

// The only code that changes a run. Every event is checked against what is there: a fact about what is not known, or about
// what has ended, changes nothing, so folding is total.
class Fold final {
public:
    Fold(WorkspaceState& state, Instant now, const std::string& actor)
        : m_state(state)
        , m_now(now)
        , m_actor(actor)
    {}

    void operator()(const RunCreated& event) const
    {
        m_state.lastRun = std::max(m_state.lastRun, event.run.number);
        auto document = pipeline::pipelineFromJson(event.pipeline);
        if (!document || m_state.run(event.run))
            return;
        const auto library = libraryFrom(event.pipelines);
        auto plan = library ? Plan::make(std::move(*document), *library) : Result<Plan>(library.error());
        if (!plan)
            return;
        Run run;
        run.id = event.run;
        run.plan = std::make_shared<const Plan>(std::move(*plan));
        run.parameters = event.parameters;
        run.documents = event.documents;
        run.file = event.file;
        run.resumedFrom = event.resumedFrom;
        run.key = event.key;
        run.event = event.event;
        run.actor = m_actor;
        run.simulated = event.simulated;
        run.noCache = event.noCache;
        run.source = event.source;
        run.checkout = event.checkout;
        run.reproduces = event.reproduces;
        if (!event.to.empty())
            run.selected = run.plan->upTo(event.to);
        if (!event.from.empty())
            run.fresh = run.plan->after(event.from);
        run.createdAt = m_now;
        openScope(run, run.plan, {}, event.parameters, none);
        m_state.active.insert(run.id);
        m_state.runs.emplace(run.id, std::move(run));
    }

    void operator()(const RunCancelRequested& event) const
    {
        if (Run* run = openRun(event.run))
            ++run->cancels;
    }

    void operator()(const RunEnded& event) const
    {
        Run* run = openRun(event.run);
        if (!run)
            return;
        run->state = event.state;
        run->endedAt = m_now;
        m_state.active.erase(run->id);
    }

    void operator()(const InstanceReady& event) const
    {
        makeItem(event.run, event.instance);
        change(event.run, event.instance, [&](Run& run, Instance& instance) {
            instance.readyAt = m_now;
            enter(run, instance, InstanceState::ready);
        });
    }

    void operator()(const InstanceStarted& event) const
    {
        change(event.run, event.instance, [&](Run& run, Instance& instance) {
            instance.readyAt = m_now;
            enter(run, instance, InstanceState::running);
        });
    }

    void operator()(const InstanceEnded& event) const
    {
        change(event.run, event.instance, [&](Run& run, Instance& instance) {
            if (!event.outputs.empty())
                instance.outputs = event.outputs;
            if (!event.values.empty())
                instance.values = event.values;
            if (!event.metrics.empty())
                instance.metrics = event.metrics;
            instance.why = event.why;
            instance.reused = event.why.id == "engine.reused";
            instance.endedAt = m_now;
            enter(run, instance, event.state);
            if (instance.fanAt != none)
                return count(run, instance);
            if (isHeld(run.scopeOf(instance), instance.step))
                return; // it will have another iteration, and so will all that depend on it
            mark(run, instance);
            tellDependents(run, instance);
        });
    }

    void operator()(const AttemptPlanned& event) const
    {
        change(event.attempt.run, event.attempt.instance, [&](Run& run, Instance& instance) {
            if (event.attempt.number != static_cast<int>(instance.attempts.size()) + 1)
                return;
            Attempt attempt;
            attempt.number = event.attempt.number;
            attempt.slots = event.slots;
            attempt.claims = event.claims;
            attempt.gpus = event.gpus;
            attempt.plannedAt = m_now;
            instance.attempts.push_back(std::move(attempt));
            for (const int slot : event.slots)
                m_state.occupied[slot] = event.attempt;
            for (const std::string& path : event.claims)
                m_state.claims[claimKey(run.checkout, path)] = event.attempt;
            ++run.holding;
            enter(run, instance, InstanceState::running);
        });
    }

    void operator()(const AttemptStarted& event) const
    {
        changeAttempt(event.attempt, [&](Run&, Instance&, Attempt& attempt) {
            if (attempt.phase != Attempt::Phase::planned)
                return;
            attempt.phase = Attempt::Phase::started;
            attempt.pid = event.pid;
            attempt.startedAt = m_now;
        });
    }

    void operator()(const AttemptEnded& event) const
    {
        changeAttempt(event.attempt, [&](Run& run, Instance& instance, Attempt& attempt) {
            attempt.phase = Attempt::Phase::ended;
            attempt.outcome = event.outcome;
            attempt.record = PackedJson(event.record);
            attempt.endedAt = m_now;
            for (const int slot : attempt.slots)
                m_state.occupied.erase(slot);
            for (const std::string& path : attempt.claims)
                m_state.claims.erase(claimKey(run.checkout, path));
            --run.holding;
            if (event.outcome.kind != OutcomeKind::succeeded)
                return;
            instance.cached = boolAt(memberAt(event.record, "cache"), "hit");
            instance.outputs = event.outputs;
            instance.values = event.values;
            instance.metrics = event.metrics;
        });
    }

    void operator()(const RetryScheduled& event) const
    {
        change(event.attempt.run, event.attempt.instance, [&](Run& run, Instance& instance) {
            enter(run, instance, InstanceState::delayed);
            instance.notBefore = event.at;
            m_state.timers.insert({event.at, run.id, instance.place});
        });
    }

    void operator()(const BranchTaken& event) const
    {
        change(event.run, event.instance, [&](Run& run, Instance& instance) {
            const auto& ways = run.planned(instance).waysBack;
            const auto branch = static_cast<std::size_t>(event.branch);
            if (event.branch < 0 || branch >= ways.size())
                return;
            instance.branch = event.branch;
            if (ways[branch] != none)
                goBack(run.scopes[instance.scope], ways[branch]);
        });
    }

    void operator()(const ApprovalRequested& event) const
    {
        change(event.request.run, event.request.instance, [&](Run& run, Instance& instance) {
            Request request;
            request.id = event.request;
            request.digest = event.digest;
            request.subject = event.subject;
            request.approvers = event.approvers;
            request.expires = event.expires;
            request.askedAt = m_now;
            request.requestedBy = run.actor;
            if (!m_state.requests.emplace(request.id, std::move(request)).second)
                return;
            m_state.open.insert(event.request);
            if (event.expires)
                m_state.timers.insert({*event.expires, run.id, instance.place});
            instance.requests = event.request.number;
            instance.readyAt = m_now;
            enter(run, instance, InstanceState::waiting);
        });
    }

    void operator()(const ApprovalWithdrawn& event) const
    {
        if (Request* request = close(event.request, Request::State::withdrawn))
            request->why = event.why;
    }

    void operator()(const ApprovalDecided& event) const
    {
        const auto state = event.verdict == Verdict::approved   ? Request::State::approved
                           : event.verdict == Verdict::rejected ? Request::State::rejected
                                                                : Request::State::expired;
        if (Request* request = close(event.request, state)) {
            request->person = event.person;
            request->comment = event.comment;
        }
    }

    void operator()(const ProductionChanged& event) const { m_state.production[event.line] = event.facts; }

    void operator()(const IterationBegan& event) const
    {
        Run* run = openRun(event.run);
        const Instance* source = run ? run->find(event.instance) : nullptr;
        if (source && run->scopeOf(*source).goingBack != none)
            beginIteration(*run, run->scopes[source->scope]);
    }

    void operator()(const MapOpened& event) const
    {
        change(event.run, event.instance, [&](Run& run, Instance& instance) {
            if (!run.planned(instance).map || instance.fan || instance.fanAt != none || !event.items.is_array())
                return;
            instance.fan.emplace().items = event.items;
            instance.readyAt = m_now;
            enter(run, instance, InstanceState::running);
        });
    }

    void operator()(const PipelineOpened& event) const
    {
        makeItem(event.run, event.instance);
        change(event.run, event.instance, [&](Run& run, Instance& instance) {
            const auto& plan = run.planned(instance).sub;
            if (!plan || instance.opened != none)
                return;
            instance.readyAt = m_now;
            instance.opened = run.scopes.size();
            openScope(run, plan, instance.id.text() + '/', event.parameters, instance.place);
            enter(run, instance, InstanceState::running);
        });
    }

    void operator()(const WaitBegan& event) const
    {
        change(event.run, event.instance, [&](Run& run, Instance& instance) {
            instance.readyAt = m_now;
            enter(run, instance, event.until ? InstanceState::delayed : InstanceState::running);
            instance.notBefore = event.until ? event.until : event.deadline;
            if (instance.notBefore)
                m_state.timers.insert({*instance.notBefore, run.id, instance.place});
        });
    }

    void operator()(const EventReceived& event) const
    {
        Inbox& inbox = m_state.inbox;
        inbox.last = std::max(inbox.last, event.event.number);
        if (inbox.find(event.event))
            return;
        InboxEvent& received = inbox.events[event.event];
        received.id = event.event;
        received.name = event.name;
        received.key = event.key;
        received.replayOf = event.replayOf;
        received.actor = m_actor;
        received.data = event.data;
        received.at = m_now;
        inbox.open.insert(event.event);
        if (!event.key.empty())
            inbox.keys.emplace(std::pair(event.name, event.key), event.event);
        if (!event.order.empty())
            inbox.orders.emplace(event.order, event.event);
    }

    void operator()(const EventRepeated& event) const
    {
        if (const auto found = m_state.inbox.events.find(event.event); found != m_state.inbox.events.end())
            ++found->second.repeats;
    }

    void operator()(const EventHandled& event) const
    {
        const auto found = m_state.inbox.events.find(event.event);
        if (found == m_state.inbox.events.end() || found->second.handled)
            return;
        found->second.handled = true;
        found->second.handledAt = m_now;
        found->second.outcomes = event.outcomes;
        m_state.inbox.open.erase(event.event);
    }

    void operator()(const RetentionBegan& event) const
    {
        m_state.retention.isOpen = true;
        for (const RunId& id : event.runs)
            removed(id, &Run::removedAt);
        for (const RunId& id : event.logs)
            removed(id, &Run::logsRemovedAt);
    }

    void operator()(const RetentionEnded& event) const { m_state.retention = {false, m_now, event.freed}; }

private:
    void removed(const RunId& id, Instant Run::*when) const
    {
        const auto found = m_state.runs.find(id);
        if (found != m_state.runs.end() && isEnd(found->second.state) && found->second.*when == Instant{})
            found->second.*when = m_now;
    }

    // Items come to be with the first event that speaks of them.
    void makeItem(const RunId& id, const InstanceId& item) const
    {
        Run* run = item.index >= 0 ? openRun(id) : nullptr;
        const Instance* fan = run ? run->find({item.step, item.iteration, -1}) : nullptr;
        if (fan && !isEnd(fan->state))
            addItem(*run, run->instances[fan->place], item.index);
    }

    Run* openRun(const RunId& id) const
    {
        const auto found = m_state.runs.find(id);
        return found == m_state.runs.end() || isEnd(found->second.state) ? nullptr : &found->second;
    }

    template <class Change>
    void change(const RunId& id, const InstanceId& instanceId, Change apply) const
    {
        Run* run = openRun(id);
        const Instance* found = run ? run->find(instanceId) : nullptr;
        if (!found || isEnd(found->state))
            return;
        const TurnKeeper keeper(m_state, *run);
        apply(*run, run->instances[found->place]);
    }

    template <class Change>
    void changeAttempt(const AttemptId& id, Change apply) const
    {
        change(id.run, id.instance, [&](Run& run, Instance& instance) {
            const auto place = static_cast<std::size_t>(id.number) - 1;
            if (id.number >= 1 && place < instance.attempts.size()
                && instance.attempts[place].phase != Attempt::Phase::ended)
                apply(run, instance, instance.attempts[place]);
        });
    }

    void enter(Run& run, Instance& instance, InstanceState to) const
    {
        const InstanceState from = instance.state;
        const PlannedStep& step = run.planned(instance);
        const ReadyQueue::Place place{-step.priority, instance.place};
        if (from == InstanceState::ready)
            run.ready.erase(run.laneOf(instance), place);
        if (to == InstanceState::ready)
            run.ready.insert(run.laneOf(instance), place);
        if (instance.notBefore)
            m_state.timers.erase({*instance.notBefore, run.id, place.instance});
        instance.notBefore.reset();
        --run.counts[at(from)];
        ++run.counts[at(to)];
        m_state.busy += isBusy(to);
        m_state.busy -= isBusy(from);
        run.open -= isEnd(to);
        run.scopes[instance.scope].open -= isEnd(to);
        instance.state = to;
    }

    // The mapped step answers for its items, when all have ended.
    static void count(Run& run, const Instance& item)
    {
        Fan& fan = *run.instances[item.fanAt].fan;
        --fan.running;
        fan.succeeded += item.state == InstanceState::succeeded;
        fan.failed += item.state == InstanceState::failed || item.state == InstanceState::rejected;
        fan.lost += item.state == InstanceState::lost;
        fan.cancelled += item.state == InstanceState::cancelled || item.state == InstanceState::skipped;
        compareBest(run, item);
    }

    static void mark(Run& run, const Instance& instance)
    {
        Scope& scope = run.scopes[instance.scope];
        if (isFailure(run, instance)) {
            scope.failing = true;
            scope.failed |= instance.state == InstanceState::failed;
        }
        scope.cut |= instance.state == InstanceState::cancelled;
        const auto* approve = std::get_if<pipeline::Approve>(&run.step(instance).body);
        scope.rejected |= instance.state == InstanceState::rejected && approve && approve->onReject.empty();
    }

    static void tellDependents(Run& run, const Instance& instance)
    {
        const bool bad = instance.failedAbove || isFailure(run, instance);
        for (const std::size_t step : run.planned(instance).neededBy) {
            Instance& dependent = run.instances[run.scopeOf(instance).newest(step)];
            --dependent.openNeeds;
            dependent.failedAbove |= bad;
        }
    }

    Request* close(const RequestId& id, Request::State state) const
    {
        const auto found = m_state.requests.find(id);
        if (found == m_state.requests.end() || found->second.state != Request::State::open)
            return nullptr;
        Request& request = found->second;
        request.state = state;
        request.decidedAt = m_now;
        m_state.open.erase(id);
        const Run* run = m_state.run(id.run);
        const Instance* instance = run ? run->find(id.instance) : nullptr;
        if (instance && request.expires)
            m_state.timers.erase({*request.expires, id.run, instance->place});
        return &request;
    }

    WorkspaceState& m_state;
    Instant m_now;
    const std::string& m_actor;
};

} // namespace

void apply(WorkspaceState& state, const Event& event, Instant at, const std::string& actor)
{
    std::visit(Fold(state, at, actor), event);
}

} // namespace penstock::engine
