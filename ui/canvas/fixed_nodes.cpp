#include "ui/canvas/fixed_nodes.h"

#include <cmath>
#include <cstdint>
#include <deque>
#include <numeric>
#include <unordered_map>

namespace penstock::canvas::layered {
namespace {

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

// How far the nearest fixed node (along edges, breadth first) was moved from its computed place.
std::vector<Point> shifts(const LayoutInput& input, const LayoutResult& result)
{
    const std::size_t count = input.nodes.size();
    std::vector<std::vector<int>> beside(count);
    for (const LayoutEdge& edge : input.edges) {
        if (edge.from < 0 || edge.to < 0 || at(edge.from) >= count || at(edge.to) >= count)
            continue;
        beside[at(edge.from)].push_back(edge.to);
        beside[at(edge.to)].push_back(edge.from);
    }
    std::vector<Point> shift(count);
    std::vector<bool> known(count, false);
    std::deque<int> queue;
    for (std::size_t i = 0; i < count; ++i) {
        if (const auto& fixed = input.nodes[i].fixed) {
            shift[i] = {fixed->x - result.positions[i].x, fixed->y - result.positions[i].y};
            known[i] = true;
            queue.push_back(static_cast<int>(i));
        }
    }
    const Point first = shift[at(queue.front())];
    while (!queue.empty()) {
        const int node = queue.front();
        queue.pop_front();
        for (const int next : beside[at(node)]) {
            if (known[at(next)])
                continue;
            known[at(next)] = true;
            shift[at(next)] = shift[at(node)];
            queue.push_back(next);
        }
    }
    for (std::size_t i = 0; i < count; ++i) {
        if (!known[i])
            shift[i] = first;
    }
    return shift;
}

// Occupied places by grid cell, so that making room stays linear.
class Occupied final {
public:
    void add(const Box& box)
    {
        forCells(box, [&](std::int64_t key) { m_cells[key].push_back(box); });
    }
    const Box* meeting(const Box& box) const
    {
        const Box* found = nullptr;
        forCells(box, [&](std::int64_t key) {
            const auto cell = m_cells.find(key);
            if (cell == m_cells.end())
                return;
            for (const Box& other : cell->second) {
                if (other.meets(box) && (!found || other.bottom() > found->bottom()))
                    found = &other;
            }
        });
        return found;
    }

private:
    template <class Action>
    static void forCells(const Box& box, const Action& action)
    {
        constexpr double size = 256;
        const auto cell = [](double value) { return static_cast<std::int64_t>(std::floor(value / size)); };
        for (auto y = cell(box.y); y <= cell(box.bottom()); ++y) {
            for (auto x = cell(box.x); x <= cell(box.right()); ++x)
                action(y * 0x1'0000'0000 + (x & 0xFFFFFFFF));
        }
    }

    std::unordered_map<std::int64_t, std::vector<Box>> m_cells;
};

} // namespace

void placeAroundFixed(const LayoutInput& input, LayoutResult& result)
{
    const std::size_t count = input.nodes.size();
    if (std::none_of(input.nodes.begin(), input.nodes.end(), [](const LayoutNode& node) { return node.fixed.has_value(); }))
        return;
    const auto shift = shifts(input, result);
    const auto boxOf = [&](std::size_t i) { return Box{result.positions[i].x, result.positions[i].y, input.nodes[i].width, input.nodes[i].height}; };
    Occupied occupied;
    std::vector<std::size_t> free;
    for (std::size_t i = 0; i < count; ++i) {
        result.positions[i] = {result.positions[i].x + shift[i].x, result.positions[i].y + shift[i].y};
        if (input.nodes[i].fixed) {
            result.positions[i] = *input.nodes[i].fixed;
            occupied.add(boxOf(i));
        } else {
            free.push_back(i);
        }
    }
    std::stable_sort(free.begin(), free.end(), [&](std::size_t a, std::size_t b) { return result.positions[a].y < result.positions[b].y; });
    for (const std::size_t i : free) {
        const double gap = input.nodeGap / 2;
        while (const Box* other = occupied.meeting(boxOf(i).grown(gap)))
            result.positions[i].y = std::ceil(other->bottom() + gap + 1);
        occupied.add(boxOf(i));
    }
}

} // namespace penstock::canvas::layered
