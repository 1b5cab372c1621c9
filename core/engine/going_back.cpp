#include "core/engine/going_back.h"

#include "core/engine/approval.h"
#include "core/engine/sub_pipeline.h"

#include <algorithm>

namespace penstock::engine {

namespace {

const WayBack& wayUnderway(const Scope& scope) { return scope.plan->waysBack()[scope.goingBack]; }

void abandonItems(Cascade& cascade, const Run& run, const Instance& fan, const Message& why)
{
    for (std::size_t i = 0; i < fan.fan->begun.size(); ++i)
        abandon(cascade, run, run.instances[fan.fan->begun[i]], why);
    cascade.lookAt(run, fan.place);
}

bool isAwaited(const Run& run, const Instance& instance)
{
    // The registry's answer, a process, items or a sub-pipeline with such things inside.
    return instance.state == InstanceState::running && !run.planned(instance).wait;
}

} // namespace

bool mayTake(const Run& run, const Instance& instance, std::size_t branch)
{
    const std::size_t way = run.planned(instance).waysBack[branch];
    const Scope& scope = run.scopeOf(instance);
    return way == none || (scope.goingBack == none && scope.taken[way] < scope.plan->waysBack()[way].atMost);
}

void abandon(Cascade& cascade, const Run& run, const Instance& instance, const Message& why)
{
    if (isEnd(instance.state))
        return;
    if (instance.state == InstanceState::waiting)
        cascade.record(ApprovalWithdrawn{currentRequest(run, instance), why});
    if (!isAwaited(run, instance))
        return cascade.end(run, instance, InstanceState::cancelled, why);
    if (instance.fan)
        abandonItems(cascade, run, instance, why);
    else if (instance.opened != none)
        abandonPipeline(cascade, run, instance, why);
    else if (!instance.attempts.empty())
        cascade.cause(Stop{{run.id, instance.id, instance.attempts.back().number}});
}

void clearRegion(Cascade& cascade, const Run& run, const Instance& source)
{
    const Scope& scope = run.scopeOf(source);
    const Message why{"engine.superseded", {{"step", source.id.step}}};
    for (const std::size_t step : wayUnderway(scope).region) {
        const Instance& instance = run.instances[scope.newest(step)];
        if (instance.place != source.place && instance.state != InstanceState::pending)
            abandon(cascade, run, instance, why);
    }
    cascade.awaitClear(run, source.scope);
}

void goOnWhenClear(Cascade& cascade, const Run& run, std::size_t place)
{
    const Scope& scope = run.scopes[place];
    if (scope.goingBack == none)
        return;
    const WayBack& way = wayUnderway(scope);
    const auto lives = [&](std::size_t step) {
        const InstanceState state = run.instances[scope.newest(step)].state;
        return !isEnd(state) && state != InstanceState::pending;
    };
    if (std::ranges::any_of(way.region, lives))
        return;
    const std::size_t target = way.to;
    cascade.record(IterationBegan{run.id, run.instances[scope.newest(way.from)].id});
    cascade.lookAt(run, run.scopes[place].newest(target));
}

} // namespace penstock::engine
