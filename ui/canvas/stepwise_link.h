// A link that is made in two steps, one port after the other, by those who cannot drag.
#pragma once

#include "ui/canvas/gesture.h"

namespace penstock::canvas {

class StepwiseLink final {
public:
    explicit StepwiseLink(Stage& stage) // which outlives this
        : m_stage(stage)
    {}

    // Begins a link at the port, gives up the one that began there, or ends it there. Why it cannot end there, in words; empty:
    // it can. A link that was refused may still end elsewhere.
    QString press(const PortRef& port);
    std::optional<PortRef> begun() const; // as long as its node is there
    bool canEndAt(const PortRef& port) const; // whether there is anything to judge: a link began at the other side of another node
    QString refusal(const PortRef& port) const; // where canEndAt()

private:
    Stage& m_stage;
    std::optional<PortRef> m_begun;
};

} // namespace penstock::canvas
