#include "core/engine/sub_pipeline.h"

#include "core/engine/going_back.h"
#include "core/engine/judgement.h"
#include "core/engine/json_fields.h"
#include "core/engine/resume.h"
#include "core/engine/scope.h"
#include "core/expression/template_text.h"
#include "core/pipeline/parameters.h"

namespace penstock::engine {

namespace {

Result<Json> parametersOf(const WorkspaceState& state, const Run& run, const Instance& instance)
{
    const auto& sub = std::get<pipeline::SubPipeline>(run.step(instance).body);
    const RunScope scope(state, run, instance);
    Json given = Json::object();
    for (const auto& [name, value] : sub.parameters) {
        if (!value.is_string()) {
            given[name] = value;
            continue;
        }
        const auto parsed = expression::Template::parse(value.get<std::string>());
        auto rendered = parsed ? parsed->render(scope) : Result<expression::Value>(parsed.error());
        if (!rendered)
            return rendered.error();
        given[name] = std::move(*rendered);
    }
    return pipeline::acceptParameters(run.planned(instance).sub->pipeline(), given);
}

Result<InstanceEnded> outputsOfPipeline(const WorkspaceState& state, const Run& run, const Instance& instance)
{
    InstanceEnded ended;
    const Scope& scope = run.scopes[instance.opened];
    if (scope.plan->steps().empty())
        return ended;
    const RunScope values(state, run, run.instances[scope.newest(0)]);
    for (const auto& [name, text] : scope.plan->pipeline().outputs) {
        const auto parsed = expression::Template::parse(text);
        auto value = parsed ? parsed->render(values) : Result<expression::Value>(parsed.error());
        if (!value)
            return value.error();
        if (const auto artifact = artifactOf(*value))
            ended.outputs[name] = artifact->artifact;
        else
            ended.values[name] = std::move(*value);
    }
    return ended;
}

InstanceState endStateOf(const Scope& scope)
{
    if (scope.cut)
        return InstanceState::cancelled;
    if (scope.failing)
        return scope.failed ? InstanceState::failed : InstanceState::lost;
    return scope.rejected ? InstanceState::rejected : InstanceState::succeeded;
}

} // namespace

void openPipeline(Cascade& cascade, const Run& run, const Instance& step, const InstanceId& id)
{
    // An item comes to be with the event, so its parameters are computed for one that stands for it.
    Instance standIn = step;
    standIn.id = id;
    standIn.fan.reset();
    standIn.fanAt = id.index >= 0 ? step.place : none;
    auto parameters = parametersOf(cascade.state(), run, standIn);
    if (!parameters) {
        if (id.index >= 0)
            cascade.record(InstanceReady{run.id, id});
        return cascade.end(run, *run.find(id), InstanceState::failed, parameters.error().message);
    }
    cascade.record(PipelineOpened{run.id, id, std::move(*parameters)});
    const Instance& instance = *run.find(id);
    reuseSuccesses(cascade, run, instance.opened);
    cascade.start(run, instance.opened);
    cascade.lookAt(run, instance.place); // one without steps ends at once
}

void closePipeline(Cascade& cascade, const Run& run, const Instance& instance)
{
    const Scope& scope = run.scopes[instance.opened];
    if (scope.open > 0)
        return;
    const InstanceState state = endStateOf(scope);
    if (state != InstanceState::succeeded)
        return cascade.end(run, instance, state, {"engine.pipeline_ended", {{"state", name(state)}}});
    auto ended = outputsOfPipeline(cascade.state(), run, instance);
    if (ended)
        cascade.end(run, instance, std::move(*ended));
    else
        cascade.end(run, instance, InstanceState::failed, ended.error().message);
}

void abandonPipeline(Cascade& cascade, const Run& run, const Instance& instance, const Message& why)
{
    const Scope& scope = run.scopes[instance.opened];
    for (std::size_t step = 0; step < scope.iterations.size(); ++step)
        abandon(cascade, run, run.instances[scope.newest(step)], why);
}

} // namespace penstock::engine
