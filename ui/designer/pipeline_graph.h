#pragma once

#include "core/format/layout_file.h"
#include "core/pipeline/issue.h"
#include "ui/canvas/graph.h"
#include "ui/designer/shown_run.h"
#include "ui/models/workspace_model.h"

#include <QCoreApplication>
#include <QString>

#include <string>
#include <unordered_map>

namespace penstock::designer {

// What Design draws: the document at the places of its layout file. Pure, and without states: those change thirty times a
// second, the document when somebody types.
struct DesignGraph {
    canvas::Graph graph;
    bool isWhole = true; // false: the document has mistakes that leave steps unconnected

    bool operator==(const DesignGraph&) const = default;
};

DesignGraph designGraph(const pipeline::Pipeline& pipeline, const format::NodePositions& positions, const pipeline::Issues& issues);

// The states of a run on the steps that are still what they were when it began.
class RunStates final {
    Q_DECLARE_TR_FUNCTIONS(RunStates)

public:
    // All outlive this; there may be no run.
    RunStates(const pipeline::Pipeline& pipeline, const models::WorkspaceModel& workspace, ShownRun run);

    canvas::Node with(const canvas::Node& plain) const;
    canvas::Edge with(const canvas::Edge& plain) const; // whether the run went this way, and how often back
    QString say(const QString& step) const; // "succeeded in 2.4s · digits-42"; empty when there is nothing to say

private:
    const engine::Instance* instanceOf(const std::string& step) const;

    const models::WorkspaceModel& m_workspace;
    ShownRun m_run;
    std::unordered_map<std::string, const pipeline::Step*> m_steps;
};

// The newest run that was started from this file, or null.
const engine::Run* newestRunOf(const engine::WorkspaceState& state, const std::string& file);

} // namespace penstock::designer
