#include "ui/canvas/painter.h"

#include "ui/theme/contrast.h"

#include <QPainter>

namespace penstock::canvas {

using theme::Role;
using theme::StateMark;

void paintBlocks(QPainter& painter, const std::vector<int>& nodes, const Scene& scene, const Camera& camera, const Look& look)
{
    painter.save();
    painter.resetTransform();
    painter.setRenderHint(QPainter::Antialiasing, false);
    const QColor idle = theme::mix(look.theme.color(Role::panel), look.theme.color(Role::idle), 0.6);
    std::vector<int> marked;
    for (const int node : nodes) {
        const QRectF rect = camera.toView(scene.rect(node));
        const Role role = roleOf(scene.node(node));
        if (scene.node(node).kind == NodeKind::note)
            continue;
        QColor color = look.selected.contains(node) ? look.theme.color(Role::accent) : role == Role::idle ? idle : look.theme.color(role);
        if (look.isFaded(node))
            color = theme::mix(look.theme.color(Role::canvas), color, Look::fadedShare);
        painter.fillRect(QRectF(rect.topLeft(), QSizeF(qMax(1.0, rect.width()), qMax(1.0, rect.height()))), color);
        const Node& each = scene.node(node);
        if (each.change == Change::none ? StateMark::wantsAttention(each.mark) : isChange(each.change))
            marked.push_back(node);
    }
    // What asks to be looked at has its shape also from afar, unless there is no end of it.
    constexpr std::size_t mostMarked = 200;
    constexpr double side = 10, leastZoom = 0.05;
    if (marked.size() <= mostMarked && camera.zoom >= leastZoom) {
        for (const int node : marked) {
            const QPointF middle = camera.toView(scene.rect(node).center());
            const QRectF box(middle.x() - side / 2, middle.y() - side / 2, side, side);
            if (scene.node(node).change == Change::none)
                StateMark::paint(painter, box, scene.node(node).mark, look.theme);
            else
                paintChange(painter, box, scene.node(node).change, look.theme);
        }
    }
    painter.restore();
}

} // namespace penstock::canvas
