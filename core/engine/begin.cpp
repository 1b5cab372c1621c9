#include "core/engine/approval.h"
#include "core/engine/cascade.h"
#include "core/engine/scope.h"
#include "core/expression/evaluate.h"

namespace penstock::engine {

namespace {

void choose(Cascade& cascade, const Run& run, const Instance& instance, const pipeline::Choose& choose)
{
    const auto& branches = run.planned(instance).branches;
    for (std::size_t i = 0; i < branches.size(); ++i) {
        if (branches[i]) {
            const auto holds = expression::evaluateCondition(*branches[i], RunScope(cascade.state(), run, instance));
            if (!holds)
                return cascade.end(run, instance, InstanceState::failed, holds.error().message);
            if (!*holds)
                continue;
        }
        cascade.record(BranchTaken{run.id, instance.id, static_cast<int>(i), choose.branches[i].target});
        return cascade.end(run, instance, InstanceState::succeeded);
    }
    cascade.end(run, instance, InstanceState::failed, {"engine.no_branch", {{"step", instance.id.step}}});
}

// The registry is asked only for what can be asked: a template that has no value fails the step here.
template <class Effect, class Request>
void handOver(Cascade& cascade, const Run& run, const Instance& instance, const Result<Request>& request)
{
    if (!request)
        return cascade.end(run, instance, InstanceState::failed, request.error().message);
    cascade.record(InstanceStarted{run.id, instance.id});
    cascade.cause(Effect{run.id, instance.id});
}

} // namespace

void begin(Cascade& cascade, const Run& run, const Instance& instance)
{
    using pipeline::Kind;
    const pipeline::Step& step = run.step(instance);
    switch (step.kind()) {
    case Kind::command: return cascade.record(InstanceReady{run.id, instance.id});
    case Kind::choose: return choose(cascade, run, instance, std::get<pipeline::Choose>(step.body));
    case Kind::approve: return ask(cascade, run, instance);
    case Kind::register_:
        return handOver<RecordVersion>(cascade, run, instance, versionRequest(cascade.state(), run, instance));
    case Kind::promote:
        return handOver<PromoteVersion>(cascade, run, instance, promotionRequest(cascade.state(), run, instance));
    case Kind::end: {
        const bool well = std::get<pipeline::End>(step.body).succeeded;
        return cascade.end(run, instance, well ? InstanceState::succeeded : InstanceState::failed,
                           well ? Message{} : Message{"engine.end_failed", {{"step", instance.id.step}}});
    }
    case Kind::wait:
    case Kind::pipeline:
    case Kind::placeholder: break; // Plan::make refuses them
    }
    cascade.end(run, instance, InstanceState::failed, {"engine.not_yet", {{"step", instance.id.step}, {"key", "run"}}});
}

} // namespace penstock::engine
