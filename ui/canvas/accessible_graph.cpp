#include "ui/canvas/accessible_graph.h"

#include "ui/canvas/accessible_edge.h"
#include "ui/canvas/accessible_frame.h"
#include "ui/canvas/accessible_node.h"
#include "ui/canvas/graph_view.h"

namespace penstock::canvas {

AccessibleGraph::AccessibleGraph(GraphView* view)
    : QAccessibleWidget(view, QAccessible::List)
    , m_view(view)
    , m_link(view->stage())
{}

const Scene& AccessibleGraph::scene() const { return m_view->scene(); }

bool AccessibleGraph::canLink() const { return m_view->canLink(); }

bool AccessibleGraph::isSelected(int node) const { return m_view->stage().selected().contains(node); }

bool AccessibleGraph::isInView(const QRectF& sceneArea) const { return QRectF(m_view->rect()).intersects(m_view->stage().camera().toView(sceneArea)); }

QRect AccessibleGraph::onScreen(const QRectF& sceneArea) const
{
    const QRect box = m_view->stage().camera().toView(sceneArea).toAlignedRect();
    return {m_view->mapToGlobal(box.topLeft()), box.size()};
}

int AccessibleGraph::childCount() const { return partCount() + QAccessibleWidget::childCount(); }

QAccessibleInterface* AccessibleGraph::child(int index) const
{
    auto& self = const_cast<AccessibleGraph&>(*this); // parts act on what they are parts of
    if (index < 0 || index >= partCount())
        return QAccessibleWidget::child(index - partCount());
    if (index >= firstEdge()) {
        const Edge& edge = scene().edgeOf(index - firstEdge());
        return m_edges.part(AccessibleEdge::keyOf(edge), [&] { return new AccessibleEdge(self, edge); });
    }
    const bool isNode = index < firstFrame();
    const QString id = isNode ? scene().node(index).id : scene().graph().frames[static_cast<std::size_t>(index - firstFrame())].id;
    if (!isNode)
        return m_frames.part(id, [&] { return new AccessibleFrame(self, id); });
    return m_nodes.part(id, [&] { return new AccessibleNode(self, id); });
}

int AccessibleGraph::indexOfChild(const QAccessibleInterface* child) const
{
    if (const auto* part = dynamic_cast<const AccessiblePart*>(child))
        return part->parent() == this ? part->indexInParent() : -1;
    const int other = QAccessibleWidget::indexOfChild(child);
    return other < 0 ? -1 : other + partCount();
}

QAccessibleInterface* AccessibleGraph::childAt(int x, int y) const
{
    const QPointF at = m_view->toScene(m_view->mapFromGlobal(QPoint(x, y)));
    if (const auto node = scene().nodeAt(at))
        return child(*node);
    if (const auto frame = scene().frameAt(at))
        return child(firstFrame() + *frame);
    if (const auto wire = scene().wireAt(at, 4 / m_view->zoom()))
        return child(firstEdge() + *wire);
    return QAccessibleWidget::childAt(x, y);
}

QAccessibleInterface* AccessibleGraph::focusChild() const
{
    const auto current = scene().indexOf(m_view->current());
    return m_view->hasFocus() && current ? child(*current) : QAccessibleWidget::focusChild();
}

void installAccessibleGraph()
{
    static const bool once = [] {
        QAccessible::installFactory([](const QString&, QObject* object) -> QAccessibleInterface* {
            auto* view = qobject_cast<GraphView*>(object);
            return view ? new AccessibleGraph(view) : nullptr;
        });
        return true;
    }();
    Q_UNUSED(once)
}

} // namespace penstock::canvas
