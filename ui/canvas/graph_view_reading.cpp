// Of GraphView: what helps to read large graphs, and to put them in order.
#include "ui/canvas/graph_view.h"

#include "ui/theme/style.h"

#include <QPainter>

#include <algorithm>

namespace penstock::canvas {

void GraphView::selectReach(Reach how)
{
    QSet<int> from = m_selected;
    if (from.isEmpty() && m_current >= 0)
        from = {m_current};
    setSelected(reach(m_scene, from, how));
}

// Of the current node, one after the other.
void GraphView::chooseNextEdge()
{
    if (m_current < 0 || m_scene.wiresOf(m_current).empty())
        return;
    const std::vector<int>& wires = m_scene.wiresOf(m_current);
    const auto edgeOf = [this](int wire) { return m_scene.graph().edges[static_cast<std::size_t>(m_scene.wires()[static_cast<std::size_t>(wire)].edge)]; };
    const auto chosen = chosenEdge();
    const auto at = std::find_if(wires.begin(), wires.end(), [&](int wire) { return chosen && isSameLink(edgeOf(wire), *chosen); });
    chooseEdge(edgeOf(at == wires.end() || at + 1 == wires.end() ? wires.front() : *(at + 1)));
}

void GraphView::setOnlyRelated(bool only)
{
    if (only == m_onlyRelated)
        return;
    m_onlyRelated = only;
    relate();
}

void GraphView::relate()
{
    const auto before = m_related;
    m_related.reset();
    if (m_onlyRelated && !m_selected.isEmpty())
        m_related = reach(m_scene, m_selected, Reach::related);
    if (m_related != before)
        spoilAll();
}

void GraphView::moveSelected(const std::vector<int>& nodes, const std::vector<QPointF>& positions)
{
    repaint(m_scene.moveNodes(nodes, positions, Scene::Settle::yes));
    nodesWereMoved(nodes);
}

void GraphView::arrange(Arrangement how)
{
    if (!m_editable || m_selected.size() < 2)
        return;
    std::vector<int> nodes(m_selected.begin(), m_selected.end());
    std::sort(nodes.begin(), nodes.end());
    std::vector<Box> boxes;
    for (const int node : nodes) {
        const QRectF rect = m_scene.rect(node);
        boxes.push_back({rect.x(), rect.y(), rect.width(), rect.height()});
    }
    std::vector<int> moved;
    std::vector<QPointF> positions;
    const auto places = arranged(boxes, how);
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        if (places[i] == Point{boxes[i].x, boxes[i].y})
            continue;
        moved.push_back(nodes[i]);
        positions.emplace_back(places[i].x, places[i].y);
    }
    if (!moved.empty())
        moveSelected(moved, positions);
}

void GraphView::settle(const QStringList& ids, const QList<QPointF>& positions)
{
    if (const auto gesture = std::exchange(m_gesture, nullptr))
        gesture->cancel(); // what it held is somewhere else now
    std::vector<int> nodes;
    std::vector<QPointF> places;
    for (qsizetype i = 0; i < ids.size(); ++i) {
        if (const auto node = m_scene.indexOf(ids[i])) {
            nodes.push_back(*node);
            places.push_back(positions[i]);
        }
    }
    m_scene.moveNodes(nodes, places, Scene::Settle::yes);
    // Whoever has looked around meanwhile is not led away.
    const bool fitsAgain = m_fitted && m_fitted->offset == m_camera.offset && m_fitted->zoom == m_camera.zoom;
    m_fitted.reset();
    if (fitsAgain && isVisible())
        fit();
    Q_EMIT viewChanged();
    animate();
    spoilAll();
}

void GraphView::setGuides(const std::vector<Guide>& guides)
{
    const auto areaOf = [this](const Guide& guide) {
        return m_camera.toView(QRectF(QPointF(guide.from.x, guide.from.y), QPointF(guide.to.x, guide.to.y))).toAlignedRect().adjusted(-2, -2, 2, 2);
    };
    if (guides == m_guides)
        return;
    for (const Guide& guide : m_guides)
        update(areaOf(guide)); // they float above the frame, which stays as it is
    m_guides = guides;
    for (const Guide& guide : m_guides)
        update(areaOf(guide));
}

void GraphView::paintGuides(QPainter& painter) const
{
    if (m_guides.empty())
        return;
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(QPen(theme::themeOf(this).color(theme::Role::accent), 1));
    for (const Guide& guide : m_guides)
        painter.drawLine(m_camera.toView(QPointF(guide.from.x, guide.from.y)), m_camera.toView(QPointF(guide.to.x, guide.to.y)));
}

} // namespace penstock::canvas
