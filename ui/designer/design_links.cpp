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

bool isKind(const pipeline::Pipeline& pipeline, const std::string& step, pipeline::Kind kind)
{
    const pipeline::Step* found = pipeline.step(step);
    return found && found->kind() == kind;
}

LinkKind failureKind(const pipeline::Pipeline& pipeline, const std::string& from)
{
    return isKind(pipeline, from, pipeline::Kind::approve) ? LinkKind::reject : LinkKind::failure;
}

bool takesData(const pipeline::Pipeline& pipeline, const std::string& step)
{
    return isKind(pipeline, step, pipeline::Kind::command) || isKind(pipeline, step, pipeline::Kind::register_);
}

std::size_t branchesOf(const pipeline::Pipeline& pipeline, const std::string& step)
{
    const pipeline::Step* found = pipeline.step(step);
    const auto* choose = found ? std::get_if<pipeline::Choose>(&found->body) : nullptr;
    return choose ? choose->branches.size() : 0;
}

} // namespace

Link linkOf(const pipeline::Pipeline& pipeline, const PortRef& from, const PortRef& to)
{
    Link link;
    link.from = utf8(from.node);
    link.to = utf8(to.node);
    if (from.port == models::failurePort) {
        link.kind = failureKind(pipeline, link.from);
    } else if (isKind(pipeline, link.from, pipeline::Kind::choose)) {
        link.kind = LinkKind::branch;
        if (branchesOf(pipeline, link.from) > 0)
            link.condition = "false"; // until somebody says when
    } else if (!to.port.isEmpty() || (!from.port.isEmpty() && takesData(pipeline, link.to))) {
        link.kind = LinkKind::data;
        link.output = utf8(from.port);
        link.input = utf8(to.port);
    }
    return link;
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
        link.kind = failureKind(pipeline, link.from);
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

DocumentJudge::DocumentJudge(const pipeline::Pipeline& pipeline)
    : m_pipeline(pipeline)
    , m_rules(pipeline)
{}

Link DocumentJudge::bounded(Link link) const
{
    if ((link.kind == LinkKind::branch || link.kind == LinkKind::failure) && m_rules.leadsBack(link))
        link.atMost = firstBound;
    return link;
}

QString DocumentJudge::refusal(const PortRef& from, const PortRef& to) const
{
    const auto may = m_rules.may(bounded(linkOf(m_pipeline, from, to)));
    return may ? QString() : messages::sentence(may.error());
}

} // namespace penstock::designer
