// Where a view looks, and how that changes: pan, zoom about a place, fit, reveal. A corner of the graph always stays in view:
// nobody gets lost on empty ground. GUI thread.
#pragma once

#include <QObject>

#include "ui/canvas/camera.h"

#include <optional>

class QWidget;

namespace penstock::canvas {

class Scene;

class Viewport final : public QObject {
    Q_OBJECT

public:
    Viewport(const Scene& scene, const QWidget& view); // both outlive this

    const Camera& camera() const { return m_camera; }
    QRectF inView() const; // of the scene
    void setRatio(double devicePixels) { m_camera.ratio = devicePixels; }

    void panBy(const QPointF& pixels);
    void zoomAbout(const QPointF& view, double zoom);
    void setZoom(double zoom); // about the middle
    void fit();                // all of the graph
    void fit(const QRectF& area);
    void reveal(const QRectF& area); // pans just enough to show it

    // A first graph is fitted once, as soon as there is a view to fit it into.
    void fitOnce() { m_fitsOnce = true; }
    void keep() { m_fitsOnce = false; }
    bool fitIfWanted(); // whether it was
    void graphChanged() { m_fitted.reset(); }
    void settled(); // good places are there: fits again, unless somebody has looked around since

Q_SIGNALS:
    void zoomed(double zoom);
    void moved(); // also by a zoom

private:
    const Scene& m_scene;
    const QWidget& m_view;
    Camera m_camera;
    std::optional<Camera> m_fitted; // what the last fit came to
    bool m_fitsOnce = true;
};

} // namespace penstock::canvas
