// Of GraphView: the graph that it shows, and how that changes.
#include "ui/canvas/graph_view.h"

#include "ui/canvas/overlays.h"
#include "ui/canvas/pointer.h"

#include <QAccessible>

#include <algorithm>

namespace penstock::canvas {

void GraphView::setGraph(Graph graph, First first)
{
    m_pointer->letGo();
    const bool wasEmpty = m_scene.nodeCount() == 0;
    const bool isGiven = std::all_of(graph.nodes.begin(), graph.nodes.end(), [](const Node& node) { return node.position.has_value(); });
    m_placement.place(graph);
    const auto announce = takeOver(m_folds.show(std::move(graph)));
    m_viewport.graphChanged();
    if (wasEmpty && m_scene.nodeCount() > 0) {
        const bool isInView = isVisible() && isGiven && m_viewport.inView().intersects(m_scene.bounds());
        first == First::asPut && isInView ? m_viewport.keep() : m_viewport.fitOnce();
    }
    if (isVisible())
        m_viewport.fitIfWanted();
    announce();
}

// Selection and chosen edge go over to another graph; what it says of them is said when all is in its place.
std::function<void()> GraphView::takeOver(Graph graph)
{
    const Selection::Ids before = m_selection.byIds();
    const bool hadEdge = chosenEdge().has_value();
    m_scene.setGraph(std::move(graph));
    m_surface.graphChanged();
    m_selection.restore(before);
    m_fading.refresh();
    return [this, before, hadEdge] {
        QAccessibleEvent changed(this, QAccessible::ObjectReorder);
        QAccessible::updateAccessibility(&changed);
        if (selection() != before.selected)
            Q_EMIT selectionChanged(selection());
        if (hadEdge && !chosenEdge())
            Q_EMIT edgeChosen();
        Q_EMIT viewChanged();
        m_turning.refresh();
    };
}

void GraphView::updateNode(const Node& node)
{
    const auto index = m_scene.indexOf(node.id);
    if (!index) {
        if (const auto frame = m_folds.update(node))
            updateNode(*frame);
        return;
    }
    Node wished = node;
    wished.position = m_scene.node(*index).position;
    if (wished == m_scene.node(*index))
        return;
    const bool sameState = wished.mark == m_scene.node(*index).mark;
    m_scene.setAppearance(*index, wished);
    m_surface.forget(*index);
    if (sameState)
        return;
    QAccessibleEvent changed(this, QAccessible::NameChanged);
    changed.setChild(*index);
    QAccessible::updateAccessibility(&changed);
    m_turning.refresh();
    m_overview->update();
}

void GraphView::updateEdge(const Edge& edge)
{
    const QRectF changed = m_scene.setAppearance(edge);
    if (!changed.isEmpty())
        m_surface.spoil(changed);
}

void GraphView::settle(const QStringList& ids, const QList<QPointF>& positions)
{
    m_pointer->giveUp(); // what it held is somewhere else now
    if (m_folds.isAnyShown()) {
        const auto announce = takeOver(m_folds.moved(ids, positions));
        m_viewport.settled();
        return announce();
    }
    std::vector<int> nodes;
    std::vector<QPointF> places;
    for (qsizetype i = 0; i < ids.size(); ++i) {
        if (const auto node = m_scene.indexOf(ids[i])) {
            nodes.push_back(*node);
            places.push_back(positions[i]);
        }
    }
    m_scene.moveNodes(nodes, places, Scene::Settle::yes);
    m_viewport.settled();
    Q_EMIT viewChanged();
    m_turning.refresh();
    m_surface.spoilAll();
}

} // namespace penstock::canvas
