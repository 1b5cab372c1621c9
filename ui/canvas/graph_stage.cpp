#include "ui/canvas/graph_stage.h"

#include "ui/canvas/graph_view.h"

namespace penstock::canvas {

GraphStage::GraphStage(GraphView& view, Scene& scene, Viewport& viewport, Selection& selection, Surface& surface)
    : m_view(view)
    , m_scene(scene)
    , m_viewport(viewport)
    , m_selection(selection)
    , m_surface(surface)
{}

const Camera& GraphStage::camera() const { return m_viewport.camera(); }

const QSet<int>& GraphStage::selected() const { return m_selection.nodes(); }

void GraphStage::setSelected(const QSet<int>& nodes) { m_selection.set(nodes); }

void GraphStage::panBy(const QPointF& pixels) { m_viewport.panBy(pixels); }

QRectF GraphStage::sceneInView() const { return m_viewport.inView(); }

void GraphStage::repaint(const QRectF& sceneArea) { m_surface.spoil(sceneArea); }

void GraphStage::setBand(const QRectF& sceneArea) { m_surface.setBand(sceneArea); }

void GraphStage::setGuides(const std::vector<Guide>& guides) { m_surface.setGuides(guides); }

void GraphStage::setCatchingFrame(std::optional<int> frame) { m_surface.setCatchingFrame(frame); }

void GraphStage::setSketch(std::optional<LinkSketch> sketch)
{
    m_surface.links().setSketch(std::move(sketch));
    m_surface.update();
}

void GraphStage::setDropWire(std::optional<int> wire)
{
    if (m_surface.links().dropWire() == wire)
        return;
    m_surface.links().setDropWire(wire);
    m_surface.update();
}

void GraphStage::nodesWereMoved(const std::vector<int>& nodes, const FrameChange& frames)
{
    QStringList ids;
    QList<QPointF> positions;
    for (const int node : nodes) {
        ids.append(m_scene.node(node).id);
        positions.append(m_scene.rect(node).topLeft());
    }
    Q_EMIT m_view.viewChanged();
    if (frames.isEmpty())
        Q_EMIT m_view.nodesMoved(ids, positions);
    else
        Q_EMIT m_view.nodesReframed(ids, positions, frames);
}

void GraphStage::dropped(int node, int wire, const FrameChange& frames)
{
    const Edge edge = m_scene.edgeOf(wire);
    Q_EMIT m_view.viewChanged();
    Q_EMIT m_view.nodeDropped(m_scene.node(node).id, edge, m_scene.rect(node).topLeft(), frames);
}

void GraphStage::linked(const PortRef& from, const PortRef& to) { Q_EMIT m_view.linkMade(from, to); }

void GraphStage::linkReleased(const PortRef& fixed, const QPointF& scene) { Q_EMIT m_view.linkDropped(fixed, scene); }

void GraphStage::edgeMoved(const Edge& edge, const PortRef& from, const PortRef& to) { Q_EMIT m_view.edgePulled(edge, from, to); }

void GraphStage::edgeReleased(const Edge& edge) { Q_EMIT m_view.edgesRemoved({edge}); }

void GraphStage::setCut(std::optional<Cut> cut)
{
    m_surface.links().setCut(std::move(cut));
    m_surface.update();
}

void GraphStage::edgesCut(const std::vector<Edge>& edges) { Q_EMIT m_view.edgesRemoved(QList<Edge>(edges.begin(), edges.end())); }

} // namespace penstock::canvas
