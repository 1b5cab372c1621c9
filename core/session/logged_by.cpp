#include "core/session/logged_by.h"

namespace penstock::session {

namespace {

std::optional<AttemptId> cacheOrigin(const engine::Attempt& attempt)
{
    const Json cache = memberAt(attempt.record.json(), "cache");
    const auto run = RunId::parse(textAt(cache, "run"));
    const auto step = InstanceId::parse(textAt(cache, "step"));
    if (!run || !step)
        return std::nullopt;
    return AttemptId{*run, *step, static_cast<int>(integerAt(cache, "attempt", 1))};
}

} // namespace

std::optional<AttemptId> loggedBy(const engine::WorkspaceState& state, const engine::Run& run,
                                  const engine::Instance& instance)
{
    const engine::Run* at = &run;
    const engine::Instance* found = &instance;
    while (found && found->reused) { // a run resumes an older one, so this ends
        const auto before = RunId::parse(at->resumedFrom);
        at = before && before->number < at->id.number ? state.run(*before) : nullptr;
        found = at ? at->find(found->id) : nullptr;
    }
    if (!found || found->attempts.empty())
        return std::nullopt;
    const engine::Attempt& newest = found->attempts.back();
    return found->cached ? cacheOrigin(newest) : AttemptId{at->id, found->id, newest.number};
}

} // namespace penstock::session
