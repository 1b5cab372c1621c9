#include "ui/canvas/gesture.h"

namespace penstock::canvas {

namespace {

class Band final : public Gesture {
public:
    Band(Stage& stage, const QPointF& view, bool keep)
        : m_stage(stage)
        , m_start(stage.camera().toScene(view))
        , m_before(stage.selected())
        , m_kept(keep ? m_before : QSet<int>())
    {
        stage.setSelected(m_kept);
    }

    void moveTo(const QPointF& view, Qt::KeyboardModifiers) override
    {
        const QRectF band = QRectF(m_start, m_stage.camera().toScene(view)).normalized();
        QSet<int> selected = m_kept;
        for (const int node : m_stage.scene().nodesIn(band)) {
            if (m_stage.scene().rect(node).intersects(band))
                selected.insert(node);
        }
        m_stage.setBand(band);
        m_stage.setSelected(selected);
    }
    bool finish() override
    {
        m_stage.setBand({});
        return true;
    }
    void cancel() override
    {
        m_stage.setBand({});
        m_stage.setSelected(m_before);
    }

private:
    Stage& m_stage;
    QPointF m_start;
    QSet<int> m_before, m_kept;
};

} // namespace

std::unique_ptr<Gesture> bandGesture(Stage& stage, const QPointF& view, bool keep)
{
    return std::make_unique<Band>(stage, view, keep);
}

} // namespace penstock::canvas
