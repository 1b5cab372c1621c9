#include "core/edit/linking.h"

#include "core/check/facts.h"
#include "core/edit/data_link.h"

#include <algorithm>

namespace penstock::edit {

using pipeline::Kind;
using pipeline::Step;

namespace {

constexpr int mostTimes = 10'000; // as core/check has it

Error refusal(std::string id, std::vector<std::pair<std::string, std::string>> arguments, ErrorCode code = ErrorCode::invalid)
{
    return {code, {std::move(id), std::move(arguments)}, {}};
}

bool canFail(Kind kind) { return kind != Kind::end && kind != Kind::placeholder; }

} // namespace

class LinkRules::Knowledge final {
public:
    explicit Knowledge(pipeline::Pipeline pipeline)
        : m_pipeline(std::move(pipeline))
        , m_facts(m_pipeline)
    {}

    const Step* find(const std::string& name) const
    {
        const auto found = m_facts.find(name);
        return found ? &m_facts.step(*found) : nullptr;
    }

    Result<void> may(const Link& link) const
    {
        const Step* from = find(link.from);
        const Step* to = find(link.to);
        if (!from || !to)
            return refusal("edit.no_step", {{"step", from ? link.to : link.from}}, ErrorCode::notFound);
        const bool isRoute = link.kind == LinkKind::branch || link.kind == LinkKind::failure;
        if (from == to && !(isRoute && link.atMost))
            return refusal("edit.link_itself", {{"step", link.from}});
        if (auto fine = fits(link, *from, *to); !fine)
            return fine;
        return isRoute ? bound(link) : circle(link);
    }

    bool leadsBack(const Link& link) const
    {
        const auto from = m_facts.find(link.from);
        const auto to = m_facts.find(link.to);
        return from && to && (*from == *to || before(*from)[*to]);
    }

private:
    static Error exists(const Link& link) { return refusal("edit.link_exists", {{"from", link.from}, {"to", link.to}}, ErrorCode::conflict); }

    Result<void> fits(const Link& link, const Step& from, const Step& to) const
    {
        switch (link.kind) {
        case LinkKind::order: return order(link, from, to);
        case LinkKind::data: return data(link, from, to);
        case LinkKind::branch: return branch(link, from);
        case LinkKind::failure:
            if (!canFail(from.kind()))
                return refusal("edit.link_cannot_fail", {{"step", link.from}});
            return from.onFailure && from.onFailure->target == link.to && from.onFailure->atMost == link.atMost ? exists(link) : Result<void>();
        case LinkKind::reject: {
            const auto* approve = std::get_if<pipeline::Approve>(&from.body);
            if (!approve)
                return refusal("edit.link_not_an_approval", {{"step", link.from}});
            return approve->onReject == link.to ? exists(link) : Result<void>();
        }
        }
        return {};
    }

    static Result<void> order(const Link& link, const Step& from, const Step& to)
    {
        if (from.kind() == Kind::end)
            return refusal("edit.link_after_end", {{"step", link.from}});
        return std::ranges::find(to.needs, link.from) == to.needs.end() ? Result<void>() : exists(link);
    }

    static Result<void> data(const Link& link, const Step& from, const Step& to)
    {
        if (from.kind() == Kind::end)
            return refusal("edit.link_after_end", {{"step", link.from}});
        const auto data = written(from, to, link);
        if (!data)
            return data.error();
        const std::vector<Inlet> inlets = inletsOf(to);
        const auto isSame = [&](const Inlet& inlet) {
            return inlet.text == data->expression && (link.input.empty() || inlet.input == link.input);
        };
        return std::ranges::any_of(inlets, isSame) ? exists(link) : Result<void>();
    }

    static Result<void> branch(const Link& link, const Step& from)
    {
        const auto* choose = std::get_if<pipeline::Choose>(&from.body);
        if (!choose)
            return refusal("edit.link_not_a_choice", {{"step", link.from}});
        const auto& branches = choose->branches;
        if (link.branch && *link.branch >= branches.size())
            return refusal("edit.link_no_branch", {{"step", link.from}, {"number", std::to_string(*link.branch + 1)}}, ErrorCode::notFound);
        if (link.branch)
            return branches[*link.branch].target == link.to && branches[*link.branch].atMost == link.atMost ? exists(link) : Result<void>();
        for (const pipeline::Branch& each : branches) {
            if (each.condition == link.condition && each.target == link.to)
                return exists(link);
        }
        if (link.condition.empty() && !branches.empty() && branches.back().condition.empty())
            return refusal("edit.link_has_else", {{"step", link.from}}, ErrorCode::conflict);
        return {};
    }

    // The times that a way back may be taken end it; a way forward needs no end.
    Result<void> bound(const Link& link) const
    {
        const bool back = leadsBack(link);
        if (back && !link.atMost)
            return refusal("edit.link_needs_bound", {{"from", link.from}, {"to", link.to}});
        if (!back && link.atMost)
            return refusal("edit.link_leads_forward", {{"from", link.from}, {"to", link.to}});
        if (link.atMost && (*link.atMost < 1 || *link.atMost > mostTimes))
            return refusal("edit.link_bad_bound", {{"most", std::to_string(mostTimes)}});
        return {};
    }

    Result<void> circle(const Link& link) const
    {
        return leadsBack(link) ? Result<void>(refusal("edit.link_circle", {{"from", link.from}, {"to", link.to}})) : Result<void>();
    }

    // Which steps come before one; of the last one that was asked for.
    const std::vector<bool>& before(std::size_t step) const
    {
        if (m_of == step)
            return m_before;
        m_of = step;
        m_before.assign(m_pipeline.steps.size(), false);
        std::vector<std::size_t> open{step};
        while (!open.empty()) {
            const std::size_t at = open.back();
            open.pop_back();
            for (const std::size_t edge : m_facts.into(at)) {
                const std::size_t from = m_facts.edges()[edge].from;
                if (!m_before[from])
                    open.push_back(from);
                m_before[from] = true;
            }
        }
        return m_before;
    }

    pipeline::Pipeline m_pipeline;
    check::Facts m_facts;
    mutable std::size_t m_of = check::noStep;
    mutable std::vector<bool> m_before;
};

LinkRules::LinkRules(const pipeline::Pipeline& pipeline)
    : m_knowledge(std::make_unique<Knowledge>(pipeline))
{}

LinkRules::~LinkRules() = default;
LinkRules::LinkRules(LinkRules&&) noexcept = default;
LinkRules& LinkRules::operator=(LinkRules&&) noexcept = default;

Result<void> LinkRules::may(const Link& link) const { return m_knowledge->may(link); }

bool LinkRules::leadsBack(const Link& link) const { return m_knowledge->leadsBack(link); }

std::vector<std::string> LinkRules::outputsOf(const std::string& step) const
{
    const Step* found = m_knowledge->find(step);
    return found ? outputNames(*found) : std::vector<std::string>();
}

std::vector<std::string> LinkRules::inputsOf(const std::string& step) const
{
    std::vector<std::string> names;
    if (const Step* found = m_knowledge->find(step)) {
        for (const Inlet& inlet : inletsOf(*found))
            names.push_back(inlet.input);
    }
    return names;
}

Result<void> mayConnect(const pipeline::Pipeline& pipeline, const Link& link) { return LinkRules(pipeline).may(link); }

} // namespace penstock::edit
