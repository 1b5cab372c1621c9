#include "ui/canvas/route.h"

#include "ui/canvas/lanes.h"

#include <array>
#include <cmath>

namespace penstock::canvas {
namespace {

constexpr double cellSize = 384;
constexpr double laneStep = 5;

std::int64_t cellOf(double value)
{
    return static_cast<std::int64_t>(std::floor(value / cellSize));
}

template <class Action>
void forCells(const Box& box, const Action& action)
{
    for (auto y = cellOf(box.y); y <= cellOf(box.bottom()); ++y) {
        for (auto x = cellOf(box.x); x <= cellOf(box.right()); ++x)
            action(y * 0x1'0000'0000 + (x & 0xFFFFFFFF));
    }
}

// Horizontal at both ends. Long jumps in height get longer handles, short ones stay tight.
void curveTo(std::vector<Point>& points, const Point& end)
{
    const Point start = points.back();
    const double handle = std::max(std::abs(end.x - start.x) * 0.5, std::min(24.0, std::abs(end.y - start.y) * 0.5));
    points.push_back({start.x + handle, start.y});
    points.push_back({end.x - handle, end.y});
    points.push_back(end);
}

void lineTo(std::vector<Point>& points, const Point& end)
{
    const Point start = points.back();
    points.push_back({start.x + (end.x - start.x) / 3, start.y + (end.y - start.y) / 3});
    points.push_back({end.x - (end.x - start.x) / 3, end.y - (end.y - start.y) / 3});
    points.push_back(end);
}

// A quarter turn whose tangents are those of the two straight lines that meet in `corner`.
void turn(std::vector<Point>& points, const Point& corner, const Point& end)
{
    constexpr double circle = 0.5523;
    const Point start = points.back();
    points.push_back({start.x + (corner.x - start.x) * circle, start.y + (corner.y - start.y) * circle});
    points.push_back({end.x + (corner.x - end.x) * circle, end.y + (corner.y - end.y) * circle});
    points.push_back(end);
}

// Straight lines through the corners, each corner rounded as far as its lines are long.
std::vector<Point> rounded(const std::vector<Point>& corners)
{
    constexpr double widest = 26;
    const auto length = [](const Point& a, const Point& b) { return std::abs(a.x - b.x) + std::abs(a.y - b.y); };
    const auto towards = [&](const Point& a, const Point& b, double by) {
        const double whole = length(a, b);
        return whole == 0 ? a : Point{a.x + (b.x - a.x) * by / whole, a.y + (b.y - a.y) * by / whole};
    };
    std::vector<Point> points{corners.front()};
    for (std::size_t i = 1; i + 1 < corners.size(); ++i) {
        const Point &before = corners[i - 1], &corner = corners[i], &after = corners[i + 1];
        const double radius = std::min({widest, length(before, corner) / (i == 1 ? 1 : 2), length(corner, after) / (i + 2 == corners.size() ? 1 : 2)});
        lineTo(points, towards(corner, before, radius));
        turn(points, corner, towards(corner, after, radius));
    }
    lineTo(points, corners.back());
    return points;
}

Point on(const std::vector<Point>& p, std::size_t segment, double t)
{
    const Point *a = &p[segment * 3], *b = a + 1, *c = a + 2, *d = a + 3;
    const double u = 1 - t;
    const double k0 = u * u * u, k1 = 3 * u * u * t, k2 = 3 * u * t * t, k3 = t * t * t;
    return {k0 * a->x + k1 * b->x + k2 * c->x + k3 * d->x, k0 * a->y + k1 * b->y + k2 * c->y + k3 * d->y};
}

// The labels of wires that run side by side stand one after the other.
Point longestMiddle(const std::vector<Point>& p, int lane)
{
    constexpr double widestLabel = 220;
    std::size_t best = 0;
    double length = -1;
    for (std::size_t i = 0; i + 1 < p.size() / 3 + 1; ++i) {
        const double own = std::abs(p[i * 3 + 3].x - p[i * 3].x) + 0.3 * std::abs(p[i * 3 + 3].y - p[i * 3].y);
        if (own > length) {
            length = own;
            best = i;
        }
    }
    const double aside = std::min(0.25, widestLabel / std::max(1.0, length));
    return on(p, best, lane % 3 == 0 ? 0.5 : lane % 3 == 1 ? 0.5 - aside : 0.5 + aside);
}

Route finished(std::vector<Point> points, int lane = 0)
{
    Route route{std::move(points), {}};
    route.label = longestMiddle(route.points, lane);
    return route;
}

} // namespace

Box Route::bounds() const
{
    if (points.empty())
        return {};
    Box box{points.front().x, points.front().y, 0, 0};
    for (const Point& p : points)
        box = united(box, {p.x, p.y, 0, 0});
    return box;
}

Router::Router(std::vector<Box> boxes)
    : m_boxes(std::move(boxes))
{
    for (std::size_t i = 0; i < m_boxes.size(); ++i)
        forCells(m_boxes[i], [&](std::int64_t key) { m_cells[key].push_back(static_cast<int>(i)); });
}

void Router::move(int box, const Box& to)
{
    Box& old = m_boxes[static_cast<std::size_t>(box)];
    forCells(old, [&](std::int64_t key) { std::erase(m_cells[key], box); });
    old = to;
    forCells(to, [&](std::int64_t key) { m_cells[key].push_back(box); });
}

std::vector<Box> Router::between(const Box& area, const Ends& ends, bool withEnds) const
{
    std::vector<int> found;
    forCells(area, [&](std::int64_t key) {
        const auto cell = m_cells.find(key);
        if (cell == m_cells.end())
            return;
        for (const int index : cell->second) {
            if ((withEnds || (index != ends.from && index != ends.to)) && box(index).meets(area))
                found.push_back(index);
        }
    });
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    std::vector<Box> boxes;
    for (const int index : found)
        boxes.push_back(box(index));
    return boxes;
}

bool Router::hits(const Route& route, const Ends& ends) const
{
    const auto boxes = between(route.bounds().grown(4), ends);
    if (boxes.empty())
        return false;
    constexpr int samples = 24;
    for (std::size_t segment = 0; segment < route.points.size() / 3; ++segment) {
        for (int i = 0; i <= samples; ++i) {
            const Point p = on(route.points, segment, i / double{samples});
            for (const Box& box : boxes) {
                if (box.grown(5).meets({p.x, p.y, 0.01, 0.01}))
                    return true;
            }
        }
    }
    return false;
}

Route Router::route(int from, int to, Passage passage, int lane, const Gates& gates) const
{
    const Box &source = box(from), &target = box(to);
    const Ends ends{from, to, lane, {source.right(), source.y + gates.out.value_or(source.height / 2)},
                    {target.x, target.y + gates.in.value_or(target.height / 2)}};
    if (from == to)
        return loop(ends);
    if (passage == Passage::back)
        return back(ends);
    return box(to).x >= box(from).right() + 8 ? forward(ends) : aroundRow(ends);
}

Route Router::forward(const Ends& ends) const
{
    const Point &start = ends.start, &end = ends.end;
    std::vector<Point> direct{start};
    curveTo(direct, end);
    Route route = finished(std::move(direct));
    if (!hits(route, ends))
        return route;
    constexpr double reach = 900; // how far above and below a wire looks for a lane
    const double clearance = 12 + laneStep * (ends.lane % 4);
    const double top = std::min(start.y, end.y);
    const double height = std::abs(start.y - end.y);
    const auto around = between({start.x + 1, top - reach, end.x - start.x - 2, height + 2 * reach}, ends);
    // Only what stands in the way makes columns; a way that then meets something else looks further up and down.
    for (const double band : {10.0, 120.0, reach}) {
        const auto inTheWay = between({start.x + 1, top - band, end.x - start.x - 2, height + 2 * band}, ends);
        std::vector<Point> points{start};
        for (const Stretch& stretch : chooseLanes(inTheWay, around, start, end, clearance)) {
            const double left = std::clamp(stretch.left, points.back().x + 1, end.x - 2);
            curveTo(points, {left, stretch.y});
            lineTo(points, {std::clamp(stretch.right, left + 0.5, end.x - 1), stretch.y});
        }
        curveTo(points, end);
        route = finished(std::move(points));
        if (!hits(route, ends))
            break;
    }
    return route;
}

// The target stands left of the source although it comes later, as after a fold: out at the right, along a free lane
// between the two, in at the left.
Route Router::aroundRow(const Ends& ends) const
{
    const Point &start = ends.start, &end = ends.end;
    const double out = 22 + laneStep * (ends.lane % 3);
    const Box area{end.x - out, std::min(start.y, end.y) - 400, start.x - end.x + 2 * out, std::abs(start.y - end.y) + 800};
    const double wish = end.y > start.y ? (box(ends.from).bottom() + box(ends.to).y) / 2 : (box(ends.from).y + box(ends.to).bottom()) / 2;
    const double y = nearestFree(between(area, ends, true), wish + laneStep * (ends.lane % 3 - 1), 10);
    return finished(rounded({start, {start.x + out, start.y}, {start.x + out, y}, {end.x - out, y}, {end.x - out, end.y}, end}), ends.lane);
}

namespace {

// How a way back leaves or enters a node: up or down from its middle, or through the channel beside it.
struct Gate {
    Point at;
    double x = 0; // of the vertical line
    double price = 0;
};

} // namespace

Route Router::back(const Ends& ends) const
{
    const Box& source = box(ends.from);
    const Box& target = box(ends.to);
    const double spread = laneStep * (ends.lane % 4);
    const double channel = 26 + spread;
    constexpr double channelPrice = 90;
    const double left = std::min(source.x, target.x) - channel;
    const double right = std::max(source.right(), target.right()) + channel;
    const double top = std::min(source.y, target.y);
    const double bottom = std::max(source.bottom(), target.bottom());
    const auto blocked = [&](double x, double from, double to) {
        const Box way{x - 4, std::min(from, to), 8, std::abs(from - to)};
        return 400.0 * static_cast<double>(between(way, ends).size());
    };
    double best = 1e300;
    std::vector<Point> way;
    const auto consider = [&](double y) {
        const auto vertical = [y](const Box& b, double x) { return Gate{{x, y > b.centerY() ? b.bottom() : b.y}, x, 0}; };
        const std::array starts{vertical(source, source.centerX() + (target.x < source.x ? -spread : spread)),
                                Gate{{source.right(), source.centerY()}, source.right() + channel, channelPrice}};
        const std::array stops{vertical(target, target.centerX() + (target.x < source.x ? spread : -spread)),
                               Gate{{target.x, target.centerY()}, target.x - channel, channelPrice}};
        for (const Gate& from : starts) {
            for (const Gate& to : stops) {
                const auto lane = between({std::min(from.x, to.x), y - 8, std::abs(from.x - to.x), 16}, ends, true);
                const double price = from.price + to.price + std::abs(from.at.y - y) + std::abs(to.at.y - y) + 0.3 * std::abs(from.x - to.x) +
                                     blocked(from.x, from.at.y, y) + blocked(to.x, to.at.y, y) + 400.0 * static_cast<double>(lane.size());
                if (price >= best)
                    continue;
                best = price;
                // A vertical start begins under the node, so that it meets a diamond too.
                way = {from.price > 0 ? from.at : Point{from.x, source.centerY()}};
                if (from.price > 0)
                    way.push_back({from.x, from.at.y});
                way.push_back({from.x, y});
                way.push_back({to.x, y});
                if (to.price > 0)
                    way.push_back({to.x, to.at.y});
                way.push_back(to.at);
            }
        }
    };
    const auto boxes = between({left, top - 600, right - left, bottom - top + 1200}, ends, true);
    consider(firstFree(boxes, bottom + 26 + spread, 12, 1));
    consider(firstFree(boxes, top - 26 - spread, 12, -1));
    // Between two rows the way is short.
    consider(nearestFree(boxes, (std::min(source.bottom(), target.bottom()) + std::max(source.y, target.y)) / 2 + spread, 12));
    return finished(rounded(way));
}

Route Router::loop(const Ends& ends) const
{
    const Box& own = box(ends.from);
    const double depth = 30 + laneStep * (ends.lane % 4);
    std::vector<Point> points{{own.centerX() + 34, own.bottom()}};
    turn(points, {own.centerX() + 34, own.bottom() + depth}, {own.centerX(), own.bottom() + depth});
    turn(points, {own.centerX() - 34, own.bottom() + depth}, {own.centerX() - 34, own.bottom()});
    Route route = finished(std::move(points));
    route.label = {own.centerX(), own.bottom() + depth};
    return route;
}

} // namespace penstock::canvas
