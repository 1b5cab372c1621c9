#include "ui/theme/mark.h"

#include <QPainter>
#include <QPainterPath>

namespace penstock::theme {
namespace {

// Everything is drawn on a 16 x 16 grid.
struct Brushes {
    QColor color;
    QColor ground;
};

QPen stroke(const QColor& color, double width)
{
    return {color, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin};
}

void paintSucceeded(QPainter& painter, const Brushes& brushes)
{
    painter.setBrush(brushes.color);
    painter.drawEllipse(QRectF(1, 1, 14, 14));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(stroke(brushes.ground, 1.8));
    painter.drawPolyline(QPolygonF{{4.9, 8.3}, {7.1, 10.5}, {11.2, 5.8}});
}

void paintRunning(QPainter& painter, const Brushes& brushes, double phase)
{
    QColor faint = brushes.color;
    faint.setAlphaF(0.28F);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(stroke(faint, 1.8));
    painter.drawEllipse(QRectF(1.4, 1.4, 13.2, 13.2));
    painter.setPen(stroke(brushes.color, 1.8));
    painter.drawArc(QRectF(1.4, 1.4, 13.2, 13.2), qRound((90 - phase * 360) * 16), -120 * 16);
    painter.setPen(Qt::NoPen);
    painter.setBrush(brushes.color);
    painter.drawPolygon(QPolygonF{{6.3, 5.0}, {11.0, 8.0}, {6.3, 11.0}});
}

void paintWaiting(QPainter& painter, const Brushes& brushes)
{
    painter.setBrush(brushes.color);
    painter.drawRoundedRect(QRectF(1, 1, 14, 14), 2.5, 2.5);
    painter.setBrush(brushes.ground);
    painter.drawEllipse(QRectF(5.9, 3.6, 4.2, 4.2));
    QPainterPath shoulders;
    shoulders.moveTo(4.2, 12.4);
    shoulders.cubicTo(4.4, 9.9, 5.9, 8.9, 8, 8.9);
    shoulders.cubicTo(10.1, 8.9, 11.6, 9.9, 11.8, 12.4);
    shoulders.closeSubpath();
    painter.drawPath(shoulders);
}

void paintFailed(QPainter& painter, const Brushes& brushes)
{
    painter.setBrush(brushes.color);
    painter.drawPolygon(QPolygonF{{8, 0.2}, {15.8, 8}, {8, 15.8}, {0.2, 8}});
    painter.setPen(stroke(brushes.ground, 1.8));
    painter.drawLine(QPointF(5.9, 5.9), QPointF(10.1, 10.1));
    painter.drawLine(QPointF(10.1, 5.9), QPointF(5.9, 10.1));
}

void paintRejected(QPainter& painter, const Brushes& brushes)
{
    painter.setBrush(brushes.color);
    painter.drawEllipse(QRectF(1, 1, 14, 14));
    painter.setPen(stroke(brushes.ground, 2.2));
    painter.drawLine(QPointF(5, 8), QPointF(11, 8));
}

void paintCached(QPainter& painter, const Brushes& brushes)
{
    painter.setBrush(Qt::NoBrush);
    painter.setPen(stroke(brushes.color, 1.6));
    painter.drawRoundedRect(QRectF(1.8, 1.8, 9, 9), 1.8, 1.8);
    painter.setPen(stroke(brushes.ground, 1.2));
    painter.setBrush(brushes.color);
    painter.drawRoundedRect(QRectF(4.8, 4.8, 10.2, 10.2), 2, 2);
}

void paintRing(QPainter& painter, const Brushes& brushes, bool dashed)
{
    QPen pen = stroke(brushes.color, 1.6);
    if (dashed) {
        pen.setCapStyle(Qt::FlatCap);
        pen.setDashPattern({1.75, 1.294}); // eight equal dashes
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(pen);
    painter.drawEllipse(QRectF(1.8, 1.8, 12.4, 12.4));
    if (dashed)
        painter.drawLine(QPointF(5.6, 8), QPointF(10.4, 8));
}

void paintTriangle(QPainter& painter, const Brushes& brushes)
{
    painter.setPen(stroke(brushes.color, 1.6));
    painter.setBrush(brushes.color);
    painter.drawPolygon(QPolygonF{{8, 1.9}, {15, 14}, {1, 14}});
    painter.setPen(stroke(brushes.ground, 1.8));
    painter.drawLine(QPointF(8, 6.3), QPointF(8, 9.4));
    painter.drawPoint(QPointF(8, 12.1));
}

void paintCancelled(QPainter& painter, const Brushes& brushes)
{
    painter.setBrush(Qt::NoBrush);
    painter.setPen(stroke(brushes.color, 1.7));
    painter.drawRoundedRect(QRectF(2.4, 2.4, 11.2, 11.2), 1.5, 1.5);
}

} // namespace

QString StateMark::word(Mark mark)
{
    switch (mark) {
    case Mark::pending: return tr("pending");
    case Mark::running: return tr("running");
    case Mark::waitingForPerson: return tr("waiting for a person");
    case Mark::succeeded: return tr("succeeded");
    case Mark::cached: return tr("from the cache");
    case Mark::failed: return tr("failed");
    case Mark::rejected: return tr("rejected");
    case Mark::cancelled: return tr("cancelled");
    case Mark::skipped: return tr("skipped");
    case Mark::lost: return tr("lost");
    case Mark::warning: return tr("warning");
    }
    return {};
}

Role StateMark::role(Mark mark)
{
    switch (mark) {
    case Mark::running: return Role::running;
    case Mark::waitingForPerson: return Role::waiting;
    case Mark::succeeded: return Role::succeeded;
    case Mark::cached: return Role::cached;
    case Mark::failed:
    case Mark::rejected: return Role::failed;
    case Mark::lost:
    case Mark::warning: return Role::warning;
    case Mark::pending:
    case Mark::cancelled:
    case Mark::skipped: break;
    }
    return Role::idle;
}

bool StateMark::wantsAttention(Mark mark)
{
    return mark == Mark::waitingForPerson || mark == Mark::failed || mark == Mark::rejected || mark == Mark::lost || mark == Mark::warning;
}

void StateMark::paint(QPainter& painter, const QRectF& box, Mark mark, const Theme& theme, Role surface, double phase)
{
    const double side = std::min(box.width(), box.height());
    const Brushes brushes{theme.color(role(mark)), theme.color(surface)};
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(box.center().x() - side / 2, box.center().y() - side / 2);
    painter.scale(side / 16, side / 16);
    painter.setPen(Qt::NoPen);
    switch (mark) {
    case Mark::succeeded: paintSucceeded(painter, brushes); break;
    case Mark::running: paintRunning(painter, brushes, phase); break;
    case Mark::waitingForPerson: paintWaiting(painter, brushes); break;
    case Mark::failed: paintFailed(painter, brushes); break;
    case Mark::rejected: paintRejected(painter, brushes); break;
    case Mark::cached: paintCached(painter, brushes); break;
    case Mark::pending: paintRing(painter, brushes, false); break;
    case Mark::skipped: paintRing(painter, brushes, true); break;
    case Mark::lost:
    case Mark::warning: paintTriangle(painter, brushes); break;
    case Mark::cancelled: paintCancelled(painter, brushes); break;
    }
    painter.restore();
}

} // namespace penstock::theme
