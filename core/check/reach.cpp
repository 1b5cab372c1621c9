// What follows from skipping (docs/engine.md): a skipped need skips the step, unless it joins any; so a result can be missing
// only in a step that runs although a step before it did not end well.
#include "core/check/rules.h"

#include <algorithm>
#include <set>

namespace penstock::check {

namespace {

constexpr std::size_t mostRequirements = 32; // of branches on the way to a step; more would only make the check lenient

// An edge of a choice that must be taken for a step to run.
struct Requirement {
    std::size_t choice, target;

    auto operator<=>(const Requirement&) const = default;
};

class Reach final {
public:
    Reach(const Facts& facts, Findings& findings)
        : m_facts(facts)
        , m_findings(findings)
        , m_mayBeSkipped(facts.pipeline().steps.size())
        , m_outlives(facts.pipeline().steps.size())
        , m_requirements(facts.pipeline().steps.size())
    {
        for (const Text& text : facts.texts()) {
            if (text.use == TextUse::stepCondition && text.outlivesFailure)
                m_outlives[text.step] = true;
        }
    }

    void run()
    {
        for (const std::size_t step : m_facts.order()) {
            judgeSkipping(step);
            if (isBound(step) && m_facts.step(step).enabled) {
                judgeDisabled(step);
                judgeBranches(step);
            }
        }
        for (const Text& text : m_facts.texts())
            judgeReferences(text);
    }

private:
    // Skipped with any of its needs.
    bool isBound(std::size_t step) const { return m_facts.step(step).join == pipeline::Join::all && !m_outlives[step]; }

    void judgeSkipping(std::size_t at)
    {
        const pipeline::Step& step = m_facts.step(at);
        bool skipped = !step.enabled || !step.condition.empty();
        bool anyNeed = false, allSkipped = true;
        for (const std::size_t index : m_facts.into(at)) {
            const Edge& edge = m_facts.edges()[index];
            if (edge.kind == EdgeKind::branch) {
                skipped = true;
                continue;
            }
            anyNeed = true;
            allSkipped = allSkipped && m_mayBeSkipped[edge.from];
            skipped = skipped || (isBound(at) && !edge.tolerant && m_mayBeSkipped[edge.from]);
        }
        m_mayBeSkipped[at] = skipped || (step.join == pipeline::Join::any && anyNeed && allSkipped);
    }

    void judgeDisabled(std::size_t at)
    {
        for (const std::size_t index : m_facts.into(at)) {
            const Edge& edge = m_facts.edges()[index];
            if (edge.kind == EdgeKind::branch || edge.tolerant || m_facts.step(edge.from).enabled)
                continue;
            m_findings.warning(m_facts.path(at), {"check.needs_disabled", {{"step", m_facts.step(at).name}, {"need", m_facts.step(edge.from).name}}},
                               {"check.mend.enable", {{"step", m_facts.step(edge.from).name}}});
            return;
        }
    }

    void judgeBranches(std::size_t at)
    {
        std::set<Requirement> all;
        std::set<std::size_t> choices;
        for (const std::size_t index : m_facts.into(at)) {
            const Edge& edge = m_facts.edges()[index];
            if (edge.kind == EdgeKind::branch)
                choices.insert(edge.from);
            else if (!edge.tolerant)
                all.insert(m_requirements[edge.from].begin(), m_requirements[edge.from].end());
        }
        if (choices.size() == 1)
            all.insert({*choices.begin(), at});
        const auto clash = std::ranges::adjacent_find(all, {}, &Requirement::choice);
        if (clash != all.end())
            return reportClash(at, *clash, *std::next(clash));
        if (all.size() <= mostRequirements)
            m_requirements[at].assign(all.begin(), all.end());
    }

    void reportClash(std::size_t at, const Requirement& one, const Requirement& other)
    {
        m_findings.warning(m_facts.path(at),
                           {"check.exclusive_needs",
                            {{"step", m_facts.step(at).name},
                             {"choice", m_facts.step(one.choice).name},
                             {"first", m_facts.step(one.target).name},
                             {"second", m_facts.step(other.target).name}}},
                           add("join: any"));
    }

    void judgeReferences(const Text& text)
    {
        if (text.step == noStep || !m_facts.step(text.step).enabled)
            return;
        for (const expression::Reference& reference : text.references) {
            const auto producer = reference.root == expression::Root::steps ? m_facts.find(reference.nameAt(0)) : std::nullopt;
            if (!producer || reference.insideDefault || reference.segments.size() < 2 || reference.nameAt(1) == "state")
                continue;
            judgeReference(text, reference, *producer);
        }
    }

    void judgeReference(const Text& text, const expression::Reference& reference, std::size_t producer)
    {
        const std::string& name = m_facts.step(producer).name;
        const Message mend{"check.mend.default", {{"path", reference.text()}}};
        if (m_outlives[text.step] || m_facts.step(producer).advisory)
            m_findings.errorIn(text.path, *text.content, reference.offset, {"check.may_have_failed", {{"step", name}, {"path", reference.text()}}}, mend);
        else if (m_facts.step(text.step).join == pipeline::Join::any && m_mayBeSkipped[producer])
            m_findings.errorIn(text.path, *text.content, reference.offset, {"check.may_be_skipped", {{"step", name}, {"path", reference.text()}}}, mend);
    }

    const Facts& m_facts;
    Findings& m_findings;
    std::vector<bool> m_mayBeSkipped, m_outlives;
    std::vector<std::vector<Requirement>> m_requirements; // by step
};

} // namespace

void checkReach(const Facts& facts, Findings& findings)
{
    if (facts.isOrdered())
        Reach(facts, findings).run();
}

} // namespace penstock::check
