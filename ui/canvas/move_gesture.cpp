#include "ui/canvas/frame_catch.h"

#include <QApplication>

#include <algorithm>
#include <cmath>

namespace penstock::canvas {

namespace {

class Move final : public Gesture {
public:
    Move(Stage& stage, const QPointF& view)
        : m_stage(stage)
        , m_start(view)
    {
        for (const int node : stage.selected())
            m_nodes.push_back(node);
        std::sort(m_nodes.begin(), m_nodes.end());
        for (const int node : m_nodes)
            m_origins.push_back(stage.scene().rect(node).topLeft());
    }

    void moveTo(const QPointF& view, Qt::KeyboardModifiers modifiers) override
    {
        const QPointF way = view - m_start;
        if (!m_moving && way.manhattanLength() < QApplication::startDragDistance())
            return;
        if (!m_moving)
            m_frames.emplace(m_stage, m_nodes);
        m_moving = true;
        const bool freely = modifiers & Qt::AltModifier;
        m_frames->look(m_stage.camera().toScene(view), !freely);
        place(way / m_stage.camera().zoom, !freely, Scene::Settle::no);
        lookForWire();
    }

    bool finish() override
    {
        if (!m_moving)
            return false;
        m_stage.setGuides({});
        place(m_by, false, Scene::Settle::yes);
        m_stage.setDropWire(std::nullopt);
        const FrameChange frames = m_frames->end();
        if (m_wire)
            m_stage.dropped(m_nodes.front(), *m_wire, frames);
        else if (m_by != QPointF())
            m_stage.nodesWereMoved(m_nodes, frames);
        return true;
    }

    void cancel() override
    {
        m_stage.setGuides({});
        if (m_moving) {
            place({}, false, Scene::Settle::yes);
            m_frames->cancel();
        }
        m_stage.setDropWire(std::nullopt);
        m_moving = false;
    }

private:
    // A step that is linked to nothing can be put into an edge.
    void lookForWire()
    {
        if (m_nodes.size() != 1 || !m_stage.scene().wiresOf(m_nodes.front()).empty() || !m_stage.judge())
            return;
        if (const NodeKind kind = m_stage.scene().node(m_nodes.front()).kind; kind == NodeKind::note || kind == NodeKind::frame)
            return;
        m_wire = m_stage.scene().wireAt(m_stage.scene().rect(m_nodes.front()).center(), 20);
        m_stage.setDropWire(m_wire);
    }

    void place(QPointF by, bool snap, Scene::Settle settle)
    {
        if (m_nodes.empty())
            return;
        if (snap) {
            // A straight drag stays straight: the axis that did not move keeps its place off the grid.
            const auto snapped = [](double origin, double way) {
                constexpr double grid = 8;
                return std::abs(way) < 0.5 ? 0 : std::round((origin + way) / grid) * grid - origin;
            };
            const Alignment alignment = alignmentAt(by);
            by = {alignment.x ? by.x() + *alignment.x : snapped(m_origins.front().x(), by.x()),
                  alignment.y ? by.y() + *alignment.y : snapped(m_origins.front().y(), by.y())};
            m_stage.setGuides(alignment.guides);
        } else {
            m_stage.setGuides({});
        }
        m_by = by;
        std::vector<QPointF> positions;
        for (const QPointF& origin : m_origins)
            positions.emplace_back(std::round(origin.x() + by.x()), std::round(origin.y() + by.y()));
        m_stage.repaint(m_stage.scene().moveNodes(m_nodes, positions, settle));
    }

    // With what stands near by. Many at once are moved by the grid: nobody sees what all of them line up with.
    Alignment alignmentAt(const QPointF& by) const
    {
        constexpr std::size_t mostMoved = 40;
        constexpr double reach = 480, snapDistance = 6;
        if (m_nodes.size() > mostMoved)
            return {};
        const QSet<int> moved(m_nodes.begin(), m_nodes.end());
        QRectF own;
        for (std::size_t i = 0; i < m_nodes.size(); ++i)
            own |= QRectF(m_origins[i] + by, m_stage.scene().rect(m_nodes[i]).size());
        std::vector<Box> others;
        for (const int node : m_stage.scene().nodesIn(own.adjusted(-reach, -reach, reach, reach))) {
            const QRectF rect = m_stage.scene().rect(node);
            if (!moved.contains(node))
                others.push_back({rect.x(), rect.y(), rect.width(), rect.height()});
        }
        return alignmentOf({own.x(), own.y(), own.width(), own.height()}, others, snapDistance / m_stage.camera().zoom);
    }

    Stage& m_stage;
    QPointF m_start, m_by;
    std::vector<int> m_nodes;
    std::vector<QPointF> m_origins;
    std::optional<FrameCatch> m_frames; // once it moves
    std::optional<int> m_wire; // that it would be put into
    bool m_moving = false;
};

} // namespace

std::unique_ptr<Gesture> moveGesture(Stage& stage, const QPointF& view)
{
    return std::make_unique<Move>(stage, view);
}

} // namespace penstock::canvas
