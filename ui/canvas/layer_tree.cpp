#include "ui/canvas/layer_tree.h"

#include <algorithm>
#include <limits>

namespace penstock::canvas::layered {

LayerTree::LayerTree(std::vector<int>& layers, const std::vector<LayoutEdge>& edges)
    : m_layers(layers)
    , m_edges(edges)
    , m_edgesOf(layers.size())
    , m_component(layers.size(), -1)
    , m_inTree(edges.size(), 0)
    , m_up(layers.size(), -1)
    , m_first(layers.size(), 0)
    , m_last(layers.size(), 0)
    , m_excess(layers.size(), 0)
{
    for (std::size_t i = 0; i < edges.size(); ++i) {
        m_edgesOf[at(edges[i].from)].push_back(static_cast<int>(i));
        m_edgesOf[at(edges[i].to)].push_back(static_cast<int>(i));
    }
}

int LayerTree::slack(std::size_t edge) const
{
    return m_layers[at(m_edges[edge].to)] - m_layers[at(m_edges[edge].from)] - 1;
}

// Takes all that is tight to the tree of this node.
void LayerTree::growFrom(int node)
{
    std::vector<int> open{node};
    while (!open.empty()) {
        const int next = open.back();
        open.pop_back();
        for (const int edge : m_edgesOf[at(next)]) {
            const int other = m_edges[at(edge)].from == next ? m_edges[at(edge)].to : m_edges[at(edge)].from;
            if (m_component[at(other)] >= 0 || slack(at(edge)) != 0)
                continue;
            m_component[at(other)] = m_component[at(next)];
            m_inTree[at(edge)] = 1;
            open.push_back(other);
        }
    }
}

// Tight trees, moved against each other until the nearest ones touch.
void LayerTree::grow()
{
    for (std::size_t root = 0; root < m_layers.size(); ++root) {
        if (m_component[root] >= 0)
            continue;
        const int own = static_cast<int>(root);
        m_component[root] = own;
        growFrom(own);
        while (true) {
            int best = -1;
            for (std::size_t edge = 0; edge < m_edges.size(); ++edge) {
                const bool leaves = m_component[at(m_edges[edge].from)] == own, enters = m_component[at(m_edges[edge].to)] == own;
                if (leaves != enters && (best < 0 || slack(edge) < slack(at(best))))
                    best = static_cast<int>(edge);
            }
            if (best < 0)
                break;
            const bool leaves = m_component[at(m_edges[at(best)].from)] == own;
            const int by = leaves ? slack(at(best)) : -slack(at(best));
            for (std::size_t i = 0; i < m_layers.size(); ++i)
                m_layers[i] += m_component[i] == own ? by : 0;
            growFrom(leaves ? m_edges[at(best)].from : m_edges[at(best)].to);
        }
    }
}

void LayerTree::number()
{
    m_order.clear();
    std::fill(m_first.begin(), m_first.end(), -1);
    std::vector<int> open;
    for (std::size_t root = 0; root < m_layers.size(); ++root) {
        if (m_first[root] >= 0 || m_component[root] != static_cast<int>(root))
            continue;
        m_up[root] = -1;
        open.push_back(static_cast<int>(root));
        while (!open.empty()) {
            const int node = open.back();
            open.pop_back();
            m_first[at(node)] = static_cast<int>(m_order.size());
            m_order.push_back(node);
            for (const int edge : m_edgesOf[at(node)]) {
                if (!m_inTree[at(edge)] || edge == m_up[at(node)])
                    continue;
                const int other = m_edges[at(edge)].from == node ? m_edges[at(edge)].to : m_edges[at(edge)].from;
                m_up[at(other)] = edge;
                open.push_back(other);
            }
        }
    }
    // From the leaves up: edges inside of what is below cancel each other out.
    for (std::size_t i = 0; i < m_layers.size(); ++i) {
        m_last[i] = m_first[i];
        m_excess[i] = 0;
    }
    for (const LayoutEdge& edge : m_edges) {
        ++m_excess[at(edge.from)];
        --m_excess[at(edge.to)];
    }
    for (auto it = m_order.rbegin(); it != m_order.rend(); ++it) {
        if (m_up[at(*it)] < 0)
            continue;
        const LayoutEdge& up = m_edges[at(m_up[at(*it)])];
        const int parent = up.from == *it ? up.to : up.from;
        m_last[at(parent)] = std::max(m_last[at(parent)], m_last[at(*it)]);
        m_excess[at(parent)] += m_excess[at(*it)];
    }
}

// A node whose edge upwards would rather be longer: all in all, the edges over this cut get shorter then.
int LayerTree::leavingNode() const
{
    int best = -1, least = 0;
    for (const int node : m_order) {
        if (m_up[at(node)] < 0)
            continue;
        const int cut = m_edges[at(m_up[at(node)])].from == node ? m_excess[at(node)] : -m_excess[at(node)];
        if (cut < least) {
            least = cut;
            best = node;
        }
    }
    return best;
}

// The shortest edge over the cut that leads the other way.
int LayerTree::enteringEdge(int top) const
{
    const bool upLeaves = m_edges[at(m_up[at(top)])].from == top;
    int best = -1;
    for (std::size_t i = 0; i < m_edges.size(); ++i) {
        const bool from = isBelow(m_edges[i].from, top), to = isBelow(m_edges[i].to, top);
        if (from != to && from != upLeaves && (best < 0 || slack(i) < slack(at(best))))
            best = static_cast<int>(i);
    }
    return best;
}

void LayerTree::exchange(int top, int entering)
{
    const int by = m_edges[at(m_up[at(top)])].from == top ? -slack(at(entering)) : slack(at(entering));
    for (std::size_t i = 0; i < m_layers.size(); ++i)
        m_layers[i] += isBelow(static_cast<int>(i), top) ? by : 0;
    m_inTree[at(m_up[at(top)])] = 0;
    m_inTree[at(entering)] = 1;
    number();
}

void LayerTree::shorten()
{
    constexpr std::size_t mostWork = 15'000'000; // steps; some hundredths of a second
    grow();
    number();
    const std::size_t most = mostWork / (m_layers.size() + m_edges.size() + 1);
    for (std::size_t i = 0; i < most; ++i) {
        const int top = leavingNode();
        if (top < 0)
            break;
        const int entering = enteringEdge(top);
        if (entering < 0)
            break;
        exchange(top, entering);
    }
    // Each tree begins at the left.
    std::vector<int> least(m_layers.size(), std::numeric_limits<int>::max());
    for (std::size_t i = 0; i < m_layers.size(); ++i)
        least[at(m_component[i])] = std::min(least[at(m_component[i])], m_layers[i]);
    for (std::size_t i = 0; i < m_layers.size(); ++i)
        m_layers[i] -= least[at(m_component[i])];
}

} // namespace penstock::canvas::layered
