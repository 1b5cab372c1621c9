#include "ui/canvas/keys.h"

#include "ui/canvas/graph_view.h"
#include "ui/canvas/navigation.h"
#include "ui/canvas/pointer.h"

#include <QCursor>
#include <QKeyEvent>

#include <algorithm>
#include <array>

namespace penstock::canvas {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double nudged = 8;
constexpr double nextColumn = 56; // where a node after the current one stands

struct Arrow {
    Qt::Key key;
    Direction direction;
    QPointF by;
};
constexpr std::array arrows{
    Arrow{Qt::Key_Left, Direction::left, {-nudged, 0}},
    Arrow{Qt::Key_Right, Direction::right, {nudged, 0}},
    Arrow{Qt::Key_Up, Direction::up, {0, -nudged}},
    Arrow{Qt::Key_Down, Direction::down, {0, nudged}},
};

struct Looking {
    Qt::Key key;
    void (GraphView::*act)();
};
constexpr std::array looking{
    Looking{Qt::Key_1, &GraphView::fit},     Looking{Qt::Key_0, &GraphView::resetZoom}, Looking{Qt::Key_Period, &GraphView::fitSelection},
    Looking{Qt::Key_Plus, &GraphView::zoomIn}, Looking{Qt::Key_Equal, &GraphView::zoomIn}, Looking{Qt::Key_Minus, &GraphView::zoomOut},
};

} // namespace

Keys::Keys(GraphView& view, Pointer& pointer, Selection& selection, Surface& surface)
    : m_view(view)
    , m_pointer(pointer)
    , m_selection(selection)
    , m_surface(surface)
{
    view.setFocusPolicy(Qt::StrongFocus);
    view.installEventFilter(this);
}

QList<std::pair<QString, QString>> Keys::forPeople(bool canMove) const
{
    const auto named = [](Qt::Key key) { return QKeySequence(key).toString(QKeySequence::NativeText); };
    QList<std::pair<QString, QString>> keys{
        {u"← → ↑ ↓"_s, GraphView::tr("to the next step along the wires; with Shift also select it")},
        {named(Qt::Key_Home) % u", "_s % named(Qt::Key_End), GraphView::tr("to the first or last step")},
        {named(Qt::Key_Return), GraphView::tr("open the step")},
        {named(Qt::Key_Space), GraphView::tr("select the step, or not; held down, drag to look around")},
        {QKeySequence(QKeySequence::SelectAll).toString(QKeySequence::NativeText), GraphView::tr("select all")},
        {named(Qt::Key_Escape), GraphView::tr("select nothing; give up a drag")},
        {u"1  .  0"_s, GraphView::tr("fit all, fit the selection, 100 %")},
        {u"+  −"_s, GraphView::tr("nearer, farther")},
        {named(Qt::Key_E), GraphView::tr("to the next edge of the step")},
        {u"Shift+F10"_s, GraphView::tr("what can be done with the step")},
    };
    if (canMove)
        keys += {{u"Alt+← → ↑ ↓"_s, GraphView::tr("move what is selected")}, {GraphView::tr("Ctrl+Shift+drag"), GraphView::tr("cut the edges that the line crosses")}};
    return keys;
}

bool Keys::eventFilter(QObject*, QEvent* event)
{
    if (!m_view.isEnabled())
        return false;
    switch (event->type()) {
    case QEvent::ShortcutOverride:
        if (isOwn(*static_cast<QKeyEvent*>(event)))
            event->accept();
        return false;
    case QEvent::KeyPress: return press(*static_cast<QKeyEvent*>(event));
    case QEvent::KeyRelease: return release(*static_cast<QKeyEvent*>(event));
    case QEvent::FocusIn:
    case QEvent::FocusOut: focus(*static_cast<QFocusEvent*>(event)); return false;
    default: return false;
    }
}

// Tab would leave the canvas; Shift+Tab still does.
bool Keys::isNewNode(const QKeyEvent& key) const { return m_pointer.canLink() && key.key() == Qt::Key_Tab; }

// Single-key commands of the canvas win over shortcuts of the window while it has the focus.
bool Keys::isOwn(const QKeyEvent& key) const
{
    if (isNewNode(key))
        return key.modifiers() == Qt::NoModifier;
    const bool looks = std::any_of(looking.begin(), looking.end(), [&](const Looking& each) { return each.key == key.key(); });
    return !(key.modifiers() & ~Qt::KeypadModifier) && (looks || key.key() == Qt::Key_Space);
}

