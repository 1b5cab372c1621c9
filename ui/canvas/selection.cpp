#include "ui/canvas/selection.h"

#include "ui/canvas/scene.h"

#include <algorithm>
#include <utility>

namespace penstock::canvas {

Selection::Selection(const Scene& scene)
    : m_scene(scene)
{}

std::vector<int> Selection::sorted() const
{
    std::vector<int> nodes(m_nodes.begin(), m_nodes.end());
    std::sort(nodes.begin(), nodes.end());
    return nodes;
}

QStringList Selection::ids() const
{
    QStringList ids;
    for (const int node : sorted())
        ids.append(m_scene.node(node).id);
    return ids;
}

void Selection::set(const QSet<int>& nodes)
{
    if (nodes == m_nodes)
        return;
    const QSet<int> before = std::exchange(m_nodes, nodes);
    Q_EMIT changed((before - nodes) + (nodes - before));
}

void Selection::toggle(int node)
{
    QSet<int> nodes = m_nodes;
    if (!nodes.remove(node))
        nodes.insert(node);
    set(nodes);
}

void Selection::selectAll()
{
    QSet<int> all;
    for (int i = 0; i < m_scene.nodeCount(); ++i)
        all.insert(i);
    set(all);
}

QString Selection::currentId() const { return m_current < 0 || m_current >= m_scene.nodeCount() ? QString() : m_scene.node(m_current).id; }

void Selection::setCurrent(int node)
{
    if (node != m_current)
        Q_EMIT currentChanged(std::exchange(m_current, node), node);
}

void Selection::setHovered(int node)
{
    if (node != m_hovered)
        Q_EMIT hoveredChanged(std::exchange(m_hovered, node), node);
}

void Selection::restore(const Ids& ids)
{
    m_nodes.clear();
    for (const QString& id : ids.selected) {
        if (const auto node = m_scene.indexOf(id))
            m_nodes.insert(*node);
    }
    m_current = m_scene.indexOf(ids.current).value_or(none);
    m_hovered = none;
}

} // namespace penstock::canvas
