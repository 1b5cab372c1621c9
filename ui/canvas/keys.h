// Keys on a GraphView: ways along the wires, and commands. The list of them for people stands beside what they do.
#pragma once

#include <QObject>

#include <QList>
#include <QPointF>

#include <utility>

class QFocusEvent;
class QKeyEvent;

namespace penstock::canvas {

class GraphView;
class Pointer;
class Selection;
class Surface;

class Keys final : public QObject {
    Q_OBJECT

public:
    Keys(GraphView& view, Pointer& pointer, Selection& selection, Surface& surface); // all outlive this

    QList<std::pair<QString, QString>> forPeople(bool canMove) const;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool press(const QKeyEvent& key);
    bool release(const QKeyEvent& key);
    bool isOwn(const QKeyEvent& key) const;
    bool isNewNode(const QKeyEvent& key) const;
    bool navigate(const QKeyEvent& key);
    bool command(const QKeyEvent& key);
    bool look(int key);
    bool openCurrent();
    bool escape();
    void stepTo(int node, Qt::KeyboardModifiers modifiers);
    void chooseNextEdge();
    void wantNode();
    void holdSpace(bool held);
    void focus(const QFocusEvent& event);

    GraphView& m_view;
    Pointer& m_pointer;
    Selection& m_selection;
    Surface& m_surface;
};

} // namespace penstock::canvas
