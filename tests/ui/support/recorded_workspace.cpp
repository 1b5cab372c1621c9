#include "tests/ui/support/recorded_workspace.h"

#include "core/engine/command_line.h"
#include "core/engine/event_json.h"
#include "core/format/pipeline_reader.h"
#include "core/pipeline/document_json.h"
#include "core/pipeline/parameters.h"
#include "core/registry/decide.h"

#include <cstdio>
#include <cstdlib>

namespace penstock::test {

namespace {

// A fixture that cannot be made ends the test program: there is nothing to go on with.
void require(bool condition, const char* what)
{
    if (condition)
        return;
    std::fprintf(stderr, "recorded workspace: %s\n", what);
    std::abort();
}

template <class T>
T taken(Result<T> result)
{
    if (!result)
        std::fprintf(stderr, "recorded workspace: %s %s\n", result.error().message.id.c_str(), result.error().detail.c_str());
    require(result.ok(), "refused");
    return std::move(*result);
}

} // namespace

RecordedWorkspace::RecordedWorkspace(std::string pipelineText, int slots)
{
    m_pipeline = format::readPipeline(pipelineText).pipeline;
    m_deciding.slots = slots;
    m_view.workspace.slots = slots;
}

void RecordedWorkspace::knows(const std::string& file, const std::string& pipelineText) { m_opened[file] = pipeline::toJson(format::readPipeline(pipelineText).pipeline); }

RunId RecordedWorkspace::start(const Json& parameters, const std::string& user)
{
    engine::RunCreated created;
    created.run = {m_pipeline.name, ++m_lastRun};
    created.pipeline = pipeline::toJson(m_pipeline);
    created.parameters = taken(pipeline::acceptParameters(m_pipeline, parameters));
    created.file = "pipelines/" + m_pipeline.name + ".pipeline.yaml";
    if (!commit.empty())
        created.source = {{"commit", commit}, {"branch", "main"}, {"dirty", false}};
    created.pipelines = m_opened;
    take(engine::StartRun{created}, "user:" + user);
    return created.run;
}

AttemptId RecordedWorkspace::attemptOf(const RunId& run, const std::string& step) const
{
    const engine::Instance* instance = m_deciding.run(run)->newest(step);
    require(instance && !instance->attempts.empty(), "the step has no attempt");
    return {run, instance->id, instance->attempts.back().number};
}

void RecordedWorkspace::begin(const RunId& run, const std::string& step) { take(engine::Started{attemptOf(run, step), 4711}); }

void RecordedWorkspace::finish(const RunId& run, const std::string& step, const StepResult& result)
{
    finishItem(attemptOf(run, step), result);
}

void RecordedWorkspace::finishItem(const AttemptId& attempt, const StepResult& result)
{
    const RunId& run = attempt.run;
    take(engine::Started{attempt, 4711});
    pass(result.lasted);
    engine::AttemptEnded ended;
    ended.attempt = attempt;
    ended.outcome = result.outcome;
    for (const std::string& name : result.outputs)
        ended.outputs[name] = {sha256(name + result.version), ArtifactShape::file, 1437};
    ended.metrics = result.metrics;
    const std::string code = sha256(result.code).hex();
    ended.record = {{"code", {{attempt.instance.step + ".py", code}}}, {"codeAtStart", code}, {"codeAtEnd", code}, {"usage", {{"cpuMs", 900}, {"memoryBytes", 120 << 20}}}};
    for (const engine::InputSource& input : taken(engine::inputSources(m_deciding, *m_deciding.run(run), *m_deciding.run(run)->find(attempt.instance)))) {
        if (input.artifact)
            ended.record["inputs"][input.name] = input.artifact->digest.hex();
    }
    ended.record.update(result.record);
    ended.values = result.values;
    take(engine::Ended{ended});
}

void RecordedWorkspace::cancel(const RunId& run, const std::string& reason) { take(engine::CancelRun{run, reason}, "user:ada"); }

void RecordedWorkspace::receive(const std::string& name, const std::string& key)
{
    take(engine::ReceiveEvent{{{}, name, key, {{"rows", 3}}, {}, {}}}, "user:ada");
}

void RecordedWorkspace::handle(const EventId& event, const std::vector<engine::EventOutcome>& outcomes)
{
    std::vector<engine::HandleEvent::Match> matches;
    for (const engine::EventOutcome& outcome : outcomes)
        matches.push_back({outcome, {}});
    take(engine::HandleEvent{event, matches}, "user:ada");
}

void RecordedWorkspace::decide(const RunId& run, bool approve, const std::string& person, const std::string& comment)
{
    for (const RequestId& id : std::set<RequestId>(m_deciding.open)) {
        if (id.run != run)
            continue;
        const auto verdict = approve ? engine::Verdict::approved : engine::Verdict::rejected;
        take(engine::Decide{{id, verdict, m_deciding.requests.at(id).digest, person, comment}}, "user:" + person);
    }
}

void RecordedWorkspace::take(const engine::Input& input, const std::string& actor)
{
    engine::Batch batch;
    batch.actor = actor;
    const auto decided = engine::decide(m_deciding, input, m_now, batch);
    require(decided.ok(), decided ? "" : decided.error().message.id.c_str());
    engine::admit(m_deciding, m_now, batch);
    carryOut(batch, actor);
}

void RecordedWorkspace::carryOut(const engine::Batch& batch, const std::string& actor)
{
    for (const engine::Event& event : batch.events)
        store(engine::typeOf(event), engine::payloadOf(event), actor);
    for (const engine::Effect& effect : batch.effects) {
        if (const auto* record = std::get_if<engine::RecordVersion>(&effect))
            carryOut(*record);
        else if (const auto* promote = std::get_if<engine::PromoteVersion>(&effect))
            carryOut(*promote);
    }
}

void RecordedWorkspace::carryOut(const engine::RecordVersion& effect)
{
    const engine::Run& run = *m_deciding.run(effect.run);
    const auto request = taken(engine::versionRequest(m_deciding, run, *run.find(effect.instance)));
    const auto made = registry::registerVersion(m_view.registry, {{request.model, request.major}, request.artifact, effect.run.text(),
                                                                  effect.instance.text(), request.parameters, request.metrics, request.lineage});
    for (const registry::Event& event : made.events)
        store(registry::typeOf(event), registry::payloadOf(event), run.actor);
    take(engine::Recorded{effect.run, effect.instance, std::nullopt, {{"version", made.version.text()}}}, run.actor);
}

void RecordedWorkspace::carryOut(const engine::PromoteVersion& effect)
{
    const engine::Run& run = *m_deciding.run(effect.run);
    const std::string actor = run.actor;
    const auto request = taken(engine::promotionRequest(m_deciding, run, *run.find(effect.instance)));
    const auto events = taken(registry::promote(m_view.registry, {request.version, registry::Stage::production, request.expected,
                                                                  request.person, request.comment, effect.run.text()}));
    for (const registry::Event& event : events)
        store(registry::typeOf(event), registry::payloadOf(event), actor);
    take(engine::Production{{request.version.line.text(), registry::productionFacts(m_view.registry, request.version.line)}}, actor);
    take(engine::Recorded{effect.run, effect.instance, std::nullopt, Json::object()}, actor);
}

void RecordedWorkspace::store(const std::string& type, const Json& payload, const std::string& actor)
{
    engine::StoredEvent event;
    event.seq = m_events.size() + 1;
    event.id = "e" + std::to_string(event.seq);
    event.at = m_now;
    event.actor = actor;
    event.type = type;
    event.payload = payload;
    require(m_view.fold(event).ok(), "an event does not fold");
    m_events.push_back(std::move(event));
}

} // namespace penstock::test
