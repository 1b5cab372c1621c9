#include "core/engine/growth.h"

#include <algorithm>

namespace penstock::engine {

namespace {

Instance& addInstance(Run& run, std::size_t scope)
{
    Instance& instance = run.instances.emplace_back();
    instance.place = run.instances.size() - 1;
    instance.scope = scope;
    ++run.scopes[scope].open;
    ++run.open;
    ++run.counts[static_cast<std::size_t>(InstanceState::pending)];
    return instance;
}

void addStep(Run& run, std::size_t place, std::size_t step)
{
    Scope& scope = run.scopes[place];
    Instance& instance = addInstance(run, place);
    instance.id = {scope.path + scope.plan->step(step).name, static_cast<int>(scope.iterations[step].size()) + 1, -1};
    instance.step = step;
    instance.openNeeds = scope.plan->steps()[step].waitsFor;
    scope.iterations[step].push_back(instance.place);
}

// What it waits for, as it is now.
void countNeeds(const Run& run, const Scope& scope, Instance& instance)
{
    const PlannedStep& step = scope.plan->steps()[instance.step];
    std::vector<std::size_t> before;
    std::ranges::set_union(step.needs, step.routedBy, std::back_inserter(before));
    instance.openNeeds = 0;
    instance.failedAbove = false;
    for (const std::size_t each : before) {
        const Instance& need = run.instances[scope.newest(each)];
        instance.openNeeds += !isEnd(need.state);
        instance.failedAbove |= isEnd(need.state) && (need.failedAbove || isFailure(run, need));
    }
}

} // namespace

void openScope(Run& run, std::shared_ptr<const Plan> plan, std::string path, Json parameters, std::size_t parent)
{
    Scope scope;
    scope.plan = std::move(plan);
    scope.path = std::move(path);
    scope.parameters = std::move(parameters);
    scope.parent = parent;
    scope.firstLane = run.lanes;
    scope.iterations.resize(scope.plan->steps().size());
    scope.taken.resize(scope.plan->waysBack().size());
    run.lanes += scope.plan->lanes();
    const std::size_t place = run.scopes.size();
    run.scopeAt[scope.path] = place;
    run.scopes.push_back(std::move(scope));
    for (std::size_t step = 0; step < run.scopes[place].iterations.size(); ++step)
        addStep(run, place, step);
}

void goBack(Scope& scope, std::size_t way)
{
    scope.goingBack = way;
    ++scope.taken[way];
    for (const std::size_t inner : scope.plan->waysBack()[way].resets)
        scope.taken[inner] = 0;
}

void beginIteration(Run& run, Scope& scope)
{
    const WayBack& way = scope.plan->waysBack()[scope.goingBack];
    scope.goingBack = none;
    const auto place = static_cast<std::size_t>(run.instances[scope.newest(way.to)].scope);
    for (const std::size_t step : way.region) {
        if (isEnd(run.instances[scope.newest(step)].state))
            addStep(run, place, step);
    }
    for (const std::size_t step : way.region)
        countNeeds(run, scope, run.instances[scope.newest(step)]);
    run.instances[scope.newest(way.to)].entered = true;
}

Instance* addItem(Run& run, Instance& fan, int index)
{
    if (!fan.fan || index < 0 || static_cast<std::size_t>(index) != fan.fan->begun.size() || fan.fan->begun.size() >= fan.fan->items.size())
        return nullptr;
    Instance& item = addInstance(run, fan.scope);
    item.id = {fan.id.step, fan.id.iteration, index};
    item.step = fan.step;
    item.fanAt = fan.place;
    item.failedAbove = fan.failedAbove;
    fan.fan->begun.push_back(item.place);
    ++fan.fan->running;
    return &item;
}

} // namespace penstock::engine
