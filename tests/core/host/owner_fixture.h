#pragma once

#include "core/host/owner.h"
#include "core/platform/disk_file_system.h"
#include "core/platform/system_clock.h"
#include "core/store/disk_artifact_store.h"
#include "core/store/sqlite_event_store.h"
#include "tests/support/fake_runner.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <atomic>
#include <condition_variable>
#include <future>

namespace penstock::host {

class CountingRandom final : public Random {
public:
    explicit CountingRandom(std::uint64_t start)
        : m_next(start)
    {}
    std::uint64_t next() override { return m_next++; }

private:
    std::uint64_t m_next;
};

// The system's, and how often it was asked: who waits does not ask all the time.
class AskedClock final : public Clock {
public:
    Instant wall() const override
    {
        ++m_asked;
        return m_system.wall();
    }
    Duration monotonic() const override { return m_system.monotonic(); }
    int asked() const { return m_asked; }

private:
    platform::SystemClock m_system;
    mutable std::atomic<int> m_asked{0};
};

// Keeps a view of what an owner published and lets a test wait for something to be true of it.
class Watcher final : public session::Follower {
public:
    void events(const std::vector<engine::StoredEvent>& events) override;
    void notice(const session::Notice& notice) override;
    void closed(const Error& why) override;

    // Fails the test when it does not come true within ten seconds.
    void await(const std::function<bool(const session::View&)>& truth);
    void awaitNotice(const std::function<bool(const session::Notice&)>& wanted); // one that came or comes
    session::View view();
    std::vector<session::Notice> notices();
    std::string problem(); // of folding; empty: every event came once, in order

private:
    std::mutex m_mutex; // guards all below
    std::condition_variable m_changed;
    session::View m_view;
    std::vector<session::Notice> m_notices;
    std::string m_problem;
};

// A workspace on a real disk with a real log and store; only the processes are pretended.
class OwnerTest : public testing::Test {
protected:
    OwnerTest();
    ~OwnerTest() override;

    void startOwner(engine::EventStore* log = nullptr); // another log than the real one, to let it fail
    void killOwner();                                   // as a crash does: nothing is told to anybody
    Result<Json> ask(session::Command command, const std::string& user = "ada", const std::string& key = {});
    std::vector<Result<Json>> askTogether(const std::vector<session::Command>& commands, const std::string& key = {}); // none waits for another's answer
    RunId run(const std::string& name, Json parameters = Json::object());
    void pipeline(const std::string& name, const std::string& steps); // writes pipelines/NAME.pipeline.yaml
    void awaitRunning(const AttemptId& attempt);
    void awaitEnd(const RunId& run, engine::RunState state);
    engine::Instance instance(const RunId& run, const std::string& step);

    test::TemporaryFolder workspace;
    std::string state;
    AskedClock clock;
    bool trusted = true;
    SecretSource secrets = noSecrets;
    test::FakeRunner::Script script = [](const engine::Task&) { return std::optional(test::succeeded()); };
    test::FakeRunner runner{[this](const engine::Task& task) { return script(task); }};
    std::shared_ptr<Watcher> watcher;
    std::unique_ptr<store::SqliteEventStore> log;

private:
    std::future<Result<Json>> submit(session::Command command, const std::string& user, const std::string& key);

    platform::DiskFileSystem m_files;
    CountingRandom m_random{1};
    std::unique_ptr<store::DiskArtifactStore> m_artifacts;
    std::unique_ptr<store::Displaced> m_displaced;
    std::unique_ptr<store::ProductionFolder> m_production;
    std::unique_ptr<store::Garbage> m_garbage;
    std::unique_ptr<Tracker> m_tracker;
    std::unique_ptr<Owner> m_owner;
    std::unique_ptr<session::Subscription> m_subscription;
};

} // namespace penstock::host
