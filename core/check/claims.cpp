#include "core/check/rules.h"

#include "core/pipeline/workspace_path.h"

#include <algorithm>

namespace penstock::check {

namespace {

using pipeline::WorkspacePath;

// Whether one step comes before another costs a walk through the graph; so many walks are made at most.
constexpr std::size_t mostWalks = 300;
// And a claim is compared with so many of those around it: a thousand writers of one path need no million warnings.
constexpr std::size_t mostAround = 8;

struct Claim {
    std::string path; // normalised
    std::size_t step = 0;
    std::string at;   // of the document
    std::string output; // name; empty: metrics, a report
};

// '/' sorts before everything, so that a folder stands directly before what is in it.
bool foldersFirst(const Claim& a, const Claim& b)
{
    return std::ranges::lexicographical_compare(a.path, b.path, {}, [](char c) { return c == '/' ? '\0' : c; },
                                                [](char c) { return c == '/' ? '\0' : c; });
}

class Claims final {
public:
    Claims(const Facts& facts, Findings& findings)
        : m_facts(facts)
        , m_findings(findings)
    {
        for (std::size_t i = 0; i < facts.pipeline().steps.size(); ++i) {
            const auto* command = std::get_if<pipeline::Command>(&facts.step(i).body);
            if (command && facts.step(i).enabled)
                collect(i, *command);
        }
        std::stable_sort(m_claims.begin(), m_claims.end(), foldersFirst);
    }

    void compare()
    {
        std::vector<const Claim*> around; // the claims that contain the current one, outermost first
        for (const Claim& claim : m_claims) {
            while (!around.empty() && !pipeline::isWithin(claim.path, around.back()->path))
                around.pop_back();
            for (std::size_t i = around.size() - std::min(around.size(), mostAround); i < around.size(); ++i)
                judge(*around[i], claim);
            around.push_back(&claim);
        }
    }

    // A file input that a step makes would be read before, while or after it is written.
    void compareInputs()
    {
        for (std::size_t i = 0; i < m_facts.pipeline().steps.size(); ++i) {
            const auto* command = std::get_if<pipeline::Command>(&m_facts.step(i).body);
            if (!command)
                continue;
            for (const auto& [name, input] : command->inputs) {
                if (input.isFile)
                    judgeInput(m_facts.path(i) + ".inputs." + name, input.source);
            }
        }
    }

private:
    void collect(std::size_t step, const pipeline::Command& command)
    {
        for (const auto& [name, output] : command.outputs)
            collect(step, m_facts.path(step) + ".outputs." + name, output.path, name);
        collect(step, m_facts.path(step) + ".metrics", command.metrics, {});
        for (std::size_t i = 0; i < command.reports.size(); ++i)
            collect(step, m_facts.path(step) + ".reports." + std::to_string(i), command.reports[i], {});
    }

    void collect(std::size_t step, std::string at, const std::string& path, const std::string& output)
    {
        const WorkspacePath normal = WorkspacePath::of(path);
        if (normal.place == WorkspacePath::Place::inside && !normal.path.empty())
            m_claims.push_back({normal.path, step, std::move(at), output});
    }

    void judge(const Claim& outer, const Claim& inner)
    {
        const bool same = outer.path == inner.path;
        if (outer.step == inner.step)
            m_findings.error(inner.at, {"check.path_twice_in_step", {{"path", inner.path}, {"other", outer.path}}},
                             {"check.mend.other_path", {}});
        else if (couldBeTogether(outer.step, inner.step))
            m_findings.warning(inner.at,
                               {same ? "check.path_written_twice" : "check.path_within_path",
                                {{"path", inner.path}, {"other", outer.path}, {"step", m_facts.step(outer.step).name}}},
                               {"check.mend.order_or_path", {{"step", m_facts.step(outer.step).name}}});
    }

    bool couldBeTogether(std::size_t one, std::size_t other)
    {
        if (!m_facts.isOrdered() || m_walks >= mostWalks || areExclusive(one, other))
            return false;
        m_walks += 2;
        return !m_facts.isBefore(one, other) && !m_facts.isBefore(other, one);
    }

    // Targets of one choice: at most one of them runs.
    bool areExclusive(std::size_t one, std::size_t other) const
    {
        const std::size_t first = onlyChoice(one);
        return first != noStep && first == onlyChoice(other);
    }

    std::size_t onlyChoice(std::size_t step) const
    {
        std::size_t choice = noStep;
        for (const std::size_t index : m_facts.into(step)) {
            const Edge& edge = m_facts.edges()[index];
            if (edge.kind == EdgeKind::branch && choice != noStep && choice != edge.from)
                return noStep;
            if (edge.kind == EdgeKind::branch)
                choice = edge.from;
        }
        return choice;
    }

    void judgeInput(const std::string& at, const std::string& source)
    {
        const WorkspacePath normal = WorkspacePath::of(source);
        if (normal.place != WorkspacePath::Place::inside || source.find("${{") != std::string::npos)
            return;
        const Claim wanted{normal.path, 0, {}, {}};
        const auto found = std::lower_bound(m_claims.begin(), m_claims.end(), wanted, foldersFirst);
        if (found == m_claims.end() || found->path != normal.path || found->output.empty())
            return;
        const std::string& producer = m_facts.step(found->step).name;
        m_findings.error(at, {"check.input_is_made", {{"path", normal.path}, {"step", producer}}},
                         write("\"${{ steps." + producer + ".outputs." + found->output + " }}\""));
    }

    const Facts& m_facts;
    Findings& m_findings;
    std::vector<Claim> m_claims;
    std::size_t m_walks = 0;
};

} // namespace

void checkClaims(const Facts& facts, Findings& findings)
{
    Claims claims(facts, findings);
    claims.compare();
    claims.compareInputs();
}

} // namespace penstock::check
