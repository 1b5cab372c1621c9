#include "core/engine/state.h"

#include <algorithm>
#include <utility>

namespace penstock::engine {

namespace {

// "outer/train" -> the scope "outer/" and its step "train".
std::pair<const Scope*, std::optional<std::size_t>> stepAt(const Run& run, const std::string& path)
{
    const auto slash = path.rfind('/');
    const auto name = slash == std::string::npos ? 0 : slash + 1;
    const auto scope = run.scopeAt.find(path.substr(0, name));
    if (scope == run.scopeAt.end())
        return {nullptr, std::nullopt};
    const Scope& found = run.scopes[scope->second];
    return {&found, found.plan->find(path.substr(name))};
}

} // namespace

bool Scope::operator==(const Scope& other) const
{
    return plan->pipeline() == other.plan->pipeline() && path == other.path && parameters == other.parameters
           && iterations == other.iterations && failing == other.failing && failed == other.failed
           && rejected == other.rejected && cut == other.cut && open == other.open && parent == other.parent
           && firstLane == other.firstLane && taken == other.taken && goingBack == other.goingBack;
}

const Instance* Run::find(const InstanceId& wanted) const
{
    const auto [scope, step] = stepAt(*this, wanted.step);
    if (!step || wanted.iteration < 1)
        return nullptr;
    const auto& iterations = scope->iterations[*step];
    const auto place = static_cast<std::size_t>(wanted.iteration) - 1;
    const Instance* found = place < iterations.size() ? &instances[iterations[place]] : nullptr;
    if (!found || wanted.index < 0)
        return found;
    const auto item = static_cast<std::size_t>(wanted.index);
    return found->fan && item < found->fan->begun.size() ? &instances[found->fan->begun[item]] : nullptr;
}

const Instance* Run::newest(const std::string& path) const
{
    const auto [scope, step] = stepAt(*this, path);
    return step ? &instances[scope->newest(*step)] : nullptr;
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

const AttemptId* claimedBy(const WorkspaceState& state, const std::string& key)
{
    for (std::size_t end = key.find('/'); end != std::string::npos; end = key.find('/', end + 1)) {
        if (const auto folder = state.claims.find(key.substr(0, end)); folder != state.claims.end())
            return &folder->second;
    }
    if (const auto same = state.claims.find(key); same != state.claims.end())
        return &same->second;
    const auto inside = state.claims.lower_bound(key + '/');
    return inside != state.claims.end() && inside->first.starts_with(key + '/') ? &inside->second : nullptr;
}

bool isFree(const WorkspaceState& state, const std::string& key) { return !claimedBy(state, key); }

bool isHeld(const Scope& scope, std::size_t step)
{
    return scope.goingBack != none && std::ranges::binary_search(scope.plan->waysBack()[scope.goingBack].region, step);
}

bool isFailure(const Run& run, const Instance& instance)
{
    // A branch is taken by a step that fails only when on_failure leads somewhere.
    return (instance.state == InstanceState::failed || instance.state == InstanceState::lost) && instance.branch < 0
           && !run.step(instance).advisory;
}

} // namespace penstock::engine
