// Turns the marks of running nodes, as long as one is in view.
#pragma once

#include <QBasicTimer>
#include <QElapsedTimer>
#include <QObject>

class QWidget;

namespace penstock::canvas {

class Scene;
class Surface;
class Viewport;

class Turning final : public QObject {
    Q_OBJECT

public:
    Turning(QWidget& view, const Scene& scene, const Viewport& viewport, Surface& surface); // all outlive this

    void refresh(); // the camera moved, or a node began to run
    double phase() const; // 0..1

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void timerEvent(QTimerEvent* event) override;

private:
    bool isAnyInView() const;

    QWidget& m_view;
    const Scene& m_scene;
    const Viewport& m_viewport;
    Surface& m_surface;
    QBasicTimer m_timer;
    QElapsedTimer m_clock;
};

} // namespace penstock::canvas
