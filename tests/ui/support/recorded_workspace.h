// The log of a workspace as an owner would write it, made by driving decide() and admit() with a runner that a test is.
// Time is the test's own. Effects of the registry are carried out at once, launched attempts wait for finish().
#pragma once

#include "core/engine/decide.h"
#include "core/session/view.h"

#include <functional>
#include <string>
#include <vector>

namespace penstock::test {

struct StepResult {
    Duration lasted{1000};
    engine::Outcome outcome = {};
    std::vector<std::string> outputs = {}; // names; digests follow from name and `version`
    std::string version = "1";        // of the content
    Json metrics = Json::object();
    Json record = Json::object(); // more of its attempt, such as "tests" and "cache"
    Json values = Json::object();
    std::string code = "a"; // stands for the digest of the scripts
};

class RecordedWorkspace final {
public:
    explicit RecordedWorkspace(std::string pipelineText, int slots = 2);

    Instant now() const { return m_now; }
    void pass(Duration time) { m_now += time; }

    void knows(const std::string& file, const std::string& pipelineText); // a pipeline that steps may open
    RunId start(const Json& parameters, const std::string& user = "ada");
    // The step runs now: its attempt is started, time passes, it ends.
    void finish(const RunId& run, const std::string& step, const StepResult& result);
    void finishItem(const AttemptId& attempt, const StepResult& result);
    void begin(const RunId& run, const std::string& step); // it starts and goes on
    void cancel(const RunId& run, const std::string& reason);
    void receive(const std::string& name, const std::string& key = {}); // an event from outside
    void handle(const EventId& event, const std::vector<engine::EventOutcome>& outcomes);
    void decide(const RunId& run, bool approve, const std::string& person, const std::string& comment);

    std::string commit; // at which the next runs begin; empty: not known

    const std::vector<engine::StoredEvent>& events() const { return m_events; }
    const session::View& view() const { return m_view; }
    AttemptId attemptOf(const RunId& run, const std::string& step) const;

private:
    void take(const engine::Input& input, const std::string& actor = "engine");
    void carryOut(const engine::Batch& batch, const std::string& actor);
    void carryOut(const engine::RecordVersion& effect);
    void carryOut(const engine::PromoteVersion& effect);
    void store(const std::string& type, const Json& payload, const std::string& actor);

    pipeline::Pipeline m_pipeline;
    std::map<std::string, Json> m_opened;
    session::View m_view;             // the fold, as everybody else sees it
    engine::WorkspaceState m_deciding; // what the owner decides over
    std::vector<engine::StoredEvent> m_events;
    Instant m_now{std::chrono::milliseconds(1'762'300'000'000)}; // 4 November 2025, 23:46:40 UTC
    std::uint64_t m_lastRun = 38;
};

// Three runs of the digits pipeline: one in production, one that failed, one that asks a person, with a fourth running.
enum class Until { threeRuns, fourthIsRunning };
RecordedWorkspace digitsWorkspace(Until until = Until::fourthIsRunning);

} // namespace penstock::test
