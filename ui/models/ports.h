// The ports of steps on the canvas, and what flows between them: made from the document alone. Pure.
#pragma once

#include "core/pipeline/document.h"
#include "ui/canvas/graph.h"

#include <vector>

namespace penstock::models {

inline const QString failurePort = QStringLiteral("failure");
inline const QString metricsPort = QStringLiteral("metrics");

// An input of a step that reads an output (or the metrics) of another one.
struct Flow {
    QString from, output; // the step and its output
    QString input;        // the key that reads it

    bool operator==(const Flow&) const = default;
};
std::vector<Flow> flowsInto(const pipeline::Step& step);

// Gives every node the ports of its step; nodes of steps that the pipeline does not have stay as they are. Ports that no edge of
// the graph needs are on demand where the step has others.
void addPorts(canvas::Graph& graph, const pipeline::Pipeline& pipeline);

} // namespace penstock::models
