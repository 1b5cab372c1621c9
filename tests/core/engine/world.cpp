#include "world.h"

#include "story.h"

#include "core/engine/event_json.h"
#include "core/pipeline/document_json.h"

#include <gtest/gtest.h>

namespace penstock::engine::test {

namespace {

struct EffectText {
    std::string operator()(const Launch& effect) const { return "launch " + effect.attempt.text(); }
    std::string operator()(const Stop& effect) const { return "stop " + effect.attempt.text(); }
    std::string operator()(const RecordVersion& effect) const
    {
        return "record " + effect.run.text() + '/' + effect.instance.text();
    }
    std::string operator()(const WatchFile& effect) const { return "watch " + effect.run.text() + '/' + effect.instance.text(); }
    std::string operator()(const PromoteVersion& effect) const
    {
        return "promote " + effect.run.text() + '/' + effect.instance.text();
    }
};

} // namespace

std::string text(const Effect& effect) { return std::visit(EffectText{}, effect); }

ArtifactRef artifact(const std::string& content) { return {sha256(content), ArtifactShape::file, content.size()}; }

World::World(int slots) { m_state.slots = m_mirror.slots = slots; }

RunId World::start(const Graph& graph, Json parameters, std::string resumedFrom)
{
    RunCreated run;
    run.pipeline = pipeline::toJson(graph.pipeline());
    run.parameters = std::move(parameters);
    run.file = "pipelines/g.pipeline.yaml";
    run.resumedFrom = std::move(resumedFrom);
    return start(std::move(run));
}

RunId World::start(RunCreated run)
{
    run.run = {textAt(run.pipeline, "name"), m_state.lastRun + 1};
    run.pipelines = m_pipelines;
    m_run = run.run;
    const auto created = give(StartRun{run});
    EXPECT_TRUE(created.ok()) << created.error().message.id;
    return m_run;
}

void World::knows(const Graph& graph, const std::string& file) { m_pipelines[file] = pipeline::toJson(graph.pipeline()); }

void World::arrived(const std::string& step) { EXPECT_TRUE(give(Arrived{m_run, instance(step).id}).ok()) << step; }

const Instance& World::instance(const std::string& step) const
{
    auto id = *InstanceId::parse(step);
    const std::string own = step.substr(step.find_last_of('/') + 1);
    const Instance* newest = run().newest(id.step);
    if (newest && own.find('~') == std::string::npos)
        id.iteration = newest->id.iteration;
    const Instance* found = run().find(id);
    if (!found)
        throw std::out_of_range("no instance " + step);
    return *found;
}

void World::started(const std::string& step) { EXPECT_TRUE(give(Started{newest(step), 4711}).ok()) << step; }

void World::succeed(const std::string& step, Json values, Json metrics)
{
    AttemptEnded ended;
    ended.attempt = newest(step);
    ended.values = values.is_null() ? Json::object() : std::move(values);
    ended.metrics = metrics.is_null() ? Json::object() : std::move(metrics);
    ended.record = {{"code", {{"work.py", "c0de"}}}, {"inputs", {{"data", "da7a"}}}};
    for (const auto& [name, output] : std::get<pipeline::Command>(run().step(instance(step)).body).outputs)
        ended.outputs[name] = artifact(step + '/' + name);
    EXPECT_TRUE(give(Ended{ended}).ok()) << step;
}

void World::fail(const std::string& step, OutcomeKind kind, int code)
{
    AttemptEnded ended;
    ended.attempt = newest(step);
    ended.outcome = {kind, kind == OutcomeKind::exited ? code : 0, 0, {}};
    EXPECT_TRUE(give(Ended{ended}).ok()) << step;
}

void World::recorded(const std::string& step, Json values)
{
    EXPECT_TRUE(give(Recorded{m_run, instance(step).id, std::nullopt, std::move(values)}).ok()) << step;
}

void World::refused(const std::string& step, const char* why)
{
    EXPECT_TRUE(give(Recorded{m_run, instance(step).id, Error{ErrorCode::conflict, {why, {}}, {}}, {}}).ok()) << step;
}

void World::cancel() { EXPECT_TRUE(give(CancelRun{m_run, "enough"}).ok()); }

Result<void> World::decide(const std::string& step, Verdict verdict, const std::string& person)
{
    const RequestId id{m_run, instance(step).id, instance(step).requests};
    const Digest shown = m_state.requests.contains(id) ? m_state.requests.at(id).digest : Digest{};
    return give(Decide{{id, verdict, shown, person, "because"}});
}

void World::production(const std::string& line, Json facts)
{
    EXPECT_TRUE(give(Production{{line, std::move(facts)}}).ok());
}

void World::pass(Duration time)
{
    m_now += time;
    EXPECT_TRUE(give(Tick{}).ok());
}

Result<void> World::give(const Input& input)
{
    Batch batch;
    const auto decided = engine::decide(m_state, input, m_now, batch);
    if (decided)
        settleAccount(input);
    else
        EXPECT_TRUE(batch.events.empty() && batch.effects.empty()) << "an error must change nothing";
    admit(m_state, m_now, batch);
    take(batch);
    check(input);
    return decided;
}

std::string World::story()
{
    const std::vector<Event> news(m_log.begin() + static_cast<std::ptrdiff_t>(m_told), m_log.end());
    m_told = m_log.size();
    return test::story(news, m_run, m_start);
}

std::string World::stateOf(const std::string& step) const { return name(instance(step).state); }

AttemptId World::newest(const std::string& step) const
{
    return {m_run, instance(step).id, static_cast<int>(instance(step).attempts.size())};
}

void World::take(const Batch& batch)
{
    for (const Event& event : batch.events)
        fold(event);
    for (const Effect& effect : batch.effects) {
        if (const auto* stop = std::get_if<Stop>(&effect))
            m_outstanding.erase("launch " + stop->attempt.text());
        m_outstanding.insert(text(effect));
    }
}

void World::fold(const Event& event)
{
    const Json payload = payloadOf(event);
    const auto parsed = parseJson(dumpJson(payload));
    ASSERT_TRUE(parsed.ok());
    const auto read = eventFrom(typeOf(event), *parsed);
    ASSERT_TRUE(read.ok()) << read.error().message.id << ' ' << dumpJson(payload);
    EXPECT_EQ(payloadOf(*read), payload);
    EXPECT_TRUE(isEngineType(typeOf(event)));
    apply(m_mirror, *read, m_now, "engine");
    m_log.push_back(event);
}

void World::check(const Input& input)
{
    EXPECT_EQ(difference(m_state, m_mirror), "") << "the state is not the fold of its events";
    EXPECT_EQ(brokenInvariant(m_state), "");
    // A watch ends by itself, with what it was for.
    std::erase_if(m_outstanding, [&](const std::string& effect) {
        if (!effect.starts_with("watch "))
            return false;
        const auto slash = effect.find('/');
        const Run& watching = m_state.runs.at(*RunId::parse(effect.substr(6, slash - 6)));
        return isEnd(watching.find(*InstanceId::parse(effect.substr(slash + 1)))->state);
    });
    std::set<std::string> pending;
    for (const Effect& effect : pendingEffects(m_state))
        pending.insert(text(effect));
    EXPECT_EQ(pending, m_outstanding);
    if (std::holds_alternative<CancelRun>(input) || std::holds_alternative<ReceiveEvent>(input))
        return;
    Batch again;
    (void)engine::decide(m_state, input, m_now, again);
    admit(m_state, m_now, again);
    EXPECT_TRUE(again.events.empty() && again.effects.empty())
        << "again: " << test::story(again.events, m_run, m_start);
}

// What an input reports is no longer outstanding.
void World::settleAccount(const Input& input)
{
    if (const auto* started = std::get_if<Started>(&input))
        m_outstanding.erase("launch " + started->attempt.text());
    if (const auto* ended = std::get_if<Ended>(&input)) {
        m_outstanding.erase("launch " + ended->result.attempt.text());
        m_outstanding.erase("stop " + ended->result.attempt.text());
    }
    if (const auto* arrived = std::get_if<Arrived>(&input))
        m_outstanding.erase(text(WatchFile{arrived->run, arrived->instance}));
    if (const auto* recorded = std::get_if<Recorded>(&input)) {
        m_outstanding.erase(text(RecordVersion{recorded->run, recorded->instance}));
        m_outstanding.erase(text(PromoteVersion{recorded->run, recorded->instance}));
    }
}

} // namespace penstock::engine::test
