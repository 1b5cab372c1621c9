// Mouse and keys of GraphView.
#include "ui/canvas/graph_view.h"
#include "ui/canvas/navigation.h"

#include <QContextMenuEvent>
#include <QCursor>
#include <QDropEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QUrl>
#include <QWheelEvent>

#include <algorithm>
#include <array>
#include <cmath>

namespace penstock::canvas {

using namespace Qt::Literals::StringLiterals;

void GraphView::clickNode(int node, Qt::KeyboardModifiers modifiers)
{
    setCurrentIndex(node);
    m_collapseTo.reset();
    if (modifiers & (Qt::ControlModifier | Qt::ShiftModifier)) {
        QSet<int> nodes = m_selected;
        if (!nodes.remove(node))
            nodes.insert(node);
        setSelected(nodes);
    } else if (!m_selected.contains(node)) {
        setSelected({node});
    } else if (m_selected.size() > 1) {
        m_collapseTo = node;
    }
}

// Takes hold of a port or of an edge, where links can be made.
bool GraphView::pressLinks(const QPointF& at)
{
    if (!m_linking || ScenePainter::detail(m_camera.zoom) != Detail::full)
        return false;
    const QPointF point = m_camera.toScene(at);
    const double reach = 9 / m_camera.zoom;
    if (auto pull = pullAt(m_scene, point, reach, m_hovered)) {
        if (pull->edge)
            chooseEdge(pull->edge);
        m_gesture = m_linking(*this, std::move(*pull), at);
        return true;
    }
    const auto wire = m_scene.nodeAt(point) ? std::nullopt : m_scene.wireAt(point, reach / 2);
    if (wire)
        chooseEdge(m_scene.graph().edges[static_cast<std::size_t>(m_scene.wires()[static_cast<std::size_t>(*wire)].edge)]);
    return wire.has_value();
}

// By its title a frame is taken with all that it holds.
bool GraphView::pressFrame(const QPointF& at, Qt::KeyboardModifiers modifiers)
{
    const auto frame = m_scene.frameAt(m_camera.toScene(at));
    if (!frame)
        return false;
    const auto nodes = m_scene.nodesOfFrame(*frame);
    QSet<int> chosen(nodes.begin(), nodes.end());
    if (modifiers & (Qt::ControlModifier | Qt::ShiftModifier))
        chosen += m_selected;
    setSelected(chosen);
    if (m_editable)
        m_gesture = moveGesture(*this, at);
    return true;
}

void GraphView::mousePressEvent(QMouseEvent* event)
{
    if (m_gesture)
        return;
    const QPointF at = event->position();
    if (event->button() == Qt::MiddleButton || (event->button() == Qt::LeftButton && m_spaceHeld)) {
        m_spaceUsed = true;
        setCursor(Qt::ClosedHandCursor);
        m_gesture = panGesture(*this, at);
        return;
    }
    const auto node = m_scene.nodeAt(m_camera.toScene(at));
    if (event->button() == Qt::RightButton) {
        if (node && !m_selected.contains(*node))
            clickNode(*node, Qt::NoModifier);
        return;
    }
    if (event->button() != Qt::LeftButton)
        return QWidget::mousePressEvent(event);
    if (pressLinks(at))
        return;
    if (node) {
        clickNode(*node, event->modifiers());
        if (m_editable && m_selected.contains(*node))
            m_gesture = moveGesture(*this, at);
    } else if (!pressFrame(at, event->modifiers())) {
        chooseEdge(std::nullopt);
        m_gesture = bandGesture(*this, at, event->modifiers() & (Qt::ControlModifier | Qt::ShiftModifier));
    }
}

void GraphView::mouseMoveEvent(QMouseEvent* event)
{
    if (m_gesture) {
        m_gesture->moveTo(event->position(), event->modifiers());
        return;
    }
    setHovered(m_scene.nodeAt(m_camera.toScene(event->position())).value_or(-1));
}

void GraphView::mouseReleaseEvent(QMouseEvent*)
{
    const auto gesture = std::move(m_gesture);
    const bool dragged = gesture && gesture->finish();
    if (m_collapseTo && !dragged)
        setSelected({*m_collapseTo});
    m_collapseTo.reset();
    m_spaceHeld ? setCursor(Qt::OpenHandCursor) : unsetCursor();
}

void GraphView::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const QPointF at = m_camera.toScene(event->position());
    m_gesture.reset(); // of the second press
    if (const auto node = m_scene.nodeAt(at))
        Q_EMIT nodeActivated(m_scene.node(*node).id);
    else if (const auto frame = m_scene.frameAt(at))
        Q_EMIT frameActivated(m_scene.graph().frames[static_cast<std::size_t>(*frame)].id);
    else
        Q_EMIT backgroundActivated(at);
}

