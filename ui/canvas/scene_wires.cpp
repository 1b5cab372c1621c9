// Of Scene: the ways of wires. To lead one costs more than all else about it, and of ten thousand a view shows hundreds.
#include "ui/canvas/scene.h"

#include "ui/canvas/cells.h"

#include <QPainterPathStroker>

#include <algorithm>
#include <tuple>

namespace penstock::canvas {
namespace {

constexpr std::size_t mostAtOnce = 1'500; // wires that are led while nobody notices

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

QPointF toQt(const Point& point)
{
    return {point.x, point.y};
}

} // namespace

void Scene::leadWire(Wire& wire) const
{
    m_loose -= wire.isLed ? 0 : 1;
    wire.isLed = true;
    const Edge& edge = m_graph.edges[at(wire.edge)];
    const Passage passage = edge.kind == EdgeKind::back ? Passage::back : Passage::forward;
    const auto& siblings = m_wiresOf[at(wire.from)];
    const auto lane = static_cast<int>(std::find(siblings.begin(), siblings.end(), static_cast<int>(&wire - m_wires.data())) - siblings.begin());
    const Route route = m_router.route(wire.from, wire.to, passage, lane,
                                       {portAt(wire.from, PortSide::out, edge.output).y() - rect(wire.from).top(),
                                        portAt(wire.to, PortSide::in, edge.input).y() - rect(wire.to).top()});
    wire.path = QPainterPath(toQt(route.points.front()));
    for (std::size_t i = 1; i + 2 < route.points.size(); i += 3) {
        const QPointF a = toQt(route.points[i]), b = toQt(route.points[i + 1]), end = toQt(route.points[i + 2]);
        const QPointF start = wire.path.currentPosition();
        const bool straight = (start.x() == a.x() && a.x() == b.x() && b.x() == end.x()) || (start.y() == a.y() && a.y() == b.y() && b.y() == end.y());
        straight ? wire.path.lineTo(end) : wire.path.cubicTo(a, b, end); // lines are drawn several times faster
    }
    wire.label = toQt(route.label);
    const Box box = route.bounds();
    wire.bounds = QRectF(box.x, box.y, box.width, box.height).adjusted(-6, -6, 6, 6);
    if (!edge.label.isEmpty())
        wire.bounds |= QRectF(wire.label.x() - 112, wire.label.y() - 14, 224, 28);
}

void Scene::loosen(Wire& wire)
{
    m_loose += wire.isLed ? 1 : 0;
    wire.isLed = false;
    wire.path = {};
    const Edge& edge = m_graph.edges[at(wire.edge)];
    const QPointF start = portAt(wire.from, PortSide::out, edge.output);
    const QPointF end = portAt(wire.to, PortSide::in, edge.input);
    const double detour = edge.kind == EdgeKind::back ? 400 : 160;
    wire.bounds = QRectF(start, end).normalized().adjusted(-80, -detour, 80, detour);
    wire.label = (start + end) / 2;
}

void Scene::leadOrLoosen(const std::vector<int>& wires)
{
    const bool many = wires.size() > mostAtOnce;
    for (const int wire : wires)
        many ? loosen(m_wires[at(wire)]) : leadWire(m_wires[at(wire)]);
}

// Further than the area where there are few: a wire may come in by a detour. Where more are in view than are ever drawn as
// curves, they need no way.
void Scene::leadAround(const QRectF& area) const
{
    constexpr double reach = 900;
    constexpr std::size_t mostCurves = 2'000;
    if (m_loose == 0)
        return;
    const auto looseIn = [this](const QRectF& place) {
        auto wires = wiresMeeting(place);
        const bool many = wires.size() > mostCurves;
        std::erase_if(wires, [this](int wire) { return m_wires[at(wire)].isLed; });
        return std::pair(std::move(wires), many);
    };
    auto [wires, many] = looseIn(area.adjusted(-reach, -reach, reach, reach));
    if (many)
        std::tie(wires, many) = looseIn(area);
    if (many)
        return;
    for (const int index : wires) {
        leadWire(m_wires[at(index)]);
        m_bounds |= m_wires[at(index)].bounds;
        forCells(m_wires[at(index)].bounds, [&](qint64 key) {
            auto& cell = m_wireCells[key];
            if (std::find(cell.begin(), cell.end(), index) == cell.end())
                cell.push_back(index);
        });
    }
}

void Scene::leadAll()
{
    for (Wire& wire : m_wires) {
        if (!wire.isLed)
            leadWire(wire);
    }
    indexAll();
}

std::vector<int> Scene::wiresIn(const QRectF& area) const
{
    leadAround(area);
    return wiresMeeting(area);
}

// Cells know the wires that are led. As long as others are left, looking at every one costs less than keeping all of them in cells.
std::vector<int> Scene::wiresMeeting(const QRectF& area) const
{
    if (m_loose == 0)
        return foundIn(m_wireCells, m_wires.size(), area, [this](int i) { return m_wires[at(i)].bounds; });
    std::vector<int> wires;
    for (std::size_t i = 0; i < m_wires.size(); ++i) {
        if (m_wires[i].bounds.intersects(area))
            wires.push_back(static_cast<int>(i));
    }
    return wires;
}

std::optional<int> Scene::wireAt(const QPointF& point, double reach) const
{
    QPainterPathStroker stroker;
    stroker.setWidth(2 * reach);
    const QRectF around(point - QPointF(reach, reach), QSizeF(2 * reach, 2 * reach));
    const auto wires = wiresIn(around);
    for (auto it = wires.rbegin(); it != wires.rend(); ++it) {
        const Wire& wire = m_wires[at(*it)];
        const bool onLabel = !m_graph.edges[at(wire.edge)].label.isEmpty() && QRectF(wire.label.x() - 50, wire.label.y() - 9, 100, 18).contains(point);
        if (onLabel || stroker.createStroke(wire.path).contains(point))
            return *it;
    }
    return std::nullopt;
}

} // namespace penstock::canvas
