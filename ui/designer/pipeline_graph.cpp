#include "ui/designer/pipeline_graph.h"

#include "core/engine/plan.h"
#include "ui/models/qt_text.h"
#include "ui/models/run_graph.h"

#include <set>

namespace penstock::designer {

using models::qt;
using models::utf8;

namespace {

// Without a plan (a cycle, an unknown step) the steps are still there to be seen and mended.
canvas::Graph loose(const pipeline::Pipeline& pipeline)
{
    canvas::Graph graph;
    for (const pipeline::Step& step : pipeline.steps) {
        canvas::Node node;
        node.id = qt(step.name);
        node.kind = models::kindOf(step);
        node.title = models::titleOf(step, {step.name, 1, -1});
        node.subtitle = models::subtitleOf(step);
        graph.nodes.push_back(std::move(node));
        for (const std::string& need : step.needs)
            graph.edges.push_back({qt(need), qt(step.name), canvas::EdgeKind::order, {}, false});
    }
    return graph;
}

std::set<std::string> stepsWithIssues(const pipeline::Issues& issues)
{
    std::set<std::string> steps;
    for (const pipeline::Issue& issue : issues) {
        if (issue.path.starts_with("steps."))
            steps.insert(issue.path.substr(6, issue.path.find('.', 6) - 6));
    }
    return steps;
}

void takeMarks(canvas::Node& node, const pipeline::Step& step, const engine::WorkspaceState& state, const engine::Run& run, Instant now,
               const models::Readings& readings)
{
    const pipeline::Step* ran = run.plan->pipeline().step(step.name);
    const engine::Instance* instance = run.newest(step.name);
    if (!ran || !instance || *ran != step)
        return;
    const canvas::Node shown = models::nodeOf(state, run, *instance, now, readings);
    node.mark = shown.mark;
    node.subtitle = shown.subtitle;
    node.progress = shown.progress;
}

} // namespace

const engine::Run* newestRunOf(const engine::WorkspaceState& state, const std::string& file)
{
    const engine::Run* newest = nullptr;
    for (const auto& [id, run] : state.runs) {
        if (run.file == file && (!newest || id.number > newest->id.number))
            newest = &run;
    }
    return newest;
}

DesignGraph designGraph(const pipeline::Pipeline& pipeline, const format::NodePositions& positions, const pipeline::Issues& issues,
                        const engine::WorkspaceState& state, const engine::Run* newest, Instant now, const models::Readings& readings)
{
    DesignGraph design;
    const auto plan = engine::Plan::outline(pipeline);
    design.isWhole = plan.ok();
    design.graph = plan ? models::graphOf(*plan) : loose(pipeline);
    const std::set<std::string> troubled = stepsWithIssues(issues);
    for (canvas::Node& node : design.graph.nodes) {
        const std::string name = utf8(node.id);
        const pipeline::Step& step = *pipeline.step(name);
        node.enabled = step.enabled;
        node.problem = troubled.contains(name);
        if (const auto place = positions.find(name); place != positions.end())
            node.position = QPointF(place->second.x, place->second.y);
        if (newest)
            takeMarks(node, step, state, *newest, now, readings);
    }
    design.marksOf = newest ? qt(newest->id.text()) : QString();
    return design;
}

} // namespace penstock::designer
