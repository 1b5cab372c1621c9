#include "core/engine/capacity.h"
#include "core/engine/decide.h"
#include "core/engine/path_conflict.h"

#include <algorithm>

namespace penstock::engine {

namespace {

struct Candidate {
    const Run* run = nullptr;
    ReadyQueue::Place place;
};

// A run's first ready instance whose paths, memory, GPUs and pool are free. It may have a lower priority than the run's turn says: then another
// run's may be better.
std::optional<Candidate> bestOf(const WorkspaceState& state, const Run& run)
{
    for (const ReadyQueue::Place& place : run.ready.heads()) {
        const Instance& instance = run.instances[place.instance];
        if (!pathConflict(state, run, instance) && !shortage(state, run.planned(instance)))
            return Candidate{&run, place};
    }
    return std::nullopt;
}

std::optional<Candidate> best(const WorkspaceState& state)
{
    std::optional<Candidate> best;
    for (const Turn& turn : state.turns) {
        if (best && best->place.before <= turn.before)
            break;
        const auto candidate = bestOf(state, *state.run(turn.run));
        if (candidate && (!best || candidate->place.before < best->place.before))
            best = candidate;
    }
    return best;
}

std::vector<int> freeSlots(const WorkspaceState& state, int wanted)
{
    std::vector<int> slots;
    auto taken = state.occupied.begin();
    for (int slot = 0; slot < state.slots && static_cast<int>(slots.size()) < wanted; ++slot) {
        if (taken != state.occupied.end() && taken->first == slot)
            ++taken;
        else
            slots.push_back(slot);
    }
    return slots;
}

} // namespace

void admit(WorkspaceState& state, Instant now, Batch& batch)
{
    while (static_cast<int>(state.occupied.size()) < state.slots) {
        const auto next = best(state);
        if (!next)
            return;
        const Instance& instance = next->run->instances[next->place.instance];
        const PlannedStep& step = next->run->planned(instance);
        // A step that asks for more than there is gets all of it; one that does not fit yet is not overtaken, or wide steps
        // would starve beside a stream of narrow ones.
        const int wanted = std::min(step.slots, state.slots);
        std::vector<int> slots = freeSlots(state, wanted);
        if (static_cast<int>(slots.size()) < wanted)
            return;
        const AttemptId attempt{next->run->id, instance.id, static_cast<int>(instance.attempts.size()) + 1};
        Event planned = AttemptPlanned{attempt, std::move(slots), step.claims, freeGpus(state, step.gpus)};
        apply(state, planned, now, batch.actor);
        batch.events.push_back(std::move(planned));
        batch.effects.push_back(Launch{attempt});
    }
}

} // namespace penstock::engine
