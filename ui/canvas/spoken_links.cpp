#include "ui/canvas/spoken_links.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace penstock::canvas {

using namespace Qt::Literals::StringLiterals;

namespace {

class SpokenLinks final {
    Q_DECLARE_TR_FUNCTIONS(SpokenLinks)

public:
    static QString port(const QString& says, const QString& node, bool ofOrder) { return ofOrder ? tr("%1: %2", "a step, its port").arg(node, says) : tr("%1 of %2").arg(says, node); }
    static QString after() { return tr("after other steps"); }
    static QString before() { return tr("before other steps"); }
    static QString linkedTo(const QStringList& nodes) { return tr("linked to %1").arg(nodes.join(u", "_s)); }
    static QString linkedFrom(const QStringList& nodes) { return tr("linked from %1").arg(nodes.join(u", "_s)); }
    static QString notLinked() { return tr("not linked"); }
    static QString from(const QStringList& nodes) { return tr("from %1").arg(nodes.join(u", "_s)); }
    static QString to(const QStringList& nodes) { return tr("to %1").arg(nodes.join(u", "_s)); }
    static QString taken() { return tr("taken"); }
    static QString flow(const QString& output, const QString& input) { return tr("%1, into %2").arg(output, input); }
    static QString frame(const QString& title, const QStringList& nodes) { return tr("%1, Frame around %2").arg(title, nodes.join(u", "_s)); }
    static QString edge(EdgeKind kind, const QString& from, const QString& to)
    {
        switch (kind) {
        case EdgeKind::data: return tr("data from %1 to %2").arg(from, to);
        case EdgeKind::order: return tr("order from %1 to %2").arg(from, to);
        case EdgeKind::branch: return tr("branch from %1 to %2").arg(from, to);
        case EdgeKind::failure: return tr("on failure from %1 to %2").arg(from, to);
        case EdgeKind::back: return tr("back from %1 to %2").arg(from, to);
        }
        return {};
    }
};

const Node* nodeOf(const Graph& graph, const QString& id)
{
    const auto found = std::find_if(graph.nodes.begin(), graph.nodes.end(), [&](const Node& node) { return node.id == id; });
    return found == graph.nodes.end() ? nullptr : &*found;
}

QString titleOf(const Graph& graph, const QString& id)
{
    const Node* node = nodeOf(graph, id);
    return node ? node->title : id;
}

const Port* portOf(const Node& node, PortSide side, const QString& name)
{
    const auto& ports = portsOf(node, side);
    const auto found = std::find_if(ports.begin(), ports.end(), [&](const Port& port) { return port.name == name; });
    return found == ports.end() ? nullptr : &*found;
}

QString says(const Port& port, PortSide side)
{
    if (!port.says.isEmpty())
        return port.says;
    return side == PortSide::in ? SpokenLinks::after() : SpokenLinks::before();
}

// Where the edge ends on this node; ports that it does not name, or that are gone, are those of order.
bool endsAt(const Edge& edge, const Node& node, const PortRef& port)
{
    const bool out = port.side == PortSide::out;
    const QString& name = out ? edge.output : edge.input;
    return (out ? edge.from : edge.to) == port.node && (portOf(node, port.side, name) ? name : QString()) == port.port;
}

void addOnce(QStringList& list, const QString& text)
{
    if (!list.contains(text))
        list.append(text);
}

} // namespace

QString spokenPort(const Graph& graph, const PortRef& port)
{
    const Node* node = nodeOf(graph, port.node);
    const Port* own = node ? portOf(*node, port.side, port.port) : nullptr;
    if (!own)
        return {};
    QStringList others;
    for (const Edge& edge : graph.edges) {
        if (endsAt(edge, *node, port))
            addOnce(others, titleOf(graph, port.side == PortSide::out ? edge.to : edge.from));
    }
    const bool flows = own->kind != PortKind::order && own->kind != PortKind::branch && own->kind != PortKind::failure;
    const QString links = others.isEmpty() ? SpokenLinks::notLinked() : port.side == PortSide::out ? SpokenLinks::linkedTo(others) : SpokenLinks::linkedFrom(others);
    return SpokenLinks::port(says(*own, port.side), node->title, !flows) % u", "_s % links;
}

QString spokenEdge(const Graph& graph, const Edge& edge)
{
    QString text = SpokenLinks::edge(edge.kind, titleOf(graph, edge.from), titleOf(graph, edge.to));
    if (!edge.label.isEmpty())
        text += u", "_s % edge.label;
    if (edge.taken)
        text += u", "_s % SpokenLinks::taken();
    return text;
}

QString spokenPorts(const Graph& graph, const Edge& edge)
{
    const Node *from = nodeOf(graph, edge.from), *to = nodeOf(graph, edge.to);
    const Port* output = from && !edge.output.isEmpty() ? portOf(*from, PortSide::out, edge.output) : nullptr;
    const Port* input = to && !edge.input.isEmpty() ? portOf(*to, PortSide::in, edge.input) : nullptr;
    return output && input ? SpokenLinks::flow(says(*output, PortSide::out), says(*input, PortSide::in)) : QString();
}

QString spokenFrame(const Graph& graph, const NodeFrame& frame)
{
    QStringList titles;
    for (const QString& id : frame.nodes)
        titles.append(titleOf(graph, id));
    return SpokenLinks::frame(frame.title, titles);
}

QString spokenNeighbours(const Graph& graph, const QString& node)
{
    QStringList before, after, parts;
    for (const Edge& edge : graph.edges) {
        if (edge.to == node)
            addOnce(before, titleOf(graph, edge.from));
        if (edge.from == node)
            addOnce(after, titleOf(graph, edge.to));
    }
    if (!before.isEmpty())
        parts.append(SpokenLinks::from(before));
    if (!after.isEmpty())
        parts.append(SpokenLinks::to(after));
    return parts.join(u"; "_s);
}

} // namespace penstock::canvas
