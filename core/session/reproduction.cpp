#include "core/session/reproduction.h"

#include "core/engine/resume.h"

#include <algorithm>
#include <set>

namespace penstock::session {

namespace {

using engine::Instance;
using engine::InstanceState;
using Verdict = ReproducedStep::Verdict;
using What = ReproducedPart::What;

Json digestsOf(const std::map<std::string, ArtifactRef>& artifacts)
{
    Json digests = Json::object();
    for (const auto& [name, artifact] : artifacts)
        digests[name] = artifact.digest.hex();
    return digests;
}

// Of the attempt that made the results, which may be one of a run that was resumed.
Json recordOf(const View& view, const engine::Run& run, const Instance& instance)
{
    const engine::Origin origin = engine::originOf(view.workspace, run, instance);
    return origin.instance->attempts.empty() ? Json::object() : origin.instance->attempts.back().record.json();
}

void addParts(std::vector<ReproducedPart>& parts, What what, const Json& was, const Json& is)
{
    std::set<std::string> names;
    for (const Json* side : {&was, &is}) {
        for (auto it = side->begin(); side->is_object() && it != side->end(); ++it)
            names.insert(it.key());
    }
    for (const std::string& name : names)
        parts.push_back({what, name, memberAt(was, name.c_str()), memberAt(is, name.c_str())});
}

bool isResult(const ReproducedPart& part) { return part.what != What::input && part.what != What::code; }

bool isToldOf(const engine::Run& run, const Instance& instance)
{
    return run.step(instance).kind() == pipeline::Kind::command && !instance.fan && instance.state != InstanceState::skipped;
}

ReproducedStep compare(const View& view, const engine::Run& before, const Instance& then, const engine::Run& after, const Instance* now)
{
    ReproducedStep step{then.id, Verdict::missing, then.state, std::nullopt, {}};
    if (!now || now->state == InstanceState::skipped)
        return step;
    step.is = now->state;
    step.verdict = Verdict::open;
    if (!engine::isEnd(now->state))
        return step;
    addParts(step.parts, What::output, digestsOf(then.outputs), digestsOf(now->outputs));
    addParts(step.parts, What::metric, then.metrics, now->metrics);
    addParts(step.parts, What::value, then.values, now->values);
    const Json recordThen = recordOf(view, before, then), recordNow = recordOf(view, after, *now);
    addParts(step.parts, What::input, memberAt(recordThen, "inputs"), memberAt(recordNow, "inputs"));
    addParts(step.parts, What::code, memberAt(recordThen, "code"), memberAt(recordNow, "code"));
    const bool same = step.was == step.is
                      && std::ranges::all_of(step.parts, [](const ReproducedPart& part) { return part.isSame() || !isResult(part); });
    step.verdict = same ? Verdict::same : Verdict::differs;
    return step;
}

} // namespace

bool Reproduction::isSame() const
{
    return isKnown && std::ranges::all_of(steps, [](const ReproducedStep& step) { return step.verdict == Verdict::same; });
}

const char* name(ReproducedPart::What what)
{
    switch (what) {
    case What::output: return "output";
    case What::metric: return "metric";
    case What::value: return "value";
    case What::input: return "input";
    case What::code: return "code";
    }
    return "";
}

const char* name(ReproducedStep::Verdict verdict)
{
    switch (verdict) {
    case Verdict::same: return "same";
    case Verdict::differs: return "differs";
    case Verdict::missing: return "missing";
    case Verdict::added: return "added";
    case Verdict::open: return "open";
    }
    return "";
}

std::optional<Reproduction> reproductionOf(const View& view, const engine::Run& run)
{
    if (run.reproduces.empty())
        return std::nullopt;
    Reproduction reproduction{run.reproduces, false, {}};
    const auto id = RunId::parse(run.reproduces);
    const engine::Run* before = id ? view.workspace.run(*id) : nullptr;
    if (!before)
        return reproduction;
    reproduction.isKnown = true;
    for (const Instance& then : before->instances) {
        if (isToldOf(*before, then))
            reproduction.steps.push_back(compare(view, *before, then, run, run.find(then.id)));
    }
    for (const Instance& now : run.instances) {
        const Instance* then = before->find(now.id);
        if (isToldOf(run, now) && engine::isEnd(now.state) && (!then || then->state == InstanceState::skipped))
            reproduction.steps.push_back({now.id, Verdict::added, std::nullopt, now.state, {}});
    }
    return reproduction;
}

Json toJson(const Reproduction& reproduction)
{
    Json steps = Json::array();
    for (const ReproducedStep& step : reproduction.steps) {
        Json parts = Json::array();
        for (const ReproducedPart& part : step.parts)
            parts.push_back({{"what", name(part.what)}, {"name", part.name}, {"same", part.isSame()}, {"was", part.was}, {"is", part.is}});
        steps.push_back({{"step", step.instance.text()},
                         {"verdict", name(step.verdict)},
                         {"was", step.was ? Json(engine::name(*step.was)) : Json()},
                         {"is", step.is ? Json(engine::name(*step.is)) : Json()},
                         {"parts", parts}});
    }
    return {{"of", reproduction.of}, {"known", reproduction.isKnown}, {"same", reproduction.isSame()}, {"steps", steps}};
}

} // namespace penstock::session
