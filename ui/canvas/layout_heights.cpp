#include "ui/canvas/layered_graph.h"

#include <array>
#include <limits>
#include <numeric>

namespace penstock::canvas::layered {
namespace {

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

// One of the four extreme alignments, seen through two mirrors so that the code below knows only "leftmost, upmost".
struct Aspect {
    bool fromRight = false;
    bool fromBottom = false;
};

struct Alignment {
    std::vector<int> root;  // first vertex of the block
    std::vector<int> align; // next one in the block, round to the root
    std::vector<double> shift; // of a vertex against its root: their wire is straight, whatever the height of its ports
};

const std::vector<Link>& neighbours(const Vertex& vertex, const Aspect& aspect)
{
    return aspect.fromRight ? vertex.after : vertex.before;
}

int place(const Graph& graph, int vertex, const Aspect& aspect)
{
    const Vertex& v = graph.at(vertex);
    return aspect.fromBottom ? static_cast<int>(graph.layers[at(v.layer)].size()) - 1 - v.order : v.order;
}

std::vector<int> layerOf(const Graph& graph, std::size_t index, const Aspect& aspect)
{
    auto layer = graph.layers[aspect.fromRight ? graph.layers.size() - 1 - index : index];
    if (aspect.fromBottom)
        std::reverse(layer.begin(), layer.end());
    return layer;
}

// A segment between two dummies wins against an edge that crosses it (a "type 1 conflict"): long wires stay straight.
std::vector<bool> innerSegmentEnds(const Graph& graph, const Aspect& aspect)
{
    std::vector<bool> inner(graph.vertices.size(), false);
    for (std::size_t i = 0; i < graph.vertices.size(); ++i) {
        const auto& before = neighbours(graph.vertices[i], aspect);
        inner[i] = graph.isDummy(static_cast<int>(i)) && before.size() == 1 && graph.isDummy(before.front().vertex);
    }
    return inner;
}

Alignment alignBlocks(const Graph& graph, const Aspect& aspect)
{
    Alignment result;
    result.root.resize(graph.vertices.size());
    for (std::size_t i = 0; i < result.root.size(); ++i)
        result.root[i] = static_cast<int>(i);
    result.align = result.root;
    result.shift.assign(result.root.size(), 0);
    const auto inner = innerSegmentEnds(graph, aspect);
    for (std::size_t index = 1; index < graph.layers.size(); ++index) {
        const auto layer = layerOf(graph, index, aspect);
        // The nearest inner segment below each place bounds how far an ordinary edge may reach without crossing it.
        std::vector<int> bound(layer.size() + 1, std::numeric_limits<int>::max());
        for (std::size_t i = layer.size(); i-- > 0;) {
            bound[i] = bound[i + 1];
            if (inner[at(layer[i])])
                bound[i] = std::min(bound[i], place(graph, neighbours(graph.at(layer[i]), aspect).front().vertex, aspect));
        }
        int reached = -1;
        for (std::size_t i = 0; i < layer.size(); ++i) {
            const int vertex = layer[i];
            auto before = neighbours(graph.at(vertex), aspect);
            std::sort(before.begin(), before.end(), [&](const Link& a, const Link& b) { return place(graph, a.vertex, aspect) < place(graph, b.vertex, aspect); });
            if (before.empty())
                continue;
            for (const std::size_t middle : {(before.size() - 1) / 2, before.size() / 2}) {
                const Link& link = before[middle];
                const int candidate = link.vertex;
                const int where = place(graph, candidate, aspect);
                if (result.align[at(vertex)] != vertex || where <= reached || (!inner[at(vertex)] && where > bound[i + 1]))
                    continue;
                result.align[at(candidate)] = vertex;
                result.root[at(vertex)] = result.root[at(candidate)];
                result.align[at(vertex)] = result.root[at(vertex)];
                result.shift[at(vertex)] = result.shift[at(candidate)] + (link.far - link.own) * (aspect.fromBottom ? -1 : 1);
                reached = where;
            }
        }
    }
    return result;
}

double separation(const Graph& graph, int upper, int lower)
{
    const double gap = graph.isDummy(upper) && graph.isDummy(lower) ? graph.gap / 3 : graph.gap;
    return (graph.at(upper).height + graph.at(lower).height) / 2 + gap;
}

struct BlockGraph {
    std::vector<std::vector<std::pair<int, double>>> above, below; // block -> neighbouring block, least distance
    std::vector<int> order;                                        // blocks, topologically
};

// Blocks are compacted as a graph by longest paths: the class bookkeeping of the original paper has known errors.
BlockGraph blockGraph(const Graph& graph, const Alignment& alignment, const Aspect& aspect)
{
    const std::size_t count = graph.vertices.size();
    BlockGraph blocks{std::vector<std::vector<std::pair<int, double>>>(count), std::vector<std::vector<std::pair<int, double>>>(count), {}};
    std::vector<int> open(count, 0);
    for (std::size_t index = 0; index < graph.layers.size(); ++index) {
        const auto layer = layerOf(graph, index, aspect);
        for (std::size_t i = 1; i < layer.size(); ++i) {
            const int upper = alignment.root[at(layer[i - 1])];
            const int lower = alignment.root[at(layer[i])];
            const double distance = separation(graph, layer[i - 1], layer[i]) + alignment.shift[at(layer[i - 1])] - alignment.shift[at(layer[i])];
            blocks.above[at(lower)].emplace_back(upper, distance);
            blocks.below[at(upper)].emplace_back(lower, distance);
            ++open[at(lower)];
        }
    }
    for (std::size_t i = 0; i < count; ++i) {
        if (alignment.root[i] == static_cast<int>(i) && open[i] == 0)
            blocks.order.push_back(static_cast<int>(i));
    }
    for (std::size_t i = 0; i < blocks.order.size(); ++i) {
        for (const auto& [next, distance] : blocks.below[at(blocks.order[i])]) {
            if (--open[at(next)] == 0)
                blocks.order.push_back(next);
        }
    }
    return blocks;
}

std::vector<double> compact(const Graph& graph, const Aspect& aspect)
{
    const Alignment alignment = alignBlocks(graph, aspect);
    const BlockGraph blocks = blockGraph(graph, alignment, aspect);
    std::vector<double> y(graph.vertices.size(), 0);
    for (const int block : blocks.order) {
        for (const auto& [upper, distance] : blocks.above[at(block)])
            y[at(block)] = std::max(y[at(block)], y[at(upper)] + distance);
    }
    // Blocks that nothing holds at the top hang as low as what stands below them allows.
    for (auto it = blocks.order.rbegin(); it != blocks.order.rend(); ++it) {
        double lowest = std::numeric_limits<double>::infinity();
        for (const auto& [lower, distance] : blocks.below[at(*it)])
            lowest = std::min(lowest, y[at(lower)] - distance);
        if (lowest != std::numeric_limits<double>::infinity())
            y[at(*it)] = std::max(y[at(*it)], lowest);
    }
    std::vector<double> result(graph.vertices.size());
    for (std::size_t i = 0; i < result.size(); ++i)
        result[i] = (y[at(alignment.root[i])] + alignment.shift[i]) * (aspect.fromBottom ? -1 : 1);
    return result;
}

// Blocks that were pushed far away by one crowded layer leave bands in which nothing stands: they are closed, which keeps every
// order and every straight wire.
void closeGaps(Graph& graph)
{
    const double widest = 2 * graph.gap;
    std::vector<int> order(graph.vertices.size());
    std::iota(order.begin(), order.end(), 0);
    const auto top = [&](int vertex) { return graph.at(vertex).y - graph.at(vertex).height / 2; };
    std::sort(order.begin(), order.end(), [&](int a, int b) { return top(a) != top(b) ? top(a) < top(b) : a < b; });
    double bottom = top(order.front());
    double shift = 0;
    for (const int vertex : order) {
        Vertex& own = graph.at(vertex);
        shift += std::max(0.0, own.y - own.height / 2 - bottom - widest);
        bottom = std::max(bottom, own.y + own.height / 2);
        own.y -= shift;
    }
}

std::pair<double, double> extent(const std::vector<double>& values)
{
    const auto [least, most] = std::minmax_element(values.begin(), values.end());
    return {*least, *most};
}

} // namespace

bool assignHeights(Graph& graph, const std::atomic<bool>& stop)
{
    if (graph.vertices.empty())
        return true;
    std::array<std::vector<double>, 4> all;
    std::size_t narrowest = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (stop)
            return false;
        all[i] = compact(graph, {i % 2 == 1, i / 2 == 1});
        const auto [least, most] = extent(all[i]);
        const auto [bestLeast, bestMost] = extent(all[narrowest]);
        if (most - least < bestMost - bestLeast)
            narrowest = i;
    }
    const auto frame = extent(all[narrowest]);
    for (std::size_t i = 0; i < all.size(); ++i) {
        const auto own = extent(all[i]);
        const double shift = i / 2 == 0 ? frame.first - own.first : frame.second - own.second;
        for (double& y : all[i])
            y += shift;
    }
    for (std::size_t i = 0; i < graph.vertices.size(); ++i) {
        std::array<double, 4> four{all[0][i], all[1][i], all[2][i], all[3][i]};
        std::sort(four.begin(), four.end());
        graph.vertices[i].y = (four[1] + four[2]) / 2;
    }
    closeGaps(graph);
    return true;
}

} // namespace penstock::canvas::layered
