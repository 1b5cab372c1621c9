// Working state of the layered layout, shared by its phases. Vertices are nodes, then the dummies that carry long edges
// through the layers in between.
#pragma once

#include "ui/canvas/layout.h"

namespace penstock::canvas::layered {

// The half of an edge that a vertex sees. Heights count from the middles.
struct Link {
    int vertex = 0; // at the other end
    double own = 0; // where it touches this vertex
    double far = 0; // where it touches the other one
};

struct Vertex {
    int node = -1; // -1: a dummy
    int layer = 0;
    int order = 0; // position within the layer
    double height = 0;
    double y = 0; // of the middle
    std::optional<double> was; // where it stood before this layout
    std::vector<Link> before; // to the previous layer
    std::vector<Link> after;
};

struct Graph {
    std::vector<Vertex> vertices;
    std::vector<std::vector<int>> layers;
    double gap = 0;

    bool isDummy(int vertex) const { return vertices[static_cast<std::size_t>(vertex)].node < 0; }
    Vertex& at(int vertex) { return vertices[static_cast<std::size_t>(vertex)]; }
    const Vertex& at(int vertex) const { return vertices[static_cast<std::size_t>(vertex)]; }
};

// Where a link touches its other layer: the order of the vertex, and within it the height of the port.
inline double spot(const Graph& graph, const Link& link)
{
    const Vertex& vertex = graph.at(link.vertex);
    return vertex.order + (vertex.height > 0 ? 0.98 * link.far / vertex.height : 0);
}

// Edges between layers without those that close a cycle, doubles and loops removed.
std::vector<LayoutEdge> forwardEdges(const LayoutInput& input);
std::vector<int> assignLayers(std::size_t nodes, const std::vector<LayoutEdge>& edges);
Graph properGraph(const LayoutInput& input, const std::vector<LayoutEdge>& edges, const std::vector<int>& layers);
bool reduceCrossings(Graph& graph, const std::atomic<bool>& stop); // false: stopped
long countCrossings(const Graph& graph);
long crossingsOf(const Graph& graph, const Vertex& upper, const Vertex& lower); // of their links, in one layer
void renumber(Graph& graph, const std::vector<int>& layer);
void sift(Graph& graph, std::vector<int>& layer, bool onlyDummies); // moves vertices to the best places of their layer
// Goes back to the order in which nodes stood, where that has about as few crossings.
void keepOrder(Graph& graph);
bool assignHeights(Graph& graph, const std::atomic<bool>& stop);

} // namespace penstock::canvas::layered
