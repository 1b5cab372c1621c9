// A layout of what has been laid out before: people know their graph by where things stand.
#include "ui/canvas/layered_graph.h"

namespace penstock::canvas::layered {
namespace {

std::vector<int> nodesOf(const Graph& graph, const std::vector<int>& layer)
{
    std::vector<int> nodes;
    for (const int vertex : layer) {
        if (!graph.isDummy(vertex))
            nodes.push_back(vertex);
    }
    return nodes;
}

bool isSameOfNodes(const Graph& graph, const std::vector<std::vector<int>>& a, const std::vector<std::vector<int>>& b)
{
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (nodesOf(graph, a[i]) != nodesOf(graph, b[i]))
            return false;
    }
    return true;
}

// Nodes that stood somewhere take each other's places, so that they are in that order; the others stay.
void orderAsBefore(Graph& graph, std::vector<int>& layer)
{
    std::vector<std::size_t> places;
    std::vector<int> known;
    for (std::size_t i = 0; i < layer.size(); ++i) {
        if (graph.at(layer[i]).was) {
            places.push_back(i);
            known.push_back(layer[i]);
        }
    }
    std::stable_sort(known.begin(), known.end(), [&](int a, int b) { return *graph.at(a).was < *graph.at(b).was; });
    for (std::size_t i = 0; i < places.size(); ++i)
        layer[places[i]] = known[i];
    renumber(graph, layer);
}

} // namespace

void keepOrder(Graph& graph)
{
    constexpr int rounds = 3;
    constexpr std::size_t widest = 300;
    if (std::none_of(graph.vertices.begin(), graph.vertices.end(), [](const Vertex& vertex) { return vertex.was.has_value(); }))
        return;
    const auto best = graph.layers;
    const long crossings = countCrossings(graph);
    for (auto& layer : graph.layers)
        orderAsBefore(graph, layer);
    if (isSameOfNodes(graph, best, graph.layers)) {
        graph.layers = best;
    } else {
        for (int i = 0; i < rounds; ++i) { // long wires find their lanes between the nodes
            for (auto& layer : graph.layers) {
                if (layer.size() <= widest)
                    sift(graph, layer, true);
            }
        }
        if (countCrossings(graph) > crossings + crossings / 10)
            graph.layers = best;
    }
    for (const auto& layer : graph.layers)
        renumber(graph, layer);
}

} // namespace penstock::canvas::layered
