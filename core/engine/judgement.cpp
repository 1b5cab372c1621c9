#include "core/engine/judgement.h"

#include "core/engine/scope.h"
#include "core/expression/evaluate.h"

#include <algorithm>

namespace penstock::engine {

namespace {

Judgement skipped(std::string id, std::string argument = {}, std::string value = {})
{
    Message why{std::move(id), {}};
    if (!argument.empty())
        why.arguments.emplace_back(std::move(argument), std::move(value));
    return {InstanceState::skipped, std::move(why)};
}

bool isFailed(const Instance& instance)
{
    return instance.state == InstanceState::failed || instance.state == InstanceState::lost;
}

bool routesTo(const Run& run, const Instance& router, std::size_t target)
{
    const std::string& name = run.scopeOf(router).plan->step(target).name;
    const pipeline::Step& step = run.step(router);
    if (const auto* choose = std::get_if<pipeline::Choose>(&step.body); choose && !isFailed(router)) {
        const auto branch = static_cast<std::size_t>(router.branch);
        return router.state == InstanceState::succeeded && router.branch >= 0 && branch < choose->branches.size()
               && choose->branches[branch].target == name;
    }
    if (isFailed(router))
        return router.branch >= 0 && step.onFailure && step.onFailure->target == name;
    const auto* approve = std::get_if<pipeline::Approve>(&step.body);
    return approve && router.state == InstanceState::rejected && approve->onReject == name;
}

bool isWell(const Run& run, const Instance& need)
{
    if (need.state == InstanceState::succeeded)
        return true;
    return isFailed(need) && run.step(need).advisory;
}

std::optional<Judgement> judgeRoutes(const Run& run, const Instance& instance)
{
    const PlannedStep& step = run.planned(instance);
    const auto taken = [&](std::size_t router) { return routesTo(run, run.beside(instance, router), step.step); };
    if (instance.entered || step.routedBy.empty() || std::ranges::any_of(step.routedBy, taken))
        return std::nullopt;
    return skipped("engine.not_chosen", "step", run.scopeOf(instance).plan->step(step.routedBy.front()).name);
}

Judgement skippedFor(const Run& run, const Instance& need)
{
    return {InstanceState::skipped,
            {"engine.need_not_met", {{"step", run.step(need).name}, {"state", name(need.state)}}}};
}

std::optional<Judgement> judgeAll(const Run& run, const Instance& instance)
{
    const PlannedStep& step = run.planned(instance);
    for (const std::size_t index : step.needs) {
        const Instance& need = run.beside(instance, index);
        const bool chosen = std::ranges::binary_search(step.routedBy, index) && routesTo(run, need, step.step);
        const bool tolerated = need.state == InstanceState::skipped && std::ranges::binary_search(step.tolerated, index);
        if (!isWell(run, need) && !chosen && !tolerated)
            return skippedFor(run, need);
    }
    return std::nullopt;
}

std::optional<Judgement> judgeAny(const Run& run, const Instance& instance)
{
    const PlannedStep& step = run.planned(instance);
    bool one = step.needs.empty();
    for (const std::size_t index : step.needs) {
        const Instance& need = run.beside(instance, index);
        if (isFailure(run, need))
            return skippedFor(run, need);
        one = one || isWell(run, need);
    }
    return one ? std::nullopt : std::optional(skipped("engine.no_need_met"));
}

Judgement judgeCondition(const WorkspaceState& state, const Run& run, const Instance& instance)
{
    const auto& condition = run.planned(instance).condition;
    if (!condition)
        return {};
    const auto holds = expression::evaluateCondition(*condition, RunScope(state, run, instance));
    if (!holds)
        return {InstanceState::failed, holds.error().message};
    return *holds ? Judgement{} : skipped("engine.condition_false", "condition", condition->text());
}

} // namespace

Judgement permission(const Run& run, const Instance& instance)
{
    const PlannedStep& step = run.planned(instance);
    const Scope& scope = run.scopeOf(instance);
    if (isSuperseded(run, instance))
        return {InstanceState::cancelled, {"engine.superseded", {{"step", run.step(instance).name}}}};
    if (run.cancels > 1 || (run.cancels == 1 && !step.runsAlways))
        return {InstanceState::cancelled, {"engine.run_cancelled", {}}};
    if (scope.rejected && !step.runsAlways)
        return skipped("engine.run_rejected");
    if (scope.failing && !step.runsOnFailure)
        return skipped("engine.run_failing");
    return {};
}

Judgement judge(const WorkspaceState& state, const Run& run, const Instance& instance)
{
    const PlannedStep& step = run.planned(instance);
    const pipeline::Step& document = run.step(instance);
    if (!document.enabled)
        return skipped("engine.disabled");
    if (instance.scope == 0 && !run.selected.empty() && !run.selected[instance.step])
        return skipped("engine.not_selected");
    // Before what the run allows: "b failed" explains more than "the run is failing".
    std::optional<Judgement> needs;
    if (!step.runsOnFailure)
        needs = document.join == pipeline::Join::any ? judgeAny(run, instance) : judgeAll(run, instance);
    const Judgement allowed = permission(run, instance);
    if (allowed.end == InstanceState::cancelled)
        return allowed;
    if (const auto routes = judgeRoutes(run, instance))
        return *routes;
    if (needs)
        return *needs;
    if (allowed.end)
        return allowed;
    return judgeCondition(state, run, instance);
}

bool isSuperseded(const Run& run, const Instance& instance)
{
    for (const Instance* at = &instance;;) {
        const Scope& scope = run.scopeOf(*at);
        if (isHeld(scope, at->step))
            return true;
        if (scope.parent == none)
            return false;
        at = &run.instances[scope.parent];
    }
}

bool mustStop(const Run& run, const Instance& instance)
{
    return isSuperseded(run, instance) || run.cancels > 1 || (run.cancels == 1 && !run.planned(instance).runsAlways);
}

} // namespace penstock::engine
