#pragma once

#include "core/engine/runner.h"

#include <functional>
#include <map>
#include <mutex>
#include <set>

namespace penstock::test {

// Runs no process: a test decides how each launched attempt ends. Thread-safe, so that a test may speak while the owner's
// thread works. Keeps the promises of engine::Runner, also across owners when the test hands it to a second one.
class FakeRunner final : public engine::Runner {
public:
    // Called in the owner's thread for each launch; what it returns becomes the exit at once, nothing leaves it running.
    using Script = std::function<std::optional<engine::Exit>(const engine::Task&)>;

    explicit FakeRunner(Script script);
    ~FakeRunner() override;

    void recover(const std::vector<AttemptId>& planned) override;
    void launch(const engine::Task& task) override;
    void cancel(const AttemptId& attempt, Duration grace) override;
    void forget(const AttemptId& attempt) override;
    void rest() override {}
    int pollHandle() const override { return m_event; }
    std::vector<engine::RunnerEvent> drain() override;

    void finish(const AttemptId& attempt, engine::Exit exit);
    void lose(const AttemptId& attempt); // as if the order to execute it had never arrived
    void stick(const AttemptId& attempt, int pid, const std::string& command); // a process of it cannot be killed
    std::map<AttemptId, int> launches() const; // how often each attempt was executed
    bool isRunning(const AttemptId& attempt) const;

private:
    void say(engine::RunnerEvent event);

    mutable std::mutex m_mutex; // guards all below
    Script m_script;
    std::vector<engine::RunnerEvent> m_events;
    std::map<AttemptId, int> m_launches;
    std::set<AttemptId> m_running;
    std::map<AttemptId, engine::Exit> m_exits; // until forgotten
    int m_event = -1;
};

engine::Exit succeeded();
engine::Exit exited(int code);

} // namespace penstock::test
