#include "core/check/rules.h"

#include <algorithm>

namespace penstock::check {

namespace {

constexpr std::size_t mostCircles = 20; // each is a story of its own; a thousand of them help nobody
constexpr std::size_t mostNames = 8;

// Depth first with a stack of its own: a chain of 100,000 steps must not be a chain of calls.
class Search final {
public:
    Search(const Facts& facts, Findings& findings, bool withBranches)
        : m_facts(facts)
        , m_findings(findings)
        , m_withBranches(withBranches)
        , m_state(facts.pipeline().steps.size(), State::fresh)
    {}

    // True when there was a circle.
    bool run()
    {
        // From the steps that need nobody, so that a way back is met from its front; then what hangs in circles only.
        for (std::size_t i = 0; i < m_state.size(); ++i) {
            const auto isBranch = [this](std::size_t edge) { return m_facts.edges()[edge].kind == EdgeKind::branch; };
            if (std::ranges::all_of(m_facts.into(i), isBranch))
                visit(i);
        }
        for (std::size_t i = 0; i < m_state.size(); ++i)
            visit(i);
        return m_found > 0;
    }

private:
    enum class State : char { fresh, open, done };

    struct Frame {
        std::size_t step;
        std::size_t next = 0;           // position in outOf(step)
        std::size_t arrivedBy = noStep; // edge
    };

    void visit(std::size_t start)
    {
        if (m_state[start] != State::fresh)
            return;
        enter(start, noStep);
        while (!m_stack.empty() && m_found < mostCircles) {
            Frame& top = m_stack.back();
            const std::vector<std::size_t>& out = m_facts.outOf(top.step);
            if (top.next == out.size()) {
                m_state[top.step] = State::done;
                m_stack.pop_back();
                continue;
            }
            follow(out[top.next++]);
        }
    }

    void enter(std::size_t step, std::size_t edge)
    {
        m_state[step] = State::open;
        m_stack.push_back({step, 0, edge});
    }

    void follow(std::size_t index)
    {
        const Edge& edge = m_facts.edges()[index];
        if (edge.kind == EdgeKind::branch && !m_withBranches)
            return;
        if (m_state[edge.to] == State::fresh)
            enter(edge.to, index);
        else if (m_state[edge.to] == State::open)
            report(index);
    }

    void report(std::size_t closing)
    {
        ++m_found;
        const auto first = std::ranges::find(m_stack, m_facts.edges()[closing].to, &Frame::step);
        std::size_t branch = m_facts.edges()[closing].kind == EdgeKind::branch ? closing : noStep;
        for (auto frame = first + 1; frame < m_stack.end() && branch == noStep; ++frame) {
            if (m_facts.edges()[frame->arrivedBy].kind == EdgeKind::branch)
                branch = frame->arrivedBy;
        }
        if (branch != noStep)
            return reportWayBack(m_facts.edges()[branch]);
        reportCircle(m_facts.edges()[closing], first);
    }

    void reportWayBack(const Edge& branch)
    {
        m_findings.error(branch.path, {"check.branch_back", {{"step", m_facts.step(branch.from).name}, {"target", m_facts.step(branch.to).name}}},
                          {"check.mend.bound", {}});
    }

    void reportCircle(const Edge& closing, std::vector<Frame>::const_iterator first)
    {
        std::string circle;
        const auto length = static_cast<std::size_t>(m_stack.end() - first);
        for (std::size_t i = 0; i < length; ++i) {
            if (i < mostNames - 1 || i + 1 == length)
                circle += m_facts.step((first + static_cast<std::ptrdiff_t>(i))->step).name + " -> ";
            else if (i == mostNames - 1)
                circle += "... -> ";
        }
        circle += m_facts.step(closing.to).name;
        const Message what = length == 1 ? Message{"check.needs_itself", {{"step", m_facts.step(closing.to).name}}}
                                         : Message{"check.circle", {{"circle", circle}}};
        if (closing.kind == EdgeKind::reference)
            m_findings.errorIn(closing.path, *m_facts.texts()[closing.text].content, closing.offset, what, {"check.mend.break_circle", {}});
        else
            m_findings.error(closing.path, what, {"check.mend.break_circle", {}});
    }

    const Facts& m_facts;
    Findings& m_findings;
    bool m_withBranches;
    std::vector<State> m_state;
    std::vector<Frame> m_stack;
    std::size_t m_found = 0;
};

} // namespace

void checkCircles(const Facts& facts, Findings& findings)
{
    if (!facts.isOrdered() && !Search(facts, findings, false).run())
        Search(facts, findings, true).run();
}

} // namespace penstock::check
