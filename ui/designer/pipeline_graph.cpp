#include "ui/designer/pipeline_graph.h"

#include "core/engine/plan.h"
#include "ui/designer/drawn_edits.h"
#include "ui/models/qt_text.h"
#include "ui/models/run_graph.h"
#include "ui/models/state_words.h"
#include "ui/models/time_text.h"

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
        node.enabled = step.enabled;
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

DesignGraph designGraph(const pipeline::Pipeline& pipeline, const format::NodePositions& positions, const pipeline::Issues& issues)
{
    DesignGraph design;
    const auto plan = engine::Plan::outline(pipeline);
    design.isWhole = plan.ok();
    design.graph = plan ? models::graphOf(*plan) : loose(pipeline);
    const std::set<std::string> troubled = stepsWithIssues(issues);
    for (canvas::Node& node : design.graph.nodes) {
        const std::string name = utf8(node.id);
        node.problem = troubled.contains(name);
        if (const auto place = positions.find(name); place != positions.end())
            node.position = QPointF(place->second.x, place->second.y);
    }
    addDrawn(design.graph, pipeline, positions);
    return design;
}

RunStates::RunStates(const pipeline::Pipeline& pipeline, const models::WorkspaceModel& workspace, ShownRun run)
    : m_workspace(workspace)
    , m_run(std::move(run))
{
    if (!m_run.run)
        return;
    for (const pipeline::Step& step : pipeline.steps)
        m_steps.emplace(step.name, &step);
}

const engine::Instance* RunStates::instanceOf(const std::string& name) const
{
    const auto step = m_steps.find(name);
    const engine::Instance* instance = step == m_steps.end() ? nullptr : m_run.newest(name);
    return instance && m_run.run->step(*instance) == *step->second ? instance : nullptr;
}

canvas::Node RunStates::with(const canvas::Node& plain) const
{
    const engine::Instance* instance = instanceOf(utf8(plain.id));
    if (!instance)
        return plain;
    const canvas::Node ran = models::nodeOf(m_workspace.view().workspace, *m_run.run, *instance, m_workspace.now(), m_workspace.readings());
    canvas::Node node = plain;
    node.mark = ran.mark;
    node.subtitle = ran.subtitle;
    node.progress = ran.progress;
    return node;
}

canvas::Edge RunStates::with(const canvas::Edge& plain) const
{
    const engine::Instance* from = instanceOf(utf8(plain.from));
    return from ? models::edgeOf(*m_run.run, m_run.run->scopeOf(*from), plain) : plain;
}

QString RunStates::say(const QString& name) const
{
    const engine::Instance* instance = instanceOf(utf8(name));
    if (!instance)
        return {};
    const QString word = theme::StateMark::word(models::markOf(*instance));
    const Instant begun = instance->attempts.empty() ? instance->readyAt : instance->attempts.front().plannedAt;
    const bool ended = engine::isEnd(instance->state);
    if (begun == Instant{} || instance->attempts.empty())
        return tr("%1 · %2", "state and run of a step").arg(word, m_run.name());
    const QString span = models::TimeText::duration((ended ? instance->endedAt : m_workspace.now()) - begun);
    return (ended ? tr("%1 in %2 · %3", "state, time and run of a step") : tr("%1 for %2 · %3", "state, time and run of a step")).arg(word, span, m_run.name());
}

} // namespace penstock::designer
