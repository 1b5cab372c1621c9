#include "ui/designer/chain.h"

#include "core/messages/messages.h"
#include "ui/designer/design_edits.h"
#include "ui/designer/design_links.h"

#include <algorithm>

namespace penstock::designer {

using canvas::Node;
using canvas::PortRef;
using canvas::PortSide;

namespace {

std::vector<Node> asTheyStand(const canvas::Graph& graph, const QStringList& steps)
{
    std::vector<Node> nodes;
    std::copy_if(graph.nodes.begin(), graph.nodes.end(), std::back_inserter(nodes), [&](const Node& node) { return steps.contains(node.id); });
    std::stable_sort(nodes.begin(), nodes.end(), [](const Node& a, const Node& b) {
        const QPointF p = a.position.value_or(QPointF()), q = b.position.value_or(QPointF());
        return p.x() != q.x() ? p.x() < q.x() : p.y() < q.y();
    });
    return nodes;
}

bool areLinked(const canvas::Graph& graph, const Node& from, const Node& to)
{
    return std::any_of(graph.edges.begin(), graph.edges.end(), [&](const canvas::Edge& edge) { return edge.from == from.id && edge.to == to.id; });
}

} // namespace

Chain chain(const edit::Document& document, const canvas::Graph& graph, const QStringList& steps)
{
    Chain made;
    edit::Document now = document;
    const auto nodes = asTheyStand(graph, steps);
    for (std::size_t i = 0; i + 1 < nodes.size(); ++i) {
        if (areLinked(graph, nodes[i], nodes[i + 1]))
            continue;
        const DocumentJudge judge(now.pipeline()); // knows the links before this one: together they must make no circle either
        const PortRef from = usualOutput(nodes[i]), to{nodes[i + 1].id, PortSide::in, {}};
        if (const QString refusal = judge.refusal(from, to); !refusal.isEmpty())
            return {{}, refusal};
        const edit::Edit link = edit::Connect{judge.bounded(linkOf(now.pipeline(), from, to))};
        const auto next = edit::apply(now, link);
        if (!next)
            return {{}, messages::sentence(next.error())};
        now = *next;
        made.links.push_back(link);
    }
    return made;
}

} // namespace penstock::designer
