#include "ui/canvas/selection_moves.h"

#include "ui/canvas/gesture.h"
#include "ui/canvas/selection.h"

namespace penstock::canvas {

void SelectionMoves::move(const std::vector<int>& nodes, const std::vector<QPointF>& positions)
{
    if (nodes.empty())
        return;
    m_stage.repaint(m_stage.scene().moveNodes(nodes, positions, Scene::Settle::yes));
    m_stage.nodesWereMoved(nodes, {});
}

void SelectionMoves::nudge(const QPointF& by)
{
    const std::vector<int> nodes = m_selection.sorted();
    std::vector<QPointF> positions;
    for (const int node : nodes)
        positions.push_back(m_stage.scene().rect(node).topLeft() + by);
    move(nodes, positions);
}

void SelectionMoves::arrange(Arrangement how)
{
    const std::vector<int> nodes = m_selection.sorted();
    if (nodes.size() < 2)
        return;
    std::vector<Box> boxes;
    for (const int node : nodes) {
        const QRectF rect = m_stage.scene().rect(node);
        boxes.push_back({rect.x(), rect.y(), rect.width(), rect.height()});
    }
    std::vector<int> moved;
    std::vector<QPointF> positions;
    const auto places = arranged(boxes, how);
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        if (places[i] == Point{boxes[i].x, boxes[i].y})
            continue;
        moved.push_back(nodes[i]);
        positions.emplace_back(places[i].x, places[i].y);
    }
    move(moved, positions);
}

} // namespace penstock::canvas
