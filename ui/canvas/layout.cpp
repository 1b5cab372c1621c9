#include "ui/canvas/layout.h"

#include "ui/canvas/fixed_nodes.h"
#include "ui/canvas/folding.h"
#include "ui/canvas/grouped_layout.h"
#include "ui/canvas/layered_graph.h"

#include <cmath>
#include <numeric>

namespace penstock::canvas {
namespace {

using namespace layered;

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

// A connected part of the input, with its nodes' places in it.
struct Part {
    LayoutInput input;
    std::vector<int> nodes;
};

std::vector<int> componentOf(const LayoutInput& input)
{
    std::vector<int> parent(input.nodes.size());
    std::iota(parent.begin(), parent.end(), 0);
    const auto find = [&parent](int node) {
        while (parent[at(node)] != node)
            node = parent[at(node)] = parent[at(parent[at(node)])];
        return node;
    };
    const auto count = static_cast<int>(parent.size());
    for (const LayoutEdge& edge : input.edges) {
        if (edge.from >= 0 && edge.to >= 0 && edge.from < count && edge.to < count) {
            const int a = find(edge.from);
            const int b = find(edge.to);
            parent[at(std::max(a, b))] = std::min(a, b); // the root is the first node in input order
        }
    }
    for (int node = 0; node < count; ++node)
        parent[at(node)] = find(node);
    return parent;
}

std::vector<Part> partsOf(const LayoutInput& input)
{
    const std::vector<int> component = componentOf(input);
    std::vector<int> partOf(input.nodes.size(), -1);
    std::vector<int> place(input.nodes.size(), -1);
    std::vector<Part> parts;
    for (std::size_t i = 0; i < input.nodes.size(); ++i) {
        int& part = partOf[at(component[i])];
        if (part < 0) {
            part = static_cast<int>(parts.size());
            parts.push_back({{{}, {}, input.layerGap, input.nodeGap, input.rowGap, input.foldWidth}, {}});
        }
        partOf[i] = part;
        place[i] = static_cast<int>(parts[at(part)].nodes.size());
        parts[at(part)].nodes.push_back(static_cast<int>(i));
        parts[at(part)].input.nodes.push_back(input.nodes[i]);
    }
    const auto count = static_cast<int>(input.nodes.size());
    for (LayoutEdge edge : input.edges) {
        if (edge.from < 0 || edge.to < 0 || edge.from >= count || edge.to >= count)
            continue;
        Part& part = parts[at(partOf[at(edge.from)])];
        edge.from = place[at(edge.from)];
        edge.to = place[at(edge.to)];
        part.input.edges.push_back(edge);
    }
    return parts;
}

// Left edge of each layer. Between two layers there is room for the labels of the edges that end in the second one.
std::vector<double> layerEdges(const LayoutInput& input, const std::vector<LayoutEdge>& edges, const Graph& graph)
{
    const std::size_t count = graph.layers.size();
    std::vector<double> width(count, 0);
    std::vector<double> gap(count, input.layerGap);
    for (const Vertex& vertex : graph.vertices) {
        if (vertex.node >= 0)
            width[at(vertex.layer)] = std::max(width[at(vertex.layer)], input.nodes[at(vertex.node)].width);
    }
    for (const LayoutEdge& edge : edges) {
        if (edge.labelWidth > 0)
            gap[at(graph.at(edge.from).layer)] = std::max(gap[at(graph.at(edge.from).layer)], edge.labelWidth + 36);
    }
    std::vector<double> x(count + 1, 0);
    for (std::size_t i = 0; i < count; ++i)
        x[i + 1] = x[i] + width[i] + gap[i];
    return x;
}

std::optional<LayoutResult> layoutPart(const LayoutInput& input, const std::atomic<bool>& stop)
{
    const auto edges = forwardEdges(input);
    LayoutResult result;
    result.layers = assignLayers(input.nodes.size(), edges);
    Graph graph = properGraph(input, edges, result.layers);
    if (!reduceCrossings(graph, stop))
        return std::nullopt;
    keepOrder(graph);
    if (!assignHeights(graph, stop))
        return std::nullopt;
    const auto x = layerEdges(input, edges, graph);
    result.positions.resize(input.nodes.size());
    for (std::size_t i = 0; i < input.nodes.size(); ++i) {
        const LayoutNode& node = input.nodes[i];
        // Narrow nodes stand in the middle of their layer's width when that is a diamond among boxes.
        double widest = node.width;
        for (const int vertex : graph.layers[at(result.layers[i])]) {
            if (!graph.isDummy(vertex))
                widest = std::max(widest, input.nodes[at(graph.at(vertex).node)].width);
        }
        result.positions[i] = {x[at(result.layers[i])] + (widest - node.width) / 2, graph.vertices[i].y - node.height / 2};
    }
    fold(input, graph, x, result);
    return result;
}

Box extent(const LayoutInput& input, const std::vector<Point>& positions)
{
    Box box;
    for (std::size_t i = 0; i < positions.size(); ++i) {
        const Box node{positions[i].x, positions[i].y, input.nodes[i].width, input.nodes[i].height};
        box = i == 0 ? node : united(box, node);
    }
    return box;
}

} // namespace

std::optional<LayoutResult> layoutLayered(const LayoutInput& input, const std::atomic<bool>& stop)
{
    if (hasGroups(input))
        return layoutGrouped(input, stop);
    LayoutResult result{std::vector<Point>(input.nodes.size()), std::vector<int>(input.nodes.size(), 0)};
    double x = 0;
    double y = 0;
    double rowBottom = 0;
    for (const Part& part : partsOf(input)) {
        const auto laid = layoutPart(part.input, stop);
        if (!laid)
            return std::nullopt;
        const Box box = extent(part.input, laid->positions);
        // Parts follow each other like words: unconnected steps fill a line before they begin the next.
        const double lineWidth = std::max(input.foldWidth, 1.0);
        if (x > 0 && x + box.width > lineWidth) {
            x = 0;
            y = rowBottom + input.rowGap;
        }
        for (std::size_t i = 0; i < part.nodes.size(); ++i) {
            const Point& p = laid->positions[i];
            result.positions[at(part.nodes[i])] = {std::round(p.x - box.x + x), std::round(p.y - box.y + y)};
            result.layers[at(part.nodes[i])] = laid->layers[i];
        }
        x += box.width + input.layerGap;
        rowBottom = std::max(rowBottom, y + box.height);
    }
    placeAroundFixed(input, result);
    if (stop)
        return std::nullopt;
    return result;
}

} // namespace penstock::canvas