bool Keys::press(const QKeyEvent& key)
{
    if (isNewNode(key)) {
        wantNode();
        return true;
    }
    if (key.key() == Qt::Key_Space) {
        if (!key.isAutoRepeat())
            holdSpace(true);
        return true;
    }
    return navigate(key) || command(key);
}

bool Keys::release(const QKeyEvent& key)
{
    if (key.key() != Qt::Key_Space || key.isAutoRepeat())
        return false;
    holdSpace(false);
    return true;
}

// Held down it looks around; pressed alone it selects.
void Keys::holdSpace(bool held)
{
    m_pointer.holdToPan(held);
    if (!held && !m_pointer.hasPanned() && m_selection.current() >= 0)
        m_selection.toggle(m_selection.current());
}

void Keys::wantNode()
{
    if (m_view.underMouse())
        return Q_EMIT m_view.newNodeWanted(m_view.toScene(m_view.mapFromGlobal(QCursor::pos())));
    const int current = m_selection.current();
    Q_EMIT m_view.newNodeWanted(current >= 0 ? m_view.scene().rect(current).topRight() + QPointF(nextColumn, 0) : m_view.toScene(m_view.rect().center()));
}

bool Keys::navigate(const QKeyEvent& key)
{
    const Scene& scene = m_view.scene();
    const auto arrow = std::find_if(arrows.begin(), arrows.end(), [&](const Arrow& each) { return each.key == key.key(); });
    std::optional<int> target;
    if (arrow != arrows.end()) {
        if (key.modifiers() & Qt::AltModifier) {
            m_view.nudge(arrow->by);
            return true;
        }
        target = m_selection.current() < 0 ? firstNode(scene) : neighbour(scene, m_selection.current(), arrow->direction);
    } else if (key.key() == Qt::Key_Home) {
        target = firstNode(scene);
    } else if (key.key() == Qt::Key_End) {
        target = lastNode(scene);
    } else {
        return false;
    }
    if (target)
        stepTo(*target, key.modifiers());
    return true;
}

void Keys::stepTo(int node, Qt::KeyboardModifiers modifiers)
{
    m_selection.setCurrent(node);
    m_selection.set(modifiers & Qt::ShiftModifier ? m_selection.nodes() + QSet<int>{node} : QSet<int>{node});
    m_view.reveal(m_view.scene().node(node).id);
}

bool Keys::command(const QKeyEvent& key)
{
    if (key.matches(QKeySequence::SelectAll)) {
        m_selection.selectAll();
        return true;
    }
    if (key.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
        return false;
    switch (key.key()) {
    case Qt::Key_E: chooseNextEdge(); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter: return openCurrent();
    case Qt::Key_Escape: return escape();
    default: return look(key.key());
    }
}

bool Keys::look(int key)
{
    const auto found = std::find_if(looking.begin(), looking.end(), [&](const Looking& each) { return each.key == key; });
    if (found == looking.end())
        return false;
    (m_view.*found->act)();
    return true;
}

bool Keys::openCurrent()
{
    if (m_selection.current() < 0)
        return false;
    Q_EMIT m_view.nodeActivated(m_selection.currentId());
    return true;
}

bool Keys::escape()
{
    if (m_pointer.giveUp())
        return true;
    if (m_selection.nodes().isEmpty())
        return false;
    m_selection.set({});
    return true;
}

// Of the current node, one after the other.
void Keys::chooseNextEdge()
{
    const Scene& scene = m_view.scene();
    if (m_selection.current() < 0 || scene.wiresOf(m_selection.current()).empty())
        return;
    const std::vector<int>& wires = scene.wiresOf(m_selection.current());
    const auto chosen = m_view.chosenEdge();
    const auto at = std::find_if(wires.begin(), wires.end(), [&](int wire) { return chosen && isSameLink(scene.edgeOf(wire), *chosen); });
    m_view.chooseEdge(scene.edgeOf(at == wires.end() || at + 1 == wires.end() ? wires.front() : *(at + 1)));
}

void Keys::focus(const QFocusEvent& event)
{
    if (event.lostFocus())
        m_pointer.holdToPan(false);
    else if (m_selection.current() < 0 && event.reason() != Qt::MouseFocusReason)
        m_selection.setCurrent(m_selection.nodes().isEmpty() ? firstNode(m_view.scene()).value_or(Selection::none) : *m_selection.nodes().begin());
    if (m_selection.current() >= 0)
        m_surface.spoilNode(m_selection.current());
}

} // namespace penstock::canvas
