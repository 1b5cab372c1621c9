#include "ui/tools/link_gesture.h"

#include <QApplication>

namespace penstock::tools {

using canvas::Node;
using canvas::Port;
using canvas::PortRef;
using canvas::PortSide;

LinkGesture::LinkGesture(canvas::Stage& stage, canvas::Pull pull, const QPointF& view)
    : m_stage(stage)
    , m_pull(std::move(pull))
    , m_judge(stage.judge())
    , m_start(view)
{
    m_sketch.fixed = m_pull.fixed;
}

PortSide LinkGesture::looseSide() const { return m_pull.fixed.side == PortSide::out ? PortSide::in : PortSide::out; }

QString LinkGesture::refusal(const PortRef& other) const
{
    if (m_pull.edge && (m_pull.fixed.side == PortSide::out ? other.node == m_pull.edge->to && other.port == m_pull.edge->input
                                                           : other.node == m_pull.edge->from && other.port == m_pull.edge->output))
        return {}; // back to where it was
    return m_pull.fixed.side == PortSide::out ? m_judge->refusal(m_pull.fixed, other) : m_judge->refusal(other, m_pull.fixed);
}

// The port under the pointer; over the rest of a node the first that can be linked.
void LinkGesture::choose(const Node& node, const QString& port)
{
    const PortRef wished{node.id, looseSide(), port};
    m_sketch.refusal = refusal(wished);
    m_sketch.other = wished;
    if (m_sketch.refusal.isEmpty() || !port.isNull())
        return;
    for (const Port& each : portsOf(node, looseSide())) {
        const PortRef other{node.id, looseSide(), each.name};
        if (refusal(other).isEmpty()) {
            m_sketch.refusal.clear();
            m_sketch.other = other;
            return;
        }
    }
}

void LinkGesture::fadeOthers()
{
    const canvas::Scene& scene = m_stage.scene();
    for (const int index : scene.nodesIn(m_stage.sceneInView())) {
        const auto& ports = portsOf(scene.node(index), looseSide());
        const bool any = std::any_of(ports.begin(), ports.end(), [&](const Port& port) { return refusal({scene.node(index).id, looseSide(), port.name}).isEmpty(); });
        if (!any && scene.node(index).id != m_pull.fixed.node)
            m_sketch.faded.insert(index);
    }
}

void LinkGesture::moveTo(const QPointF& view, Qt::KeyboardModifiers)
{
    if (!m_pulled && (view - m_start).manhattanLength() < QApplication::startDragDistance())
        return;
    if (!m_pulled && m_judge)
        fadeOthers();
    if (!m_judge)
        return;
    m_pulled = true;
    const canvas::Scene& scene = m_stage.scene();
    const QPointF at = m_stage.camera().toScene(view);
    m_sketch.loose = at;
    m_sketch.other.reset();
    m_sketch.refusal.clear();
    const double reach = 12 / m_stage.camera().zoom;
    const auto port = scene.portAt(at, reach);
    if (port && port->side == looseSide() && port->node != m_pull.fixed.node) {
        choose(scene.node(*scene.indexOf(port->node)), port->port.isNull() ? QString::fromLatin1("") : port->port);
    } else if (const auto node = scene.nodeAt(at); node && scene.node(*node).id != m_pull.fixed.node) {
        choose(scene.node(*node), QString());
    }
    if (m_sketch.other && m_sketch.refusal.isEmpty())
        m_sketch.loose = scene.portAt(*scene.indexOf(m_sketch.other->node), looseSide(), m_sketch.other->port);
    m_stage.setSketch(m_sketch);
}

bool LinkGesture::finish()
{
    m_stage.setSketch(std::nullopt);
    if (!m_pulled)
        return false;
    if (m_sketch.other && !m_sketch.refusal.isEmpty())
        return true; // it was said why
    if (m_sketch.other) {
        const PortRef& from = m_pull.fixed.side == PortSide::out ? m_pull.fixed : *m_sketch.other;
        const PortRef& to = m_pull.fixed.side == PortSide::out ? *m_sketch.other : m_pull.fixed;
        m_pull.edge ? m_stage.edgeMoved(*m_pull.edge, from, to) : m_stage.linked(from, to);
    } else if (m_pull.edge) {
        m_stage.edgeReleased(*m_pull.edge);
    } else {
        m_stage.linkReleased(m_pull.fixed, m_sketch.loose);
    }
    return true;
}

void LinkGesture::cancel() { m_stage.setSketch(std::nullopt); }

} // namespace penstock::tools
