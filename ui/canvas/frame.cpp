#include "ui/canvas/frame.h"

#include <QPainter>

#include <cmath>

namespace penstock::canvas {

void Frame::shift(const QSize& size, double ratio, const Camera& camera)
{
    const QRect whole(QPoint(), size);
    const QPointF by = camera.offset - m_camera.offset;
    const QPoint pixels = (by * ratio).toPoint();
    const bool exact = (QPointF(pixels) - by * ratio).manhattanLength() < 0.01;
    if (camera.zoom != m_camera.zoom || !exact || qAbs(by.x()) >= size.width() || qAbs(by.y()) >= size.height()) {
        m_spoilt = whole;
        return;
    }
    if (pixels.isNull())
        return;
    m_pixmap.scroll(pixels.x(), pixels.y(), m_pixmap.rect());
    // At fractional scales the first exposed pixel may hold half of a stale one.
    const int seam = ratio == std::floor(ratio) ? 0 : 1;
    const QRect moved = QRectF(QPointF(whole.topLeft()) + by, QSizeF(size)).toAlignedRect();
    const QRect kept = moved.adjusted(by.x() > 0 ? seam : 0, by.y() > 0 ? seam : 0, by.x() < 0 ? -seam : 0, by.y() < 0 ? -seam : 0) & whole;
    QRegion spoilt;
    for (const QRect& rect : m_spoilt)
        spoilt += QRectF(QPointF(rect.topLeft()) + by, QSizeF(rect.size())).toAlignedRect();
    m_spoilt = spoilt + (QRegion(whole) - kept);
}

const QPixmap& Frame::picture(const QSize& size, double ratio, const Camera& camera, const std::function<void(QPainter&, const QRegion&)>& paint)
{
    const QSize pixels = (QSizeF(size) * ratio).toSize();
    if (m_pixmap.size() != pixels || m_pixmap.devicePixelRatio() != ratio) {
        m_pixmap = QPixmap(pixels);
        m_pixmap.setDevicePixelRatio(ratio);
        m_spoilt = QRect(QPoint(), size);
    } else {
        shift(size, ratio, camera);
    }
    m_camera = camera;
    const QRegion missing = m_spoilt & QRect(QPoint(), size);
    m_spoilt = QRegion();
    if (!missing.isEmpty()) {
        QPainter painter(&m_pixmap);
        // Scattered areas are painted one by one: what lies between them need not be looked at.
        const QRect bounds = missing.boundingRect();
        double area = 0;
        for (const QRect& rect : missing)
            area += double(rect.width()) * rect.height();
        if (missing.rectCount() > 1 && missing.rectCount() <= 32 && area < 0.4 * bounds.width() * bounds.height()) {
            for (const QRect& rect : missing)
                paint(painter, rect);
        } else {
            paint(painter, missing);
        }
    }
    return m_pixmap;
}

} // namespace penstock::canvas
