#pragma once

#include "ui/canvas/accessible_part.h"
#include "ui/canvas/graph.h"

namespace penstock::canvas {

// An edge. Its rectangle is a small one about its middle, so that a pointer led there meets the wire.
class AccessibleEdge final : public AccessiblePart {
public:
    AccessibleEdge(AccessibleGraph& graph, const Edge& edge)
        : AccessiblePart(graph, QAccessible::Link)
        , m_edge(edge)
    {}

    int indexInParent() const override;
    static QString keyOf(const Edge& edge);
    static QString deleteAction();

    QStringList actionNames() const override;
    QString localizedActionName(const QString& action) const override;
    void doAction(const QString& action) override;

protected:
    QString name() const override;
    QString description() const override;
    QRectF place() const override;
    void addTo(QAccessible::State& state) const override;

private:
    int wire() const;
    const Edge& edge() const; // as the graph has it

    Edge m_edge;
};

} // namespace penstock::canvas
