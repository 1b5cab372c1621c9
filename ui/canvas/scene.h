// The graph with its geometry: boxes, wires and a grid to find them by place. No painting, no events.
#pragma once

#include "ui/canvas/graph.h"
#include "ui/canvas/route.h"

#include <QHash>
#include <QPainterPath>
#include <QRectF>

#include <optional>
#include <unordered_map>

namespace penstock::canvas {

struct Wire {
    int edge = 0; // index in graph().edges
    int from = 0;
    int to = 0;
    QPainterPath path;
    QRectF bounds; // with the label and the arrow
    QPointF label;
    bool isLed = false; // else it has no path yet, and bounds that it will about have
};

class Scene final {
public:
    Scene();

    // All nodes must have positions.
    void setGraph(Graph graph);
    const Graph& graph() const { return m_graph; }
    int nodeCount() const { return static_cast<int>(m_graph.nodes.size()); }
    const Node& node(int index) const { return m_graph.nodes[static_cast<std::size_t>(index)]; }
    QRectF rect(int index) const { return m_rects[static_cast<std::size_t>(index)]; }
    std::optional<int> indexOf(const QString& id) const;
    const std::vector<Wire>& wires() const { return m_wires; }
    const std::vector<int>& wiresOf(int node) const { return m_wiresOf[static_cast<std::size_t>(node)]; }
    const Edge& edgeOf(int wire) const { return m_graph.edges[static_cast<std::size_t>(m_wires[static_cast<std::size_t>(wire)].edge)]; }
    const NodeFrame& frame(int index) const { return m_graph.frames[static_cast<std::size_t>(index)]; }
    QRectF bounds() const { return m_bounds; }
    QRectF frameRect(int frame) const;                       // around its nodes as they stand; empty: it has none
    QRectF frameTitle(int frame) const;                      // the strip by which it is taken
    std::optional<int> frameAt(const QPointF& point) const;  // whose title is there
    std::vector<int> nodesOfFrame(int frame) const;
    // These frames stand at these places whatever their nodes do, until others do; the area that changed.
    QRectF holdFrames(const QHash<int, QRectF>& places);

    // Appearance only: the position stays.
    void setAppearance(int index, const Node& node);
    // Label, and whether the run went this way; the area that changed, empty when nothing did.
    QRectF setAppearance(const Edge& edge);
    // Moves nodes and leads their wires anew; with `settle` also the wires that pass by. The area that changed.
    enum class Settle { no, yes };
    QRectF moveNodes(const std::vector<int>& nodes, const std::vector<QPointF>& positions, Settle settle);

    std::vector<int> nodesIn(const QRectF& area) const; // in painting order
    std::vector<int> wiresIn(const QRectF& area) const; // led, unless a large graph is in view as a whole
    void leadAll();                                     // for those who want every wire, whatever it costs
    std::optional<int> nodeAt(const QPointF& point) const;
    std::optional<int> wireAt(const QPointF& point, double reach) const;      // the one on top
    std::optional<PortRef> portAt(const QPointF& point, double reach) const; // the nearest
    QPointF portAt(int index, PortSide side, const QString& name) const;      // its middle

private:
    void leadWire(Wire& wire) const;
    void loosen(Wire& wire);
    void leadOrLoosen(const std::vector<int>& wires); // the second when there are many
    void leadAround(const QRectF& area) const;
    std::vector<int> wiresMeeting(const QRectF& area) const;
    QRectF framesAround(const std::vector<int>& nodes) const;
    void indexAll();
    void updateBounds();

    Graph m_graph;
    std::vector<QRectF> m_rects;
    QHash<int, QRectF> m_heldFrames;
    mutable std::vector<Wire> m_wires; // led when somebody looks
    mutable std::size_t m_loose = 0;   // how many are not led yet
    std::vector<std::vector<int>> m_wiresOf;
    QHash<QString, int> m_index;
    mutable QRectF m_bounds;
    Router m_router;
    std::unordered_map<qint64, std::vector<int>> m_nodeCells;
    mutable std::unordered_map<qint64, std::vector<int>> m_wireCells;
};

} // namespace penstock::canvas
