// Shows a Graph and lets people look around, select and move in it. Paints only what is in view (5,000 nodes in view in
// one frame of 20 ms) and, when one node changes, only its rectangle. It owns no document: what a gesture means is
// announced by ids, once, when the gesture ends.
//
// Where links can be made (setLinking()), a drag from a port or of an edge's end pulls one. A node that is dropped on an edge is
// announced as such.
//
// Mouse: click, Ctrl+click, drag on empty ground for a band, drag a node; middle button or Space+drag to pan; the wheel
// pans, Ctrl+wheel and pinch zoom about the pointer. Keys: arrows along the wires (Shift extends), Home/End, Ctrl+A,
// Escape, Enter activates, Alt+arrows move, + and - zoom, 1 fits all, . fits the selection, 0 is 100 %, Tab asks for a new node, E goes over the edges of one.
#pragma once

#include "ui/canvas/arrange.h"
#include "ui/canvas/frame.h"
#include "ui/canvas/gesture.h"
#include "ui/canvas/link_layer.h"
#include "ui/canvas/painter.h"
#include "ui/canvas/placement.h"
#include "ui/canvas/reach.h"

#include <QBasicTimer>
#include <QElapsedTimer>
#include <QWidget>

class QAction;

namespace penstock::canvas {

class Overview;
class ZoomBox;

class GraphView final : public QWidget, private Stage {
    Q_OBJECT

public:
    explicit GraphView(QWidget* parent = nullptr);
    ~GraphView() override;

    // Nodes without a position are placed; in a large graph roughly at first, so that nobody waits. What has been placed
    // stays there when the graph grows. Selection, current node and camera stay where their ids still exist; the
    // first graph after an empty one is fitted into the view.
    void setGraph(Graph graph);
    const Graph& graph() const { return m_scene.graph(); }
    // A change of appearance (state, progress, texts) of a node with this id; its position is kept.
    void updateNode(const Node& node);
    // The run went this way, or did not. Cheap like updateNode(); setGraph() is for changes of structure and ends a drag.
    void setTaken(const QString& from, const QString& to, EdgeKind kind, bool taken);
    void setEditable(bool editable) { m_editable = editable; } // whether nodes can be moved; on at first
    // Who judges links (asked when one begins to be pulled) and the gesture that pulls them. Without, nothing is linked.
    using Judging = std::function<std::unique_ptr<LinkJudge>()>;
    using Linking = std::function<std::unique_ptr<Gesture>(Stage&, Pull, const QPointF& view)>;
    void setLinking(Judging judging, Linking linking);
    void setNodeActions(const QList<QAction*>& actions) { m_nodeActions = actions; } // of the widget, for the one chosen node
    QList<QAction*> nodeActions() const; // those that are still there
    std::optional<Edge> chosenEdge() const { return m_links.edge(); }
    void chooseEdge(const std::optional<Edge>& edge); // no node is selected then

    QStringList selection() const; // in the order of the graph
    void select(const QStringList& ids);
    QString current() const; // the node that keys start from; empty when there is none
    void setCurrent(const QString& id);
    void reveal(const QString& id); // pans just enough to show it
    // From what is selected, or else from the current node, along the wires.
    void selectUpstream() { selectReach(Reach::upstream); }
    void selectDownstream() { selectReach(Reach::downstream); }
    void selectConnected() { selectReach(Reach::connected); }
    // Fades what is neither before nor after the selection, as long as there is one.
    void setOnlyRelated(bool only);
    bool isOnlyRelated() const { return m_onlyRelated; }
    void arrange(Arrangement how); // what is selected; announced like a drag

    double zoom() const { return m_camera.zoom; }
    void setZoom(double zoom); // about the middle
    void zoomIn(), zoomOut(), resetZoom();
    void fit(), fitSelection();
    void setOverviewVisible(bool visible);
    void setEmptyText(const QString& text); // what to do next when there is no node