void GraphView::wheelEvent(QWheelEvent* event)
{
    event->accept();
    if (event->modifiers() & Qt::ControlModifier) {
        // One notch is a fifth; a touchpad's small steps add up to the same.
        zoomAbout(event->position(), m_camera.zoom * std::pow(1.2, event->angleDelta().y() / 120.0));
        return;
    }
    QPointF by = event->pixelDelta().isNull() ? QPointF(event->angleDelta()) / 120 * 64 : QPointF(event->pixelDelta());
    if (event->modifiers() & Qt::ShiftModifier && by.x() == 0)
        by = by.transposed();
    panBy(by);
}

bool GraphView::event(QEvent* event)
{
    if (event->type() == QEvent::NativeGesture) {
        const auto* gesture = static_cast<QNativeGestureEvent*>(event);
        if (gesture->gestureType() == Qt::ZoomNativeGesture) {
            zoomAbout(gesture->position(), m_camera.zoom * (1 + gesture->value()));
            return true;
        }
    }
    // Single-key commands of the canvas win over shortcuts of the window while it has the focus.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (m_linking && key->key() == Qt::Key_Tab && key->modifiers() == Qt::NoModifier)
            event->accept();
        constexpr std::array own{Qt::Key_1, Qt::Key_0, Qt::Key_Period, Qt::Key_Plus, Qt::Key_Equal, Qt::Key_Minus, Qt::Key_Space};
        if (!(key->modifiers() & ~Qt::KeypadModifier) && std::find(own.begin(), own.end(), key->key()) != own.end())
            event->accept();
    }
    // Tab would leave; Shift+Tab still does.
    if (m_linking && event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Tab) {
        if (underMouse())
            Q_EMIT newNodeWanted(m_camera.toScene(QPointF(mapFromGlobal(QCursor::pos()))));
        else
            Q_EMIT newNodeWanted(m_current >= 0 ? m_scene.rect(m_current).topRight() + QPointF(56, 0) : m_camera.toScene(QPointF(rect().center())));
        return true;
    }
    if (event->type() == QEvent::Show || event->type() == QEvent::Hide)
        QMetaObject::invokeMethod(this, [this] { animate(); }, Qt::QueuedConnection);
    return QWidget::event(event);
}

void GraphView::leaveEvent(QEvent* event)
{
    setHovered(-1);
    QWidget::leaveEvent(event);
}

void GraphView::setHovered(int node)
{
    if (node == m_hovered)
        return;
    if (m_hovered >= 0)
        repaintWithWires(m_hovered);
    m_hovered = node;
    if (node >= 0)
        repaintWithWires(node);
    setToolTip(node >= 0 ? QString(m_scene.node(node).title % u'\n' % stateOf(m_scene.node(node))).trimmed() : QString());
}

void GraphView::stepTo(int node, Qt::KeyboardModifiers modifiers)
{
    setCurrentIndex(node);
    setSelected(modifiers & Qt::ShiftModifier ? m_selected + QSet<int>{node} : QSet<int>{node});
    reveal(m_scene.node(node).id);
}

void GraphView::nudge(const QPointF& by)
{
    if (!m_editable || m_selected.isEmpty())
        return;
    std::vector<int> nodes(m_selected.begin(), m_selected.end());
    std::sort(nodes.begin(), nodes.end());
    std::vector<QPointF> positions;
    for (const int node : nodes)
        positions.push_back(m_scene.rect(node).topLeft() + by);
    moveSelected(nodes, positions);
}

bool GraphView::navigate(QKeyEvent* event)
{
    constexpr double step = 8;
    std::optional<Direction> direction;
    QPointF by;
    switch (event->key()) {
    case Qt::Key_Left: direction = Direction::left; by = {-step, 0}; break;
    case Qt::Key_Right: direction = Direction::right; by = {step, 0}; break;
    case Qt::Key_Up: direction = Direction::up; by = {0, -step}; break;
    case Qt::Key_Down: direction = Direction::down; by = {0, step}; break;
    default: break;
    }
    if (direction && event->modifiers() & Qt::AltModifier) {
        nudge(by);
        return true;
    }
    std::optional<int> target;
    if (direction)
        target = m_current < 0 ? firstNode(m_scene) : neighbour(m_scene, m_current, *direction);
    else if (event->key() == Qt::Key_Home)
        target = firstNode(m_scene);
    else if (event->key() == Qt::Key_End)
        target = lastNode(m_scene);
    else
        return false;
    if (target)
        stepTo(*target, event->modifiers());
    return true;
}

