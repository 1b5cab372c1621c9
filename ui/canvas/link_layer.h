// What is drawn above the graph while links are made: the one that is pulled, with the reason why not, the chosen edge, the
// wire into which a moved node would be put, and the line that cuts edges.
#pragma once

#include "ui/canvas/gesture.h"
#include "ui/theme/theme.h"

class QPainter;

namespace penstock::canvas {

class LinkLayer final {
public:
    // Of these, what concerns nodes and edges of another graph is dropped when the graph changes.
    void graphChanged(const Scene& scene);

    void setSketch(std::optional<LinkSketch> sketch) { m_sketch = std::move(sketch); }
    const std::optional<LinkSketch>& sketch() const { return m_sketch; }
    void setDropWire(std::optional<int> wire) { m_dropWire = wire; }
    std::optional<int> dropWire() const { return m_dropWire; }
    void setCut(std::optional<Cut> cut) { m_cut = std::move(cut); }
    void chooseEdge(std::optional<Edge> edge) { m_edge = std::move(edge); }
    const std::optional<Edge>& edge() const { return m_edge; }
    std::optional<int> wireOf(const Scene& scene, const Edge& edge) const;

    void paint(QPainter& painter, const QRectF& view, const Scene& scene, const Camera& camera, const theme::Theme& theme) const;

private:
    void paintWire(QPainter& painter, int wire, const QColor& color, double width, const Scene& scene, const Camera& camera) const;
    void paintCut(QPainter& painter, const Scene& scene, const Camera& camera, const theme::Theme& theme) const;
    void paintSketch(QPainter& painter, const QRectF& view, const Scene& scene, const Camera& camera, const theme::Theme& theme) const;

    std::optional<LinkSketch> m_sketch;
    std::optional<Cut> m_cut;
    std::optional<int> m_dropWire;
    std::optional<Edge> m_edge;
};

// What a press at this place takes hold of, if it is a port or the end of an edge. `looked`: the node whose ports on demand are shown.
std::optional<Pull> pullAt(const Scene& scene, const QPointF& point, double reach, int looked);

} // namespace penstock::canvas
