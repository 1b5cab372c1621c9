#include "ui/canvas/accessible_part.h"

#include "ui/canvas/accessible_graph.h"
#include "ui/canvas/graph_view.h"

namespace penstock::canvas {

QWindow* AccessiblePart::window() const { return m_graph.view().window()->windowHandle(); }

QAccessibleInterface* AccessiblePart::parent() const { return &m_graph; }

int AccessiblePart::indexOfChild(const QAccessibleInterface* child) const
{
    const auto* part = dynamic_cast<const AccessiblePart*>(child);
    return part && part->parent() == this ? part->indexInParent() : -1;
}

QString AccessiblePart::text(QAccessible::Text kind) const
{
    if (!isValid())
        return {};
    return kind == QAccessible::Name ? name() : kind == QAccessible::Description ? description() : QString();
}

QRect AccessiblePart::rect() const { return isValid() ? m_graph.onScreen(place()) : QRect(); }

QAccessible::State AccessiblePart::state() const
{
    QAccessible::State state;
    if (!isValid()) {
        state.invalid = true;
        return state;
    }
    state.invisible = !m_graph.view().isVisible();
    state.offscreen = !m_graph.isInView(place());
    addTo(state);
    return state;
}

void* AccessiblePart::interface_cast(QAccessible::InterfaceType type)
{
    return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface*>(this) : nullptr;
}

GraphView& AccessiblePart::view() const { return m_graph.view(); }

const Graph& AccessiblePart::drawn() const { return view().graph(); }

void AccessiblePart::answerFirst(std::function<void(GraphView&)> act) const
{
    QMetaObject::invokeMethod(&view(), [&view = view(), act = std::move(act)] { act(view); }, Qt::QueuedConnection);
}

AccessibleParts::~AccessibleParts()
{
    for (const QAccessible::Id id : std::as_const(m_known))
        QAccessible::deleteAccessibleInterface(id);
}

QAccessibleInterface* AccessibleParts::part(const QString& key, const std::function<AccessiblePart*()>& make)
{
    const auto known = m_known.constFind(key);
    if (known != m_known.cend())
        return QAccessible::accessibleInterface(*known);
    AccessiblePart* made = make();
    m_known.insert(key, QAccessible::registerAccessibleInterface(made));
    return made;
}

} // namespace penstock::canvas
