// What an owner does and tells while its log cannot be written, or does not say whether it was.
#include "tests/core/host/owner_fixture.h"

#include <atomic>
#include <thread>

namespace penstock::host {

namespace {

// A log whose disk is full while the test says so.
class FullLog final : public engine::EventStore {
public:
    explicit FullLog(std::unique_ptr<store::SqliteEventStore>& real)
        : m_real(real)
    {}
    Result<void> append(std::vector<engine::StoredEvent>& events) override
    {
        if (isFull) {
            ++refused;
            return Error{ErrorCode::full, {"store.disk_full", {}}, {}};
        }
        return m_real->append(events);
    }
    Result<std::vector<engine::StoredEvent>> read(Seq after, std::size_t limit) const override { return m_real->read(after, limit); }
    Seq head() const override { return m_real->head(); }

    std::atomic<bool> isFull{false};
    std::atomic<int> refused{0};

private:
    std::unique_ptr<store::SqliteEventStore>& m_real;
};

// Says of its next commit that it failed, whether it did or not, and cannot be read until it is light again.
class DarkLog final : public engine::EventStore {
public:
    explicit DarkLog(std::unique_ptr<store::SqliteEventStore>& real)
        : m_real(real)
    {}
    Result<void> append(std::vector<engine::StoredEvent>& events) override
    {
        if (!isDark)
            return m_real->append(events);
        if (!events.empty() && storesOne.exchange(false))
            (void)m_real->append(events);
        return nothingKnown();
    }
    Result<std::vector<engine::StoredEvent>> read(Seq after, std::size_t limit) const override
    {
        return isDark ? nothingKnown() : m_real->read(after, limit);
    }
    Seq head() const override { return m_real->head(); }

    std::atomic<bool> isDark{false}, storesOne{false};

private:
    static Error nothingKnown() { return {ErrorCode::io, {"store.outcome_unknown", {{"path", "x"}}}, {}}; }

    std::unique_ptr<store::SqliteEventStore>& m_real;
};

} // namespace

TEST_F(OwnerTest, AFullDiskStopsTheLogAndLosesNothing)
{
    pipeline("two", "  a: {run: [a]}\n  b: {run: [b], needs: [a]}\n");
    script = [](const engine::Task& task) { return task.arguments[0] == "a" ? std::optional<engine::Exit>() : std::optional(test::succeeded()); };
    FullLog full(log);
    startOwner(&full);
    const RunId id = run("two");
    const AttemptId first{id, {"a"}, 1};
    watcher->await([&](const session::View& view) { return view.workspace.attempt(first) != nullptr; });
    awaitRunning(first);
    full.isFull = true;
    runner.finish(first, test::succeeded());
    EXPECT_EQ(ask(session::StartRun{"pipelines/two.pipeline.yaml"}).error().code, ErrorCode::full);
    while (watcher->notices().empty())
        std::this_thread::yield(); // who watches the run hears why it does not go on
    EXPECT_EQ(session::troubleIn(watcher->notices().front())->message.id, "store.disk_full");
    full.isFull = false;
    awaitEnd(id, engine::RunState::succeeded);
    EXPECT_GT(full.refused, 0);
    EXPECT_EQ(runner.launches().size(), 2u);
    killOwner();
}

TEST_F(OwnerTest, WhatIsDueWaitsForAFullDiskWithoutAskingForTheTimeAllTheWhile)
{
    pipeline("due", "  pause: {wait: 1s}\n  after: {run: [after], needs: [pause]}\n");
    FullLog full(log);
    startOwner(&full);
    const RunId id = run("due");
    watcher->await([&](const session::View& view) { return view.workspace.run(id) != nullptr; });
    full.isFull = true;
    while (full.refused < 1)
        std::this_thread::yield();
    const int before = clock.asked();
    while (full.refused < 3)
        std::this_thread::yield();
    EXPECT_LT(clock.asked() - before, 1'000);
    full.isFull = false;
    awaitEnd(id, engine::RunState::succeeded);
    EXPECT_EQ(runner.launches().size(), 1u);
    killOwner();
}

TEST_F(OwnerTest, WhatMayNotBeOnDiskIsToldToNobody)
{
    pipeline("one", "  a: {run: [a]}\n");
    DarkLog dark(log);
    startOwner(&dark);
    awaitEnd(run("one"), engine::RunState::succeeded);
    const session::StartRun start{"pipelines/one.pipeline.yaml"};
    dark.isDark = true;
    EXPECT_EQ(ask(start, "ada", "key").error().message.id, "store.outcome_unknown");
    EXPECT_EQ(ask(start, "ada", "key").error().message.id, "store.outcome_unknown") << "no run has been begun with this key";
    dark.isDark = false;
    while (!ask(start, "ada", "key"))
        std::this_thread::yield();
    awaitEnd({"one", 2}, engine::RunState::succeeded);
    EXPECT_EQ(watcher->view().workspace.lastRun, 2u);
    killOwner();
}

TEST_F(OwnerTest, ACommitThatHappenedAfterAllIsCarriedOutAndTold)
{
    pipeline("two", "  a: {run: [a]}\n  b: {run: [b], needs: [a]}\n");
    script = [](const engine::Task& task) { return task.arguments[0] == "a" ? std::optional<engine::Exit>() : std::optional(test::succeeded()); };
    DarkLog dark(log);
    startOwner(&dark);
    const RunId id = run("two");
    const AttemptId first{id, {"a"}, 1};
    awaitRunning(first);
    dark.storesOne = true;
    dark.isDark = true;
    runner.finish(first, test::succeeded()); // its end and the plan of the next step are one commit
    while (watcher->notices().empty())
        std::this_thread::yield();
    EXPECT_EQ(runner.launches().size(), 1u) << "nothing is done before it is known to be on disk";
    dark.isDark = false;
    awaitEnd(id, engine::RunState::succeeded);
    EXPECT_EQ(runner.launches().size(), 2u);
    EXPECT_EQ(watcher->problem(), "");
    killOwner();
}

} // namespace penstock::host
