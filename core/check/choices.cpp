#include "core/check/expected_values.h"
#include "core/check/rules.h"

namespace penstock::check {

namespace {

using pipeline::Branch;

void checkTarget(const Facts& facts, const std::string& path, const Branch& branch, Findings& findings)
{
    const std::string at = path + (branch.condition.empty() ? ".else" : ".then");
    if (branch.target.empty())
        findings.error(path, {"check.branch_without_target", {}}, add("then: STEP"));
    else if (!facts.find(branch.target)) {
        const auto near = facts.nearestStep(branch.target);
        findings.error(at, {"check.unknown_step", {{"name", branch.target}}}, near ? didYouMean(*near) : Message{});
    }
}

void reportOpen(const Facts& facts, const std::string& path, const std::vector<Branch>& branches, Findings& findings)
{
    const Unexpected unexpected = unexpectedBy(facts, branches);
    const Message what = unexpected.values.empty() ? Message{"check.no_else", {}}
                                                   : Message{"check.no_branch_for", {{"path", unexpected.path}, {"values", shownValues(unexpected.values)}}};
    findings.error(path, what, add("- else: STEP"));
}

// Without an `else`, a value that nobody thought of would end the run without a word.
void checkBranches(const Facts& facts, const std::string& path, const std::vector<Branch>& branches, Findings& findings)
{
    bool closed = false;
    for (std::size_t i = 0; i < branches.size(); ++i) {
        const std::string at = path + '.' + std::to_string(i);
        if (closed)
            findings.error(at, {"check.branch_after_else", {}}, {"check.mend.else_last", {}});
        closed = closed || branches[i].condition.empty();
        checkTarget(facts, at, branches[i], findings);
    }
    if (branches.empty())
        findings.error(path, {"check.no_branches", {}}, write("[{if: \"params.fast\", then: quick}, {else: full}]"));
    else if (!closed)
        reportOpen(facts, path, branches, findings);
}

} // namespace

void checkChoices(const Facts& facts, Findings& findings)
{
    for (std::size_t i = 0; i < facts.pipeline().steps.size(); ++i) {
        if (const auto* choose = std::get_if<pipeline::Choose>(&facts.step(i).body))
            checkBranches(facts, facts.path(i) + ".choose", choose->branches, findings);
    }
}

} // namespace penstock::check
