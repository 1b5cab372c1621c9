#include "ui/canvas/accessible_node.h"

#include "ui/canvas/accessible_graph.h"
#include "ui/canvas/accessible_port.h"
#include "ui/canvas/graph_view.h"
#include "ui/canvas/spoken_links.h"

#include <QAction>
#include <QPointer>

#include <utility>

namespace penstock::canvas {

using namespace Qt::Literals::StringLiterals;

QString AccessibleNode::openAction() { return u"open"_s; }

int AccessibleNode::indexInParent() const { return graph().scene().indexOf(m_id).value_or(-1); }

const Node& AccessibleNode::node() const { return graph().scene().node(indexInParent()); }

int AccessibleNode::childCount() const
{
    if (!isValid() || !graph().canLink())
        return 0;
    return static_cast<int>(portsOf(node(), PortSide::in).size() + portsOf(node(), PortSide::out).size());
}

QAccessibleInterface* AccessibleNode::child(int index) const
{
    if (index < 0 || index >= childCount())
        return nullptr;
    const auto& inputs = portsOf(node(), PortSide::in);
    const auto& outputs = portsOf(node(), PortSide::out);
    const auto at = static_cast<std::size_t>(index);
    const bool out = at >= inputs.size();
    const PortRef port{m_id, out ? PortSide::out : PortSide::in, out ? outputs[at - inputs.size()].name : inputs[at].name};
    return m_ports.part((out ? u"o"_s : u"i"_s) % port.port, [&] { return new AccessiblePort(graph(), *this, port); });
}

QAccessibleInterface* AccessibleNode::childAt(int x, int y) const
{
    for (int i = 0; i < childCount(); ++i) {
        if (child(i)->rect().contains(x, y))
            return child(i);
    }
    return nullptr;
}

QString AccessibleNode::name() const { return spoken(node()); }

QString AccessibleNode::description() const { return spokenNeighbours(drawn(), m_id); }

QRectF AccessibleNode::place() const { return graph().scene().rect(indexInParent()); }

void AccessibleNode::addTo(QAccessible::State& state) const
{
    state.focusable = true;
    state.selectable = true;
    state.selected = graph().isSelected(indexInParent());
    state.focused = view().hasFocus() && view().current() == m_id;
    state.disabled = !node().enabled;
}

QStringList AccessibleNode::actionNames() const
{
    QStringList names{pressAction(), setFocusAction(), openAction(), showMenuAction()};
    if (isValid() && node().kind != NodeKind::frame) {
        const QList<QAction*> actions = view().nodeActions();
        for (const QAction* action : actions)
            names.append(action->text());
    }
    return names;
}

QAction* AccessibleNode::named(const QString& action) const
{
    const QList<QAction*> actions = view().nodeActions();
    const auto found = std::find_if(actions.begin(), actions.end(), [&](const QAction* each) { return each->text() == action; });
    return found == actions.end() ? nullptr : *found;
}

QString AccessibleNode::localizedActionName(const QString& action) const
{
    if (action == openAction())
        return GraphView::tr("Open");
    return named(action) ? action : QAccessibleActionInterface::localizedActionName(action);
}

QStringList AccessibleNode::keyBindingsForAction(const QString& action) const
{
    const QAction* own = named(action);
    return own && !own->shortcut().isEmpty() ? QStringList{own->shortcut().toString()} : QStringList();
}

void AccessibleNode::doAction(const QString& action)
{
    if (!isValid())
        return;
    const QPointer<QAction> own = named(action);
    view().setCurrent(m_id);
    view().reveal(m_id);
    if (action == setFocusAction())
        return view().setFocus();
    view().select({m_id});
    if (own)
        answerFirst([own](GraphView&) { own ? own->trigger() : void(); });
    else if (action == openAction())
        answerFirst([id = m_id](GraphView& view) { Q_EMIT view.nodeActivated(id); });
    else if (action == showMenuAction())
        answerFirst([id = m_id, at = rect().center()](GraphView& view) { Q_EMIT view.menuRequested(id, at); });
}

} // namespace penstock::canvas
