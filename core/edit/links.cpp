#include "core/edit/links.h"

#include "core/edit/cutting.h"
#include "core/edit/data_link.h"
#include "core/edit/patching.h"

#include <algorithm>

namespace penstock::edit {

using format::YamlPatch;
using format::YamlPath;
using format::YamlValue;
using pipeline::Step;

namespace {

// What a link is between; errors: notFound.
struct Ends {
    const Step* from = nullptr;
    const Step* to = nullptr;
};

Result<Ends> endsOf(const Document& document, const Link& link)
{
    const Ends ends{document.pipeline().step(link.from), document.pipeline().step(link.to)};
    if (!ends.from || !ends.to)
        return editError(ErrorCode::notFound, "edit.no_step", {{"step", ends.from ? link.to : link.from}});
    return ends;
}

Error missing(const Link& link)
{
    return editError(ErrorCode::notFound, "edit.link_missing", {{"from", link.from}, {"to", link.to}});
}

class Drawing final {
public:
    Drawing(const Document& document, const Link& link, Ends ends, YamlPatch& patch)
        : m_document(document)
        , m_link(link)
        , m_ends(ends)
        , m_patch(patch)
    {}

    Result<void> draw()
    {
        switch (m_link.kind) {
        case LinkKind::order: return order();
        case LinkKind::data: return data();
        case LinkKind::branch: return m_link.branch ? aimed(*m_link.branch) : branch();
        case LinkKind::failure: return failure();
        case LinkKind::reject: return reject();
        }
        return {};
    }

private:
    Result<void> order()
    {
        std::vector<std::string> needs = m_ends.to->needs;
        if (std::find(needs.begin(), needs.end(), m_link.from) != needs.end())
            return {};
        needs.push_back(m_link.from);
        return setField(m_patch, m_document, m_link.to, "needs", needs);
    }

    Result<void> data()
    {
        const auto link = written(*m_ends.from, *m_ends.to, m_link);
        if (!link)
            return link.error();
        if (link->path.front() == "inputs" && !m_document.read().tree->find({"steps", m_link.to, "inputs"}))
            return setField(m_patch, m_document, m_link.to, "inputs", {{link->path.back(), link->expression}});
        YamlPath path{"steps", m_link.to};
        path.insert(path.end(), link->path.begin(), link->path.end());
        return m_patch.set(path, link->expression);
    }

    Result<const pipeline::Choose*> choice() const
    {
        const auto* choose = std::get_if<pipeline::Choose>(&m_ends.from->body);
        if (!choose)
            return editError(ErrorCode::invalid, "edit.link_not_a_choice", {{"step", m_link.from}});
        return choose;
    }

    Result<void> branch()
    {
        const auto choose = choice();
        if (!choose)
            return choose.error();
        const auto& branches = (*choose)->branches;
        const bool endsWithElse = !branches.empty() && branches.back().condition.empty();
        if (endsWithElse && m_link.condition.empty())
            return editError(ErrorCode::conflict, "edit.link_has_else", {{"step", m_link.from}});
        YamlValue added = YamlValue::object();
        if (!m_link.condition.empty())
            added["if"] = m_link.condition;
        added[m_link.condition.empty() ? "else" : "then"] = m_link.to;
        if (m_link.atMost)
            added["at_most"] = *m_link.atMost;
        return m_patch.insert({"steps", m_link.from, "choose"}, branches.size() - (endsWithElse ? 1 : 0), added);
    }

    Result<void> aimed(std::size_t index)
    {
        const auto choose = choice();
        if (!choose)
            return choose.error();
        if (index >= (*choose)->branches.size())
            return editError(ErrorCode::notFound, "edit.link_no_branch", {{"step", m_link.from}, {"number", std::to_string(index + 1)}});
        const pipeline::Branch& old = (*choose)->branches[index];
        const YamlPath path{"steps", m_link.from, "choose", std::to_string(index)};
        const auto at = [&](const char* key) { return YamlPath{path[0], path[1], path[2], path[3], key}; };
        if (auto done = m_patch.set(at(old.condition.empty() ? "else" : "then"), m_link.to); !done)
            return done;
        if (m_link.atMost)
            return m_patch.set(at("at_most"), *m_link.atMost);
        return old.atMost ? m_patch.remove(at("at_most")) : Result<void>();
    }

    Result<void> failure()
    {
        YamlValue route{{"goto", m_link.to}};
        if (m_link.atMost)
            route["at_most"] = *m_link.atMost;
        return setField(m_patch, m_document, m_link.from, "on_failure", route);
    }

    Result<void> reject()
    {
        if (!std::holds_alternative<pipeline::Approve>(m_ends.from->body))
            return editError(ErrorCode::invalid, "edit.link_not_an_approval", {{"step", m_link.from}});
        return m_patch.set({"steps", m_link.from, "approve", "on_reject"}, m_link.to);
    }

