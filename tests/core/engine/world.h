// The owner of the core in memory: gives it inputs, keeps the log, moves the clock, and after every input checks what must
// hold whatever the test is about (see World::give).
#pragma once

#include "graph.h"

#include "core/engine/decide.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace penstock::engine::test {

class World final {
public:
    explicit World(int slots = 1);
    void give(const Capacity& capacity) { m_state.capacity = m_mirror.capacity = capacity; }

    // ---- inputs. Attempts are named "a" (its newest one, in its newest iteration) or "a~1", "a[3]", in the newest run.
    RunId start(const Graph& graph, Json parameters = Json::object(), std::string resumedFrom = {});
    RunId start(RunCreated run); // run and pipeline's name are filled in
    void knows(const Graph& graph, const std::string& file); // a sub-pipeline for the runs that start from now on
    void arrived(const std::string& step);
    void started(const std::string& step);
    void succeed(const std::string& step, Json values = Json::object(), Json metrics = Json::object());
    void fail(const std::string& step, OutcomeKind kind = OutcomeKind::exited, int code = 1);
    void recorded(const std::string& step, Json values = Json::object());
    void refused(const std::string& step, const char* why);
    void cancel();
    Result<void> decide(const std::string& step, Verdict verdict, const std::string& person = "ann");
    void production(const std::string& line, Json facts);
    void pass(Duration time); // moves the clock and ticks

    // One input and the admission that follows it. Checks that: an error changed nothing; the state is the fold of the log,
    // each event having gone through JSON; the invariants hold; the same input again changes nothing (all but a cancel and an event from outside);
    // what is to be done, as computed from the state, is what is outstanding.
    Result<void> give(const Input& input);

    // ---- what happened
    std::string story();       // since the last call
    std::string stateOf(const std::string& step) const;
    const WorkspaceState& state() const { return m_state; }
    const Run& run() const { return m_state.runs.at(m_run); }
    const Instance& instance(const std::string& step) const;
    const std::vector<Event>& log() const { return m_log; }
    Instant now() const { return m_now; }
    const std::set<std::string>& outstanding() const { return m_outstanding; }

private:
    AttemptId newest(const std::string& step) const;
    void take(const Batch& batch);
    void fold(const Event& event);
    void check(const Input& input);
    void settleAccount(const Input& input);

    Instant m_start = Instant(Duration(1'700'000'000'000));
    Instant m_now = m_start;
    WorkspaceState m_state, m_mirror;
    std::vector<Event> m_log;
    std::size_t m_told = 0;
    RunId m_run;
    std::set<std::string> m_outstanding;
    std::map<std::string, Json> m_pipelines;
};

std::string text(const Effect& effect);
ArtifactRef artifact(const std::string& content);

} // namespace penstock::engine::test
