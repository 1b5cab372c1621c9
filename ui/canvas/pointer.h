// Mouse, wheel and pinch on a GraphView: what a press takes hold of becomes a gesture, until the button is released.
#pragma once

#include <QObject>

#include "ui/canvas/gesture.h"

#include <optional>

class QContextMenuEvent;
class QMouseEvent;
class QNativeGestureEvent;
class QWheelEvent;

namespace penstock::canvas {

class GraphView;
class Selection;
class Viewport;

class Pointer final : public QObject {
    Q_OBJECT

public:
    using Linking = std::function<std::unique_ptr<Gesture>(Stage&, Pull, const QPointF& view)>;

    Pointer(GraphView& view, Stage& stage, Viewport& viewport, Selection& selection); // all outlive this
    ~Pointer() override;

    void setLinking(Linking linking) { m_linking = std::move(linking); }
    bool canLink() const { return m_linking != nullptr; }
    void setMoves(bool moves) { m_moves = moves; } // whether nodes can be moved; on at first

    void holdToPan(bool held);                     // as long as it is held, a drag looks around
    bool hasPanned() const { return m_hasPanned; } // since it was held
    bool giveUp();                                 // what is dragged returns to where it was; false: nothing is dragged
    void letGo();                                  // what is dragged is no longer there

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool press(QMouseEvent& event);
    void click(int node, Qt::KeyboardModifiers modifiers);
    bool pressLinks(const QPointF& at);
    bool pressFrame(const QPointF& at, Qt::KeyboardModifiers modifiers);
    void move(QMouseEvent& event);
    void release();
    void activate(QMouseEvent& event);
    void turn(QWheelEvent& event);
    bool pinch(QNativeGestureEvent& event);
    void openMenu(QContextMenuEvent& event);
    void showCursor();
    QPointF toScene(const QPointF& view) const { return m_stage.camera().toScene(view); }

    GraphView& m_view;
    Stage& m_stage;
    Viewport& m_viewport;
    Selection& m_selection;
    Linking m_linking;
    std::unique_ptr<Gesture> m_gesture;
    std::optional<int> m_collapseTo; // a click on one of several selected nodes selects it alone, unless it becomes a drag
    bool m_moves = true, m_pans = false, m_hasPanned = false;
};

} // namespace penstock::canvas
