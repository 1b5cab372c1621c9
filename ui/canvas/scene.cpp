#include "ui/canvas/scene.h"

#include <QFontMetricsF>
#include <QLineF>
#include <QPainterPathStroker>

#include <algorithm>
#include <cmath>

namespace penstock::canvas {
namespace {

constexpr double cellSize = 512;
constexpr double frameMargin = 18;
constexpr double frameTitle = 22;

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

qint64 cellOf(double value)
{
    return static_cast<qint64>(std::floor(value / cellSize));
}

template <class Action>
void forCells(const QRectF& area, const Action& action)
{
    for (qint64 y = cellOf(area.top()); y <= cellOf(area.bottom()); ++y) {
        for (qint64 x = cellOf(area.left()); x <= cellOf(area.right()); ++x)
            action(y * 0x1'0000'0000 + (x & 0xFFFFFFFF));
    }
}

Box boxOf(const QRectF& rect)
{
    return {rect.x(), rect.y(), rect.width(), rect.height()};
}

QPointF toQt(const Point& point)
{
    return {point.x, point.y};
}

template <class Bounds>
std::vector<int> found(const std::unordered_map<qint64, std::vector<int>>& cells, std::size_t count, const QRectF& area, const Bounds& bounds)
{
    std::vector<int> result;
    // Looking at every one beats collecting them from most of the cells.
    if (area.width() * area.height() > cellSize * cellSize * static_cast<double>(cells.size()) * 0.5) {
        for (int i = 0; i < static_cast<int>(count); ++i) {
            if (bounds(i).intersects(area))
                result.push_back(i);
        }
        return result;
    }
    forCells(area, [&](qint64 key) {
        const auto cell = cells.find(key);
        if (cell == cells.end())
            return;
        for (const int i : cell->second) {
            if (bounds(i).intersects(area))
                result.push_back(i);
        }
    });
    std::sort(result.begin(), result.end());
    result.erase(std::unique(result.begin(), result.end()), result.end());
    return result;
}

} // namespace

Scene::Scene()
    : m_router({})
{}

void Scene::setGraph(Graph graph)
{
    m_graph = std::move(graph);
    m_index.clear();
    m_rects.clear();
    m_wires.clear();
    std::vector<Box> boxes;
    for (const Node& node : m_graph.nodes) {
        m_index.insert(node.id, static_cast<int>(m_rects.size()));
        m_rects.emplace_back(node.position.value_or(QPointF()), sizeOf(node));
        boxes.push_back(boxOf(m_rects.back()));
    }
    m_router = Router(std::move(boxes));
    m_wiresOf.assign(m_rects.size(), {});
    for (std::size_t i = 0; i < m_graph.edges.size(); ++i) {
        const auto from = indexOf(m_graph.edges[i].from);
        const auto to = indexOf(m_graph.edges[i].to);
        if (!from || !to)
            continue;
        const int wire = static_cast<int>(m_wires.size());
        m_wiresOf[at(*from)].push_back(wire);
        if (*from != *to)
            m_wiresOf[at(*to)].push_back(wire);
        m_wires.push_back({static_cast<int>(i), *from, *to, {}, {}, {}});
        leadWire(m_wires.back());
    }
    indexAll();
}

std::optional<int> Scene::indexOf(const QString& id) const
{
    const auto it = m_index.constFind(id);
    return it == m_index.cend() ? std::nullopt : std::optional(*it);
}

void Scene::leadWire(Wire& wire)
{
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
        wire.bounds |= QRectF(wire.label.x() - 80, wire.label.y() - 14, 160, 28);
}

void Scene::indexAll()
{
    m_nodeCells.clear();
    m_wireCells.clear();
    for (int i = 0; i < nodeCount(); ++i)
        forCells(m_rects[at(i)], [&](qint64 key) { m_nodeCells[key].push_back(i); });
    for (int i = 0; i < static_cast<int>(m_wires.size()); ++i)
        forCells(m_wires[at(i)].bounds, [&](qint64 key) { m_wireCells[key].push_back(i); });
    updateBounds();
}

void Scene::updateBounds()
{
    m_bounds = {};
    for (const QRectF& rect : m_rects)
        m_bounds |= rect;
    for (const Wire& wire : m_wires)
        m_bounds |= wire.bounds;
}

void Scene::setAppearance(int index, const Node& node)
{
    Node& own = m_graph.nodes[at(index)];
    const auto position = own.position;
    own = node;
    own.position = position;
}

QRectF Scene::setTaken(int from, int to, EdgeKind kind, bool taken)
{
    QRectF changed;
    for (const int index : wiresOf(from)) {
        const Wire& wire = m_wires[at(index)];
        Edge& edge = m_graph.edges[at(wire.edge)];
        if (wire.from != from || wire.to != to || edge.kind != kind || edge.taken == taken)
            continue;
        edge.taken = taken;
        changed |= wire.bounds;
    }
    return changed;
}

QRectF Scene::moveNodes(const std::vector<int>& nodes, const std::vector<QPointF>& positions, Settle settle)
{
    QRectF changed;
    std::vector<int> wires;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        QRectF& rect = m_rects[at(nodes[i])];
        changed |= rect;
        rect.moveTopLeft(positions[i]);
        changed |= rect;
        m_graph.nodes[at(nodes[i])].position = positions[i];
        m_router.move(nodes[i], boxOf(rect));
        const auto& own = wiresOf(nodes[i]);
        wires.insert(wires.end(), own.begin(), own.end());
    }
    if (settle == Settle::yes) {
        for (const int wire : wiresIn(changed.adjusted(-600, -600, 600, 600)))
            wires.push_back(wire);
    }
    std::sort(wires.begin(), wires.end());
    wires.erase(std::unique(wires.begin(), wires.end()), wires.end());
    // While a hand moves thousands of wires the far ones may lag; they are led when it lets go.
    constexpr std::size_t mostLive = 400;
    if (settle == Settle::no && wires.size() > mostLive)
        wires.resize(mostLive);
    for (const int wire : wires) {
        changed |= m_wires[at(wire)].bounds;
        leadWire(m_wires[at(wire)]);
        changed |= m_wires[at(wire)].bounds;
    }
    if (settle == Settle::yes || m_rects.size() < 500) {
        indexAll();
    } else { // old cells keep stale entries, which bounds() filters; only the new places must be known
        for (const int node : nodes)
            forCells(m_rects[at(node)], [&](qint64 key) {
                auto& cell = m_nodeCells[key];
                if (std::find(cell.begin(), cell.end(), node) == cell.end())
                    cell.push_back(node);
            });
        for (const int wire : wires)
            forCells(m_wires[at(wire)].bounds, [&](qint64 key) {
                auto& cell = m_wireCells[key];
                if (std::find(cell.begin(), cell.end(), wire) == cell.end())
                    cell.push_back(wire);
            });
    }
    return changed.adjusted(-8, -8, 8, 8);
}

