#include "ui/canvas/accessible_port.h"

#include "ui/canvas/accessible_graph.h"
#include "ui/canvas/accessible_node.h"
#include "ui/canvas/graph_view.h"
#include "ui/canvas/spoken_links.h"

#include <algorithm>

namespace penstock::canvas {

QAccessibleInterface* AccessiblePort::parent() const { return const_cast<AccessibleNode*>(&m_node); }

int AccessiblePort::indexInParent() const
{
    const auto node = graph().scene().indexOf(m_port.node);
    if (!node || !graph().canLink())
        return -1;
    const auto& ports = portsOf(graph().scene().node(*node), m_port.side);
    const auto found = std::find_if(ports.begin(), ports.end(), [this](const Port& port) { return port.name == m_port.port; });
    if (found == ports.end())
        return -1;
    const std::size_t before = m_port.side == PortSide::out ? portsOf(graph().scene().node(*node), PortSide::in).size() : 0;
    return static_cast<int>(before) + static_cast<int>(found - ports.begin());
}

QString AccessiblePort::name() const { return spokenPort(drawn(), m_port); }

QString AccessiblePort::description() const
{
    const StepwiseLink& link = graph().link();
    const auto begun = link.begun();
    if (!begun)
        return GraphView::tr("Press to begin a link.");
    if (begun == m_port)
        return GraphView::tr("A link begins here. Press the port where it ends, or this one to give it up.");
    if (!link.canEndAt(m_port))
        return GraphView::tr("Press to begin the link here instead.");
    const QString why = link.refusal(m_port);
    return why.isEmpty() ? GraphView::tr("Press to link %1 with %2.").arg(begun->node, m_port.node) : why;
}

QRectF AccessiblePort::place() const
{
    constexpr double around = 9;
    const QPointF middle = graph().scene().portAt(*graph().scene().indexOf(m_port.node), m_port.side, m_port.port);
    return {middle - QPointF(around, around), QSizeF(2 * around, 2 * around)};
}

void AccessiblePort::addTo(QAccessible::State& state) const
{
    state.checkable = true;
    state.checked = graph().link().begun() == m_port;
    state.linked = true;
}

void AccessiblePort::doAction(const QString& action)
{
    if (!isValid() || action != pressAction())
        return;
    const QString why = graph().link().press(m_port);
    QAccessible::State changes;
    changes.checked = true;
    QAccessibleStateChangeEvent changed(this, changes);
    QAccessible::updateAccessibility(&changed);
    if (why.isEmpty())
        return;
    QAccessibleEvent told(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&told);
    Q_EMIT view().linkRefused(why);
}

} // namespace penstock::canvas
