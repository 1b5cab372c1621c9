#include "core/check/facts.h"

#include "core/base/spelling.h"

#include <algorithm>

namespace penstock::check {

namespace {

// The nearest name is looked for among so many: a hundred thousand names would cost more than the advice is worth.
constexpr std::size_t mostCandidates = 2'000;
constexpr std::size_t mostQuestions = 100;

} // namespace

Facts::Facts(const pipeline::Pipeline& pipeline)
    : m_pipeline(pipeline)
    , m_texts(textsOf(pipeline))
    , m_isRepeated(pipeline.steps.size())
    , m_into(pipeline.steps.size())
    , m_outOf(pipeline.steps.size())
{
    for (std::size_t i = 0; i < pipeline.steps.size(); ++i)
        m_byName.emplace(pipeline.steps[i].name, i);
    for (std::size_t i = 0; i < std::min(mostCandidates, pipeline.steps.size()); ++i)
        m_candidates.push_back(pipeline.steps[i].name);
    for (std::size_t i = 0; i < pipeline.steps.size(); ++i) {
        addNeeds(i);
        addBranches(i);
    }
    addReferences();
    sort();
    findRepeated();
}

std::optional<std::size_t> Facts::find(std::string_view step) const
{
    const auto found = m_byName.find(step);
    return found == m_byName.end() ? std::nullopt : std::optional(found->second);
}

std::optional<std::string> Facts::nearestStep(std::string_view name) const
{
    return ++m_questions > mostQuestions ? std::nullopt : nearest(name, m_candidates);
}

void Facts::addEdge(Edge edge)
{
    m_into[edge.to].push_back(m_edges.size());
    m_outOf[edge.from].push_back(m_edges.size());
    m_edges.push_back(std::move(edge));
}

void Facts::addNeeds(std::size_t step)
{
    const std::vector<std::string>& needs = m_pipeline.steps[step].needs;
    for (std::size_t i = 0; i < needs.size(); ++i) {
        if (const auto from = find(needs[i]))
            addEdge({*from, step, EdgeKind::need, path(step) + ".needs." + std::to_string(i), 0, 0, false, 0});
    }
}

void Facts::addBranches(std::size_t step)
{
    const pipeline::Step& document = m_pipeline.steps[step];
    if (const auto* choose = std::get_if<pipeline::Choose>(&document.body)) {
        for (std::size_t i = 0; i < choose->branches.size(); ++i) {
            const pipeline::Branch& branch = choose->branches[i];
            addRoute(step, branch.target, branch.atMost, ".choose." + std::to_string(i) + (branch.condition.empty() ? ".else" : ".then"));
        }
    }
    if (document.onFailure)
        addRoute(step, document.onFailure->target, document.onFailure->atMost, ".on_failure.goto");
    const auto* approve = std::get_if<pipeline::Approve>(&document.body);
    if (approve && !approve->onReject.empty())
        addRoute(step, approve->onReject, std::nullopt, ".approve.on_reject");
}

void Facts::addRoute(std::size_t step, const std::string& target, std::optional<int> atMost, const std::string& below)
{
    const auto to = find(target);
    if (to && atMost)
        m_waysBack.push_back({step, *to, EdgeKind::branch, path(step) + below, 0, 0, false, *atMost});
    else if (to)
        addEdge({step, *to, EdgeKind::branch, path(step) + below, 0, 0, false, 0});
}

void Facts::findRepeated()
{
    std::vector<std::size_t> open;
    const auto visit = [&](std::size_t step) {
        if (!m_isRepeated[step])
            open.push_back(step);
        m_isRepeated[step] = true;
    };
    for (const Edge& way : m_waysBack)
        visit(way.to);
    while (!open.empty()) {
        const std::size_t at = open.back();
        open.pop_back();
        for (const std::size_t edge : m_outOf[at])
            visit(m_edges[edge].to);
    }
}

void Facts::addReferences()
{
    for (std::size_t i = 0; i < m_texts.size(); ++i) {
        for (const expression::Reference& reference : m_texts[i].references) {
            const auto from = reference.root == expression::Root::steps ? find(reference.nameAt(0)) : std::nullopt;
            if (from && m_texts[i].step != noStep)
                addEdge({*from, m_texts[i].step, EdgeKind::reference, m_texts[i].path, i, reference.offset, reference.insideDefault, 0});
        }
    }
}

// Kahn's algorithm; steps that nothing holds back stay in the order of the file.
void Facts::sort()
{
    std::vector<std::size_t> open(m_into.size());
    for (std::size_t i = 0; i < open.size(); ++i) {
        open[i] = m_into[i].size();
        if (open[i] == 0)
            m_order.push_back(i);
    }
    for (std::size_t next = 0; next < m_order.size(); ++next) {
        for (const std::size_t edge : m_outOf[m_order[next]]) {
            if (--open[m_edges[edge].to] == 0)
                m_order.push_back(m_edges[edge].to);
        }
    }
}

bool Facts::isBefore(std::size_t first, std::size_t later) const
{
    std::vector<bool> seen(m_into.size());
    std::vector<std::size_t> open{later};
    while (!open.empty()) {
        const std::size_t at = open.back();
        open.pop_back();
        for (const std::size_t edge : m_into[at]) {
            const std::size_t from = m_edges[edge].from;
            if (from == first)
                return true;
            if (!seen[from])
                open.push_back(from);
            seen[from] = true;
        }
    }
    return false;
}

std::vector<bool> Facts::comesAfter(pipeline::Kind kind) const
{
    std::vector<bool> after(m_into.size());
    for (const std::size_t at : m_order) {
        for (const std::size_t edge : m_into[at]) {
            const std::size_t from = m_edges[edge].from;
            after[at] = after[at] || after[from] || step(from).kind() == kind;
        }
    }
    return after;
}

} // namespace penstock::check
