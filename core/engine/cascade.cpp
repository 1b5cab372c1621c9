#include "core/engine/cascade.h"

#include "core/engine/approval.h"
#include "core/engine/fan.h"
#include "core/engine/going_back.h"
#include "core/engine/judgement.h"
#include "core/engine/sub_pipeline.h"

namespace penstock::engine {

namespace {

RunState endStateOf(const Run& run)
{
    const Scope& scope = run.scopes.front();
    // A cancel that came when everything had ended well already changed nothing, so nothing is called cancelled.
    if (scope.cut || (run.cancels > 0 && (scope.failing || scope.rejected)))
        return RunState::cancelled;
    if (scope.failing)
        return scope.failed ? RunState::failed : RunState::lost;
    return scope.rejected ? RunState::rejected : RunState::succeeded;
}

} // namespace

Cascade::Cascade(WorkspaceState& state, Instant now, Batch& batch)
    : m_state(state)
    , m_now(now)
    , m_batch(batch)
{}

void Cascade::record(Event event)
{
    apply(m_state, event, m_now, m_batch.actor);
    m_batch.events.push_back(std::move(event));
}

void Cascade::end(const Run& run, const Instance& instance, InstanceState state, Message why, Json values)
{
    InstanceEnded how;
    how.state = state;
    how.why = std::move(why);
    how.values = std::move(values);
    end(run, instance, std::move(how));
}

void Cascade::end(const Run& run, const Instance& instance, InstanceEnded how)
{
    const Scope& scope = run.scopeOf(instance);
    const bool wentWell = !scope.failing && !scope.rejected;
    const bool wasRejected = scope.rejected;
    how.run = run.id;
    how.instance = instance.id;
    record(std::move(how));
    m_touched.insert(run.id);
    tell(run, instance);
    if ((wentWell && scope.failing) || (!wasRejected && scope.rejected))
        stopWaiting(run);
}

// Who may have waited for this: the mapped step, steps after it, the way back that its end makes clear, what it is a part of.
void Cascade::tell(const Run& run, const Instance& ended)
{
    const Scope& scope = run.scopeOf(ended);
    if (ended.fanAt != none)
        return lookAt(run, ended.fanAt);
    if (scope.goingBack != none)
        awaitClear(run, ended.scope);
    for (const std::size_t dependent : run.planned(ended).neededBy) {
        const Instance& next = run.beside(ended, dependent);
        if (next.openNeeds == 0 && next.state == InstanceState::pending)
            lookAt(run, next.place);
    }
    if (scope.parent != none && scope.open == 0)
        lookAt(run, scope.parent);
}

void Cascade::stopWaiting(const Run& run)
{
    for (const ReadyQueue::Place& place : run.ready.all()) {
        const Instance& instance = run.instances[place.instance];
        const Judgement allowed = permission(run, instance);
        // A cancel stops retries and further items too; otherwise what has begun finishes.
        const bool begun = !instance.attempts.empty() || instance.fanAt != none;
        if (allowed.end && (!begun || allowed.end == InstanceState::cancelled))
            end(run, instance, *allowed.end, allowed.why);
    }
    for (const RequestId& request : openRequestsOf(m_state, run.id)) {
        const Instance* instance = run.find(request.instance);
        const Judgement allowed = permission(run, *instance);
        if (!allowed.end)
            continue;
        record(ApprovalWithdrawn{request, allowed.why});
        end(run, *instance, *allowed.end, allowed.why);
    }
}

void Cascade::start(const Run& run, std::size_t place)
{
    m_touched.insert(run.id);
    const Scope& scope = run.scopes[place];
    for (std::size_t step = 0; step < scope.iterations.size(); ++step) {
        if (run.instances[scope.newest(step)].openNeeds == 0)
            lookAt(run, scope.newest(step));
    }
}

void Cascade::settle()
{
    while (lookNext() || goOnNext())
        ;
    for (const RunId& id : m_touched)
        endRunWhenDone(*m_state.run(id));
    m_touched.clear();
}

bool Cascade::lookNext()
{
    if (m_next.empty())
        return false;
    const auto [id, index] = m_next.front();
    m_next.pop_front();
    if (const Run* run = m_state.run(id))
        look(*run, run->instances[index]);
    return true;
}

bool Cascade::goOnNext()
{
    if (m_clearing.empty())
        return false;
    const auto [id, scope] = *m_clearing.begin();
    m_clearing.erase(m_clearing.begin());
    if (const Run* run = m_state.run(id))
        goOnWhenClear(*this, *run, scope);
    return true;
}

void Cascade::look(const Run& run, const Instance& instance)
{
    if (instance.state == InstanceState::pending && instance.openNeeds == 0 && !isHeld(run.scopeOf(instance), instance.step))
        judgeNext(run, instance);
    else if (instance.state == InstanceState::running && instance.fan)
        continueFan(*this, run, instance);
    else if (instance.state == InstanceState::running && instance.opened != none)
        closePipeline(*this, run, instance);
}

void Cascade::judgeNext(const Run& run, const Instance& instance)
{
    const Judgement judgement = judge(m_state, run, instance);
    if (judgement.end == InstanceState::failed)
        fail(*this, run, instance, judgement.why);
    else if (judgement.end)
        end(run, instance, *judgement.end, judgement.why);
    else
        begin(*this, run, instance);
}

void Cascade::endRunWhenDone(const Run& run)
{
    if (run.open == 0 && !isEnd(run.state))
        record(RunEnded{run.id, endStateOf(run)});
}

} // namespace penstock::engine
