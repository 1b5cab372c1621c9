#include "ui/canvas/frame_folding.h"

#include <QCoreApplication>

#include <algorithm>

namespace penstock::canvas {

namespace {

class FoldText final {
    Q_DECLARE_TR_FUNCTIONS(FoldText)

public:
    static QString steps(qsizetype count) { return count == 1 ? tr("1 step") : tr("%1 steps").arg(count); }
};

// What wants a look before what is quiet.
int weight(theme::Mark mark) { return theme::StateMark::wantsAttention(mark) ? 3 : mark == theme::Mark::running ? 2 : mark == theme::Mark::pending ? 0 : 1; }

} // namespace

QHash<QString, QString> foldedAway(const Graph& graph, const QSet<QString>& folded)
{
    QHash<QString, QString> holder;
    for (const NodeFrame& frame : graph.frames) {
        for (const QString& id : folded.contains(frame.id) ? frame.nodes : QStringList()) {
            if (!holder.contains(id))
                holder.insert(id, frame.id);
        }
    }
    return holder;
}

Node foldedNode(const NodeFrame& frame, const std::vector<const Node*>& members)
{
    Node node;
    node.id = frame.id;
    node.kind = NodeKind::frame;
    node.title = frame.title;
    node.subtitle = FoldText::steps(static_cast<qsizetype>(members.size()));
    QPointF corner = members.front()->position.value_or(QPointF());
    for (const Node* member : members) {
        const QPointF at = member->position.value_or(corner);
        corner = {std::min(corner.x(), at.x()), std::min(corner.y(), at.y())};
        node.problem = node.problem || member->problem;
        if (weight(member->mark) > weight(node.mark))
            node.mark = member->mark;
    }
    node.position = corner;
    return node;
}

Graph foldFrames(const Graph& graph, const QSet<QString>& folded)
{
    const QHash<QString, QString> holder = foldedAway(graph, folded);
    QHash<QString, std::vector<const Node*>> members;
    if (holder.isEmpty())
        return graph;
    Graph result;
    for (const Node& node : graph.nodes) {
        if (const auto frame = holder.constFind(node.id); frame != holder.cend())
            members[*frame].push_back(&node);
        else
            result.nodes.push_back(node);
    }
    for (const NodeFrame& frame : graph.frames) {
        if (members.contains(frame.id))
            result.nodes.push_back(foldedNode(frame, members[frame.id]));
        else
            result.frames.push_back(frame);
    }
    for (Edge edge : graph.edges) {
        const bool fromFolded = holder.contains(edge.from), toFolded = holder.contains(edge.to);
        edge.from = holder.value(edge.from, edge.from);
        edge.to = holder.value(edge.to, edge.to);
        if (fromFolded)
            edge.output.clear();
        if (toFolded)
            edge.input.clear();
        const bool known = std::any_of(result.edges.begin(), result.edges.end(), [&](const Edge& other) { return (fromFolded || toFolded) && isSameLink(edge, other); });
        if (!known && (edge.from != edge.to || !(fromFolded && toFolded)))
            result.edges.push_back(std::move(edge));
    }
    return result;
}

} // namespace penstock::canvas
