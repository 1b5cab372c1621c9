// What gestures may ask of a GraphView, and how it announces what came of them.
#pragma once

#include "ui/canvas/gesture.h"

namespace penstock::canvas {

class GraphView;
class Selection;
class Surface;
class Viewport;

class GraphStage final : public Stage {
public:
    GraphStage(GraphView& view, Scene& scene, Viewport& viewport, Selection& selection, Surface& surface); // all outlive this

    void setJudging(std::function<std::unique_ptr<LinkJudge>()> judging) { m_judging = std::move(judging); }

    Scene& scene() override { return m_scene; }
    const Camera& camera() const override;
    const QSet<int>& selected() const override;
    void setSelected(const QSet<int>& nodes) override;
    void panBy(const QPointF& pixels) override;
    void repaint(const QRectF& sceneArea) override;
    void nodesWereMoved(const std::vector<int>& nodes, const FrameChange& frames) override;
    void setBand(const QRectF& sceneArea) override;
    void setGuides(const std::vector<Guide>& guides) override;

    std::unique_ptr<LinkJudge> judge() const override { return m_judging ? m_judging() : nullptr; }
    QRectF sceneInView() const override;
    void setSketch(std::optional<LinkSketch> sketch) override;
    void setDropWire(std::optional<int> wire) override;
    void dropped(int node, int wire, const FrameChange& frames) override;
    void setCatchingFrame(std::optional<int> frame) override;
    void linked(const PortRef& from, const PortRef& to) override;
    void linkReleased(const PortRef& fixed, const QPointF& scene) override;
    void edgeMoved(const Edge& edge, const PortRef& from, const PortRef& to) override;
    void edgeReleased(const Edge& edge) override;
    void setCut(std::optional<Cut> cut) override;
    void edgesCut(const std::vector<Edge>& edges) override;

private:
    GraphView& m_view;
    Scene& m_scene;
    Viewport& m_viewport;
    Selection& m_selection;
    Surface& m_surface;
    std::function<std::unique_ptr<LinkJudge>()> m_judging;
};

} // namespace penstock::canvas