bool GraphView::command(QKeyEvent* event)
{
    if (event->matches(QKeySequence::SelectAll)) {
        QSet<int> all;
        for (int i = 0; i < m_scene.nodeCount(); ++i)
            all.insert(i);
        setSelected(all);
        return true;
    }
    if (event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
        return false;
    switch (event->key()) {
    case Qt::Key_1: fit(); return true;
    case Qt::Key_0: resetZoom(); return true;
    case Qt::Key_Period: fitSelection(); return true;
    case Qt::Key_Plus:
    case Qt::Key_Equal: zoomIn(); return true;
    case Qt::Key_Minus: zoomOut(); return true;
    case Qt::Key_E: chooseNextEdge(); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_current >= 0)
            Q_EMIT nodeActivated(current());
        return m_current >= 0;
    case Qt::Key_Escape:
        if (const auto gesture = std::move(m_gesture)) {
            gesture->cancel();
            m_collapseTo.reset();
            return true;
        }
        if (m_selected.isEmpty())
            return false;
        setSelected({});
        return true;
    default: return false;
    }
}

void GraphView::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Space) {
        if (!event->isAutoRepeat()) {
            m_spaceHeld = true;
            m_spaceUsed = false;
            setCursor(Qt::OpenHandCursor);
        }
        return;
    }
    if (!navigate(event) && !command(event))
        QWidget::keyPressEvent(event);
}

void GraphView::keyReleaseEvent(QKeyEvent* event)
{
    if (event->key() != Qt::Key_Space || event->isAutoRepeat())
        return QWidget::keyReleaseEvent(event);
    m_spaceHeld = false;
    unsetCursor();
    if (!m_spaceUsed && m_current >= 0)
        clickNode(m_current, Qt::ControlModifier);
}

QList<std::pair<QString, QString>> GraphView::keys() const
{
    const auto named = [](Qt::Key key) { return QKeySequence(key).toString(QKeySequence::NativeText); };
    QList<std::pair<QString, QString>> keys{
        {u"← → ↑ ↓"_s, tr("to the next step along the wires; with Shift also select it")},
        {named(Qt::Key_Home) % u", "_s % named(Qt::Key_End), tr("to the first or last step")},
        {named(Qt::Key_Return), tr("open the step")},
        {named(Qt::Key_Space), tr("select the step, or not; held down, drag to look around")},
        {QKeySequence(QKeySequence::SelectAll).toString(QKeySequence::NativeText), tr("select all")},
        {named(Qt::Key_Escape), tr("select nothing; give up a drag")},
        {u"1  .  0"_s, tr("fit all, fit the selection, 100 %")},
        {u"+  −"_s, tr("nearer, farther")},
        {named(Qt::Key_E), tr("to the next edge of the step")},
        {u"Shift+F10"_s, tr("what can be done with the step")},
    };
    if (m_editable)
        keys.append({u"Alt+← → ↑ ↓"_s, tr("move what is selected")});
    return keys;
}

void GraphView::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasUrls() || event->mimeData()->hasFormat(newNodeType))
        event->acceptProposedAction();
}

void GraphView::dropEvent(QDropEvent* event)
{
    if (event->mimeData()->hasFormat(newNodeType)) {
        event->acceptProposedAction();
        return Q_EMIT thingDropped(event->mimeData()->data(newNodeType), m_camera.toScene(event->position()));
    }
    QStringList paths;
    for (const QUrl& url : event->mimeData()->urls()) {
        if (url.isLocalFile())
            paths.append(url.toLocalFile());
    }
    if (paths.isEmpty())
        return;
    event->acceptProposedAction();
    Q_EMIT filesDropped(paths, m_camera.toScene(event->position()));
}

void GraphView::focusInEvent(QFocusEvent* event)
{
    if (m_current < 0 && event->reason() != Qt::MouseFocusReason)
        setCurrentIndex(m_selected.isEmpty() ? firstNode(m_scene).value_or(-1) : *m_selected.begin());
    if (m_current >= 0)
        repaintNode(m_current);
    QWidget::focusInEvent(event);
}

void GraphView::focusOutEvent(QFocusEvent* event)
{
    m_spaceHeld = false;
    if (m_current >= 0)
        repaintNode(m_current);
    QWidget::focusOutEvent(event);
}

void GraphView::contextMenuEvent(QContextMenuEvent* event)
{
    if (event->reason() == QContextMenuEvent::Keyboard) {
        const QRect node = viewRect(current());
        Q_EMIT menuRequested(current(), mapToGlobal(node.isEmpty() ? rect().center() : node.center()));
        return;
    }
    const QPointF at = m_camera.toScene(QPointF(event->pos()));
    const auto node = m_scene.nodeAt(at);
    const auto frame = node ? std::nullopt : m_scene.frameAt(at);
    Q_EMIT menuRequested(node ? m_scene.node(*node).id : frame ? m_scene.graph().frames[static_cast<std::size_t>(*frame)].id : QString(), event->globalPos());
}

} // namespace penstock::canvas
