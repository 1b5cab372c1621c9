#include "ui/canvas/fading.h"

#include "ui/canvas/reach.h"
#include "ui/canvas/selection.h"

#include <QTimerEvent>

namespace penstock::canvas {

Fading::Fading(const Scene& scene, const Selection& selection)
    : m_scene(scene)
    , m_selection(selection)
{}

void Fading::setOn(bool on)
{
    if (on == m_isOn)
        return;
    m_isOn = on;
    refresh();
}

void Fading::refresh()
{
    m_rest.stop();
    if (m_isOn && !m_selection.nodes().isEmpty())
        take(reach(m_scene, m_selection.nodes(), Reach::related));
    else
        take(std::nullopt);
}

void Fading::hover()
{
    constexpr int moment = 350; // ms; also how long it lasts when the pointer goes on: between two nodes nothing lights up
    if (m_isOn && m_selection.nodes().isEmpty())
        m_rest.start(moment, this);
}

void Fading::timerEvent(QTimerEvent* event)
{
    if (event->timerId() != m_rest.timerId())
        return QObject::timerEvent(event);
    m_rest.stop();
    spare(m_selection.hovered());
}

void Fading::spare(int node)
{
    if (node < 0)
        return take(std::nullopt);
    take(reach(m_scene, {node}, Reach::related));
}

void Fading::take(std::optional<QSet<int>> spared)
{
    if (spared == m_spared)
        return;
    m_spared = std::move(spared);
    Q_EMIT changed();
}

} // namespace penstock::canvas
