#include "core/engine/capacity.h"

#include <algorithm>

namespace penstock::engine {

namespace {

struct Use {
    std::uint64_t memory = 0;
    std::set<int> gpus;
    std::map<std::string, int> pools;
};

// Of the attempts that hold slots: there are no more of them than slots.
Use useOf(const WorkspaceState& state)
{
    Use use;
    std::set<AttemptId> seen;
    for (const auto& [slot, id] : state.occupied) {
        const Run* run = state.run(id.run);
        const Instance* instance = run ? run->find(id.instance) : nullptr;
        const Attempt* attempt = state.attempt(id);
        if (!attempt || !seen.insert(id).second)
            continue;
        const PlannedStep& step = run->planned(*instance);
        use.memory += step.memory;
        use.gpus.insert(attempt->gpus.begin(), attempt->gpus.end());
        if (!step.pool.empty())
            ++use.pools[step.pool];
    }
    return use;
}

int placesOf(const Capacity& capacity, const std::string& pool)
{
    const auto found = capacity.pools.find(pool);
    return found == capacity.pools.end() ? 1 : found->second;
}

} // namespace

std::optional<Shortage> shortage(const WorkspaceState& state, const PlannedStep& step)
{
    if (step.memory == 0 && step.gpus == 0 && step.pool.empty())
        return std::nullopt;
    const Use use = useOf(state);
    const Capacity& all = state.capacity;
    if (step.memory > 0 && all.memory > 0 && use.memory > 0 && use.memory + step.memory > all.memory)
        return Shortage{Shortage::What::memory, {}, step.memory, use.memory, all.memory};
    const auto wanted = static_cast<std::uint64_t>(step.gpus), total = static_cast<std::uint64_t>(all.gpus);
    if (step.gpus > 0 && use.gpus.size() + wanted > total)
        return Shortage{Shortage::What::gpus, {}, wanted, use.gpus.size(), total};
    if (!step.pool.empty()) {
        const auto used = use.pools.find(step.pool);
        const int places = placesOf(all, step.pool);
        if (used != use.pools.end() && used->second >= places)
            return Shortage{Shortage::What::pool, step.pool, 1, static_cast<std::uint64_t>(used->second), static_cast<std::uint64_t>(places)};
    }
    return std::nullopt;
}

std::vector<int> freeGpus(const WorkspaceState& state, int wanted)
{
    std::vector<int> free;
    if (wanted == 0)
        return free;
    const Use use = useOf(state);
    for (int gpu = 0; gpu < state.capacity.gpus && static_cast<int>(free.size()) < wanted; ++gpu) {
        if (!use.gpus.contains(gpu))
            free.push_back(gpu);
    }
    return free;
}

} // namespace penstock::engine
