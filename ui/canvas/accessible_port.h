#pragma once

#include "ui/canvas/accessible_part.h"
#include "ui/canvas/graph.h"

namespace penstock::canvas {

class AccessibleNode;

// A port: pressed one after the other, an output and an input are linked. While a link has begun, each says why it cannot end there.
class AccessiblePort final : public AccessiblePart {
public:
    AccessiblePort(AccessibleGraph& graph, const AccessibleNode& node, const PortRef& port) // the node outlives this
        : AccessiblePart(graph, QAccessible::PushButton)
        , m_node(node)
        , m_port(port)
    {}

    QAccessibleInterface* parent() const override;
    int indexInParent() const override;

    QStringList actionNames() const override { return {pressAction()}; }
    void doAction(const QString& action) override;

protected:
    QString name() const override;
    QString description() const override;
    QRectF place() const override;
    void addTo(QAccessible::State& state) const override;

private:
    const AccessibleNode& m_node;
    PortRef m_port;
};

} // namespace penstock::canvas
