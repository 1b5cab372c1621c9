#include "ui/designer/design_edits.h"

#include "core/edit/names.h"
#include "ui/designer/design_links.h"
#include "ui/models/qt_text.h"

#include <QHash>
#include <QSet>

#include <cmath>

namespace penstock::designer {

using canvas::PortRef;
using canvas::PortSide;
using edit::Link;
using edit::LinkKind;
using models::qt;
using models::utf8;

namespace {

format::NodePosition positionOf(const QPointF& at) { return {std::round(at.x()), std::round(at.y())}; }

// The rules of linkOf() need the step to be there.
Link linkWith(const pipeline::Pipeline& pipeline, const StepOffer& offer, const std::string& name, const PortRef& port)
{
    if (port.side == PortSide::in)
        return offer.takesData && !port.port.isEmpty() ? Link{} : Link{LinkKind::order, name, utf8(port.node), {}, {}, {}, {}, {}};
    Link link = linkOf(pipeline, port, {qt(name), PortSide::in, {}});
    if (link.kind == LinkKind::order && offer.takesData && !port.port.isEmpty()) {
        link.kind = LinkKind::data;
        link.output = utf8(port.port);
    }
    return link;
}

const pipeline::Command* commandOf(const pipeline::Pipeline& pipeline, const QString& step)
{
    const pipeline::Step* found = pipeline.step(utf8(step));
    return found ? std::get_if<pipeline::Command>(&found->body) : nullptr;
}

} // namespace

PortRef usualOutput(const canvas::Node& node)
{
    PortRef port{node.id, PortSide::out, {}};
    int results = 0;
    for (const canvas::Port& each : portsOf(node, PortSide::out)) {
        if (each.kind != canvas::PortKind::artifact && each.kind != canvas::PortKind::model)
            continue;
        ++results;
        port.port = each.name;
    }
    if (results != 1)
        port.port.clear();
    return port;
}

NewStepEdit newStep(const pipeline::Pipeline& pipeline, const StepOffer& offer, const NewPlace& place)
{
    const std::string name = edit::freeName(pipeline, offer.name);
    edit::AddSteps add{{{name, offer.step, positionOf(place.at)}}, place.link ? utf8(place.link->node) : std::string()};
    if (!place.link)
        return {add, qt(name)};
    edit::Several both{edit::nameOf(add), {add}};
    const Link link = linkWith(pipeline, offer, name, *place.link);
    if (!link.from.empty())
        both.edits.emplace_back(edit::Connect{link});
    return {both, qt(name)};
}

edit::Edit putInto(const pipeline::Pipeline& pipeline, const QString& step, const canvas::Edge& edge, std::map<std::string, format::NodePosition> moved)
{
    const Link old = linkOf(pipeline, edge);
    const std::string name = utf8(step);
    const Link after{LinkKind::order, name, old.to, {}, {}, {}, {}, {}};
    edit::Several all{{"edit.insert", {{"what", name}}}, {edit::MoveNodes{std::move(moved)}}};
    const pipeline::Command* command = commandOf(pipeline, step);
    if (old.kind == LinkKind::data && command) {
        Link in = old;
        in.to = name;
        in.input.clear();
        all.edits.emplace_back(edit::Connect{in});
        if (command->outputs.size() == 1) {
            Link out = old;
            out.from = name;
            out.output = command->outputs.front().first;
            all.edits.emplace_back(edit::Reconnect{old, out});
        } else {
            all.edits.emplace_back(edit::Connect{after});
        }
        return all;
    }
    Link before = old;
    before.to = name;
    if (old.kind == LinkKind::data)
        all.edits.emplace_back(edit::Connect{{LinkKind::order, old.from, name, {}, {}, {}, {}, {}}});
    else
        all.edits.emplace_back(edit::Reconnect{old, before});
    all.edits.emplace_back(edit::Connect{after});
    return all;
}

std::map<std::string, format::NodePosition> roomBetween(const canvas::Graph& graph, const QString& node, const QPointF& dropped, const canvas::Edge& edge)
{
    constexpr double gap = 40;
    QHash<QString, const canvas::Node*> nodes;
    QHash<QString, QStringList> after;
    for (const canvas::Node& each : graph.nodes)
        nodes.insert(each.id, &each);
    for (const canvas::Edge& each : graph.edges) {
        if (each.kind != canvas::EdgeKind::back)
            after[each.from].append(each.to);
    }
    const canvas::Node *own = nodes.value(node), *before = nodes.value(edge.from), *next = nodes.value(edge.to);
    QPointF at = dropped;
    if (own && before && before->position && QRectF(*before->position, sizeOf(*before)).adjusted(-gap, 0, gap, 0).intersects(QRectF(at, sizeOf(*own))))
        at.setX(before->position->x() + sizeOf(*before).width() + gap);
    std::map<std::string, format::NodePosition> moved{{utf8(node), positionOf(at)}};
    if (!own || !next || !next->position)
        return moved;
    const double missing = std::ceil((at.x() + sizeOf(*own).width() + gap - next->position->x()) / 8) * 8;
    if (missing <= 0)
        return moved;
    QStringList open{edge.to};
    QSet<QString> seen{node};
    while (!open.isEmpty()) {
        const QString id = open.takeLast();
        const canvas::Node* each = nodes.value(id);
        if (seen.contains(id) || !each || !each->position)
            continue;
        seen.insert(id);
        moved[utf8(id)] = positionOf(*each->position + QPointF(missing, 0));
        open += after.value(id);
    }
    return moved;
}

} // namespace penstock::designer
