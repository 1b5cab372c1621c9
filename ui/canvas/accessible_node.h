#pragma once

#include "ui/canvas/accessible_part.h"
#include "ui/canvas/graph.h"

class QAction;

namespace penstock::canvas {

// A node, with all that can be done with it. Its ports are its children where links can be made.
class AccessibleNode final : public AccessiblePart {
public:
    AccessibleNode(AccessibleGraph& graph, const QString& id)
        : AccessiblePart(graph, QAccessible::ListItem)
        , m_id(id)
    {}

    int indexInParent() const override;
    int childCount() const override;
    QAccessibleInterface* child(int index) const override;
    QAccessibleInterface* childAt(int x, int y) const override;

    QStringList actionNames() const override;
    QString localizedActionName(const QString& action) const override;
    QStringList keyBindingsForAction(const QString& action) const override;
    void doAction(const QString& action) override;

    static QString openAction();

protected:
    QString name() const override;
    QString description() const override;
    QRectF place() const override;
    void addTo(QAccessible::State& state) const override;

private:
    const Node& node() const;
    QAction* named(const QString& action) const;

    QString m_id;
    mutable AccessibleParts m_ports;
};

} // namespace penstock::canvas
