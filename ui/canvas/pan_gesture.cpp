#include "ui/canvas/gesture.h"

namespace penstock::canvas {

namespace {

class Pan final : public Gesture {
public:
    Pan(Stage& stage, const QPointF& view)
        : m_stage(stage)
        , m_start(view)
        , m_last(view)
    {}

    void moveTo(const QPointF& view, Qt::KeyboardModifiers) override
    {
        m_stage.panBy(view - m_last);
        m_last = view;
    }
    bool finish() override { return true; }
    void cancel() override { m_stage.panBy(m_start - m_last); }

private:
    Stage& m_stage;
    QPointF m_start, m_last;
};

} // namespace

std::unique_ptr<Gesture> panGesture(Stage& stage, const QPointF& view)
{
    return std::make_unique<Pan>(stage, view);
}

} // namespace penstock::canvas