std::vector<int> Scene::nodesIn(const QRectF& area) const
{
    return found(m_nodeCells, m_rects.size(), area, [this](int i) { return m_rects[at(i)].adjusted(-8, -8, 8, 8); });
}

std::vector<int> Scene::wiresIn(const QRectF& area) const
{
    return found(m_wireCells, m_wires.size(), area, [this](int i) { return m_wires[at(i)].bounds; });
}

std::vector<int> Scene::nodesOfFrame(int frame) const
{
    std::vector<int> nodes;
    for (const QString& id : m_graph.frames[at(frame)].nodes) {
        if (const auto node = indexOf(id))
            nodes.push_back(*node);
    }
    return nodes;
}

QRectF Scene::frameRect(int frame) const
{
    QRectF around;
    for (const int node : nodesOfFrame(frame))
        around |= rect(node);
    return around.isEmpty() ? around : around.adjusted(-frameMargin, -frameMargin - frameTitle, frameMargin, frameMargin);
}

std::optional<int> Scene::frameAt(const QPointF& point) const
{
    for (int frame = static_cast<int>(m_graph.frames.size()) - 1; frame >= 0; --frame) {
        const QRectF around = frameRect(frame);
        if (QRectF(around.topLeft(), QSizeF(around.width(), frameTitle + 6)).contains(point))
            return frame;
    }
    return std::nullopt;
}

QPointF Scene::portAt(int index, PortSide side, const QString& name) const
{
    return rect(index).topLeft() + portOffset(node(index), rect(index).size(), side, name);
}

std::optional<PortRef> Scene::portAt(const QPointF& point, double reach) const
{
    std::optional<PortRef> best;
    double nearest = reach;
    for (const int index : nodesIn(QRectF(point - QPointF(reach, reach), QSizeF(2 * reach, 2 * reach)))) {
        for (const PortSide side : {PortSide::in, PortSide::out}) {
            for (const Port& port : portsOf(node(index), side)) {
                const double distance = QLineF(point, portAt(index, side, port.name)).length();
                if (distance < nearest) {
                    nearest = distance;
                    best = PortRef{node(index).id, side, port.name};
                }
            }
        }
    }
    return best;
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

std::optional<int> Scene::nodeAt(const QPointF& point) const
{
    const auto nodes = nodesIn(QRectF(point - QPointF(1, 1), QSizeF(2, 2)));
    for (auto it = nodes.rbegin(); it != nodes.rend(); ++it) {
        const QRectF box = rect(*it);
        if (!box.contains(point))
            continue;
        if (node(*it).kind != NodeKind::choice)
            return *it;
        const double dx = std::abs(point.x() - box.center().x()) / (box.width() / 2);
        const double dy = std::abs(point.y() - box.center().y()) / (box.height() / 2);
        if (dx + dy <= 1)
            return *it;
    }
    return std::nullopt;
}

} // namespace penstock::canvas
