#include "ui/canvas/accessible_graph.h"

#include "ui/canvas/graph_view.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QPointer>

namespace penstock::canvas {

class AccessibleNode final : public QAccessibleInterface, public QAccessibleActionInterface {
public:
    AccessibleNode(GraphView* view, const QString& id)
        : m_view(view)
        , m_id(id)
    {}

    bool isValid() const override { return m_view && index(); }
    QObject* object() const override { return nullptr; }
    QWindow* window() const override { return m_view ? m_view->window()->windowHandle() : nullptr; }
    QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    QAccessibleInterface* parent() const override { return QAccessible::queryAccessibleInterface(m_view); }
    QAccessibleInterface* child(int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    void setText(QAccessible::Text, const QString&) override {}

    QString text(QAccessible::Text kind) const override
    {
        if (!isValid())
            return {};
        return kind == QAccessible::Name ? spoken(m_view->m_scene.node(*index())) : QString();
    }
    QRect rect() const override
    {
        const QRect box = isValid() ? m_view->viewRect(m_id) : QRect();
        return isValid() ? QRect(m_view->mapToGlobal(box.topLeft()), box.size()) : QRect();
    }
    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.focusable = true;
        state.selectable = true;
        if (!isValid()) {
            state.invalid = true;
            return state;
        }
        state.selected = m_view->m_selected.contains(*index());
        state.focused = m_view->hasFocus() && m_view->m_current == *index();
        state.invisible = !m_view->isVisible();
        state.offscreen = !m_view->rect().intersects(m_view->viewRect(m_id));
        state.disabled = !m_view->m_scene.node(*index()).enabled;
        return state;
    }
    void* interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface*>(this) : nullptr;
    }

    QStringList actionNames() const override { return {pressAction(), setFocusAction()}; }
    QStringList keyBindingsForAction(const QString&) const override { return {}; }
    void doAction(const QString& action) override
    {
        if (!isValid())
            return;
        m_view->setCurrent(m_id);
        m_view->reveal(m_id);
        if (action == setFocusAction())
            m_view->setFocus();
        else
            m_view->select({m_id});
    }

private:
    std::optional<int> index() const { return m_view->m_scene.indexOf(m_id); }

    QPointer<GraphView> m_view;
    QString m_id;
};

class AccessibleGraph final : public QAccessibleWidget {
public:
    explicit AccessibleGraph(GraphView* view)
        : QAccessibleWidget(view, QAccessible::List)
        , m_view(view)
    {}
    ~AccessibleGraph() override
    {
        for (const QAccessible::Id id : std::as_const(m_nodes))
            QAccessible::deleteAccessibleInterface(id);
    }

    int childCount() const override { return m_view->m_scene.nodeCount() + QAccessibleWidget::childCount(); }
    QAccessibleInterface* child(int index) const override
    {
        const int nodes = m_view->m_scene.nodeCount();
        if (index < 0 || index >= nodes)
            return QAccessibleWidget::child(index - nodes);
        const QString id = m_view->m_scene.node(index).id;
        const auto known = m_nodes.constFind(id);
        if (known != m_nodes.cend())
            return QAccessible::accessibleInterface(*known);
        auto* node = new AccessibleNode(m_view, id);
        m_nodes.insert(id, QAccessible::registerAccessibleInterface(node));
        return node;
    }
    int indexOfChild(const QAccessibleInterface* child) const override
    {
        for (int i = 0; i < m_view->m_scene.nodeCount(); ++i) {
            const auto known = m_nodes.constFind(m_view->m_scene.node(i).id);
            if (known != m_nodes.cend() && QAccessible::accessibleInterface(*known) == child)
                return i;
        }
        const int other = QAccessibleWidget::indexOfChild(child);
        return other < 0 ? -1 : other + m_view->m_scene.nodeCount();
    }
    QAccessibleInterface* childAt(int x, int y) const override
    {
        const QPoint at = m_view->mapFromGlobal(QPoint(x, y));
        const auto node = m_view->m_scene.nodeAt(m_view->toScene(at));
        return node ? child(*node) : QAccessibleWidget::childAt(x, y);
    }
    QAccessibleInterface* focusChild() const override
    {
        return m_view->hasFocus() && m_view->m_current >= 0 ? child(m_view->m_current) : QAccessibleWidget::focusChild();
    }

private:
    GraphView* m_view;
    mutable QHash<QString, QAccessible::Id> m_nodes; // made when asked for
};

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
