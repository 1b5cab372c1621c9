// The canvas in the accessibility tree: a list of its nodes in the order of the graph, then of its frames and its edges. Painted
// items do not exist for assistive tools without this.
#pragma once

#include <QAccessibleWidget>

#include "ui/canvas/accessible_part.h"
#include "ui/canvas/stepwise_link.h"

namespace penstock::canvas {

class GraphView;

void installAccessibleGraph(); // idempotent; the view calls it

class AccessibleGraph final : public QAccessibleWidget {
public:
    explicit AccessibleGraph(GraphView* view);

    int childCount() const override;
    QAccessibleInterface* child(int index) const override;
    int indexOfChild(const QAccessibleInterface* child) const override;
    QAccessibleInterface* childAt(int x, int y) const override;
    QAccessibleInterface* focusChild() const override;

    // For its parts.
    GraphView& view() const { return *m_view; }
    const Scene& scene() const;
    StepwiseLink& link() const { return m_link; }
    bool canLink() const;
    bool isSelected(int node) const;
    bool isInView(const QRectF& sceneArea) const;
    QRect onScreen(const QRectF& sceneArea) const;
    int firstFrame() const { return scene().nodeCount(); }
    int firstEdge() const { return firstFrame() + static_cast<int>(scene().graph().frames.size()); }

private:
    int partCount() const { return firstEdge() + static_cast<int>(scene().wires().size()); }

    GraphView* m_view;
    mutable StepwiseLink m_link;
    mutable AccessibleParts m_nodes, m_frames, m_edges;
};

} // namespace penstock::canvas
