#include "ui/canvas/layered_graph.h"

namespace penstock::canvas::layered {
namespace {

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

struct Crossing {
    double from = 0, to = 0;
    int rank = 0; // of `to` among all
};

// All links between a layer and the next, in the order in which they leave; ranks count from 1.
std::vector<Crossing> linksAfter(const Graph& graph, const std::vector<int>& layer)
{
    std::vector<Crossing> links;
    std::vector<double> spots;
    for (const int index : layer) {
        const Vertex& vertex = graph.at(index);
        for (const Link& link : vertex.after) {
            links.push_back({vertex.order + (vertex.height > 0 ? 0.98 * link.own / vertex.height : 0), spot(graph, link), 0});
            spots.push_back(links.back().to);
        }
    }
    std::sort(spots.begin(), spots.end());
    spots.erase(std::unique(spots.begin(), spots.end()), spots.end());
    for (Crossing& link : links)
        link.rank = static_cast<int>(std::lower_bound(spots.begin(), spots.end(), link.to) - spots.begin()) + 1;
    std::sort(links.begin(), links.end(), [](const Crossing& a, const Crossing& b) { return a.from != b.from ? a.from < b.from : a.rank > b.rank; });
    return links;
}

// Inversions between two neighbouring layers, counted with a binary indexed tree. Links that leave at one port do not
// cross each other, so they are entered together.
long crossingsAfter(const Graph& graph, const std::vector<int>& layer)
{
    const auto links = linksAfter(graph, layer);
    std::vector<int> tree(links.size() + 1, 0);
    long crossings = 0;
    long inserted = 0;
    for (std::size_t first = 0, i = 0; i < links.size(); ++i) {
        long notAfter = 0;
        for (int j = links[i].rank; j > 0; j -= j & -j)
            notAfter += tree[at(j)];
        crossings += inserted - notAfter;
        if (i + 1 < links.size() && links[i + 1].from == links[first].from)
            continue;
        for (; first <= i; ++first) {
            for (int j = links[first].rank; j <= static_cast<int>(links.size()); j += j & -j)
                ++tree[at(j)];
            ++inserted;
        }
    }
    return crossings;
}

std::vector<double> sortedSpots(const Graph& graph, const std::vector<Link>& links)
{
    std::vector<double> spots;
    for (const Link& link : links)
        spots.push_back(spot(graph, link));
    std::sort(spots.begin(), spots.end());
    return spots;
}

long pairCrossings(const Graph& graph, const std::vector<Link>& upper, const std::vector<Link>& lower)
{
    long crossings = 0;
    constexpr std::size_t fewPairs = 1024;
    if (upper.size() * lower.size() > fewPairs) {
        const auto above = sortedSpots(graph, upper), below = sortedSpots(graph, lower);
        auto first = below.begin();
        for (const double where : above) {
            first = std::lower_bound(first, below.end(), where);
            crossings += first - below.begin();
        }
        return crossings;
    }
    for (const Link& a : upper) {
        const double where = spot(graph, a);
        for (const Link& b : lower)
            crossings += spot(graph, b) < where;
    }
    return crossings;
}

} // namespace

long crossingsOf(const Graph& graph, const Vertex& upper, const Vertex& lower)
{
    return pairCrossings(graph, upper.before, lower.before) + pairCrossings(graph, upper.after, lower.after);
}

long countCrossings(const Graph& graph)
{
    long crossings = 0;
    for (std::size_t i = 0; i + 1 < graph.layers.size(); ++i)
        crossings += crossingsAfter(graph, graph.layers[i]);
    return crossings;
}

} // namespace penstock::canvas::layered
