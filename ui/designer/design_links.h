// Ports and edges of the canvas as links of the document, and back to what may be linked.
#pragma once

#include "core/edit/document.h"
#include "core/edit/linking.h"
#include "ui/canvas/gesture.h"

#include <string_view>
#include <unordered_map>

namespace penstock::designer {

inline constexpr int firstBound = 3; // of a way back that is drawn; the form changes it

// The link that is meant when one port is joined to another; `from` is an output, `to` an input.
edit::Link linkOf(const pipeline::Pipeline& pipeline, const canvas::PortRef& from, const canvas::PortRef& to);
// The link that is drawn as this edge.
edit::Link linkOf(const pipeline::Pipeline& pipeline, const canvas::Edge& edge);
// The same edge with other ends: a branch stays that branch.
edit::Link movedLink(const pipeline::Pipeline& pipeline, const canvas::Edge& edge, const canvas::PortRef& from, const canvas::PortRef& to);

// Knows the rules of one document. Making it takes time in a large one (it reads all expressions), asking it does not.
// Not thread-safe, but may be made in another thread than it is asked in.
class DocumentJudge final : public canvas::LinkJudge {
public:
    explicit DocumentJudge(const edit::Document& document);

    QString refusal(const canvas::PortRef& from, const canvas::PortRef& to) const override;
    // The link with the bound that it needs where it leads back.
    edit::Link bounded(edit::Link link) const;

private:
    edit::Document m_document;
    std::unordered_map<std::string_view, const pipeline::Step*> m_steps;
    edit::LinkRules m_rules;
};

} // namespace penstock::designer
