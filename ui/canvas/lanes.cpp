#include "ui/canvas/lanes.h"

#include <cmath>
#include <limits>

namespace penstock::canvas {
namespace {

constexpr double margin = 10; // how early a wire is at its height before a column
constexpr std::size_t mostCandidates = 24;

struct Column {
    double left = 0;
    double right = 0;
    std::vector<Box> boxes;

    bool isFree(double y, double clearance) const
    {
        return std::none_of(boxes.begin(), boxes.end(), [&](const Box& box) { return y > box.y - clearance && y < box.bottom() + clearance; });
    }
};

// Boxes that overlap in x are one column. A wide pile would block its whole width, which is right: a wire that bends
// in the middle of it would only be harder to follow.
std::vector<Column> columnsOf(std::vector<Box> boxes, const std::vector<Box>& around)
{
    std::sort(boxes.begin(), boxes.end(), [](const Box& a, const Box& b) { return a.x < b.x; });
    std::vector<Column> columns;
    for (const Box& box : boxes) {
        if (columns.empty() || box.x > columns.back().right)
            columns.push_back({box.x, box.right(), {}});
        columns.back().right = std::max(columns.back().right, box.right());
    }
    for (Column& column : columns) {
        for (const Box& box : around) {
            if (box.x < column.right + margin && column.left - margin < box.right())
                column.boxes.push_back(box);
        }
    }
    return columns;
}

std::vector<double> candidates(const std::vector<Box>& boxes, const Point& start, const Point& end, double clearance)
{
    std::vector<double> heights{start.y, end.y};
    for (const Box& box : boxes) {
        heights.push_back(box.y - clearance);
        heights.push_back(box.bottom() + clearance);
    }
    const auto detour = [&](double y) { return std::abs(y - start.y) + std::abs(y - end.y); };
    std::stable_sort(heights.begin(), heights.end(), [&](double a, double b) { return detour(a) < detour(b); });
    heights.erase(std::unique(heights.begin(), heights.end()), heights.end());
    if (heights.size() > mostCandidates)
        heights.resize(mostCandidates);
    return heights;
}

constexpr double blockedPrice = 10'000; // possible, but only when nothing else is
constexpr double bendPrice = 24;

double step(double from, double to)
{
    return std::abs(from - to) + (from == to ? 0 : bendPrice);
}

} // namespace

std::vector<Stretch> chooseLanes(const std::vector<Box>& inTheWay, const std::vector<Box>& around, const Point& start, const Point& end, double clearance)
{
    const auto columns = columnsOf(inTheWay, around);
    const auto heights = candidates(around, start, end, clearance);
    const std::size_t count = heights.size();
    std::vector<double> price(count);
    std::vector<std::vector<std::size_t>> cameFrom;
    for (std::size_t column = 0; column < columns.size(); ++column) {
        std::vector<double> next(count, std::numeric_limits<double>::infinity());
        std::vector<std::size_t> from(count, 0);
        for (std::size_t i = 0; i < count; ++i) {
            const double own = columns[column].isFree(heights[i], clearance - 0.01) ? 0 : blockedPrice;
            if (column == 0) {
                next[i] = own + step(start.y, heights[i]);
                continue;
            }
            for (std::size_t j = 0; j < count; ++j) {
                const double total = price[j] + own + step(heights[j], heights[i]);
                if (total < next[i]) {
                    next[i] = total;
                    from[i] = j;
                }
            }
        }
        price = std::move(next);
        cameFrom.push_back(std::move(from));
    }
    std::size_t best = 0;
    for (std::size_t i = 1; i < count; ++i) {
        if (price[i] + step(heights[i], end.y) < price[best] + step(heights[best], end.y))
            best = i;
    }
    std::vector<Stretch> stretches(columns.size());
    for (std::size_t column = columns.size(); column-- > 0;) {
        stretches[column] = {columns[column].left - margin, columns[column].right + margin, heights[best]};
        best = cameFrom[column][best];
    }
    std::vector<Stretch> joined;
    for (const Stretch& stretch : stretches) {
        if (!joined.empty() && joined.back().y == stretch.y)
            joined.back().right = stretch.right;
        else
            joined.push_back(stretch);
    }
    return joined;
}

double firstFree(const std::vector<Box>& boxes, double wish, double clearance, int direction)
{
    double y = wish;
    for (std::size_t tries = 0; tries <= boxes.size(); ++tries) {
        const auto hit = std::find_if(boxes.begin(), boxes.end(), [&](const Box& box) { return y > box.y - clearance && y < box.bottom() + clearance; });
        if (hit == boxes.end())
            return y;
        y = direction > 0 ? hit->bottom() + clearance : hit->y - clearance;
    }
    return y;
}

double nearestFree(const std::vector<Box>& boxes, double wish, double clearance)
{
    const double below = firstFree(boxes, wish, clearance, 1);
    const double above = firstFree(boxes, wish, clearance, -1);
    return std::abs(below - wish) <= std::abs(above - wish) ? below : above;
}

} // namespace penstock::canvas
