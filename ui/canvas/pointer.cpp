#include "ui/canvas/pointer.h"

#include "ui/canvas/graph_view.h"
#include "ui/canvas/painter.h"

#include <QContextMenuEvent>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QWheelEvent>

#include <cmath>

namespace penstock::canvas {

namespace {

constexpr Qt::KeyboardModifiers adds = Qt::ControlModifier | Qt::ShiftModifier; // to what is selected
constexpr Qt::KeyboardModifiers cuts = Qt::ControlModifier | Qt::ShiftModifier; // both; Alt is the window manager's on many desktops

} // namespace

Pointer::Pointer(GraphView& view, Stage& stage, Viewport& viewport, Selection& selection)
    : m_view(view)
    , m_stage(stage)
    , m_viewport(viewport)
    , m_selection(selection)
{
    view.setMouseTracking(true);
    view.installEventFilter(this);
}

Pointer::~Pointer() = default;

bool Pointer::eventFilter(QObject*, QEvent* event)
{
    if (!m_view.isEnabled())
        return false;
    switch (event->type()) {
    case QEvent::MouseButtonPress: return press(*static_cast<QMouseEvent*>(event));
    case QEvent::MouseMove: move(*static_cast<QMouseEvent*>(event)); return true;
    case QEvent::MouseButtonRelease: release(); return true;
    case QEvent::MouseButtonDblClick: activate(*static_cast<QMouseEvent*>(event)); return true;
    case QEvent::Wheel: turn(*static_cast<QWheelEvent*>(event)); return true;
    case QEvent::NativeGesture: return pinch(*static_cast<QNativeGestureEvent*>(event));
    case QEvent::ContextMenu: openMenu(*static_cast<QContextMenuEvent*>(event)); return true;
    case QEvent::Leave: m_selection.setHovered(Selection::none); return false;
    default: return false;
    }
}

void Pointer::holdToPan(bool held)
{
    if (held)
        m_hasPanned = false;
    m_pans = held;
    showCursor();
}

void Pointer::showCursor() { m_pans ? m_view.setCursor(Qt::OpenHandCursor) : m_view.unsetCursor(); }

bool Pointer::giveUp()
{
    const auto gesture = std::exchange(m_gesture, nullptr);
    if (!gesture)
        return false;
    gesture->cancel();
    m_collapseTo.reset();
    return true;
}

void Pointer::letGo()
{
    m_gesture.reset();
    m_collapseTo.reset();
}

bool Pointer::press(QMouseEvent& event)
{
    if (m_gesture)
        return true;
    const QPointF at = event.position();
    if (event.button() == Qt::MiddleButton || (event.button() == Qt::LeftButton && m_pans)) {
        m_hasPanned = true;
        m_view.setCursor(Qt::ClosedHandCursor);
        m_gesture = panGesture(m_stage, at);
        return true;
    }
    const auto node = m_stage.scene().nodeAt(toScene(at));
    if (event.button() == Qt::RightButton) {
        if (node && !m_stage.selected().contains(*node))
            click(*node, Qt::NoModifier);
        return true; // a menu follows
    }
    if (event.button() != Qt::LeftButton)
        return false;
    if (!node && m_linking && (event.modifiers() & cuts) == cuts) {
        m_gesture = cutGesture(m_stage, at);
        return true;
    }
    if (pressLinks(at))
        return true;
    if (node) {
        click(*node, event.modifiers());
        if (m_moves && m_stage.selected().contains(*node))
            m_gesture = moveGesture(m_stage, at);
    } else if (!pressFrame(at, event.modifiers())) {
        m_view.chooseEdge(std::nullopt);
        m_gesture = bandGesture(m_stage, at, event.modifiers() & adds);
    }
    return true;
}

void Pointer::click(int node, Qt::KeyboardModifiers modifiers)
{
    m_selection.setCurrent(node);
    m_collapseTo.reset();
    if (modifiers & adds)
        m_selection.toggle(node);
    else if (!m_stage.selected().contains(node))
        m_selection.set({node});
    else if (m_stage.selected().size() > 1)
        m_collapseTo = node;
}

// Takes hold of a port or of an edge, where links can be made.
bool Pointer::pressLinks(const QPointF& at)
{
    if (!m_linking || ScenePainter::detail(m_stage.camera().zoom) != Detail::full)
        return false;
    const Scene& scene = m_stage.scene();
    const QPointF point = toScene(at);
    const double reach = 9 / m_stage.camera().zoom;
    if (auto pull = pullAt(scene, point, reach, m_selection.hovered())) {
        if (pull->edge)
            m_view.chooseEdge(pull->edge);
        m_gesture = m_linking(m_stage, std::move(*pull), at);
        return true;
    }
    const auto wire = scene.nodeAt(point) ? std::nullopt : scene.wireAt(point, reach / 2);
    if (wire)
        m_view.chooseEdge(scene.edgeOf(*wire));
    return wire.has_value();
}

// By its title a frame is taken with all that it holds.
bool Pointer::pressFrame(const QPointF& at, Qt::KeyboardModifiers modifiers)
{
    const auto frame = m_stage.scene().frameAt(toScene(at));
    if (!frame)
        return false;
    const auto nodes = m_stage.scene().nodesOfFrame(*frame);
    QSet<int> chosen(nodes.begin(), nodes.end());
    if (modifiers & adds)
        chosen += m_stage.selected();
    m_selection.set(chosen);
    if (m_moves)
        m_gesture = moveGesture(m_stage, at);
    return true;
}

void Pointer::move(QMouseEvent& event)
{
    if (m_gesture)
        return m_gesture->moveTo(event.position(), event.modifiers());
    m_selection.setHovered(m_stage.scene().nodeAt(toScene(event.position())).value_or(Selection::none));
}

void Pointer::release()
{
    const auto gesture = std::exchange(m_gesture, nullptr);
    const bool dragged = gesture && gesture->finish();
    if (m_collapseTo && !dragged)
        m_selection.set({*m_collapseTo});
    m_collapseTo.reset();
    showCursor();
}

void Pointer::activate(QMouseEvent& event)
{
    if (event.button() != Qt::LeftButton)
        return;
    const QPointF at = toScene(event.position());
    m_gesture.reset(); // of the second press
    if (const auto node = m_stage.scene().nodeAt(at))
        Q_EMIT m_view.nodeActivated(m_stage.scene().node(*node).id);
    else if (const auto frame = m_stage.scene().frameAt(at))
        Q_EMIT m_view.frameActivated(m_stage.scene().frame(*frame).id);
    else
        Q_EMIT m_view.backgroundActivated(at);
}

void Pointer::turn(QWheelEvent& event)
{
    event.accept();
    if (event.modifiers() & Qt::ControlModifier) {
        // One notch is a fifth; a touchpad's small steps add up to the same.
        return m_viewport.zoomAbout(event.position(), m_stage.camera().zoom * std::pow(1.2, event.angleDelta().y() / 120.0));
    }
    QPointF by = event.pixelDelta().isNull() ? QPointF(event.angleDelta()) / 120 * 64 : QPointF(event.pixelDelta());
    if (event.modifiers() & Qt::ShiftModifier && by.x() == 0)
        by = by.transposed();
    m_viewport.panBy(by);
}

bool Pointer::pinch(QNativeGestureEvent& event)
{
    if (event.gestureType() != Qt::ZoomNativeGesture)
        return false;
    m_viewport.zoomAbout(event.position(), m_stage.camera().zoom * (1 + event.value()));
    return true;
}

void Pointer::openMenu(QContextMenuEvent& event)
{
    if (event.reason() == QContextMenuEvent::Keyboard) {
        const QString current = m_view.current();
        const QRect node = m_view.viewRect(current);
        return Q_EMIT m_view.menuRequested(current, m_view.mapToGlobal(node.isEmpty() ? m_view.rect().center() : node.center()));
    }
    const Scene& scene = m_stage.scene();
    const QPointF at = toScene(QPointF(event.pos()));
    const auto node = scene.nodeAt(at);
    const auto frame = node ? std::nullopt : scene.frameAt(at);
    Q_EMIT m_view.menuRequested(node ? scene.node(*node).id : frame ? scene.frame(*frame).id : QString(), event.globalPos());
}

} // namespace penstock::canvas
