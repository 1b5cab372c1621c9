#include "ui/canvas/stepwise_link.h"

#include <utility>

namespace penstock::canvas {

std::optional<PortRef> StepwiseLink::begun() const
{
    return m_begun && m_stage.scene().indexOf(m_begun->node) ? m_begun : std::nullopt;
}

bool StepwiseLink::canEndAt(const PortRef& port) const
{
    const auto start = begun();
    return start && start->side != port.side && start->node != port.node;
}

QString StepwiseLink::refusal(const PortRef& port) const
{
    const auto judge = m_stage.judge();
    if (!judge || !canEndAt(port))
        return {};
    return m_begun->side == PortSide::out ? judge->refusal(*m_begun, port) : judge->refusal(port, *m_begun);
}

QString StepwiseLink::press(const PortRef& port)
{
    if (!m_stage.judge())
        return {};
    if (!canEndAt(port)) {
        m_begun = begun() == port ? std::nullopt : std::optional(port);
        return {};
    }
    if (QString why = refusal(port); !why.isEmpty())
        return why;
    const PortRef start = *std::exchange(m_begun, std::nullopt);
    start.side == PortSide::out ? m_stage.linked(start, port) : m_stage.linked(port, start);
    return {};
}

} // namespace penstock::canvas
