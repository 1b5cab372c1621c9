#include "core/engine/waits.h"

#include "core/engine/scope.h"
#include "core/expression/evaluate.h"
#include "core/expression/template_text.h"

namespace penstock::engine {

namespace {

Result<std::string> rendered(const std::string& text, const RunScope& scope)
{
    const auto parsed = expression::Template::parse(text);
    return parsed ? parsed->renderText(scope) : Result<std::string>(parsed.error());
}

Error noTime(const Instance& instance, const std::string& text)
{
    return {ErrorCode::invalid, {"engine.wait_no_time", {{"step", instance.id.step}, {"text", text}}}, {}};
}

Result<Instant> endOf(const pipeline::WaitFor& wait, const Instance& instance, const RunScope& scope, Instant now)
{
    const auto text = rendered(wait.duration.empty() ? wait.until : wait.duration, scope);
    if (!text)
        return text.error();
    if (wait.duration.empty()) {
        const auto until = parseInstant(*text);
        return until ? Result<Instant>(*until) : Result<Instant>(noTime(instance, *text));
    }
    const auto duration = parseDuration(*text);
    return duration ? Result<Instant>(now + *duration) : Result<Instant>(noTime(instance, *text));
}

Result<bool> holds(const WorkspaceState& state, const Run& run, const Instance& instance)
{
    const auto condition = expression::parseCondition(run.planned(instance).wait->condition);
    return condition ? expression::evaluateCondition(*condition, RunScope(state, run, instance)) : Result<bool>(condition.error());
}

void beginTimed(Cascade& cascade, const Run& run, const Instance& instance)
{
    const auto end = endOf(*run.planned(instance).wait, instance, RunScope(cascade.state(), run, instance), cascade.now());
    if (!end)
        return fail(cascade, run, instance, end.error().message);
    if (*end <= cascade.now() || run.simulated)
        return cascade.end(run, instance, InstanceState::succeeded);
    cascade.record(WaitBegan{run.id, instance.id, *end, std::nullopt});
}

} // namespace

void beginWait(Cascade& cascade, const Run& run, const Instance& instance)
{
    const pipeline::WaitFor& wait = *run.planned(instance).wait;
    if (!wait.duration.empty() || !wait.until.empty())
        return beginTimed(cascade, run, instance);
    if (run.simulated)
        return cascade.end(run, instance, InstanceState::succeeded, {"engine.simulated", {}});
    if (!wait.condition.empty()) {
        const auto now = holds(cascade.state(), run, instance);
        if (!now)
            return fail(cascade, run, instance, now.error().message);
        if (*now)
            return cascade.end(run, instance, InstanceState::succeeded);
    }
    const auto deadline = wait.timeout ? std::optional(cascade.now() + *wait.timeout) : std::nullopt;
    cascade.record(WaitBegan{run.id, instance.id, std::nullopt, deadline});
    if (!wait.file.empty())
        cascade.cause(WatchFile{run.id, instance.id});
}

void endWait(Cascade& cascade, const Run& run, const Instance& instance)
{
    if (instance.state == InstanceState::delayed)
        cascade.end(run, instance, InstanceState::succeeded);
    else
        fail(cascade, run, instance, {"engine.wait_timeout", {{"step", instance.id.step}}});
}

void askConditions(Cascade& cascade)
{
    std::vector<std::pair<RunId, std::size_t>> asked;
    for (const RunId& id : cascade.state().active) {
        const Run& run = *cascade.state().run(id);
        if (run.count(InstanceState::running) == 0)
            continue;
        for (const Instance& instance : run.instances) {
            const auto& wait = run.planned(instance).wait;
            if (instance.state == InstanceState::running && wait && !wait->condition.empty())
                asked.emplace_back(id, instance.place);
        }
    }
    for (const auto& [id, place] : asked) {
        const Run& run = *cascade.state().run(id);
        const Instance& instance = run.instances[place];
        const auto now = holds(cascade.state(), run, instance);
        if (!now)
            fail(cascade, run, instance, now.error().message);
        else if (*now)
            cascade.end(run, instance, InstanceState::succeeded);
    }
}

} // namespace penstock::engine
