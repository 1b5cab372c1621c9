#include "core/engine/approval.h"
#include "core/engine/capacity.h"
#include "core/engine/decide.h"
#include "core/engine/judgement.h"
#include "core/engine/path_conflict.h"

#include <algorithm>

namespace penstock::engine {

namespace {

using Arguments = std::vector<std::pair<std::string, std::string>>;

template <class Names>
std::string joined(const Names& names)
{
    std::string text;
    for (const std::string& name : names)
        text.append(text.empty() ? "" : ", ").append(name);
    return text;
}

Message waitsForSteps(const Run& run, const Instance& instance)
{
    const PlannedStep& step = run.planned(instance);
    std::set<std::string> open;
    for (const auto* edges : {&step.needs, &step.routedBy}) {
        for (const std::size_t before : *edges) {
            if (!isEnd(run.beside(instance, before).state))
                open.insert(run.step(run.beside(instance, before)).name);
        }
    }
    return {"engine.waits_step", {{"steps", joined(open)}}};
}

std::string amount(std::uint64_t bytes)
{
    constexpr std::uint64_t mebibyte = 1 << 20;
    return bytes % (1024 * mebibyte) == 0 ? std::to_string(bytes / (1024 * mebibyte)) + " GiB" : std::to_string((bytes + mebibyte - 1) / mebibyte) + " MiB";
}

Message waitsForShare(const Shortage& missing)
{
    if (missing.what == Shortage::What::memory)
        return {"engine.waits_memory", {{"wanted", amount(missing.wanted)}, {"used", amount(missing.used)}, {"all", amount(missing.all)}}};
    Message why{missing.what == Shortage::What::gpus ? "engine.waits_gpus" : "engine.waits_pool",
                {{"wanted", std::to_string(missing.wanted)}, {"used", std::to_string(missing.used)}, {"all", std::to_string(missing.all)}}};
    if (missing.what == Shortage::What::pool)
        why.arguments = {{"pool", missing.pool}, {"used", std::to_string(missing.used)}, {"all", std::to_string(missing.all)}};
    return why;
}

Message waitsForAdmission(const WorkspaceState& state, const Run& run, const Instance& instance)
{
    const PlannedStep& step = run.planned(instance);
    if (const auto conflict = pathConflict(state, run, instance))
        return {"engine.waits_path", {{"path", conflict->path}, {"holder", conflict->holder.text()}}};
    if (const auto missing = shortage(state, step))
        return waitsForShare(*missing);
    std::set<std::string> holders;
    for (const auto& [slot, attempt] : state.occupied)
        holders.insert(attempt.run.text() + '/' + attempt.instance.text());
    return {"engine.waits_slot",
            {{"wanted", std::to_string(std::min(step.slots, state.slots))},
             {"used", std::to_string(state.occupied.size())},
             {"slots", std::to_string(state.slots)},
             {"holders", joined(holders)}}};
}

Message waitsForPerson(const WorkspaceState& state, const Run& run, const Instance& instance)
{
    const auto request = state.requests.find(currentRequest(run, instance));
    if (request == state.requests.end())
        return {"engine.waits_anybody", {{"request", currentRequest(run, instance).text()}}};
    const std::string id = request->first.text();
    if (request->second.approvers.empty())
        return {"engine.waits_anybody", {{"request", id}}};
    return {"engine.waits_approver", {{"request", id}, {"approvers", joined(request->second.approvers)}}};
}

Message waitsForWorld(const Run& run, const Instance& instance)
{
    const pipeline::WaitFor& wait = *run.planned(instance).wait;
    if (!wait.file.empty())
        return {"engine.waits_file", {{"file", wait.file}}};
    return {"engine.waits_condition", {{"condition", wait.condition}}};
}

Message runs(const Run& run, const Instance& instance)
{
    if (run.planned(instance).wait)
        return waitsForWorld(run, instance);
    if (instance.fan) {
        const Fan& fan = *instance.fan;
        return {"engine.runs_items",
                {{"ended", std::to_string(fan.begun.size() - fan.running)}, {"count", std::to_string(fan.items.size())}}};
    }
    if (instance.opened != none)
        return {"engine.runs_pipeline", {{"open", std::to_string(run.scopes[instance.opened].open)}}};
    if (instance.attempts.empty())
        return {"engine.waits_registry", {}};
    const Attempt& attempt = instance.attempts.back();
    const bool stops = mustStop(run, instance);
    if (attempt.phase == Attempt::Phase::planned)
        return {"engine.is_starting", {}};
    return {stops ? "engine.is_stopping" : "engine.is_running", {{"since", formatInstant(attempt.startedAt)}}};
}

} // namespace

Message whyWaiting(const WorkspaceState& state, const Run& run, const Instance& instance)
{
    switch (instance.state) {
    case InstanceState::pending:
        return isSuperseded(run, instance) ? Message{"engine.waits_region", {}} : waitsForSteps(run, instance);
    case InstanceState::ready: return waitsForAdmission(state, run, instance);
    case InstanceState::running: return runs(run, instance);
    case InstanceState::delayed:
        if (run.planned(instance).wait)
            return {"engine.waits_until", {{"at", formatInstant(*instance.notBefore)}}};
        return {"engine.waits_time",
                {{"at", instance.notBefore ? formatInstant(*instance.notBefore) : std::string()},
                 {"attempt", std::to_string(instance.attempts.size() + 1)}}};
    case InstanceState::waiting: return waitsForPerson(state, run, instance);
    default: return instance.why;
    }
}

} // namespace penstock::engine
