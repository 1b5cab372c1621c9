#include "ui/designer/passed_thing.h"

#include "ui/models/ports.h"
#include "ui/models/qt_text.h"
#include "ui/models/run_graph.h"

namespace penstock::designer {

using Kind = PassedThing::Kind;
using models::qt;
using models::utf8;

namespace {

void describe(PassedThing& thing, const pipeline::Step& step, const std::string& output)
{
    const auto* command = std::get_if<pipeline::Command>(&step.body);
    if (!command)
        return;
    for (const auto& [name, declared] : command->outputs) {
        if (name == output) {
            thing.declared = qt(declared.kind);
            thing.path = qt(declared.path);
        }
    }
}

bool wentThere(const canvas::Edge& edge, const engine::WorkspaceState& state, const engine::Run& run, std::size_t scope)
{
    for (const canvas::Edge& drawn : models::graphOf(state, run, {}, {}, scope).edges) {
        if (canvas::isSameLink(drawn, edge))
            return drawn.taken;
    }
    return false;
}

} // namespace

PassedThing passedThrough(const canvas::Edge& edge, const engine::WorkspaceState& state, const ShownRun& run)
{
    PassedThing thing;
    const bool isWay = edge.kind == canvas::EdgeKind::branch || edge.kind == canvas::EdgeKind::failure || edge.kind == canvas::EdgeKind::back;
    thing.name = isWay ? edge.label : edge.output;
    const engine::Instance* from = run.newest(utf8(edge.from));
    if (isWay) {
        thing.kind = from && engine::isEnd(from->state) ? Kind::way : Kind::notYet;
        thing.isTaken = thing.kind == Kind::way && wentThere(edge, state, *run.run, from->scope);
        return thing;
    }
    if (edge.kind == canvas::EdgeKind::order || edge.output.isEmpty()) {
        thing.kind = Kind::nothing;
        return thing;
    }
    if (!from)
        return thing;
    const std::string output = utf8(edge.output);
    if (edge.output == models::metricsPort && !from->outputs.contains(output)) {
        thing.value = from->metrics;
        thing.kind = from->metrics.empty() ? Kind::notYet : Kind::metrics;
        return thing;
    }
    if (const auto artifact = from->outputs.find(output); artifact != from->outputs.end()) {
        thing.kind = Kind::artifact;
        thing.artifact = artifact->second;
        describe(thing, run.run->step(*from), output);
    } else if (from->values.is_object() && from->values.contains(output)) {
        thing.kind = Kind::value;
        thing.value = from->values.at(output);
    }
    return thing;
}

} // namespace penstock::designer
