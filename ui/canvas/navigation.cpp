#include "ui/canvas/navigation.h"

#include <cmath>

namespace penstock::canvas {
namespace {

QPointF unit(Direction direction)
{
    switch (direction) {
    case Direction::left: return {-1, 0};
    case Direction::right: return {1, 0};
    case Direction::up: return {0, -1};
    case Direction::down: return {0, 1};
    }
    return {};
}

std::optional<int> alongWires(const Scene& scene, int from, bool forward)
{
    std::optional<int> best;
    double distance = 0;
    for (const int index : scene.wiresOf(from)) {
        const Wire& wire = scene.wires()[static_cast<std::size_t>(index)];
        const bool back = scene.graph().edges[static_cast<std::size_t>(wire.edge)].kind == EdgeKind::back;
        const int other = forward ? wire.to : wire.from;
        if (back || other == from)
            continue;
        const double own = std::abs(scene.rect(other).center().y() - scene.rect(from).center().y());
        if (!best || own < distance) {
            best = other;
            distance = own;
        }
    }
    return best;
}

// Sideways distance counts double: what stands ahead wins over what stands near.
std::optional<int> nearest(const Scene& scene, int from, Direction direction)
{
    const QPointF ahead = unit(direction);
    std::optional<int> best;
    double price = 0;
    for (int i = 0; i < scene.nodeCount(); ++i) {
        const QPointF way = scene.rect(i).center() - scene.rect(from).center();
        const double along = QPointF::dotProduct(way, ahead);
        const double aside = std::abs(way.x() * ahead.y()) + std::abs(way.y() * ahead.x());
        if (i == from || along <= 1 || aside > along * 4)
            continue;
        if (!best || along + 2 * aside < price) {
            best = i;
            price = along + 2 * aside;
        }
    }
    return best;
}

template <class Less>
std::optional<int> extreme(const Scene& scene, const Less& less)
{
    std::optional<int> best;
    for (int i = 0; i < scene.nodeCount(); ++i) {
        if (!best || less(scene.rect(i).topLeft(), scene.rect(*best).topLeft()))
            best = i;
    }
    return best;
}

bool readsBefore(const QPointF& a, const QPointF& b)
{
    return a.x() != b.x() ? a.x() < b.x() : a.y() < b.y();
}

} // namespace

std::optional<int> neighbour(const Scene& scene, int from, Direction direction)
{
    if (direction == Direction::left || direction == Direction::right) {
        if (const auto along = alongWires(scene, from, direction == Direction::right))
            return along;
    }
    return nearest(scene, from, direction);
}

std::optional<int> firstNode(const Scene& scene)
{
    return extreme(scene, readsBefore);
}

std::optional<int> lastNode(const Scene& scene)
{
    return extreme(scene, [](const QPointF& a, const QPointF& b) { return readsBefore(b, a); });
}

} // namespace penstock::canvas
