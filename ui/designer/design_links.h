// Ports and edges of the canvas as links of the document, and back to what may be linked.
#pragma once

#include "core/edit/linking.h"
#include "ui/canvas/gesture.h"

#include <QCoreApplication>

namespace penstock::designer {

inline constexpr int firstBound = 3; // of a way back that is drawn; the form changes it

// The link that is meant when one port is joined to another; `from` is an output, `to` an input.
edit::Link linkOf(const pipeline::Pipeline& pipeline, const canvas::PortRef& from, const canvas::PortRef& to);
// The link that is drawn as this edge.
edit::Link linkOf(const pipeline::Pipeline& pipeline, const canvas::Edge& edge);
// The same edge with other ends: a branch stays that branch.
edit::Link movedLink(const pipeline::Pipeline& pipeline, const canvas::Edge& edge, const canvas::PortRef& from, const canvas::PortRef& to);

// Knows the rules of one document while a link is pulled.
class DocumentJudge final : public canvas::LinkJudge {
public:
    explicit DocumentJudge(const pipeline::Pipeline& pipeline);

    QString refusal(const canvas::PortRef& from, const canvas::PortRef& to) const override;
    // The link with the bound that it needs where it leads back.
    edit::Link bounded(edit::Link link) const;

private:
    pipeline::Pipeline m_pipeline;
    edit::LinkRules m_rules;
};

} // namespace penstock::designer
