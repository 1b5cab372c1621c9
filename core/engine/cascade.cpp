#include "core/engine/cascade.h"

#include "core/engine/approval.h"
#include "core/engine/judgement.h"

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
    for (const std::size_t dependent : run.planned(instance).neededBy) {
        const Instance& next = run.beside(instance, dependent);
        if (next.openNeeds == 0 && next.state == InstanceState::pending)
            lookAt(run, next.place);
    }
    if ((wentWell && scope.failing) || (!wasRejected && scope.rejected))
        stopWaiting(run);
}

void Cascade::stopWaiting(const Run& run)
{
    for (const ReadyQueue::Place& place : run.ready.all()) {
        const Instance& instance = run.instances[place.instance];
        const Judgement allowed = permission(run, instance);
        // A cancel stops retries too; otherwise what has begun finishes, retries included.
        if (allowed.end && (instance.attempts.empty() || allowed.end == InstanceState::cancelled))
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

void Cascade::start(const Run& run)
{
    m_touched.insert(run.id);
    for (std::size_t i = 0; i < run.instances.size(); ++i) {
        if (run.instances[i].openNeeds == 0)
            lookAt(run, i);
    }
}

void Cascade::settle()
{
    while (!m_next.empty()) {
        const auto [id, index] = m_next.front();
        m_next.pop_front();
        const Run* run = m_state.run(id);
        if (run && run->instances[index].state == InstanceState::pending)
            judgeNext(*run, run->instances[index]);
    }
    for (const RunId& id : m_touched)
        endRunWhenDone(*m_state.run(id));
    m_touched.clear();
}

void Cascade::judgeNext(const Run& run, const Instance& instance)
{
    const Judgement judgement = judge(m_state, run, instance);
    if (judgement.end)
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
