// The network simplex of layering: layers between which the edges are as short as can be in total.
// Gansner, Koutsofios, North, Vo, "A Technique for Drawing Directed Graphs", IEEE TSE 19 (3), 1993.
#pragma once

#include "ui/canvas/layout.h"

#include <vector>

namespace penstock::canvas::layered {

// A spanning forest of edges that are one layer long. Deterministic; ends after a bounded number of exchanges, whose last
// state is valid too.
class LayerTree final {
public:
    // `layers` are feasible: every edge leads to a later layer. Both outlive this; `layers` is changed in place.
    LayerTree(std::vector<int>& layers, const std::vector<LayoutEdge>& edges);

    void shorten();

private:
    int slack(std::size_t edge) const;
    void growFrom(int node);
    void grow();
    void number();
    bool isBelow(int node, int top) const { return m_first[at(top)] <= m_first[at(node)] && m_first[at(node)] <= m_last[at(top)]; }
    int leavingNode() const;
    int enteringEdge(int top) const;
    void exchange(int top, int entering);
    static std::size_t at(int index) { return static_cast<std::size_t>(index); }

    std::vector<int>& m_layers;
    const std::vector<LayoutEdge>& m_edges;
    std::vector<std::vector<int>> m_edgesOf; // all edges at a node
    std::vector<int> m_component;            // which tree; -1: none yet
    std::vector<char> m_inTree;              // by edge
    // Numbered from the roots: the edge to the parent (-1: a root), the interval of numbers below, and by how many edges more
    // leave what is below than lead into it.
    std::vector<int> m_up, m_first, m_last, m_excess, m_order;
};

} // namespace penstock::canvas::layered
