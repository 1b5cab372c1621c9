#include "core/engine/state.h"

namespace penstock::engine {

const Instance* Run::find(const InstanceId& wanted) const
{
    const auto step = plan->find(wanted.step);
    if (!step)
        return nullptr;
    if (wanted.iteration == 1 && wanted.index < 0)
        return *step < instances.size() ? &instances[*step] : nullptr;
    // Later iterations and map items stand behind the first instances of all steps.
    for (std::size_t i = plan->steps().size(); i < instances.size(); ++i) {
        if (instances[i].id == wanted)
            return &instances[i];
    }
    return nullptr;
}

const Instance* Run::newest(const std::string& step) const
{
    const Instance* newest = find(InstanceId{step, 1, -1});
    for (std::size_t i = plan->steps().size(); newest && i < instances.size(); ++i) {
        const InstanceId& other = instances[i].id;
        if (other.step == step && other.index < 0 && other.iteration > newest->id.iteration)
            newest = &instances[i];
    }
    return newest;
}

bool Run::isBlocked() const
{
    return count(InstanceState::waiting) > 0 && count(InstanceState::ready) == 0 && count(InstanceState::running) == 0
           && count(InstanceState::delayed) == 0;
}

const Run* WorkspaceState::run(const RunId& id) const
{
    const auto found = runs.find(id);
    return found == runs.end() ? nullptr : &found->second;
}

const Attempt* WorkspaceState::attempt(const AttemptId& id) const
{
    const Run* owner = run(id.run);
    const Instance* instance = owner ? owner->find(id.instance) : nullptr;
    const auto place = static_cast<std::size_t>(id.number) - 1;
    return instance && id.number >= 1 && place < instance->attempts.size() ? &instance->attempts[place] : nullptr;
}

const AttemptId* claimedBy(const WorkspaceState& state, const std::string& path)
{
    for (std::size_t end = path.find('/'); end != std::string::npos; end = path.find('/', end + 1)) {
        if (const auto folder = state.claims.find(path.substr(0, end)); folder != state.claims.end())
            return &folder->second;
    }
    if (const auto same = state.claims.find(path); same != state.claims.end())
        return &same->second;
    const auto inside = state.claims.lower_bound(path + '/');
    return inside != state.claims.end() && inside->first.starts_with(path + '/') ? &inside->second : nullptr;
}

bool isFree(const WorkspaceState& state, const std::string& path) { return !claimedBy(state, path); }

bool isFailure(const Run& run, const Instance& instance)
{
    return (instance.state == InstanceState::failed || instance.state == InstanceState::lost)
           && !run.plan->step(instance.step).advisory;
}

} // namespace penstock::engine