    // What keys do on the canvas: names of keys and what they do, for people.
    QList<std::pair<QString, QString>> keys() const;
    QPointF toView(const QPointF& scene) const { return m_camera.toView(scene); }
    QPointF toScene(const QPoint& view) const { return m_camera.toScene(QPointF(view)); }
    QRect frameTitleRect(const QString& id) const;
    QRect viewRect(const QString& id) const; // of a node, in this widget's coordinates; empty when there is none

Q_SIGNALS:
    void selectionChanged(const QStringList& ids);
    void currentChanged(const QString& id);
    void edgeChosen(); // or no longer: see chosenEdge()
    void nodesMoved(const QStringList& ids, const QList<QPointF>& positions); // once per gesture
    void nodeActivated(const QString& id);                                    // double click or Enter
    void backgroundActivated(const QPointF& scene);                           // double click on empty ground
    void frameActivated(const QString& id);                                   // double click on its title
    void newNodeWanted(const QPointF& scene);                                 // Tab, where the pointer or the current node is
    void linkMade(const penstock::canvas::PortRef& from, const penstock::canvas::PortRef& to);
    void linkDropped(const penstock::canvas::PortRef& fixed, const QPointF& scene); // over empty ground
    void linkRefused(const QString& why); // in words, to somebody who made it without a pointer
    void edgePulled(const penstock::canvas::Edge& edge, const penstock::canvas::PortRef& from, const penstock::canvas::PortRef& to);
    void edgeRemoved(const penstock::canvas::Edge& edge); // pulled off
    void nodeDropped(const QString& id, const penstock::canvas::Edge& edge, const QPointF& position); // onto the edge, in place of nodesMoved()
    void filesDropped(const QStringList& paths, const QPointF& scene);
    void thingDropped(const QByteArray& thing, const QPointF& scene); // what was dragged here under newNodeType
    void menuRequested(const QString& id, const QPoint& global);              // of a node or frame; empty on empty ground
    void zoomChanged(double zoom);
    void viewChanged(); // the camera or the graph's extent
    void placingTakesLong(); // the good places of a large graph are not found after a second

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void timerEvent(QTimerEvent* event) override;
    bool event(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    friend class Overview;
    friend class AccessibleGraph;

    // Stage
    Scene& scene() override { return m_scene; }
    const Camera& camera() const override { return m_camera; }
    const QSet<int>& selected() const override { return m_selected; }
    void setSelected(const QSet<int>& nodes) override;
    void panBy(const QPointF& pixels) override;
    void repaint(const QRectF& sceneArea) override;
    void nodesWereMoved(const std::vector<int>& nodes) override;
    void setBand(const QRectF& sceneArea) override;
    void setGuides(const std::vector<Guide>& guides) override;
    std::unique_ptr<LinkJudge> judge() const override { return m_judging ? m_judging() : nullptr; }
    QRectF sceneInView() const override { return m_camera.toScene(QRectF(rect())); }
    void setSketch(std::optional<LinkSketch> sketch) override;
    void setDropWire(std::optional<int> wire) override;
    void dropped(int node, int wire) override;
    void linked(const PortRef& from, const PortRef& to) override { Q_EMIT linkMade(from, to); }
    void linkReleased(const PortRef& fixed, const QPointF& scene) override { Q_EMIT linkDropped(fixed, scene); }
    void edgeMoved(const Edge& edge, const PortRef& from, const PortRef& to) override { Q_EMIT edgePulled(edge, from, to); }
    void edgeReleased(const Edge& edge) override { Q_EMIT edgeRemoved(edge); }
    using QWidget::repaint;

    void spoil(const QRect& area); // repaints it in the next frame
    void spoilAll(), cameraMoved();
    void zoomAbout(const QPointF& view, double zoom);
    void repaintNode(int node), repaintWithWires(int node);
    void setHovered(int node), setCurrentIndex(int node);
    void stepTo(int node, Qt::KeyboardModifiers modifiers);
    bool navigate(QKeyEvent* event);
    bool command(QKeyEvent* event);
    void nudge(const QPointF& by);
    void moveSelected(const std::vector<int>& nodes, const std::vector<QPointF>& positions);
    void selectReach(Reach how), chooseNextEdge();
    void relate();
    void settle(const QStringList& ids, const QList<QPointF>& positions);
    void paintGuides(QPainter& painter) const;
    void clickNode(int node, Qt::KeyboardModifiers modifiers);
    bool pressLinks(const QPointF& at), pressFrame(const QPointF& at, Qt::KeyboardModifiers modifiers);
    void animate();
    void placeOverlays();
    QStringList ids(const std::vector<int>& nodes) const;

    Scene m_scene;
    Camera m_camera;
    ScenePainter m_painter;
    Frame m_frame;
    QSet<int> m_selected;
    int m_hovered = -1, m_current = -1;
    QRectF m_band;
    std::vector<Guide> m_guides;
    Placement m_placement;
    std::optional<Camera> m_fitted; // the camera after fitting a graph whose good places are still looked for
    std::optional<QSet<int>> m_related; // what is not faded; nothing: everything
    bool m_onlyRelated = false;
    LinkLayer m_links;
    Judging m_judging;
    Linking m_linking;
    QList<QAction*> m_nodeActions;
    std::unique_ptr<Gesture> m_gesture;
    std::optional<int> m_collapseTo; // a click on one of several selected nodes selects it alone, unless it becomes a drag
    bool m_editable = true, m_fitWhenShown = true;
    bool m_spaceHeld = false, m_spaceUsed = false;
    QString m_emptyText;
    QBasicTimer m_animation;
    QElapsedTimer m_clock;
    ZoomBox* m_zoomBox;
    Overview* m_overview;
};

} // namespace penstock::canvas
