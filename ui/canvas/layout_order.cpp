#include "ui/canvas/layered_graph.h"

namespace penstock::canvas::layered {
namespace {

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

// Depth first from the sources in input order: neighbours start near each other, and an unchanged part of a graph that
// a person extends keeps its order.
void initialOrder(Graph& graph, bool fromSources)
{
    for (auto& layer : graph.layers)
        layer.clear();
    std::vector<bool> seen(graph.vertices.size(), false);
    std::vector<int> stack;
    for (std::size_t root = 0; root < graph.vertices.size(); ++root) {
        const Vertex& first = graph.vertices[root];
        if (seen[root] || !(fromSources ? first.before : first.after).empty())
            continue;
        stack.push_back(static_cast<int>(root));
        while (!stack.empty()) {
            const int vertex = stack.back();
            stack.pop_back();
            if (seen[at(vertex)])
                continue;
            seen[at(vertex)] = true;
            graph.layers[at(graph.at(vertex).layer)].push_back(vertex);
            const auto& next = fromSources ? graph.at(vertex).after : graph.at(vertex).before;
            for (auto link = next.rbegin(); link != next.rend(); ++link)
                stack.push_back(link->vertex);
        }
    }
    for (const auto& layer : graph.layers)
        renumber(graph, layer);
}

// The median of the neighbours' places; those without neighbours stay where they are (-1).
double median(const Graph& graph, const std::vector<Link>& neighbours, std::vector<double>& places)
{
    if (neighbours.empty())
        return -1;
    places.clear();
    for (const Link& neighbour : neighbours)
        places.push_back(spot(graph, neighbour) + 1);
    std::sort(places.begin(), places.end());
    const std::size_t middle = places.size() / 2;
    if (places.size() % 2 == 1)
        return places[middle];
    if (places.size() == 2)
        return (places[0] + places[1]) / 2.0;
    const double left = places[middle - 1] - places.front();
    const double right = places.back() - places[middle];
    if (left + right == 0)
        return (places[middle - 1] + places[middle]) / 2.0;
    return (places[middle - 1] * right + places[middle] * left) / (left + right);
}

void sortByMedian(Graph& graph, std::vector<int>& layer, bool fromLeft)
{
    std::vector<double> places;
    std::vector<std::pair<double, int>> movable;
    std::vector<std::size_t> slots;
    for (std::size_t i = 0; i < layer.size(); ++i) {
        const Vertex& vertex = graph.at(layer[i]);
        const double place = median(graph, fromLeft ? vertex.before : vertex.after, places);
        if (place < 0)
            continue;
        movable.emplace_back(place, layer[i]);
        slots.push_back(i);
    }
    std::stable_sort(movable.begin(), movable.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    for (std::size_t i = 0; i < slots.size(); ++i)
        layer[slots[i]] = movable[i].second;
    renumber(graph, layer);
}

// Exchanges neighbours while that removes crossings; with `flipsTies` at first also those between which it does not matter,
// which leads off plateaus.
void transpose(Graph& graph, bool flipsTies)
{
    for (int pass = 0; pass < 20; ++pass) {
        bool better = false;
        for (auto& layer : graph.layers) {
            for (std::size_t i = 0; i + 1 < layer.size(); ++i) {
                const Vertex& a = graph.at(layer[i]);
                const Vertex& b = graph.at(layer[i + 1]);
                const long kept = crossingsOf(graph, a, b);
                const long swapped = crossingsOf(graph, b, a);
                if (swapped > kept || (swapped == kept && !(flipsTies && pass == 0)))
                    continue;
                std::swap(layer[i], layer[i + 1]);
                std::swap(graph.at(layer[i]).order, graph.at(layer[i + 1]).order);
                better = better || swapped < kept;
            }
        }
        if (!better)
            return;
    }
}

void sweep(Graph& graph, bool fromLeft)
{
    const std::size_t count = graph.layers.size();
    for (std::size_t i = 1; i < count; ++i)
        sortByMedian(graph, graph.layers[fromLeft ? i : count - 1 - i], fromLeft);
}

} // namespace

void renumber(Graph& graph, const std::vector<int>& layer)
{
    for (std::size_t i = 0; i < layer.size(); ++i)
        graph.at(layer[i]).order = static_cast<int>(i);
}

// Moves each vertex to the best place of its layer; of equal ones, to the nearest. Finds what exchanges of neighbours do not:
// a way over a hill.
void sift(Graph& graph, std::vector<int>& layer, bool onlyDummies)
{
    const std::vector<int> vertices = layer;
    for (const int vertex : vertices) {
        if (onlyDummies && !graph.isDummy(vertex))
            continue;
        const Vertex& own = graph.at(vertex);
        const auto start = static_cast<std::size_t>(own.order);
        layer.erase(layer.begin() + own.order);
        std::vector<long> price(layer.size() + 1, 0);
        for (std::size_t i = 0; i < layer.size(); ++i) {
            const Vertex& other = graph.at(layer[i]);
            price[i + 1] = price[i] + crossingsOf(graph, other, own) - crossingsOf(graph, own, other);
        }
        const auto distance = [start](std::size_t place) { return place > start ? place - start : start - place; };
        std::size_t best = start;
        for (std::size_t i = 0; i < price.size(); ++i) {
            if (price[i] < price[best] || (price[i] == price[best] && distance(i) < distance(best)))
                best = i;
        }
        layer.insert(layer.begin() + static_cast<std::ptrdiff_t>(best), vertex);
        renumber(graph, layer);
    }
}

namespace {

constexpr std::size_t mostThorough = 8'000; // vertices, with dummies; larger graphs are for looking around in

// From the order that is there; the crossings that are left, or -1 when stopped.
long improve(Graph& graph, const std::atomic<bool>& stop)
{
    const bool isLarge = graph.vertices.size() > mostThorough;
    const int sweeps = isLarge ? 20 : 60;
    const int patience = isLarge ? 3 : 12; // sweeps without progress
    const int siftings = isLarge ? 2 : 12;
    constexpr std::size_t widest = 300; // layers that are sifted: beyond that it takes longer than all else
    long best = countCrossings(graph);
    auto bestLayers = graph.layers;
    int idle = 0;
    for (int i = 0; i < sweeps && best > 0 && idle < patience; ++i) {
        if (stop)
            return -1;
        sweep(graph, i % 2 == 0);
        transpose(graph, i % 4 >= 2);
        const long crossings = countCrossings(graph);
        ++idle;
        if (crossings < best) {
            best = crossings;
            bestLayers = graph.layers;
            idle = 0;
        }
    }
    graph.layers = std::move(bestLayers);
    for (const auto& layer : graph.layers)
        renumber(graph, layer);
    for (int i = 0; i < siftings && best > 0; ++i) {
        if (stop)
            return -1;
        for (auto& layer : graph.layers) {
            if (layer.size() <= widest)
                sift(graph, layer, false);
        }
        const long crossings = countCrossings(graph);
        if (crossings == best)
            break;
        best = crossings;
    }
    return best;
}

} // namespace

bool reduceCrossings(Graph& graph, const std::atomic<bool>& stop)
{
    initialOrder(graph, true);
    const long first = improve(graph, stop);
    if (first <= 0 || graph.vertices.size() > mostThorough)
        return first >= 0;
    auto layers = graph.layers;
    initialOrder(graph, false);
    const long second = improve(graph, stop);
    if (second >= first) { // of equal ones the one that keeps the order in which things were written
        graph.layers = std::move(layers);
        for (const auto& layer : graph.layers)
            renumber(graph, layer);
    }
    return second >= 0;
}

} // namespace penstock::canvas::layered
