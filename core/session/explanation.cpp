#include "core/session/explanation.h"

#include "core/engine/cache_policy.h"
#include "core/engine/decide.h"
#include "core/engine/json_fields.h"
#include "core/engine/recipe.h"

namespace penstock::session {

namespace {

using engine::InstanceState;

Way wayOf(const engine::Instance& instance)
{
    if (instance.state == InstanceState::running)
        return Way::runs;
    if (!engine::isEnd(instance.state))
        return Way::waits;
    if (instance.reused)
        return Way::reused;
    if (instance.cached)
        return Way::cached;
    const bool began = instance.state != InstanceState::skipped && (!instance.attempts.empty() || instance.state == InstanceState::succeeded
                                                                     || instance.state == InstanceState::failed);
    return began ? Way::ran : Way::skipped;
}

// Null when it is not known any more, or had none.
Json partsOf(const View& view, const std::string& step)
{
    const auto slash = step.find('/');
    const auto run = slash == std::string::npos ? std::nullopt : RunId::parse(step.substr(0, slash));
    const auto id = run ? InstanceId::parse(step.substr(slash + 1)) : std::nullopt;
    const engine::Run* there = id ? view.workspace.run(*run) : nullptr;
    const engine::Instance* instance = there ? there->find(*id) : nullptr;
    return instance && !instance->attempts.empty() ? memberAt(memberAt(instance->attempts.back().record.json(), "cache"), "parts") : Json();
}

void compareParts(const Json& now, const Json& before, Explanation& explanation)
{
    for (const std::string_view each : engine::recipeParts) {
        const std::string part(each);
        if (before.is_object())
            (memberAt(now, part.c_str()) == memberAt(before, part.c_str()) ? explanation.same : explanation.differing).push_back(part);
    }
}

void explainHit(const Json& cache, Explanation& explanation)
{
    explanation.against = textAt(cache, "run") + '/' + textAt(cache, "step");
    explanation.same.assign(engine::recipeParts.begin(), engine::recipeParts.end());
    explanation.why = {"engine.cache_hit", {{"step", explanation.against}}};
}

void explainMiss(const View& view, const Json& cache, Explanation& explanation)
{
    explanation.against = textAt(cache, "against");
    compareParts(memberAt(cache, "parts"), partsOf(view, explanation.against), explanation);
    if (const Json& differs = memberAt(cache, "differs"); differs.is_array())
        explanation.differences = differs;
    if (const Json& why = memberAt(cache, "why"); why.is_object())
        explanation.why = engine::messageFrom(why);
    else if (explanation.against.empty())
        explanation.why = {"session.cache_first", {}};
    else
        explanation.why = {"session.cache_differs", {{"step", explanation.against}}};
}

} // namespace

const char* name(Way way)
{
    switch (way) {
    case Way::waits: return "waits";
    case Way::runs: return "runs";
    case Way::ran: return "ran";
    case Way::cached: return "cached";
    case Way::reused: return "reused";
    case Way::skipped: return "skipped";
    }
    return "";
}

Explanation explanationOf(const View& view, const engine::Run& run, const engine::Instance& instance)
{
    Explanation explanation;
    explanation.way = wayOf(instance);
    if (explanation.way == Way::waits) {
        explanation.why = engine::whyWaiting(view.workspace, run, instance);
        return explanation;
    }
    const Json cache = instance.attempts.empty() ? Json() : memberAt(instance.attempts.back().record.json(), "cache");
    explanation.key = textAt(cache, "key");
    if (explanation.way == Way::cached)
        explainHit(cache, explanation);
    else if (cache.is_object())
        explainMiss(view, cache, explanation);
    else if (instance.attempts.empty())
        explanation.why = instance.why;
    else if (explanation.way == Way::ran || explanation.way == Way::runs)
        explanation.why = engine::cachePolicy(run, instance).why;
    return explanation;
}

} // namespace penstock::session
