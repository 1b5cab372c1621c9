#include "ui/canvas/frame_catch.h"

#include <algorithm>

namespace penstock::canvas {

FrameCatch::FrameCatch(Stage& stage, const std::vector<int>& nodes)
    : m_stage(stage)
{
    if (stage.judge()) // else nothing is edited here
        gather(nodes);
}

void FrameCatch::gather(const std::vector<int>& nodes)
{
    const Scene& scene = m_stage.scene();
    for (int frame = 0; frame < static_cast<int>(scene.graph().frames.size()); ++frame) {
        const auto held = scene.nodesOfFrame(frame);
        if (!held.empty() && std::all_of(held.begin(), held.end(), [&](int node) { return std::binary_search(nodes.begin(), nodes.end(), node); }))
            return m_places.clear();
        if (!held.empty())
            m_places.insert(frame, scene.frameRect(frame));
    }
    if (m_places.isEmpty())
        return;
    std::copy_if(nodes.begin(), nodes.end(), std::back_inserter(m_nodes), [&](int node) { return scene.node(node).kind != NodeKind::note && scene.node(node).kind != NodeKind::frame; });
}

bool FrameCatch::holdsAll(int frame) const
{
    const QStringList& held = m_stage.scene().frame(frame).nodes;
    return std::all_of(m_nodes.begin(), m_nodes.end(), [&](int node) { return held.contains(m_stage.scene().node(node).id); });
}

bool FrameCatch::holdsAny(int frame) const
{
    const QStringList& held = m_stage.scene().frame(frame).nodes;
    return std::any_of(m_nodes.begin(), m_nodes.end(), [&](int node) { return held.contains(m_stage.scene().node(node).id); });
}

// Of frames within each other the innermost takes them.
void FrameCatch::look(const QPointF& scene, bool wanted)
{
    if (m_nodes.empty())
        return;
    const auto area = [this](int frame) { return m_places[frame].width() * m_places[frame].height(); };
    m_joined.reset();
    m_left.clear();
    for (auto place = m_places.cbegin(); wanted && place != m_places.cend(); ++place) {
        if (!place->contains(scene)) {
            if (holdsAny(place.key()))
                m_left.push_back(place.key());
        } else if (!m_joined || area(place.key()) < area(*m_joined)) {
            m_joined = place.key();
        }
    }
    if (m_joined && holdsAll(*m_joined))
        m_joined.reset();
    m_stage.repaint(m_stage.scene().holdFrames(wanted ? m_places : QHash<int, QRectF>()));
    m_stage.setCatchingFrame(m_joined);
}

FrameChange FrameCatch::end()
{
    FrameChange change;
    std::sort(m_left.begin(), m_left.end());
    for (const int frame : m_left)
        change.left.append(m_stage.scene().frame(frame).id);
    if (m_joined)
        change.joined = m_stage.scene().frame(*m_joined).id;
    cancel();
    return change;
}

void FrameCatch::cancel()
{
    if (m_nodes.empty())
        return;
    m_stage.repaint(m_stage.scene().holdFrames({}));
    m_stage.setCatchingFrame(std::nullopt);
}

} // namespace penstock::canvas
