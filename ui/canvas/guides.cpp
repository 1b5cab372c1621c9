#include "ui/canvas/guides.h"

#include <array>
#include <cmath>

namespace penstock::canvas {
namespace {

// First edge, middle and last edge along one axis.
using Lines = std::array<double, 3>;

Lines across(const Box& box)
{
    return {box.x, box.centerX(), box.right()};
}

Lines down(const Box& box)
{
    return {box.y, box.centerY(), box.bottom()};
}

template <class LinesOf>
std::optional<double> nearest(const Box& moved, const std::vector<Box>& others, double within, const LinesOf& linesOf)
{
    std::optional<double> best;
    double price = 0;
    const Lines own = linesOf(moved);
    for (const Box& other : others) {
        const Lines theirs = linesOf(other);
        for (std::size_t i = 0; i < own.size(); ++i) {
            for (std::size_t k = 0; k < theirs.size(); ++k) {
                const double way = theirs[k] - own[i];
                const double ownPrice = std::abs(way) + (i == k ? 0 : 0.25);
                if (std::abs(way) <= within && (!best || ownPrice < price)) {
                    best = way;
                    price = ownPrice;
                }
            }
        }
    }
    return best;
}

// One line for each height or place at which something lines up, as long as all that does.
template <class LinesOf, class Extend>
void collect(const Box& moved, const std::vector<Box>& others, const LinesOf& linesOf, const Extend& extend, std::vector<Guide>& guides)
{
    for (const double line : linesOf(moved)) {
        std::optional<Box> reach;
        for (const Box& other : others) {
            for (const double theirs : linesOf(other)) {
                if (std::abs(theirs - line) < 0.01)
                    reach = reach ? united(*reach, other) : united(moved, other);
            }
        }
        if (reach)
            guides.push_back(extend(*reach, line));
    }
}

} // namespace

Alignment alignmentOf(const Box& moved, const std::vector<Box>& others, double within)
{
    Alignment alignment{nearest(moved, others, within, across), nearest(moved, others, within, down), {}};
    Box there = moved;
    there.x += alignment.x.value_or(0);
    there.y += alignment.y.value_or(0);
    if (alignment.x)
        collect(there, others, across, [](const Box& reach, double x) { return Guide{{x, reach.y}, {x, reach.bottom()}}; }, alignment.guides);
    if (alignment.y)
        collect(there, others, down, [](const Box& reach, double y) { return Guide{{reach.x, y}, {reach.right(), y}}; }, alignment.guides);
    return alignment;
}

} // namespace penstock::canvas
