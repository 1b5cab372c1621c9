#include "ui/canvas/scene.h"

#include "ui/canvas/cells.h"

#include <QLineF>
#include <QSet>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace penstock::canvas {
namespace {

constexpr double frameMargin = 18;
constexpr double titleHeight = 22;

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

Box boxOf(const QRectF& rect)
{
    return {rect.x(), rect.y(), rect.width(), rect.height()};
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
    m_heldFrames.clear();
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
        m_wires.push_back({static_cast<int>(i), *from, *to, {}, {}, {}, false});
    }
    m_loose = m_wires.size();
    std::vector<int> all(m_wires.size());
    std::iota(all.begin(), all.end(), 0);
    leadOrLoosen(all);
    indexAll();
}

std::optional<int> Scene::indexOf(const QString& id) const
{
    const auto it = m_index.constFind(id);
    return it == m_index.cend() ? std::nullopt : std::optional(*it);
}

void Scene::indexAll()
{
    m_nodeCells.clear();
    m_wireCells.clear();
    for (int i = 0; i < nodeCount(); ++i)
        forCells(m_rects[at(i)], [&](qint64 key) { m_nodeCells[key].push_back(i); });
    for (int i = 0; i < static_cast<int>(m_wires.size()); ++i) {
        if (m_wires[at(i)].isLed)
            forCells(m_wires[at(i)].bounds, [&](qint64 key) { m_wireCells[key].push_back(i); });
    }
    updateBounds();
}

void Scene::updateBounds()
{
    m_bounds = {};
    for (const QRectF& rect : m_rects)
        m_bounds |= rect;
    for (const Wire& wire : m_wires)
        m_bounds |= wire.bounds;
    for (int frame = 0; frame < static_cast<int>(m_graph.frames.size()); ++frame)
        m_bounds |= frameRect(frame);
}

void Scene::setAppearance(int index, const Node& node)
{
    Node& own = m_graph.nodes[at(index)];
    const auto position = own.position;
    own = node;
    own.position = position;
}

QRectF Scene::setAppearance(const Edge& wished)
{
    QRectF changed;
    const auto from = indexOf(wished.from);
    for (const int index : from ? wiresOf(*from) : std::vector<int>()) {
        Wire& wire = m_wires[at(index)];
        Edge& edge = m_graph.edges[at(wire.edge)];
        if (!isSameLink(edge, wished) || (edge.taken == wished.taken && edge.label == wished.label))
            continue;
        edge.taken = wished.taken;
        edge.label = wished.label;
        changed |= wire.bounds; // a label has room there, however long
    }
    return changed;
}

QRectF Scene::moveNodes(const std::vector<int>& nodes, const std::vector<QPointF>& positions, Settle settle)
{
    QRectF changed = framesAround(nodes);
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
    for (const int wire : wires)
        changed |= m_wires[at(wire)].bounds;
    leadOrLoosen(wires);
    for (const int wire : wires)
        changed |= m_wires[at(wire)].bounds;
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
    changed |= framesAround(nodes);
    return changed.adjusted(-8, -8, 8, 8);
}

std::vector<int> Scene::nodesIn(const QRectF& area) const
{
    return foundIn(m_nodeCells, m_rects.size(), area, [this](int i) { return m_rects[at(i)].adjusted(-8, -8, 8, 8); });
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
    if (const auto held = m_heldFrames.constFind(frame); held != m_heldFrames.cend())
        return *held;
    QRectF around;
    for (const int node : nodesOfFrame(frame))
        around |= rect(node);
    return around.isEmpty() ? around : around.adjusted(-frameMargin, -frameMargin - titleHeight, frameMargin, frameMargin);
}

QRectF Scene::holdFrames(const QHash<int, QRectF>& places)
{
    if (places == m_heldFrames)
        return {};
    const auto around = [this](const QHash<int, QRectF>& frames) {
        QRectF area;
        for (auto frame = frames.cbegin(); frame != frames.cend(); ++frame)
            area |= frameRect(frame.key());
        return area;
    };
    const QHash<int, QRectF> before = m_heldFrames;
    QRectF changed = around(before) | around(places);
    m_heldFrames = places;
    changed |= around(before) | around(places);
    updateBounds();
    return changed;
}

// Frames follow what they hold.
QRectF Scene::framesAround(const std::vector<int>& nodes) const
{
    QRectF around;
    const QSet<int> these = m_graph.frames.empty() ? QSet<int>() : QSet<int>(nodes.begin(), nodes.end());
    for (int frame = 0; frame < static_cast<int>(m_graph.frames.size()); ++frame) {
        const auto held = nodesOfFrame(frame);
        if (std::any_of(held.begin(), held.end(), [&](int node) { return these.contains(node); }))
            around |= frameRect(frame);
    }
    return around;
}

QRectF Scene::frameTitle(int frame) const
{
    const QRectF around = frameRect(frame);
    return {around.topLeft(), QSizeF(around.width(), titleHeight + 6)};
}

std::optional<int> Scene::frameAt(const QPointF& point) const
{
    for (int frame = static_cast<int>(m_graph.frames.size()) - 1; frame >= 0; --frame) {
        if (frameTitle(frame).contains(point))
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
