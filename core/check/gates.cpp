#include "core/check/rules.h"

#include "core/base/ids.h"
#include "core/base/spelling.h"

#include <algorithm>

namespace penstock::check {

namespace {

using pipeline::Kind;

// The stages of a registry; this version moves models to production only.
const std::vector<std::string> stages{"staging", "production", "archived"};

bool isBlank(const std::string& text) { return text.find_first_not_of(" \t\r\n") == std::string::npos; }

void checkApprove(const pipeline::Approve& approve, const std::string& path, Findings& findings)
{
    if (isBlank(approve.question))
        findings.error(path + ".approve.question", {"check.no_question", {}}, add("question: Put it into production?"));
    if (approve.expires && *approve.expires <= Duration::zero())
        findings.error(path + ".approve.expires", {"check.expires_at_once", {}}, write("expires: 7d"));
    for (std::size_t i = 0; i < approve.approvers.size(); ++i) {
        if (isBlank(approve.approvers[i]))
            findings.error(path + ".approve.approvers." + std::to_string(i), {"check.empty_approver", {}}, write("approvers: [lead]"));
    }
}

void checkRegister(const pipeline::Register& record, const std::string& path, Findings& findings)
{
    if (!isName(record.model))
        findings.error(path + ".register.model", {"check.bad_model_name", {{"name", record.model}}}, write("model: digits"));
    if (record.major < 0)
        findings.error(path + ".register.major", {"check.bad_major", {}}, write("major: 1"));
    if (isBlank(record.artifact))
        findings.error(path + ".register.artifact", {"check.no_artifact", {}}, add("artifact: \"${{ steps.STEP.outputs.NAME }}\""));
}

void checkStage(const std::string& stage, const std::string& at, Findings& findings)
{
    if (stage == "production")
        return;
    if (std::ranges::find(stages, stage) != stages.end())
        return findings.notYet(at, {"check.stage_not_yet", {{"stage", stage}}}, write("to: production"));
    const auto near = nearest(stage, stages);
    findings.error(at, {"check.unknown_stage", {{"stage", stage}}}, near ? didYouMean(*near) : write("to: production"));
}

void checkPromote(const pipeline::Promote& promote, const std::string& path, Findings& findings)
{
    const bool isFixed = promote.version.find("${{") == std::string::npos;
    if (isFixed && !VersionId::parse(promote.version))
        findings.error(path + ".promote.version", {"check.bad_version", {{"version", promote.version}}},
                       write("\"${{ steps.STEP.version }}\""));
    checkStage(promote.stage, path + ".promote.to", findings);
}

void checkOrder(const Facts& facts, Findings& findings)
{
    const std::vector<bool> registered = facts.comesAfter(Kind::register_);
    const std::vector<bool> approved = facts.comesAfter(Kind::approve);
    for (std::size_t i = 0; i < facts.pipeline().steps.size(); ++i) {
        const std::string& name = facts.step(i).name;
        if (facts.step(i).kind() == Kind::approve && !registered[i])
            findings.warning(facts.path(i), {"check.nothing_to_show", {{"step", name}}}, {"check.mend.register_before", {}});
        if (facts.step(i).kind() == Kind::promote && !approved[i])
            findings.warning(facts.path(i), {"check.promote_unasked", {{"step", name}}}, {"check.mend.approve_before", {}});
    }
}

} // namespace

void checkGates(const Facts& facts, Findings& findings)
{
    for (std::size_t i = 0; i < facts.pipeline().steps.size(); ++i) {
        const pipeline::Body& body = facts.step(i).body;
        if (const auto* approve = std::get_if<pipeline::Approve>(&body))
            checkApprove(*approve, facts.path(i), findings);
        if (const auto* record = std::get_if<pipeline::Register>(&body))
            checkRegister(*record, facts.path(i), findings);
        if (const auto* promote = std::get_if<pipeline::Promote>(&body))
            checkPromote(*promote, facts.path(i), findings);
    }
    if (facts.isOrdered())
        checkOrder(facts, findings);
}

} // namespace penstock::check
