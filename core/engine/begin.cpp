#include "core/engine/approval.h"
#include "core/engine/cascade.h"
#include "core/engine/fan.h"
#include "core/engine/going_back.h"
#include "core/engine/judgement.h"
#include "core/engine/scope.h"
#include "core/engine/sub_pipeline.h"
#include "core/engine/waits.h"
#include "core/expression/evaluate.h"

namespace penstock::engine {

namespace {

void takeBranch(Cascade& cascade, const Run& run, const Instance& instance, std::size_t branch, const std::string& target)
{
    cascade.record(BranchTaken{run.id, instance.id, static_cast<int>(branch), target});
    cascade.end(run, instance, InstanceState::succeeded);
    if (run.planned(instance).waysBack[branch] != none)
        clearRegion(cascade, run, instance);
}

// Without values to judge by, a simulated run takes the first way that leads forward.
bool isGuessed(const Run& run, const Result<bool>& holds) { return run.simulated && !holds; }

void choose(Cascade& cascade, const Run& run, const Instance& instance, const pipeline::Choose& choose)
{
    const auto& branches = run.planned(instance).branches;
    for (std::size_t i = 0; i < branches.size(); ++i) {
        if (!mayTake(run, instance, i))
            continue;
        if (branches[i]) {
            const auto holds = expression::evaluateCondition(*branches[i], RunScope(cascade.state(), run, instance));
            const bool guessed = isGuessed(run, holds) && run.planned(instance).waysBack[i] == none;
            if (!holds && !run.simulated)
                return fail(cascade, run, instance, holds.error().message);
            if (!guessed && !(holds && *holds))
                continue;
        }
        return takeBranch(cascade, run, instance, i, choose.branches[i].target);
    }
    fail(cascade, run, instance, {"engine.no_branch", {{"step", instance.id.step}}});
}

// The registry is asked only for what can be asked: a template that has no value fails the step here.
template <class Effect, class Request>
void handOver(Cascade& cascade, const Run& run, const Instance& instance, const Result<Request>& request)
{
    if (!request)
        return fail(cascade, run, instance, request.error().message);
    cascade.record(InstanceStarted{run.id, instance.id});
    cascade.cause(Effect{run.id, instance.id});
}

void beginCommand(Cascade& cascade, const Run& run, const Instance& instance)
{
    if (run.simulated)
        cascade.end(run, instance, InstanceState::succeeded, {"engine.simulated", {}});
    else
        cascade.record(InstanceReady{run.id, instance.id});
}

} // namespace

void fail(Cascade& cascade, const Run& run, const Instance& instance, Message why, InstanceState state)
{
    const PlannedStep& step = run.planned(instance);
    const std::size_t branch = step.waysBack.size() - 1;
    const bool routed = step.onFailure && instance.fanAt == none && !permission(run, instance).end && mayTake(run, instance, branch);
    if (routed) {
        const std::string& target = run.step(instance).onFailure->target;
        cascade.record(BranchTaken{run.id, instance.id, static_cast<int>(branch), target});
    }
    cascade.end(run, instance, state, std::move(why));
    if (routed && step.waysBack[branch] != none)
        clearRegion(cascade, run, instance);
}

void begin(Cascade& cascade, const Run& run, const Instance& instance)
{
    using pipeline::Kind;
    const pipeline::Step& step = run.step(instance);
    if (run.planned(instance).map)
        return openFan(cascade, run, instance);
    switch (step.kind()) {
    case Kind::command: return beginCommand(cascade, run, instance);
    case Kind::choose: return choose(cascade, run, instance, std::get<pipeline::Choose>(step.body));
    case Kind::wait: return beginWait(cascade, run, instance);
    case Kind::pipeline: return openPipeline(cascade, run, instance, instance.id);
    case Kind::placeholder: return cascade.end(run, instance, InstanceState::succeeded, {"engine.placeholder", {}});
    case Kind::end: {
        const bool well = std::get<pipeline::End>(step.body).succeeded;
        return well ? cascade.end(run, instance, InstanceState::succeeded)
                    : fail(cascade, run, instance, {"engine.end_failed", {{"step", instance.id.step}}});
    }
    default: break;
    }
    if (run.simulated)
        return cascade.end(run, instance, InstanceState::succeeded, {"engine.simulated", {}});
    // What is compared are results. An old model put back into production would be no comparison.
    if (!run.reproduces.empty())
        return cascade.end(run, instance, InstanceState::skipped, {"engine.not_reproduced", {{"run", run.reproduces}}});
    if (step.kind() == Kind::approve)
        return ask(cascade, run, instance);
    if (step.kind() == Kind::register_)
        return handOver<RecordVersion>(cascade, run, instance, versionRequest(cascade.state(), run, instance));
    handOver<PromoteVersion>(cascade, run, instance, promotionRequest(cascade.state(), run, instance));
}

} // namespace penstock::engine
