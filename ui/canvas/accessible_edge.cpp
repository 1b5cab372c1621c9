#include "ui/canvas/accessible_edge.h"

#include "ui/canvas/accessible_graph.h"
#include "ui/canvas/graph_view.h"
#include "ui/canvas/spoken_links.h"

namespace penstock::canvas {

using namespace Qt::Literals::StringLiterals;

QString AccessibleEdge::deleteAction() { return u"delete"_s; }

QString AccessibleEdge::keyOf(const Edge& edge)
{
    return QStringList{edge.from, edge.to, QString::number(static_cast<int>(edge.kind)), edge.output, edge.input, QString::number(edge.branch)}.join(u'\n');
}

int AccessibleEdge::wire() const
{
    const auto& wires = graph().scene().wires();
    for (std::size_t i = 0; i < wires.size(); ++i) {
        if (isSameLink(drawn().edges[static_cast<std::size_t>(wires[i].edge)], m_edge))
            return static_cast<int>(i);
    }
    return -1;
}

int AccessibleEdge::indexInParent() const
{
    const int index = wire();
    return index < 0 ? -1 : graph().firstEdge() + index;
}

const Edge& AccessibleEdge::edge() const { return graph().scene().edgeOf(wire()); }

QString AccessibleEdge::name() const { return spokenEdge(drawn(), edge()); }

QString AccessibleEdge::description() const { return spokenPorts(drawn(), edge()); }

QRectF AccessibleEdge::place() const
{
    constexpr double around = 8;
    const Wire& led = graph().scene().wires()[static_cast<std::size_t>(wire())];
    const QPointF middle = led.isLed ? led.path.pointAtPercent(0.5) : led.bounds.center();
    return {middle - QPointF(around, around), QSizeF(2 * around, 2 * around)};
}

void AccessibleEdge::addTo(QAccessible::State& state) const
{
    const auto chosen = view().chosenEdge();
    state.selectable = graph().canLink();
    state.selected = chosen && isSameLink(*chosen, m_edge);
}

QStringList AccessibleEdge::actionNames() const { return graph().canLink() ? QStringList{pressAction(), deleteAction()} : QStringList(); }

QString AccessibleEdge::localizedActionName(const QString& action) const
{
    return action == deleteAction() ? GraphView::tr("Delete") : QAccessibleActionInterface::localizedActionName(action);
}

void AccessibleEdge::doAction(const QString& action)
{
    if (!isValid() || !graph().canLink())
        return;
    view().chooseEdge(edge());
    if (action == deleteAction())
        answerFirst([edge = edge()](GraphView& view) { Q_EMIT view.edgesRemoved({edge}); });
}

} // namespace penstock::canvas
