#include "core/engine/scope.h"

#include "core/engine/fan.h"
#include "core/engine/json_fields.h"

namespace penstock::engine {

namespace {

using expression::Reference;
using expression::Root;
using expression::Value;

Error absent(std::string id, std::vector<std::pair<std::string, std::string>> arguments)
{
    return {ErrorCode::notFound, {std::move(id), std::move(arguments)}, {}};
}

Json wholeStep(const Instance& instance)
{
    Json whole{{"state", name(instance.state)}};
    if (instance.state == InstanceState::succeeded) {
        whole.update(instance.values);
        whole["outputs"] = outputsOf(instance);
        whole["values"] = instance.values;
        whole["metrics"] = instance.metrics;
    }
    return whole;
}

} // namespace

RunScope::RunScope(const WorkspaceState& state, const Run& run, const Instance& self, const Places* places)
    : m_state(state)
    , m_run(run)
    , m_self(self)
    , m_places(places)
{}

Result<Value> RunScope::lookup(const Reference& path) const
{
    switch (path.root) {
    case Root::params: return expression::walk(m_run.scopeOf(m_self).parameters, path, 0);
    case Root::steps: return ofStep(path);
    case Root::production: return ofProduction(path);
    case Root::run: return ofRun(path);
    case Root::inputs:
    case Root::outputs: return place(path);
    case Root::previous: return ofPrevious(path);
    case Root::item: return ofItem(path);
    case Root::event: break; // what started the run reaches its steps as parameters
    }
    return absent("engine.no_value", {{"path", path.text()}});
}

Result<bool> RunScope::status(expression::Status which) const
{
    return m_self.failedAbove == (which == expression::Status::failure);
}

Result<Value> RunScope::ofStep(const Reference& path) const
{
    const std::string step(path.nameAt(0));
    const Instance* instance = stepNamed(step);
    if (!instance)
        return absent("engine.no_such_step", {{"name", step}, {"path", path.text()}});
    return ofInstance(path, *instance);
}

Result<Value> RunScope::ofInstance(const Reference& path, const Instance& instance) const
{
    const bool asksState = path.segments.size() == 1 || path.nameAt(1) == "state";
    if (instance.fan && !asksState)
        return fanMember(m_run, instance, path);
    if (!asksState && instance.state != InstanceState::succeeded) {
        return absent("engine.step_made_nothing",
                      {{"step", instance.id.text()}, {"state", name(instance.state)}, {"path", path.text()}});
    }
    // Metrics can be large (series per class …) and are read in every comparison: not by way of a copy of the whole step.
    if (path.nameAt(1) == "metrics")
        return expression::walk(instance.metrics, path, 2);
    return expression::walk(wholeStep(instance), path, 1);
}

// A step of its own pipeline; null when there is none of that name.
const Instance* RunScope::stepNamed(const std::string& name) const
{
    const auto found = m_run.scopeOf(m_self).plan->find(name);
    return found ? &m_run.beside(m_self, *found) : nullptr;
}

Result<Value> RunScope::ofPrevious(const Reference& path) const
{
    const Instance* newest = stepNamed(std::string(path.nameAt(0)));
    if (!newest || newest->id.iteration < 2)
        return absent("engine.no_previous", {{"path", path.text()}});
    const auto& iterations = m_run.scopeOf(*newest).iterations[newest->step];
    return ofInstance(path, m_run.instances[iterations[static_cast<std::size_t>(newest->id.iteration) - 2]]);
}

Result<Value> RunScope::ofItem(const Reference& path) const
{
    const Instance* item = &m_self;
    if (item->fanAt == none)
        return absent("engine.no_item", {{"path", path.text()}});
    return expression::walk(m_run.itemOf(*item), path, 0);
}

Result<Value> RunScope::ofProduction(const Reference& path) const
{
    std::string line;
    if (path.line) {
        line = *path.line;
    } else {
        const auto& lines = linesOf(m_run, m_self);
        if (lines.size() != 1) {
            return Error{ErrorCode::invalid,
                         {lines.empty() ? "engine.production_of_no_line" : "engine.production_of_many_lines",
                          {{"path", path.text()}}},
                         {}};
        }
        line = lines.front();
    }
    const Json facts = productionFacts(m_state, line);
    if (!boolAt(facts, "exists") && !path.segments.empty() && path.nameAt(0) != "exists")
        return absent("engine.no_production", {{"line", line}, {"path", path.text()}});
    return expression::walk(facts, path, 0);
}

Result<Value> RunScope::ofRun(const Reference& path) const
{
    const Json run{{"id", m_run.id.text()}, {"number", m_run.id.number}, {"pipeline", m_run.id.pipeline},
                   {"file", m_run.file},    {"actor", m_run.actor}};
    return expression::walk(run, path, 0);
}

Result<Value> RunScope::place(const Reference& path) const
{
    if (!m_places)
        return Error{ErrorCode::invalid, {"engine.no_places", {{"path", path.text()}}}, {}};
    const auto& places = path.root == Root::inputs ? m_places->inputs : m_places->outputs;
    return expression::walk(Json(places), path, 0);
}

Json outputsOf(const Instance& instance)
{
    Json outputs = instance.values;
    for (const auto& [name, artifact] : instance.outputs) {
        outputs[name] = toJson(artifact);
        outputs[name]["step"] = instance.id.text();
        outputs[name]["output"] = name;
    }
    return outputs;
}

std::optional<ArtifactValue> artifactOf(const Value& value)
{
    const auto artifact = artifactFrom(value);
    if (!artifact)
        return std::nullopt;
    return ArtifactValue{*artifact, textAt(value, "step"), textAt(value, "output")};
}

const std::vector<std::string>& linesOf(const Run& run, const Instance& instance)
{
    const auto& own = run.scopeOf(instance).plan->lines();
    return own.empty() ? run.plan->lines() : own;
}

Json productionFacts(const WorkspaceState& state, const std::string& line)
{
    const auto found = state.production.find(line);
    return found == state.production.end() ? Json{{"exists", false}} : found->second;
}

} // namespace penstock::engine
