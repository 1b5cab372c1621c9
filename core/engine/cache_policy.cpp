#include "core/engine/cache_policy.h"

namespace penstock::engine {

namespace {

// In the body of a way back, of its own pipeline or of one that opened it.
bool isInLoop(const Run& run, const Instance& instance)
{
    const Instance* each = &instance;
    while (!run.planned(*each).inLoop) {
        const std::size_t parent = run.scopeOf(*each).parent;
        if (parent == none)
            return false;
        each = &run.instances[parent];
    }
    return true;
}

bool isFresh(const Run& run, const Instance& instance)
{
    if (run.fresh.empty())
        return false;
    const Instance* each = &instance;
    while (run.scopeOf(*each).parent != none)
        each = &run.instances[run.scopeOf(*each).parent];
    return run.fresh[each->step];
}

} // namespace

CachePolicy cachePolicy(const Run& run, const Instance& instance)
{
    const auto* command = std::get_if<pipeline::Command>(&run.step(instance).body);
    if (!command)
        return {false, false, {"engine.cache_no_command", {}}};
    if (command->cache == pipeline::CacheMode::off)
        return {false, false, {"engine.cache_off", {}}};
    if (command->cache == pipeline::CacheMode::automatic) {
        if (command->inputs.empty() || (command->outputs.empty() && command->metrics.empty() && command->reports.empty()))
            return {false, false, {"engine.cache_undeclared", {}}};
        if (isInLoop(run, instance))
            return {false, false, {"engine.cache_in_loop", {}}};
    }
    if (run.noCache)
        return {true, false, {"engine.cache_run_without", {}}};
    if (isFresh(run, instance))
        return {true, false, {"engine.cache_from_here", {}}};
    return {true, true, {}};
}

} // namespace penstock::engine
