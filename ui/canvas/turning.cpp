#include "ui/canvas/turning.h"

#include "ui/canvas/surface.h"
#include "ui/canvas/viewport.h"

#include <QEvent>
#include <QMetaObject>
#include <QTimerEvent>
#include <QWidget>

#include <algorithm>

namespace penstock::canvas {

namespace {

constexpr int interval = 50; // ms: 20 frames a second turn a ring smoothly enough
constexpr int turnDuration = 1400;

} // namespace

Turning::Turning(QWidget& view, const Scene& scene, const Viewport& viewport, Surface& surface)
    : QObject(&view)
    , m_view(view)
    , m_scene(scene)
    , m_viewport(viewport)
    , m_surface(surface)
{
    m_clock.start();
    view.installEventFilter(this);
}

double Turning::phase() const { return static_cast<double>(m_clock.elapsed() % turnDuration) / turnDuration; }

bool Turning::isAnyInView() const
{
    if (!m_view.isVisible() || ScenePainter::detail(m_viewport.camera().zoom) == Detail::blocks)
        return false;
    const auto nodes = m_scene.nodesIn(m_viewport.inView());
    return std::any_of(nodes.begin(), nodes.end(), [this](int node) { return m_scene.node(node).mark == theme::Mark::running; });
}

void Turning::refresh()
{
    if (!isAnyInView())
        m_timer.stop();
    else if (!m_timer.isActive())
        m_timer.start(interval, this);
}

bool Turning::eventFilter(QObject*, QEvent* event)
{
    if (event->type() == QEvent::Show || event->type() == QEvent::Hide)
        QMetaObject::invokeMethod(this, &Turning::refresh, Qt::QueuedConnection); // the view is not yet what it will be
    return false;
}

void Turning::timerEvent(QTimerEvent* event)
{
    if (event->timerId() != m_timer.timerId())
        return QObject::timerEvent(event);
    if (!m_view.isVisible() || m_view.window()->isMinimized())
        return m_timer.stop();
    for (const int node : m_scene.nodesIn(m_viewport.inView())) {
        if (m_scene.node(node).mark == theme::Mark::running)
            m_surface.spoilMark(node);
    }
}

} // namespace penstock::canvas
