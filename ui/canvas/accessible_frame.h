#pragma once

#include "ui/canvas/accessible_part.h"
#include "ui/canvas/graph.h"

namespace penstock::canvas {

// A frame that is not folded (a folded one is a node). Its rectangle is that of its title.
class AccessibleFrame final : public AccessiblePart {
public:
    AccessibleFrame(AccessibleGraph& graph, const QString& id)
        : AccessiblePart(graph, QAccessible::Grouping)
        , m_id(id)
    {}

    int indexInParent() const override;

    static QString renameAction();
    QStringList actionNames() const override { return {pressAction(), renameAction(), showMenuAction()}; }
    QString localizedActionName(const QString& action) const override;
    void doAction(const QString& action) override; // pressed, it selects what it holds

protected:
    QString name() const override;
    QRectF place() const override;
    void addTo(QAccessible::State& state) const override;

private:
    int frame() const;
    const NodeFrame& inGraph() const;

    QString m_id;
};

} // namespace penstock::canvas
