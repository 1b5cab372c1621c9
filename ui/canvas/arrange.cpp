#include "ui/canvas/arrange.h"

#include <cmath>
#include <numeric>

namespace penstock::canvas {
namespace {

// One axis of a box, so that what holds across holds down.
struct Span {
    double first = 0;
    double size = 0;
};

std::vector<double> spread(const std::vector<Span>& spans)
{
    std::vector<std::size_t> order(spans.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return spans[a].first + spans[a].size / 2 < spans[b].first + spans[b].size / 2; });
    const Span& first = spans[order.front()];
    const Span& last = spans[order.back()];
    double taken = 0;
    for (const Span& span : spans)
        taken += span.size;
    const double gap = (last.first + last.size - first.first - taken) / static_cast<double>(spans.size() - 1);
    std::vector<double> places(spans.size());
    double at = first.first;
    for (const std::size_t i : order) {
        places[i] = std::round(at);
        at += spans[i].size + gap;
    }
    return places;
}

} // namespace

std::vector<Point> arranged(const std::vector<Box>& boxes, Arrangement how)
{
    std::vector<Point> places;
    for (const Box& box : boxes)
        places.push_back({box.x, box.y});
    const bool spreads = how == Arrangement::spreadAcross || how == Arrangement::spreadDown;
    if (boxes.size() < (spreads ? 3U : 2U))
        return places;
    if (spreads) {
        const bool across = how == Arrangement::spreadAcross;
        std::vector<Span> spans;
        for (const Box& box : boxes)
            spans.push_back(across ? Span{box.x, box.width} : Span{box.y, box.height});
        const auto found = spread(spans);
        for (std::size_t i = 0; i < places.size(); ++i)
            (across ? places[i].x : places[i].y) = found[i];
        return places;
    }
    Box all = boxes.front();
    for (const Box& box : boxes)
        all = united(all, box);
    for (std::size_t i = 0; i < places.size(); ++i) {
        switch (how) {
        case Arrangement::left: places[i].x = std::round(all.x); break;
        case Arrangement::right: places[i].x = std::round(all.right() - boxes[i].width); break;
        case Arrangement::top: places[i].y = std::round(all.y); break;
        case Arrangement::bottom: places[i].y = std::round(all.bottom() - boxes[i].height); break;
        case Arrangement::column: places[i].x = std::round(all.centerX() - boxes[i].width / 2); break;
        case Arrangement::row: places[i].y = std::round(all.centerY() - boxes[i].height / 2); break;
        case Arrangement::spreadAcross:
        case Arrangement::spreadDown: break;
        }
    }
    return places;
}

} // namespace penstock::canvas
