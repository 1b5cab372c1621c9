#include "core/host/cache_index.h"

#include <algorithm>
#include <vector>

namespace penstock::host {

namespace {

std::string stepKey(const RunId& run, InstanceId instance)
{
    instance.iteration = 1;
    return run.pipeline + '/' + instance.text();
}

} // namespace

void CacheIndex::learn(const engine::WorkspaceState& state)
{
    struct End {
        Instant at;
        const engine::Run* run;
        const engine::Instance* instance;
    };
    std::vector<End> ends;
    for (const auto& [id, run] : state.runs) {
        if (run.isRemoved())
            continue;
        for (const engine::Instance& instance : run.instances) {
            if (!instance.attempts.empty())
                ends.push_back({instance.attempts.back().endedAt, &run, &instance});
        }
    }
    std::ranges::stable_sort(ends, {}, &End::at);
    for (const End& end : ends)
        learn(*end.run, *end.instance);
}

void CacheIndex::learn(const engine::Run& run, const engine::Instance& instance)
{
    if (instance.attempts.empty() || instance.attempts.back().phase != engine::Attempt::Phase::ended)
        return;
    const engine::Attempt& attempt = instance.attempts.back();
    const Json cache = memberAt(attempt.record.json(), "cache");
    const std::string key = textAt(cache, "key");
    // What was read while it changed is known by no key.
    if (attempt.outcome.kind != engine::OutcomeKind::succeeded || key.empty() || boolAt(cache, "codeChanged"))
        return;
    const AttemptId id{run.id, instance.id, attempt.number};
    m_byKey.insert_or_assign(key, id);
    m_byStep.insert_or_assign(stepKey(run.id, instance.id), id);
}

std::optional<AttemptId> CacheIndex::find(const std::string& key) const
{
    const auto found = m_byKey.find(key);
    return found == m_byKey.end() ? std::nullopt : std::optional(found->second);
}

std::optional<AttemptId> CacheIndex::latest(const RunId& run, const InstanceId& instance) const
{
    const auto found = m_byStep.find(stepKey(run, instance));
    return found == m_byStep.end() ? std::nullopt : std::optional(found->second);
}

} // namespace penstock::host
