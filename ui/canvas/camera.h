// Where the view looks: scene to widget and back. Logical pixels; zoom 1 is 100 %.
#pragma once

#include <QPointF>
#include <QRectF>
#include <QTransform>

namespace penstock::canvas {

struct Camera {
    static constexpr double least = 0.02;
    static constexpr double most = 4.0;

    double zoom = 1;
    QPointF offset;   // widget position of the scene's origin, on whole device pixels: lines stay sharp
    double ratio = 1; // device pixels per logical one

    QPointF toView(const QPointF& scene) const { return scene * zoom + offset; }
    QPointF toScene(const QPointF& view) const { return (view - offset) / zoom; }
    QRectF toView(const QRectF& scene) const { return {toView(scene.topLeft()), scene.size() * zoom}; }
    QRectF toScene(const QRectF& view) const { return {toScene(view.topLeft()), view.size() / zoom}; }
    QTransform transform() const { return {zoom, 0, 0, zoom, offset.x(), offset.y()}; }

    QPointF snapped(const QPointF& p) const { return QPointF((p * ratio).toPoint()) / ratio; }
    void pan(const QPointF& by) { offset = snapped(offset + by); }
    void zoomAbout(const QPointF& view, double wished)
    {
        const QPointF fixed = toScene(view);
        zoom = qBound(least, wished, most);
        offset = snapped(view - fixed * zoom);
    }
    // Shows all of `scene` with a margin, never larger than 100 %.
    void fit(const QRectF& scene, const QSizeF& view, double margin = 28)
    {
        const double room = qMin((view.width() - 2 * margin) / qMax(1.0, scene.width()), (view.height() - 2 * margin) / qMax(1.0, scene.height()));
        zoom = qBound(least, qMin(room, 1.0), most);
        offset = snapped(QPointF(view.width() / 2, view.height() / 2) - scene.center() * zoom);
    }
};

} // namespace penstock::canvas
