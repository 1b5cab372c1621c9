#include "ui/canvas/folding.h"

#include <cmath>

namespace penstock::canvas::layered {
namespace {

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

// Wires that a row would have to hand to the next; more than this reads worse than a long line.
constexpr std::size_t widestWaist = 2;

std::size_t wiresAfter(const Graph& graph, std::size_t layer)
{
    std::size_t wires = 0;
    for (const int vertex : graph.layers[layer])
        wires += graph.at(vertex).after.size();
    return wires;
}

// First layers of the rows after the first. Rows are as equal as the waists allow.
std::vector<std::size_t> chooseCuts(const Graph& graph, const std::vector<double>& x, double rowWidth)
{
    const std::size_t count = graph.layers.size();
    const auto rows = static_cast<int>(std::ceil(x[count] / rowWidth - 0.15));
    std::vector<std::size_t> cuts;
    if (rows < 2)
        return cuts;
    const double target = x[count] / rows;
    std::size_t first = 0;
    while (x[count] - x[first] > 1.3 * target) {
        std::size_t best = 0;
        for (std::size_t cut = first + 2; cut < count; ++cut) {
            if (wiresAfter(graph, cut - 1) > widestWaist)
                continue;
            const auto distance = [&](std::size_t c) { return std::abs(x[c] - x[first] - target); };
            if (best == 0 || distance(cut) < distance(best) - 0.5)
                best = cut;
        }
        if (best == 0)
            return cuts;
        cuts.push_back(best);
        first = best;
    }
    return cuts;
}

} // namespace

void fold(const LayoutInput& input, const Graph& graph, const std::vector<double>& x, LayoutResult& result)
{
    const std::size_t layers = graph.layers.size();
    if (input.foldWidth <= 0 || layers < 3)
        return;
    double top = 0;
    double bottom = 0;
    for (std::size_t i = 0; i < input.nodes.size(); ++i) {
        top = i == 0 ? result.positions[i].y : std::min(top, result.positions[i].y);
        bottom = std::max(bottom, result.positions[i].y + input.nodes[i].height);
    }
    // Large graphs get rows in proportion, so that the whole keeps the shape of a screen.
    const double rowWidth = std::max(input.foldWidth, std::sqrt(x[layers] * (bottom - top + input.rowGap) * 1.6));
    const auto cuts = chooseCuts(graph, x, rowWidth);
    if (cuts.empty())
        return;
    std::vector<std::size_t> rowOf(layers, 0);
    for (const std::size_t cut : cuts) {
        for (std::size_t layer = cut; layer < layers; ++layer)
            ++rowOf[layer];
    }
    struct Row {
        double left = 0, top = 1e300, bottom = -1e300;
    };
    std::vector<Row> rows(cuts.size() + 1);
    for (std::size_t i = 0; i < cuts.size(); ++i)
        rows[i + 1].left = x[cuts[i]];
    for (std::size_t i = 0; i < input.nodes.size(); ++i) {
        Row& row = rows[rowOf[at(result.layers[i])]];
        row.top = std::min(row.top, result.positions[i].y);
        row.bottom = std::max(row.bottom, result.positions[i].y + input.nodes[i].height);
    }
    std::vector<double> offset(rows.size(), 0);
    double y = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        offset[i] = y - rows[i].top;
        y += rows[i].bottom - rows[i].top + input.rowGap;
    }
    for (std::size_t i = 0; i < input.nodes.size(); ++i) {
        const std::size_t row = rowOf[at(result.layers[i])];
        result.positions[i].x -= rows[row].left;
        result.positions[i].y += offset[row];
    }
}

} // namespace penstock::canvas::layered
