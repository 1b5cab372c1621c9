// What gestures on the canvas mean as edits of a document. Pure.
#pragma once

#include "core/edit/edit.h"
#include "ui/canvas/graph.h"
#include "ui/designer/step_offers.h"

#include <map>
#include <optional>

namespace penstock::designer {

struct NewPlace {
    QPointF at;                          // of the upper left corner
    std::optional<canvas::PortRef> link; // what the new step is linked to
};

struct NewStepEdit {
    edit::Edit edit;
    QString step; // its name
};

// A new step, linked to what was pulled or chosen, as one gesture.
NewStepEdit newStep(const pipeline::Pipeline& pipeline, const StepOffer& offer, const NewPlace& place);

// The port from which a new step after this one is linked most probably: its only result, else the order.
canvas::PortRef usualOutput(const canvas::Node& node);

// Puts a step that is linked to nothing into an edge. Where it makes something, it stands between what the edge carried; else
// only the order goes through it.
edit::Edit putInto(const pipeline::Pipeline& pipeline, const QString& step, const canvas::Edge& edge, std::map<std::string, format::NodePosition> moved);

// Where a step that was dropped onto an edge and all that comes after it stand so that none covers another: beside the step
// before it, with what follows moved on.
std::map<std::string, format::NodePosition> roomBetween(const canvas::Graph& graph, const QString& node, const QPointF& dropped, const canvas::Edge& edge);

} // namespace penstock::designer
