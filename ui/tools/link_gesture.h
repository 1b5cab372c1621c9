#pragma once

#include "ui/canvas/gesture.h"

namespace penstock::tools {

// Pulls a link from a port, or an edge by one of its ends, to another port; while it is pulled it says why not.
class LinkGesture final : public canvas::Gesture {
public:
    LinkGesture(canvas::Stage& stage, canvas::Pull pull, const QPointF& view);

    void moveTo(const QPointF& view, Qt::KeyboardModifiers modifiers) override;
    bool finish() override;
    void cancel() override;

private:
    canvas::PortSide looseSide() const;
    QString refusal(const canvas::PortRef& other) const;
    void choose(const canvas::Node& node, const QString& port);
    void fadeOthers();

    canvas::Stage& m_stage;
    canvas::Pull m_pull;
    std::unique_ptr<canvas::LinkJudge> m_judge;
    canvas::LinkSketch m_sketch;
    QPointF m_start;
    bool m_pulled = false;
};

} // namespace penstock::tools
