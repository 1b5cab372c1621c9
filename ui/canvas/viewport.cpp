#include "ui/canvas/viewport.h"

#include "ui/canvas/scene.h"

#include <QWidget>

namespace penstock::canvas {

Viewport::Viewport(const Scene& scene, const QWidget& view)
    : m_scene(scene)
    , m_view(view)
{}

QRectF Viewport::inView() const { return m_camera.toScene(QRectF(m_view.rect())); }

void Viewport::panBy(const QPointF& pixels)
{
    constexpr double kept = 80;
    m_camera.pan(pixels);
    const QRectF shown = m_camera.toView(m_scene.bounds());
    const QPointF excess(qMin(0.0, shown.right() - kept) + qMax(0.0, shown.left() - (m_view.width() - kept)),
                         qMin(0.0, shown.bottom() - kept) + qMax(0.0, shown.top() - (m_view.height() - kept)));
    m_camera.pan(-excess);
    Q_EMIT moved();
}

void Viewport::zoomAbout(const QPointF& view, double zoom)
{
    m_camera.zoomAbout(view, zoom);
    Q_EMIT zoomed(m_camera.zoom);
    panBy({});
}

void Viewport::setZoom(double zoom) { zoomAbout(QPointF(m_view.rect().center()), zoom); }

void Viewport::fit()
{
    m_fitsOnce = false;
    m_camera.fit(m_scene.bounds(), m_view.size());
    m_fitted = m_camera;
    Q_EMIT zoomed(m_camera.zoom);
    Q_EMIT moved();
}

void Viewport::fit(const QRectF& area)
{
    constexpr double margin = 80;
    m_camera.fit(area, m_view.size(), margin);
    Q_EMIT zoomed(m_camera.zoom);
    Q_EMIT moved();
}

bool Viewport::fitIfWanted()
{
    if (!m_fitsOnce || m_scene.nodeCount() == 0)
        return false;
    fit();
    return true;
}

void Viewport::settled()
{
    const bool isUntouched = m_fitted && m_fitted->offset == m_camera.offset && m_fitted->zoom == m_camera.zoom;
    m_fitted.reset();
    if (isUntouched && m_view.isVisible())
        fit();
}

void Viewport::reveal(const QRectF& area)
{
    constexpr double margin = 24;
    const QRectF target = QRectF(m_camera.toView(area).toAlignedRect()).adjusted(-margin, -margin, margin, margin);
    const double width = m_view.width(), height = m_view.height();
    QPointF by;
    if (target.left() < 0 || target.width() > width)
        by.setX(-target.left());
    else if (target.right() > width)
        by.setX(width - target.right());
    if (target.top() < 0 || target.height() > height)
        by.setY(-target.top());
    else if (target.bottom() > height)
        by.setY(height - target.bottom());
    if (!by.isNull())
        panBy(by);
}

} // namespace penstock::canvas
