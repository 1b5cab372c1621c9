#include "ui/canvas/layout.h"

#include <cmath>

namespace penstock::canvas {
namespace {

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

LayoutInput inducedBy(const LayoutInput& input, const std::vector<int>& selected)
{
    LayoutInput part{{}, {}, input.layerGap, input.nodeGap, input.rowGap, input.foldWidth, input.groupMargin, input.groupTitle};
    std::vector<int> place(input.nodes.size(), -1);
    for (const int node : selected) {
        place[at(node)] = static_cast<int>(part.nodes.size());
        part.nodes.push_back(input.nodes[at(node)]);
        LayoutNode& own = part.nodes.back();
        if (own.fixed)
            own.was = own.fixed->y + own.height / 2;
        own.fixed.reset();
    }
    for (LayoutEdge edge : input.edges) {
        const auto inside = [&](int node) { return node >= 0 && at(node) < place.size() && place[at(node)] >= 0; };
        if (!inside(edge.from) || !inside(edge.to))
            continue;
        edge.from = place[at(edge.from)];
        edge.to = place[at(edge.to)];
        part.edges.push_back(edge);
    }
    return part;
}

// The least way up or down after which no node of the part is too near to one of the others.
double wayAround(const std::vector<Box>& part, const std::vector<Box>& others, double gap)
{
    // A node of the others forbids an open interval of ways for each node of the part it could meet.
    std::vector<std::pair<double, double>> forbidden;
    for (const Box& own : part) {
        for (const Box& other : others) {
            if (own.x < other.right() + gap && other.x < own.right() + gap)
                forbidden.emplace_back(other.y - gap - own.bottom(), other.bottom() + gap - own.y);
        }
    }
    std::sort(forbidden.begin(), forbidden.end());
    double down = 0;
    for (const auto& [first, last] : forbidden) {
        if (first < down && down < last)
            down = last;
    }
    std::sort(forbidden.begin(), forbidden.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    double up = 0;
    for (const auto& [first, last] : forbidden) {
        if (first < up && up < last)
            up = first;
    }
    return down <= -up ? std::ceil(down) : std::floor(up);
}

} // namespace

std::optional<std::vector<Point>> layoutSelection(const LayoutInput& input, const std::vector<int>& selected, const std::atomic<bool>& stop)
{
    const LayoutInput part = inducedBy(input, selected);
    const auto laid = layoutLayered(part, stop);
    if (!laid)
        return std::nullopt;
    std::vector<bool> isSelected(input.nodes.size(), false);
    Point corner{1e300, 1e300}, laidCorner{1e300, 1e300};
    for (std::size_t i = 0; i < selected.size(); ++i) {
        isSelected[at(selected[i])] = true;
        const Point before = input.nodes[at(selected[i])].fixed.value_or(Point());
        corner = {std::min(corner.x, before.x), std::min(corner.y, before.y)};
        laidCorner = {std::min(laidCorner.x, laid->positions[i].x), std::min(laidCorner.y, laid->positions[i].y)};
    }
    std::vector<Box> boxes, others;
    for (std::size_t i = 0; i < selected.size(); ++i) {
        const Point& p = laid->positions[i];
        boxes.push_back({std::round(p.x - laidCorner.x + corner.x), std::round(p.y - laidCorner.y + corner.y), part.nodes[i].width, part.nodes[i].height});
    }
    for (std::size_t i = 0; i < input.nodes.size(); ++i) {
        const LayoutNode& node = input.nodes[i];
        if (!isSelected[i] && node.fixed)
            others.push_back({node.fixed->x, node.fixed->y, node.width, node.height});
    }
    const double way = wayAround(boxes, others, input.nodeGap / 2);
    std::vector<Point> positions;
    for (const Box& box : boxes)
        positions.push_back({box.x, box.y + way});
    return positions;
}

} // namespace penstock::canvas
