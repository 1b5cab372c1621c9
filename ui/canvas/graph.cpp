#include "ui/canvas/graph.h"

#include "ui/canvas/layout.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QHash>

#include <algorithm>
#include <cmath>

namespace penstock::canvas {

using theme::Icon;
using theme::Metrics;

Icon iconOf(NodeKind kind)
{
    switch (kind) {
    case NodeKind::command: return Icon::command;
    case NodeKind::choice: return Icon::choice;
    case NodeKind::wait: return Icon::wait;
    case NodeKind::approve: return Icon::approve;
    case NodeKind::registerModel: return Icon::registerModel;
    case NodeKind::promote: return Icon::promote;
    case NodeKind::pipeline: return Icon::pipeline;
    case NodeKind::placeholder: return Icon::placeholder;
    case NodeKind::end: return Icon::end;
    case NodeKind::map: return Icon::map;
    case NodeKind::frame: return Icon::pipeline;
    case NodeKind::note: return Icon::placeholder;
    }
    return Icon::command;
}

QString wordOf(NodeKind kind)
{
    const auto word = [](const char* text) { return QCoreApplication::translate("NodeKind", text); };
    switch (kind) {
    case NodeKind::command: return word(QT_TRANSLATE_NOOP("NodeKind", "Command"));
    case NodeKind::choice: return word(QT_TRANSLATE_NOOP("NodeKind", "Choice"));
    case NodeKind::wait: return word(QT_TRANSLATE_NOOP("NodeKind", "Wait"));
    case NodeKind::approve: return word(QT_TRANSLATE_NOOP("NodeKind", "Approval"));
    case NodeKind::registerModel: return word(QT_TRANSLATE_NOOP("NodeKind", "Register"));
    case NodeKind::promote: return word(QT_TRANSLATE_NOOP("NodeKind", "Promote"));
    case NodeKind::pipeline: return word(QT_TRANSLATE_NOOP("NodeKind", "Sub-pipeline"));
    case NodeKind::placeholder: return word(QT_TRANSLATE_NOOP("NodeKind", "Placeholder"));
    case NodeKind::end: return word(QT_TRANSLATE_NOOP("NodeKind", "End"));
    case NodeKind::map: return word(QT_TRANSLATE_NOOP("NodeKind", "Fan-out"));
    case NodeKind::frame: return word(QT_TRANSLATE_NOOP("NodeKind", "Folded frame"));
    case NodeKind::note: return word(QT_TRANSLATE_NOOP("NodeKind", "Note"));
    }
    return {};
}

QString wordOf(Change change)
{
    const auto word = [](const char* text) { return QCoreApplication::translate("Change", text); };
    switch (change) {
    case Change::none:
    case Change::same: break;
    case Change::added: return word(QT_TRANSLATE_NOOP("Change", "added"));
    case Change::removed: return word(QT_TRANSLATE_NOOP("Change", "removed"));
    case Change::changed: return word(QT_TRANSLATE_NOOP("Change", "changed"));
    case Change::renamed: return word(QT_TRANSLATE_NOOP("Change", "renamed"));
    }
    return {};
}

QString stateOf(const Node& node)
{
    return node.change == Change::none ? theme::StateMark::word(node.mark) : wordOf(node.change);
}

namespace {

constexpr double tallestNote = 400;

QSizeF noteSize(const Node& node)
{
    const QRectF text = QFontMetricsF(theme::Theme::font(theme::Type::secondary)).boundingRect(QRectF(0, 0, Metrics::nodeWidth - 2 * notePadding, tallestNote), Qt::TextWordWrap, node.title);
    return {Metrics::nodeWidth, std::ceil(text.height()) + 2 * notePadding};
}

std::size_t fixedPorts(const std::vector<Port>& ports)
{
    return static_cast<std::size_t>(std::count_if(ports.begin(), ports.end(), [](const Port& port) { return !port.onDemand; }));
}

} // namespace

const std::vector<Port>& portsOf(const Node& node, PortSide side)
{
    static const std::vector<Port> none, order{Port{}};
    if (node.kind == NodeKind::note || (node.kind == NodeKind::end && side == PortSide::out))
        return none;
    const std::vector<Port>& own = side == PortSide::in ? node.inputs : node.outputs;
    return own.empty() ? order : own;
}

bool isSameLink(const Edge& a, const Edge& b)
{
    return a.from == b.from && a.to == b.to && a.kind == b.kind && a.output == b.output && a.input == b.input && a.branch == b.branch;
}

QPointF portOffset(const Node& node, const QSizeF& size, PortSide side, const QString& name)
{
    const double x = side == PortSide::in ? 0 : size.width();
    if (node.kind == NodeKind::choice)
        return {x, size.height() / 2};
    const std::vector<Port>& ports = portsOf(node, side);
    double before = 0;
    for (const Port& port : ports) {
        if (port.name == name && port.onDemand) // the order of steps in the lower corner, failures at the lower edge
            return port.kind == PortKind::failure ? QPointF(x - 24, size.height()) : QPointF(x, size.height() - 9);
        if (port.name == name)
            return {x, std::round(size.height() * (before + 1) / (static_cast<double>(fixedPorts(ports)) + 1))};
        before += port.onDemand ? 0 : 1;
    }
    return {x, size.height() / 2};
}

QSizeF sizeOf(const Node& node)
{
    if (node.kind == NodeKind::note)
        return noteSize(node);
    if (node.kind != NodeKind::choice) {
        constexpr double portRoom = 13;
        const auto ports = static_cast<double>(std::max(fixedPorts(portsOf(node, PortSide::in)), fixedPorts(portsOf(node, PortSide::out))));
        return {Metrics::nodeWidth, std::max(double{Metrics::nodeHeight}, std::ceil((ports + 1) * portRoom / 2) * 2)};
    }
    // Half of a diamond's width is usable at the height of its text.
    const double text = QFontMetricsF(theme::Theme::font(theme::Type::name)).horizontalAdvance(node.title);
    const double width = qBound(116.0, std::ceil((text * 1.45 + 36) / 4) * 4, double{Metrics::nodeWidth});
    return {width, 72};
}

QString spoken(const Node& node)
{
    using namespace Qt::Literals::StringLiterals;
    QString text = node.title % u", "_s % wordOf(node.kind);
    if (node.kind == NodeKind::note)
        return text;
    if (const QString state = stateOf(node); !state.isEmpty())
        text += u", "_s % state;
    if (!node.subtitle.isEmpty())
        text += u", "_s % node.subtitle;
    if (!node.enabled)
        text += u", "_s % QCoreApplication::translate("NodeKind", "disabled");
    if (node.problem)
        text += u", "_s % QCoreApplication::translate("NodeKind", "has problems");
    return text;
}

LayoutInput layoutInputOf(const Graph& graph, Placing placing)
{
    const QFontMetricsF metrics(theme::Theme::font(theme::Type::caption));
    LayoutInput input;
    QHash<QString, int> index;
    for (const Node& node : graph.nodes) {
        index.insert(node.id, static_cast<int>(input.nodes.size()));
        const QSizeF size = sizeOf(node);
        LayoutNode box{size.width(), size.height(), {}};
        if (node.position && placing == Placing::keepGiven)
            box.fixed = Point{node.position->x(), node.position->y()};
        else if (node.position)
            box.was = node.position->y() + size.height() / 2;
        input.nodes.push_back(box);
    }
    for (std::size_t i = 0; i < graph.frames.size(); ++i) {
        for (const QString& id : graph.frames[i].nodes) {
            const int node = index.value(id, -1);
            if (node >= 0 && input.nodes[static_cast<std::size_t>(node)].group < 0)
                input.nodes[static_cast<std::size_t>(node)].group = static_cast<int>(i);
        }
    }
    for (const Edge& edge : graph.edges) {
        const int from = index.value(edge.from, -1);
        const int to = index.value(edge.to, -1);
        if (from < 0 || to < 0)
            continue;
        const bool back = edge.kind == EdgeKind::back;
        const double label = back || edge.label.isEmpty() ? 0 : std::min(metrics.horizontalAdvance(edge.label) + 16, 140.0);
        const auto port = [&](int node, PortSide side, const QString& name) {
            const LayoutNode& box = input.nodes[static_cast<std::size_t>(node)];
            return portOffset(graph.nodes[static_cast<std::size_t>(node)], {box.width, box.height}, side, name).y();
        };
        input.edges.push_back({from, to, back, label, port(from, PortSide::out, edge.output), port(to, PortSide::in, edge.input)});
    }
    return input;
}

void placeNodes(Graph& graph, Placing placing)
{
    const std::atomic<bool> never{false};
    const auto result = layoutLayered(layoutInputOf(graph, placing), never);
    for (std::size_t i = 0; i < graph.nodes.size(); ++i)
        graph.nodes[i].position = QPointF(result->positions[i].x, result->positions[i].y);
}

} // namespace penstock::canvas
