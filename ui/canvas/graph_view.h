// Shows a Graph and lets people look around, select and move in it. It owns no document: what a gesture means is announced by
// ids, once, when the gesture ends. One class per interaction: Viewport (the camera), Selection, Fading, Folds, Pointer, Keys,
// Drops; Surface paints (5,000 nodes in view in one frame of 20 ms), GraphStage is what gestures may ask. GUI thread.
#pragma once

#include <QWidget>

#include "ui/canvas/arrange.h"
#include "ui/canvas/fading.h"
#include "ui/canvas/folds.h"
#include "ui/canvas/placement.h"
#include "ui/canvas/reach.h"
#include "ui/canvas/selection.h"
#include "ui/canvas/surface.h"
#include "ui/canvas/turning.h"
#include "ui/canvas/viewport.h"

class QAction;

namespace penstock::canvas {

class Drops;
class GraphStage;
class Keys;
class Overview;
class Pointer;
class ZoomBox;

class GraphView final : public QWidget {
    Q_OBJECT

public:
    explicit GraphView(QWidget* parent = nullptr);
    ~GraphView() override;

    // Nodes without a position are placed; in a large graph roughly at first, so that nobody waits. What has been placed
    // stays there when the graph grows. Selection, current node and camera stay where their ids still exist; the
    // first graph after an empty one is fitted into the view, unless somebody has just put its nodes there.
    enum class First { fitted, asPut };
    void setGraph(Graph graph, First first = First::fitted);
    const Graph& graph() const { return m_scene.graph(); } // as shown
    bool isSettled() const { return m_placement.isSettled(); } // else better places of its nodes are still looked for
    const Scene& scene() const { return m_scene; }
    // One node in place of what a frame holds; as of the next graph. What is said of the node concerns all that it stands for.
    void setFolded(const QSet<QString>& frames) { m_folds.set(frames); }
    const Folds& folds() const { return m_folds; }
    void updateNode(const Node& node); // a change of appearance (state, progress, texts); its position is kept
    void updateEdge(const Edge& edge); // the same: its label, and whether the run went this way
    void setEditable(bool editable); // whether nodes can be moved; on at first
    // Who judges links (asked when one begins to be pulled) and the gesture that pulls them. Without, nothing is linked.
    using Judging = std::function<std::unique_ptr<LinkJudge>()>;
    using Linking = std::function<std::unique_ptr<Gesture>(Stage&, Pull, const QPointF& view)>;
    void setLinking(Judging judging, Linking linking);
    bool canLink() const;
    Stage& stage(); // for whoever does what gestures do, without a pointer
    void setNodeActions(const QList<QAction*>& actions) { m_nodeActions = actions; } // of the widget, for the one chosen node
    QList<QAction*> nodeActions() const; // those that are still there
    std::optional<Edge> chosenEdge() const { return m_surface.links().edge(); }
    void chooseEdge(const std::optional<Edge>& edge); // no node is selected then

    QStringList selection() const { return m_selection.ids(); } // in the order of the graph
    void select(const QStringList& ids);
    void selectReach(Reach how); // from what is selected, or else from the current node, along the wires
    QString current() const { return m_selection.currentId(); } // the node that keys start from; empty when there is none
    void setCurrent(const QString& id);
    void reveal(const QString& id); // pans just enough to show it
    void setOnlyRelated(bool only) { m_fading.setOn(only); } // fades what has nothing to do with the selection, or what the pointer rests on
    void arrange(Arrangement how); // what is selected; announced like a drag
    void nudge(const QPointF& by);  // the same

    double zoom() const { return m_viewport.camera().zoom; }
    void setZoom(double zoom) { m_viewport.setZoom(zoom); } // about the middle
    void zoomIn() { setZoom(zoom() * 1.25); }
    void zoomOut() { setZoom(zoom() / 1.25); }
    void resetZoom() { setZoom(1); }
    void fit() { m_viewport.fit(); }
    void fitSelection();
    QPointF toView(const QPointF& scene) const { return m_viewport.camera().toView(scene); }
    QPointF toScene(const QPointF& view) const { return m_viewport.camera().toScene(view); }
    QRect frameTitleRect(const QString& id) const;
    QRect viewRect(const QString& id) const; // of a node, in this widget's coordinates; empty when there is none

    void setOverviewVisible(bool visible);
    void setEmptyText(const QString& text) { m_surface.setEmptyText(text); } // what to do next when there is no node
    QList<std::pair<QString, QString>> keys() const; // what keys do on the canvas: their names and what they do, for people

Q_SIGNALS:
    void selectionChanged(const QStringList& ids);
    void currentChanged(const QString& id);
    void edgeChosen(); // or no longer: see chosenEdge()
    void nodesMoved(const QStringList& ids, const QList<QPointF>& positions); // once per gesture, or else one of the next two
    void nodeActivated(const QString& id);                                    // double click or Enter
    void backgroundActivated(const QPointF& scene);                           // double click on empty ground
    void frameActivated(const QString& id);                                   // double click on its title
    void newNodeWanted(const QPointF& scene);                                 // Tab, where the pointer or the current node is
    void linkMade(const penstock::canvas::PortRef& from, const penstock::canvas::PortRef& to);
    void linkDropped(const penstock::canvas::PortRef& fixed, const QPointF& scene); // over empty ground
    void linkRefused(const QString& why); // in words, to somebody who made it without a pointer
    void edgePulled(const penstock::canvas::Edge& edge, const penstock::canvas::PortRef& from, const penstock::canvas::PortRef& to);
    void edgesRemoved(const QList<penstock::canvas::Edge>& edges); // pulled off, or cut in one go
    void nodesReframed(const QStringList& ids, const QList<QPointF>& positions, const penstock::canvas::FrameChange& frames); // moved into or out of them
    void nodeDropped(const QString& id, const penstock::canvas::Edge& edge, const QPointF& position, const penstock::canvas::FrameChange& frames); // onto the edge
    void filesDropped(const QStringList& paths, const QPointF& scene);
    void thingDropped(const QByteArray& thing, const QPointF& scene); // what was dragged here under newNodeType
    void menuRequested(const QString& id, const QPoint& global);      // of a node or frame; empty on empty ground
    void zoomChanged(double zoom);
    void viewChanged();      // the camera or the graph's extent
    void placingTakesLong(); // the good places of a large graph are not found after a second

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void listen();                                        // to its parts
    std::function<void()> takeOver(Graph graph); // at its places; tells of it when it is called
    void selectionWasChanged(const QSet<int>& nodes);
    void currentWasChanged(int before, int now);
    void settle(const QStringList& ids, const QList<QPointF>& positions);
    void placeOverlays();

    Scene m_scene;
    Placement m_placement;
    Folds m_folds;
    Viewport m_viewport;
    Selection m_selection;
    Fading m_fading;
    Surface m_surface;
    Turning m_turning;
    QList<QAction*> m_nodeActions;
    bool m_editable = true;
    std::unique_ptr<GraphStage> m_stage; // from here on: what needs the rest, and goes first
    std::unique_ptr<Pointer> m_pointer;
    std::unique_ptr<Keys> m_keys;
    std::unique_ptr<Drops> m_drops;
    ZoomBox* m_zoomBox;
    Overview* m_overview;
};

} // namespace penstock::canvas
