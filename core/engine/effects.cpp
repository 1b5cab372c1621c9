#include "core/engine/decide.h"
#include "core/engine/judgement.h"

namespace penstock::engine {

namespace {

std::optional<Effect> effectOf(const Run& run, const Instance& instance)
{
    if (instance.state != InstanceState::running)
        return std::nullopt;
    switch (run.step(instance).kind()) {
    case pipeline::Kind::register_: return RecordVersion{run.id, instance.id};
    case pipeline::Kind::promote: return PromoteVersion{run.id, instance.id};
    case pipeline::Kind::wait:
        return run.planned(instance).wait->file.empty() ? std::nullopt : std::optional<Effect>(WatchFile{run.id, instance.id});
    default: break;
    }
    if (instance.attempts.empty() || instance.attempts.back().phase == Attempt::Phase::ended)
        return std::nullopt;
    const AttemptId attempt{run.id, instance.id, instance.attempts.back().number};
    if (mustStop(run, instance))
        return Stop{attempt};
    return instance.attempts.back().phase == Attempt::Phase::planned ? std::optional<Effect>(Launch{attempt})
                                                                     : std::nullopt;
}

} // namespace

std::vector<Effect> pendingEffects(const WorkspaceState& state)
{
    std::vector<Effect> effects;
    for (const RunId& id : state.active) {
        const Run& run = *state.run(id);
        for (const Instance& instance : run.instances) {
            if (auto effect = effectOf(run, instance))
                effects.push_back(std::move(*effect));
        }
    }
    return effects;
}

std::optional<Instant> nextTimer(const WorkspaceState& state)
{
    return state.timers.empty() ? std::nullopt : std::optional(state.timers.begin()->at);
}

bool isIdle(const WorkspaceState& state) { return state.busy == 0 && state.inbox.open.empty(); }

} // namespace penstock::engine
