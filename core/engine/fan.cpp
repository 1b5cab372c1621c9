#include "core/engine/fan.h"

#include "core/engine/json_fields.h"
#include "core/engine/judgement.h"
#include "core/engine/resume.h"
#include "core/engine/scope.h"
#include "core/engine/sub_pipeline.h"

#include <algorithm>

namespace penstock::engine {

namespace {

// As many as a wide machine keeps busy; more would only wait in the queue and fill the log early.
constexpr std::size_t window = 256;

std::optional<double> numberOf(const Instance& item, const std::string& metric)
{
    for (const Json* values : {&item.metrics, &item.values}) {
        if (const Json& value = memberAt(*values, metric.c_str()); value.is_number())
            return value.get<double>();
    }
    return std::nullopt;
}

bool isBetter(const pipeline::Best& best, double candidate, double current, bool later)
{
    if (candidate == current)
        return later == best.lastWins;
    return best.maximize ? candidate > current : candidate < current;
}

Json resultOf(const Run& run, const Instance& fan, std::size_t index)
{
    const bool begun = index < fan.fan->begun.size();
    Json result{{"index", index}, {"item", fan.fan->items[index]}, {"state", "not begun"}};
    if (!begun)
        return result;
    const Instance& item = run.instances[fan.fan->begun[index]];
    result["state"] = name(item.state);
    result["outputs"] = outputsOf(item);
    result["values"] = item.values;
    result["metrics"] = item.metrics;
    return result;
}

// [the member of item 0, of item 1, …]
Json column(const Run& run, const Instance& fan, const std::string& group, const std::string& member)
{
    Json list = Json::array();
    for (std::size_t i = 0; i < fan.fan->items.size(); ++i) {
        const bool begun = i < fan.fan->begun.size();
        const Instance* item = begun ? &run.instances[fan.fan->begun[i]] : nullptr;
        if (!item || item->state != InstanceState::succeeded)
            list.push_back(nullptr);
        else if (group == "outputs")
            list.push_back(memberAt(outputsOf(*item), member.c_str()));
        else
            list.push_back(memberAt(group == "metrics" ? item->metrics : item->values, member.c_str()));
    }
    return list;
}

bool mayGoOn(const Run& run, const Instance& fan)
{
    if (fan.fan->isReached || (permission(run, fan).end == InstanceState::cancelled))
        return false;
    return run.planned(fan).map->collect || fan.fan->failed + fan.fan->lost == 0;
}

void beginItem(Cascade& cascade, const Run& run, const Instance& fan, int index)
{
    const InstanceId id{fan.id.step, fan.id.iteration, index};
    if (run.planned(fan).sub)
        return openPipeline(cascade, run, fan, id);
    cascade.record(InstanceReady{run.id, id});
    const Instance& item = *run.find(id);
    if (run.simulated)
        return cascade.end(run, item, InstanceState::succeeded, {"engine.simulated", {}});
    reuseSuccess(cascade, run, item);
}

// What waits for a slot has not begun: it goes when no further item may begin.
void endWaitingItems(Cascade& cascade, const Run& run, const Instance& fan)
{
    // From the newest, as far as there is one that has not ended: they are near the end of what may be a long list.
    std::size_t left = fan.fan->running;
    for (std::size_t i = fan.fan->begun.size(); i-- > 0 && left > 0;) {
        const Instance& item = run.instances[fan.fan->begun[i]];
        left -= !isEnd(item.state);
        const bool waits = item.state == InstanceState::ready && item.attempts.empty();
        if (waits)
            cascade.end(run, item, InstanceState::skipped, {fan.fan->isReached ? "engine.map_reached" : "engine.map_stopped", {}});
    }
}

void endFan(Cascade& cascade, const Run& run, const Instance& instance)
{
    const Fan& fan = *instance.fan;
    const std::size_t bad = fan.failed + fan.lost;
    const Judgement allowed = permission(run, instance);
    if (allowed.end == InstanceState::cancelled && fan.succeeded + bad < fan.items.size())
        return cascade.end(run, instance, InstanceState::cancelled, allowed.why);
    const bool well = bad == 0 || fan.isReached || (run.planned(instance).map->collect && fan.succeeded > 0);
    const std::vector<std::pair<std::string, std::string>> counts{{"succeeded", std::to_string(fan.succeeded)},
                                                                  {"failed", std::to_string(bad)},
                                                                  {"count", std::to_string(fan.items.size())}};
    if (well && bad == 0 && !fan.isReached)
        return cascade.end(run, instance, InstanceState::succeeded);
    if (well)
        return cascade.end(run, instance, InstanceState::succeeded, {fan.isReached ? "engine.map_target" : "engine.map_partly", counts});
    const InstanceState state = fan.failed > 0 ? InstanceState::failed : InstanceState::lost;
    cascade.end(run, instance, state, {"engine.map_failed", counts});
}

} // namespace

void compareBest(Run& run, const Instance& item)
{
    Fan& fan = *run.instances[item.fanAt].fan;
    const auto& best = run.planned(item).map->best;
    const auto number = best && item.state == InstanceState::succeeded ? numberOf(item, best->metric) : std::nullopt;
    if (!number || *number != *number)
        return;
    const auto index = static_cast<std::size_t>(item.id.index);
    if (fan.best == none || isBetter(*best, *number, *numberOf(run.instances[fan.begun[fan.best]], best->metric), index > fan.best))
        fan.best = index;
    fan.isReached = fan.isReached || (best->target && (best->maximize ? *number >= *best->target : *number <= *best->target));
}

Result<expression::Value> fanMember(const Run& run, const Instance& fan, const expression::Reference& path)
{
    const std::string group(path.nameAt(1));
    const std::string member(path.nameAt(2));
    if (group == "count")
        return expression::walk(Json(fan.fan->items.size()), path, 2);
    if (group == "best" && fan.fan->best != none)
        return expression::walk(resultOf(run, fan, fan.fan->best), path, 2);
    if ((group == "outputs" || group == "metrics" || group == "values") && !member.empty())
        return expression::walk(column(run, fan, group, member), path, 3);
    if (group != "results")
        return Error{ErrorCode::notFound, {"engine.no_map_member", {{"path", path.text()}}}, {}};
    Json results = Json::array();
    for (std::size_t i = 0; i < fan.fan->items.size(); ++i)
        results.push_back(resultOf(run, fan, i));
    return expression::walk(results, path, 2);
}

void openFan(Cascade& cascade, const Run& run, const Instance& instance)
{
    const RunScope scope(cascade.state(), run, instance);
    auto items = itemsOf(*run.planned(instance).map, scope, run.id.text() + '/' + instance.id.text());
    if (!items)
        return cascade.end(run, instance, InstanceState::failed, items.error().message);
    cascade.record(MapOpened{run.id, instance.id, std::move(*items)});
    cascade.lookAt(run, instance.place);
}

void continueFan(Cascade& cascade, const Run& run, const Instance& instance)
{
    const pipeline::Map& map = *run.planned(instance).map;
    const Fan& fan = *instance.fan;
    const auto most = map.parallel > 0 ? static_cast<std::size_t>(map.parallel) : window;
    while (fan.begun.size() < fan.items.size() && fan.running < most && mayGoOn(run, instance))
        beginItem(cascade, run, instance, static_cast<int>(fan.begun.size()));
    const bool more = fan.begun.size() < fan.items.size() && mayGoOn(run, instance);
    if (fan.running > 0 && !mayGoOn(run, instance))
        endWaitingItems(cascade, run, instance);
    if (fan.running == 0 && !more && instance.state == InstanceState::running)
        endFan(cascade, run, instance);
}

} // namespace penstock::engine