    const Document& m_document;
    const Link& m_link;
    Ends m_ends;
    YamlPatch& m_patch;
};

std::optional<std::size_t> branchOf(const Step& from, const Link& link)
{
    const auto* choose = std::get_if<pipeline::Choose>(&from.body);
    for (std::size_t i = 0; choose && i < choose->branches.size(); ++i) {
        if (choose->branches[i].target == link.to && (!link.branch || *link.branch == i))
            return i;
    }
    return std::nullopt;
}

Result<void> cutData(YamlPatch& patch, const Document& document, const Ends& ends, const Link& link)
{
    std::vector<Inlet> cut;
    for (Inlet& inlet : inletsOf(*ends.to)) {
        if (speaksOf(inlet.text, link.from, link.output) && (link.input.empty() || inlet.input == link.input))
            cut.push_back(std::move(inlet));
    }
    const std::vector<std::string> others = link.input.empty() && link.output.empty() ? otherMentions(*ends.to, link.from) : std::vector<std::string>();
    if (!others.empty())
        return editError(ErrorCode::invalid, "edit.link_in_text", {{"from", link.from}, {"to", link.to}, {"place", others.front()}});
    return cut.empty() ? Result<void>(missing(link)) : cutInlets(patch, document, *ends.to, cut);
}

Result<void> cut(YamlPatch& patch, const Document& document, const Ends& ends, const Link& link)
{
    switch (link.kind) {
    case LinkKind::order: {
        const auto& needs = ends.to->needs;
        return std::find(needs.begin(), needs.end(), link.from) == needs.end() ? missing(link) : cutNeeds(patch, document, *ends.to, {link.from});
    }
    case LinkKind::data: return cutData(patch, document, ends, link);
    case LinkKind::branch: {
        const auto index = branchOf(*ends.from, link);
        return index ? patch.remove({"steps", link.from, "choose", std::to_string(*index)}) : missing(link);
    }
    case LinkKind::failure:
        return ends.from->onFailure && ends.from->onFailure->target == link.to ? patch.remove({"steps", link.from, "on_failure"}) : missing(link);
    case LinkKind::reject: {
        const auto* approve = std::get_if<pipeline::Approve>(&ends.from->body);
        return approve && approve->onReject == link.to ? patch.remove({"steps", link.from, "approve", "on_reject"}) : missing(link);
    }
    }
    return {};
}

// What the new end does not say is as it was.
Link completed(const Document& document, const Reconnect& edit)
{
    Link to = edit.to;
    if (to.kind == LinkKind::data && to.kind == edit.from.kind) {
        if (to.input.empty() && to.to == edit.from.to)
            to.input = edit.from.input;
        if (to.output.empty() && to.from == edit.from.from)
            to.output = edit.from.output;
    }
    if (to.kind != LinkKind::branch || edit.from.kind != LinkKind::branch)
        return to;
    const Step* old = document.pipeline().step(edit.from.from);
    const auto index = old ? branchOf(*old, edit.from) : std::nullopt;
    if (!index)
        return to;
    const pipeline::Branch& branch = std::get<pipeline::Choose>(old->body).branches[*index];
    if (to.from == edit.from.from)
        to.branch = index;
    else if (to.condition.empty())
        to.condition = branch.condition;
    return to;
}

// The name of a need changes in its place.
Result<Document> renamedNeed(const Document& document, const Reconnect& edit)
{
    std::vector<std::string> needs = document.pipeline().step(edit.to.to)->needs;
    const auto old = std::find(needs.begin(), needs.end(), edit.from.from);
    if (old == needs.end())
        return missing(edit.from);
    if (std::find(needs.begin(), needs.end(), edit.to.from) == needs.end())
        *old = edit.to.from;
    else
        needs.erase(old);
    return patched(document, [&](YamlPatch& patch) { return setField(patch, document, edit.to.to, "needs", needs); });
}

} // namespace

Result<Document> connect(const Document& document, const Link& link)
{
    const auto ends = endsOf(document, link);
    if (!ends)
        return ends.error();
    return patched(document, [&](YamlPatch& patch) { return Drawing(document, link, *ends, patch).draw(); }, layoutOf(document));
}

Result<Document> disconnect(const Document& document, const Link& link)
{
    const auto ends = endsOf(document, link);
    if (!ends)
        return ends.error();
    return patched(document, [&](YamlPatch& patch) { return cut(patch, document, *ends, link); });
}

Result<Document> reconnect(const Document& document, const Reconnect& edit)
{
    const auto ends = endsOf(document, edit.to);
    if (!ends)
        return ends.error();
    if (edit.from == edit.to)
        return document;
    const bool isSameKind = edit.from.kind == edit.to.kind;
    if (isSameKind && edit.to.kind == LinkKind::order && edit.from.to == edit.to.to)
        return renamedNeed(document, edit);
    const Link to = completed(document, edit);
    const bool isSamePlace = isSameKind
                             && ((to.kind == LinkKind::branch && to.branch && to.from == edit.from.from)
                                 || (to.kind == LinkKind::data && to.to == edit.from.to && !to.input.empty() && to.input == edit.from.input)
                                 || ((to.kind == LinkKind::failure || to.kind == LinkKind::reject) && to.from == edit.from.from));
    if (isSamePlace)
        return connect(document, to);
    const auto cutOff = disconnect(document, edit.from);
    return cutOff ? connect(*cutOff, to) : cutOff;
}

} // namespace penstock::edit
