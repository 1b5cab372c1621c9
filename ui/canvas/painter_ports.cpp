#include "ui/canvas/painter.h"

#include <QPainter>

namespace penstock::canvas {

using theme::Role;

namespace {

Role roleOf(PortKind kind)
{
    switch (kind) {
    case PortKind::order: return Role::idle;
    case PortKind::artifact: return Role::running;
    case PortKind::model: return Role::succeeded;
    case PortKind::value: return Role::cached;
    case PortKind::branch: return Role::warning;
    case PortKind::failure: return Role::failed;
    }
    return Role::idle;
}

QPolygonF diamond(const QPointF& c, double r) { return {c - QPointF(0, r), c + QPointF(r, 0), c + QPointF(0, r), c - QPointF(r, 0)}; }

QPolygonF triangle(const QPointF& c, double r) { return {c + QPointF(r, 0), c + QPointF(-r * 0.7, r), c + QPointF(-r * 0.7, -r)}; }

} // namespace

bool isLookedAt(const Look& look, int node) { return look.selected.contains(node) || look.hovered == node || look.current == node; }

void paintPort(QPainter& painter, const QPointF& c, PortKind kind, const theme::Theme& theme, bool lit)
{
    const QColor color = theme.color(roleOf(kind));
    const double r = lit ? 6 : 4.2;
    painter.setPen(QPen(color, lit ? 2 : 1.3));
    painter.setBrush(lit ? color : theme.color(Role::panel));
    switch (kind) {
    case PortKind::order: painter.drawEllipse(c, r, r); break;
    case PortKind::artifact: painter.drawRoundedRect(QRectF(c.x() - r + 0.4, c.y() - r + 0.4, 2 * r - 0.8, 2 * r - 0.8), 1.2, 1.2); break;
    case PortKind::model: painter.drawPolygon(diamond(c, r + 0.9)); break;
    case PortKind::value: painter.drawEllipse(c, r * 0.75, r * 0.75); break;
    case PortKind::branch:
    case PortKind::failure: painter.drawPolygon(triangle(c, r)); break;
    }
}

void paintPorts(QPainter& painter, const Scene& scene, int node, const Look& look)
{
    const bool all = isLookedAt(look, node);
    for (const PortSide side : {PortSide::in, PortSide::out}) {
        for (const Port& port : portsOf(scene.node(node), side)) {
            if (all || !port.onDemand)
                paintPort(painter, scene.portAt(node, side, port.name), port.kind, look.theme);
        }
    }
}

} // namespace penstock::canvas
