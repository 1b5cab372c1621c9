#include "core/check/rules.h"

namespace penstock::check {

namespace {

constexpr int mostTimes = 10'000; // a run's log has to stay one that can be read

void checkTarget(const Facts& facts, const std::string& path, const std::string& target, Findings& findings)
{
    if (facts.find(target))
        return;
    const auto near = facts.nearestStep(target);
    findings.error(path, {"check.unknown_step", {{"name", target}}}, near ? didYouMean(*near) : Message{});
}

} // namespace

void checkWaysBack(const Facts& facts, Findings& findings)
{
    for (std::size_t i = 0; i < facts.pipeline().steps.size(); ++i) {
        const pipeline::Step& step = facts.step(i);
        if (step.onFailure)
            checkTarget(facts, facts.path(i) + ".on_failure.goto", step.onFailure->target, findings);
        const auto* approve = std::get_if<pipeline::Approve>(&step.body);
        if (approve && !approve->onReject.empty())
            checkTarget(facts, facts.path(i) + ".approve.on_reject", approve->onReject, findings);
    }
    for (const Edge& way : facts.waysBack()) {
        if (way.atMost < 1 || way.atMost > mostTimes)
            findings.error(way.path, {"check.bad_bound", {{"most", std::to_string(mostTimes)}}}, write("at_most: 3"));
        const bool back = way.from == way.to || facts.isBefore(way.to, way.from);
        if (!back && facts.isOrdered())
            findings.error(way.path, {"check.bound_leads_forward", {{"step", facts.step(way.from).name}, {"target", facts.step(way.to).name}}},
                           {"check.mend.no_bound", {}});
    }
}

} // namespace penstock::check
