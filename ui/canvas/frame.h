// The last painted frame of the canvas. A pan shifts it and paints only the strip that came into view; a change paints
// only its area. Painting everything anew for each step of a pan costs ten times as much.
#pragma once

#include "ui/canvas/camera.h"

#include <QPixmap>
#include <QRegion>

#include <functional>

namespace penstock::canvas {

class Frame final {
public:
    void spoil(const QRect& area) { m_spoilt += area; } // widget coordinates
    void spoilAll() { m_pixmap = QPixmap(); }

    // The picture for this camera; `paint` is asked for the areas that are missing.
    const QPixmap& picture(const QSize& size, double ratio, const Camera& camera, const std::function<void(QPainter&, const QRegion&)>& paint);

private:
    void shift(const QSize& size, double ratio, const Camera& camera);

    QPixmap m_pixmap;
    QRegion m_spoilt;
    Camera m_camera;
};

} // namespace penstock::canvas
