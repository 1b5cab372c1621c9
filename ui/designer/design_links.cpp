#include "ui/designer/design_links.h"

#include "core/messages/messages.h"
#include "ui/models/ports.h"
#include "ui/models/qt_text.h"

namespace penstock::designer {

using canvas::Edge;
using canvas::EdgeKind;
using canvas::PortRef;
using edit::Link;
using edit::LinkKind;
using models::utf8;

namespace {

bool isKind(const pipeline::Step* step, pipeline::Kind kind) { return step && step->kind() == kind; }

LinkKind failureKind(const pipeline::Step* from) { return isKind(from, pipeline::Kind::approve) ? LinkKind::reject : LinkKind::failure; }

bool takesData(const pipeline::Step* step) { return isKind(step, pipeline::Kind::command) || isKind(step, pipeline::Kind::register_); }

std::size_t branchesOf(const pipeline::Step* step)
{
    const auto* choose = step ? std::get_if<pipeline::Choose>(&step->body) : nullptr;
    return choose ? choose->branches.size() : 0;
}

// Either step may be unknown.
Link linkBetween(const pipeline::Step* source, const PortRef& from, const pipeline::Step* target, const PortRef& to)
{
    Link link;
    link.from = utf8(from.node);
    link.to = utf8(to.node);
    if (from.port == models::failurePort) {
        link.kind = failureKind(source);
    } else if (isKind(source, pipeline::Kind::choose)) {
        link.kind = LinkKind::branch;
        if (branchesOf(source) > 0)
            link.condition = "false"; // until somebody says when
    } else if (!to.port.isEmpty() || (!from.port.isEmpty() && takesData(target))) {
        link.kind = LinkKind::data;
        link.output = utf8(from.port);
        link.input = utf8(to.port);
    }
    return link;
}

} // namespace

Link linkOf(const pipeline::Pipeline& pipeline, const PortRef& from, const PortRef& to)
{
    return linkBetween(pipeline.step(utf8(from.node)), from, pipeline.step(utf8(to.node)), to);
}

Link linkOf(const pipeline::Pipeline& pipeline, const Edge& edge)
{
    Link link;
    link.from = utf8(edge.from);
    link.to = utf8(edge.to);
    if (edge.branch >= 0) {
        link.kind = LinkKind::branch;
        link.branch = static_cast<std::size_t>(edge.branch);
    } else if (edge.kind == EdgeKind::failure || edge.kind == EdgeKind::back) {
        link.kind = failureKind(pipeline.step(link.from));
    } else if (edge.kind == EdgeKind::data) {
        link.kind = LinkKind::data;
        link.output = utf8(edge.output);
        link.input = utf8(edge.input);
    }
    return link;
}

Link movedLink(const pipeline::Pipeline& pipeline, const Edge& edge, const PortRef& from, const PortRef& to)
{
    Link link = linkOf(pipeline, edge);
    if (link.kind == LinkKind::order || link.kind == LinkKind::data || utf8(from.node) != link.from)
        return linkOf(pipeline, from, to);
    link.to = utf8(to.node);
    return link;
}

DocumentJudge::DocumentJudge(const edit::Document& document)
    : m_document(document)
    , m_rules(document.pipeline())
{
    for (const pipeline::Step& step : m_document.pipeline().steps)
        m_steps.emplace(step.name, &step);
}

Link DocumentJudge::bounded(Link link) const
{
    if ((link.kind == LinkKind::branch || link.kind == LinkKind::failure) && m_rules.leadsBack(link))
        link.atMost = firstBound;
    return link;
}

QString DocumentJudge::refusal(const PortRef& from, const PortRef& to) const
{
    const auto stepOf = [this](const PortRef& port) {
        const auto found = m_steps.find(utf8(port.node));
        return found == m_steps.end() ? nullptr : found->second;
    };
    const auto may = m_rules.may(bounded(linkBetween(stepOf(from), from, stepOf(to), to)));
    return may ? QString() : messages::sentence(may.error());
}

} // namespace penstock::designer
