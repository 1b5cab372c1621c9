#include "ui/canvas/painter.h"

#include <QPainter>

namespace penstock::canvas {

using theme::Role;

Role roleOf(Change change)
{
    switch (change) {
    case Change::added: return Role::succeeded;
    case Change::removed: return Role::failed;
    case Change::changed: return Role::warning;
    case Change::renamed: return Role::running;
    case Change::none:
    case Change::same: break;
    }
    return Role::idle;
}

Role roleOf(const Node& node) { return node.change == Change::none ? theme::StateMark::role(node.mark) : roleOf(node.change); }

// A plus, a minus, a pencil and an arrow, each on a shape of its own.
void paintChange(QPainter& painter, const QRectF& box, Change change, const theme::Theme& theme, Role surface)
{
    if (!isChange(change))
        return;
    const double side = std::min(box.width(), box.height());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(box.center() - QPointF(side / 2, side / 2));
    painter.scale(side / 16, side / 16);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color(roleOf(change)));
    const QPen cut(theme.color(surface), 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    switch (change) {
    case Change::added:
        painter.drawEllipse(QRectF(0.5, 0.5, 15, 15));
        painter.setPen(cut);
        painter.drawLine(QPointF(8, 4.5), QPointF(8, 11.5));
        painter.drawLine(QPointF(4.5, 8), QPointF(11.5, 8));
        break;
    case Change::removed:
        painter.drawRoundedRect(QRectF(1, 1, 14, 14), 2.5, 2.5);
        painter.setPen(cut);
        painter.drawLine(QPointF(4.5, 8), QPointF(11.5, 8));
        break;
    case Change::changed: // a pencil: its tip at the lower left
        painter.drawPolygon(QPolygonF{{1.2, 14.8}, {2.4, 10}, {11, 1.4}, {14.6, 5}, {6, 13.6}});
        painter.setPen(QPen(theme.color(surface), 1.2));
        painter.drawLine(QPointF(9, 3.4), QPointF(12.6, 7));
        break;
    case Change::renamed:
        painter.drawPolygon(QPolygonF{{8, 2}, {15.5, 8}, {8, 14}, {8, 10.2}, {0.8, 10.2}, {0.8, 5.8}, {8, 5.8}});
        break;
    case Change::none:
    case Change::same: break;
    }
    painter.restore();
}

} // namespace penstock::canvas
