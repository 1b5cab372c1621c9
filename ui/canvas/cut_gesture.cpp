#include "ui/canvas/gesture.h"

#include <QLineF>

namespace penstock::canvas {

namespace {

bool crosses(const QPainterPath& path, const QLineF& line)
{
    for (const QPolygonF& part : path.toSubpathPolygons()) {
        for (qsizetype i = 0; i + 1 < part.size(); ++i) {
            if (QLineF(part[i], part[i + 1]).intersects(line, nullptr) == QLineF::BoundedIntersection)
                return true;
        }
    }
    return false;
}

class Cutting final : public Gesture {
public:
    Cutting(Stage& stage, const QPointF& view)
        : m_stage(stage)
        , m_start(stage.camera().toScene(view))
    {}

    void moveTo(const QPointF& view, Qt::KeyboardModifiers) override
    {
        m_cut = {QLineF(m_start, m_stage.camera().toScene(view)), {}};
        const Scene& scene = m_stage.scene();
        for (const int wire : scene.wiresIn(QRectF(m_cut.line.p1(), m_cut.line.p2()).normalized().adjusted(-1, -1, 1, 1))) {
            if (crosses(scene.wires()[static_cast<std::size_t>(wire)].path, m_cut.line))
                m_cut.wires.push_back(wire);
        }
        m_stage.setCut(m_cut);
    }
    bool finish() override
    {
        std::vector<Edge> edges;
        for (const int wire : m_cut.wires)
            edges.push_back(m_stage.scene().edgeOf(wire));
        cancel();
        if (!edges.empty())
            m_stage.edgesCut(edges);
        return true;
    }
    void cancel() override { m_stage.setCut(std::nullopt); }

private:
    Stage& m_stage;
    QPointF m_start;
    Cut m_cut;
};

} // namespace

std::unique_ptr<Gesture> cutGesture(Stage& stage, const QPointF& view)
{
    return std::make_unique<Cutting>(stage, view);
}

} // namespace penstock::canvas
