#include "ui/canvas/layered_graph.h"

#include "ui/canvas/layer_tree.h"

#include <set>

namespace penstock::canvas::layered {
namespace {

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

// Depth-first search without recursion; an edge to a vertex on the current path closes a cycle.
std::vector<bool> closesCycle(std::size_t nodes, const std::vector<LayoutEdge>& edges)
{
    std::vector<std::vector<int>> out(nodes);
    for (std::size_t i = 0; i < edges.size(); ++i)
        out[at(edges[i].from)].push_back(static_cast<int>(i));
    enum class Color { white, grey, black };
    std::vector<Color> color(nodes, Color::white);
    std::vector<bool> closes(edges.size(), false);
    std::vector<std::pair<int, std::size_t>> path;
    for (std::size_t root = 0; root < nodes; ++root) {
        if (color[root] != Color::white)
            continue;
        path.emplace_back(static_cast<int>(root), 0);
        color[root] = Color::grey;
        while (!path.empty()) {
            auto& [vertex, next] = path.back();
            if (next == out[at(vertex)].size()) {
                color[at(vertex)] = Color::black;
                path.pop_back();
                continue;
            }
            const int edge = out[at(vertex)][next++];
            const int target = edges[at(edge)].to;
            if (color[at(target)] == Color::grey)
                closes[at(edge)] = true;
            else if (color[at(target)] == Color::white) {
                color[at(target)] = Color::grey;
                path.emplace_back(target, 0);
            }
        }
    }
    return closes;
}

struct Neighbours {
    std::vector<std::vector<int>> before, after;
};

Neighbours neighboursOf(std::size_t nodes, const std::vector<LayoutEdge>& edges)
{
    Neighbours result{std::vector<std::vector<int>>(nodes), std::vector<std::vector<int>>(nodes)};
    for (const LayoutEdge& edge : edges) {
        result.before[at(edge.to)].push_back(edge.from);
        result.after[at(edge.from)].push_back(edge.to);
    }
    return result;
}

std::vector<int> topologicalOrder(std::size_t nodes, const Neighbours& neighbours)
{
    std::vector<std::size_t> open(nodes);
    std::vector<int> order;
    for (std::size_t i = 0; i < nodes; ++i) {
        open[i] = neighbours.before[i].size();
        if (open[i] == 0)
            order.push_back(static_cast<int>(i));
    }
    for (std::size_t i = 0; i < order.size(); ++i) {
        for (const int next : neighbours.after[at(order[i])]) {
            if (--open[at(next)] == 0)
                order.push_back(next);
        }
    }
    return order;
}

// A node that could stand in several layers at the same cost stands next to what it is made from.
void pullBack(std::vector<int>& layers, const std::vector<int>& order, const Neighbours& neighbours)
{
    for (const int node : order) {
        const auto& before = neighbours.before[at(node)];
        if (before.empty() || before.size() != neighbours.after[at(node)].size())
            continue;
        int first = 0;
        for (const int previous : before)
            first = std::max(first, layers[at(previous)] + 1);
        layers[at(node)] = first;
    }
}

} // namespace

std::vector<LayoutEdge> forwardEdges(const LayoutInput& input)
{
    const auto count = static_cast<int>(input.nodes.size());
    std::vector<LayoutEdge> edges;
    std::set<std::pair<int, int>> seen;
    for (const LayoutEdge& edge : input.edges) {
        const bool inside = edge.from >= 0 && edge.to >= 0 && edge.from < count && edge.to < count;
        if (inside && !edge.back && edge.from != edge.to && seen.emplace(edge.from, edge.to).second)
            edges.push_back(edge);
    }
    const auto closes = closesCycle(input.nodes.size(), edges);
    std::vector<LayoutEdge> kept;
    for (std::size_t i = 0; i < edges.size(); ++i) {
        if (!closes[i])
            kept.push_back(edges[i]);
    }
    return kept;
}

std::vector<int> assignLayers(std::size_t nodes, const std::vector<LayoutEdge>& edges)
{
    const Neighbours neighbours = neighboursOf(nodes, edges);
    const std::vector<int> order = topologicalOrder(nodes, neighbours);
    std::vector<int> layers(nodes, 0);
    for (const int node : order) {
        for (const int next : neighbours.after[at(node)])
            layers[at(next)] = std::max(layers[at(next)], layers[at(node)] + 1);
    }
    LayerTree(layers, edges).shorten();
    pullBack(layers, order, neighbours);
    return layers;
}

Graph properGraph(const LayoutInput& input, const std::vector<LayoutEdge>& edges, const std::vector<int>& layers)
{
    // Dummies keep lanes free for long edges; beyond this many they would cost more than they give.
    constexpr std::size_t mostDummies = 40'000;
    constexpr double laneHeight = 14;
    Graph graph;
    graph.gap = input.nodeGap;
    graph.vertices.resize(input.nodes.size());
    for (std::size_t i = 0; i < input.nodes.size(); ++i) {
        graph.vertices[i].node = static_cast<int>(i);
        graph.vertices[i].layer = layers[i];
        graph.vertices[i].height = input.nodes[i].height;
        graph.vertices[i].was = input.nodes[i].was;
    }
    for (const LayoutEdge& edge : edges) {
        const int first = layers[at(edge.from)];
        const int last = layers[at(edge.to)];
        const auto dummies = static_cast<std::size_t>(last - first - 1);
        if (dummies > 0 && graph.vertices.size() + dummies > input.nodes.size() + mostDummies)
            continue;
        const auto port = [&](int node, const std::optional<double>& offset) {
            const double height = input.nodes[at(node)].height;
            return std::clamp(offset.value_or(height / 2), 0.0, height) - height / 2;
        };
        int previous = edge.from;
        double leaves = port(edge.from, edge.fromOffset);
        for (int layer = first + 1; layer <= last; ++layer) {
            int next = edge.to;
            if (layer < last) {
                next = static_cast<int>(graph.vertices.size());
                graph.vertices.push_back({-1, layer, 0, laneHeight, 0, {}, {}, {}});
            }
            const double enters = layer < last ? 0 : port(edge.to, edge.toOffset);
            graph.at(previous).after.push_back({next, leaves, enters});
            graph.at(next).before.push_back({previous, enters, leaves});
            previous = next;
            leaves = 0;
        }
    }
    int most = -1;
    for (const Vertex& vertex : graph.vertices)
        most = std::max(most, vertex.layer);
    graph.layers.resize(at(most + 1));
    return graph;
}

} // namespace penstock::canvas::layered
