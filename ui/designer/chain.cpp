#include "ui/designer/chain.h"

#include "core/messages/messages.h"
#include "ui/designer/design_edits.h"
#include "ui/models/qt_text.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace penstock::designer {

using canvas::Edge;
using canvas::Node;
using canvas::PortRef;
using canvas::PortSide;
using models::utf8;

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

using Successors = QHash<QString, QStringList>;

Successors successorsIn(const canvas::Graph& graph)
{
    Successors next;
    for (const Edge& edge : graph.edges) {
        if (edge.kind != canvas::EdgeKind::back)
            next[edge.from].append(edge.to);
    }
    return next;
}

QSet<QString> allAfter(const Successors& next, const QString& step)
{
    QSet<QString> seen;
    QStringList open = next.value(step);
    while (!open.isEmpty()) {
        const QString at = open.takeLast();
        if (seen.contains(at))
            continue;
        seen.insert(at);
        open += next.value(at);
    }
    return seen;
}

// Each link may be allowed by itself, and all together would still lead from a step to itself.
QString circleOf(const Successors& next, const std::vector<Node>& nodes)
{
    for (std::size_t later = 2; later < nodes.size(); ++later) {
        const QSet<QString> after = allAfter(next, nodes[later].id);
        for (std::size_t earlier = 0; earlier + 1 < later; ++earlier) {
            if (after.contains(nodes[earlier].id))
                return messages::sentence(Message{"edit.link_circle", {{"from", utf8(nodes[earlier].id)}, {"to", utf8(nodes[later].id)}}});
        }
    }
    return {};
}

} // namespace

Chain chain(const pipeline::Pipeline& pipeline, const DocumentJudge& judge, const canvas::Graph& graph, const QStringList& steps)
{
    Chain made;
    const auto nodes = asTheyStand(graph, steps);
    const Successors next = successorsIn(graph);
    made.refusal = circleOf(next, nodes);
    for (std::size_t i = 0; i + 1 < nodes.size() && made.refusal.isEmpty(); ++i) {
        if (next.value(nodes[i].id).contains(nodes[i + 1].id))
            continue;
        const PortRef from = usualOutput(nodes[i]), to{nodes[i + 1].id, PortSide::in, {}};
        made.refusal = judge.refusal(from, to);
        made.links.emplace_back(edit::Connect{judge.bounded(linkOf(pipeline, from, to))});
    }
    if (!made.refusal.isEmpty())
        made.links.clear();
    return made;
}

} // namespace penstock::designer
