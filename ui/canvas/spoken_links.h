// Ports, edges and frames of a graph in words, for those who hear it. Pure.
#pragma once

#include "ui/canvas/graph.h"

namespace penstock::canvas {

QString spokenPort(const Graph& graph, const PortRef& port);      // "output model of train, linked to evaluate"
QString spokenEdge(const Graph& graph, const Edge& edge);         // "data from prepare to train"
QString spokenPorts(const Graph& graph, const Edge& edge);        // "output train, into input data"; empty: nothing flows
QString spokenFrame(const Graph& graph, const NodeFrame& frame);  // "Training, Frame around train, evaluate"
QString spokenNeighbours(const Graph& graph, const QString& node); // "from prepare; to evaluate, record"

} // namespace penstock::canvas
