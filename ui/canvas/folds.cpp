#include "ui/canvas/folds.h"

#include "ui/canvas/frame_folding.h"

#include <algorithm>

namespace penstock::canvas {

Graph Folds::show(Graph whole)
{
    m_whole = {};
    m_index.clear();
    m_away = foldedAway(whole, m_frames);
    if (m_away.isEmpty())
        return whole;
    m_whole = std::move(whole);
    for (std::size_t i = 0; i < m_whole.nodes.size(); ++i)
        m_index.insert(m_whole.nodes[i].id, i);
    return foldFrames(m_whole, m_frames);
}

Graph Folds::moved(const QStringList& ids, const QList<QPointF>& positions)
{
    for (qsizetype i = 0; i < ids.size(); ++i) {
        if (const auto known = m_index.constFind(ids[i]); known != m_index.cend())
            m_whole.nodes[*known].position = positions[i];
    }
    return foldFrames(m_whole, m_frames);
}

const NodeFrame* Folds::frame(const QString& id) const
{
    const auto found = std::find_if(m_whole.frames.begin(), m_whole.frames.end(), [&](const NodeFrame& frame) { return frame.id == id; });
    return found == m_whole.frames.end() ? nullptr : &*found;
}

std::vector<const Node*> Folds::membersOf(const NodeFrame& frame) const
{
    std::vector<const Node*> members;
    for (const QString& id : frame.nodes) {
        const auto known = m_index.constFind(id);
        if (known != m_index.cend() && m_away.value(id) == frame.id)
            members.push_back(&m_whole.nodes[*known]);
    }
    return members;
}

std::optional<Node> Folds::update(const Node& node)
{
    const auto known = m_index.constFind(node.id);
    const NodeFrame* holder = known == m_index.cend() ? nullptr : frame(m_away.value(node.id));
    if (!holder)
        return std::nullopt;
    Node& own = m_whole.nodes[*known];
    Node wished = node;
    wished.position = own.position;
    if (wished == own)
        return std::nullopt;
    own = std::move(wished);
    return foldedNode(*holder, membersOf(*holder));
}

void Folds::unfold(QStringList& ids, QList<QPointF>& positions) const
{
    QStringList all;
    QList<QPointF> places;
    for (qsizetype i = 0; i < ids.size(); ++i) {
        const NodeFrame* folded = frame(ids[i]);
        const auto members = folded ? membersOf(*folded) : std::vector<const Node*>();
        if (members.empty()) {
            all.append(ids[i]);
            places.append(positions[i]);
            continue;
        }
        const QPointF by = positions[i] - *foldedNode(*folded, members).position;
        for (const Node* member : members) {
            all.append(member->id);
            places.append(*member->position + by);
        }
    }
    ids = std::move(all);
    positions = std::move(places);
}

} // namespace penstock::canvas
