#include "tests/core/host/owner_fixture.h"

#include "core/session/retention.h"
#include "core/store/metric_reader.h"

#include <csignal>
#include <filesystem>
#include <fstream>
#include <random>
#include <sys/wait.h>
#include <unistd.h>

namespace penstock::host {

namespace fs = std::filesystem;

namespace {

const char* const trainPipeline = R"(  train: {run: [train, "${{ params.c }}"], inputs: {raw: {file: raw.csv}}, outputs: {model: build/model}, code: [train.py]}
  evaluate: {run: [evaluate], inputs: {model: "${{ steps.train.outputs.model }}"}, metrics: build/metrics.json}
  record: {register: {model: digits, major: 1, artifact: "${{ steps.train.outputs.model }}", metrics: "${{ steps.evaluate.metrics }}"}}
)";

class RetentionTest : public OwnerTest {
protected:
    RetentionTest()
    {
        workspace.write("raw.csv", "1,2");
        workspace.write("train.py", "fit()");
        pipeline("model", trainPipeline);
        std::string plain = trainPipeline;
        pipeline("plain", plain.substr(0, plain.find("  record:")));
        script = [this](const engine::Task& task) {
            if (task.arguments[0] == "train") {
                // A folder, of which a part is the same in all runs.
                workspace.write("build/model/weights", "weights for " + task.arguments[1]);
                workspace.write("build/model/shape", "the same");
                if (!logged.empty())
                    std::ofstream(task.variables.at("PENSTOCK_METRICS")) << logged;
            } else if (task.arguments[0] == "evaluate") {
                workspace.write("build/metrics.json", R"({"accuracy": 0.9})");
            }
            std::ofstream(task.attemptFolder + "/log") << "said by " << task.attempt.text();
            return fails ? std::optional(test::exited(1)) : std::optional(test::succeeded());
        };
    }

    // Everything that ended is old enough to go.
    void keepNothing() { workspace.write("penstock.yaml", "penstock: 1\nretention: {runs: 0s, logs: 0s}\n"); }

    Json collect()
    {
        for (;;) {
            const auto reply = ask(session::CollectGarbage{});
            EXPECT_TRUE(reply) << reply.error().message.id << ' ' << reply.error().detail;
            if (!reply || !boolAt(*reply, "scheduled"))
                return reply ? *reply : Json();
        }
    }

    RunId finish(const std::string& name, double c)
    {
        const RunId id = run(name, {{"c", c}});
        awaitEnd(id, engine::RunState::succeeded);
        return id;
    }

    bool hasFolder(const RunId& id) const { return fs::exists(state + "/runs/" + id.text()); }

    std::unique_ptr<store::DiskArtifactStore> artifacts() const
    {
        return std::move(*store::DiskArtifactStore::open(state, store::DiskArtifactStore::Access::read));
    }

    // Each registered version can be verified and laid out, and so can the documents of the run that made it.
    void expectVersionsWhole()
    {
        const auto store = artifacts();
        const session::View view = watcher->view();
        for (const auto& [id, line] : view.registry.lines) {
            for (const auto& [minor, version] : line.versions) {
                EXPECT_TRUE(store->verify(version.artifact)) << version.id.text();
                EXPECT_TRUE(store->checkOut(version.artifact, workspace / "checked-out"));
                const engine::Run& run = *view.workspace.run(*RunId::parse(version.run));
                EXPECT_FALSE(run.isRemoved());
                EXPECT_TRUE(hasFolder(run.id));
                for (const auto& [file, document] : run.documents)
                    EXPECT_TRUE(store->verify(document)) << file;
                for (const auto& [name, output] : run.newest("train")->outputs)
                    EXPECT_TRUE(store->verify(output)) << name;
            }
        }
    }

    bool fails = false;
    std::string logged; // by the training while it runs
};

TEST_F(RetentionTest, WhatIsOldGoesAndWhatAVersionNeedsStays)
{
    startOwner();
    const RunId kept = finish("model", 1), old = finish("plain", 2);
    const Digest oldModel = instance(old, "train").outputs.at("model").digest;
    ASSERT_TRUE(artifacts()->has(oldModel));
    keepNothing();
    collect();
    EXPECT_TRUE(watcher->view().workspace.run(old)->isRemoved());
    EXPECT_FALSE(hasFolder(old));
    EXPECT_FALSE(artifacts()->has(oldModel));
    EXPECT_TRUE(watcher->view().workspace.run(kept)->hasLogs());
    EXPECT_TRUE(fs::exists(state + "/runs/" + kept.text() + "/train/1/log"));
    expectVersionsWhole();
    EXPECT_FALSE(watcher->view().workspace.retention.isOpen);
    EXPECT_EQ(watcher->problem(), "");
}

TEST_F(RetentionTest, WhatScriptsLoggedGoesWithTheirRuns)
{
    logged = "{\"loss\": 0.5}\n";
    startOwner();
    const RunId kept = finish("model", 1), old = finish("plain", 2);
    const auto series = [&](const RunId& id) {
        const auto read = store::readLogged(state, {{id, *InstanceId::parse("train"), 1}, {}, {}});
        EXPECT_TRUE(read);
        return read ? read->series.size() : 0;
    };
    ASSERT_EQ(series(old), 1u);
    keepNothing();
    collect();
    EXPECT_FALSE(hasFolder(old));
    EXPECT_EQ(series(old), 0u);
    EXPECT_EQ(series(kept), 1u);
    EXPECT_EQ(watcher->problem(), "");
}

TEST_F(RetentionTest, NothingGoesByAgeWhereNothingSaysSo)
{
    startOwner();
    const RunId old = finish("plain", 2);
    const auto orphan = artifacts();
    collect();
    EXPECT_TRUE(hasFolder(old));
    EXPECT_TRUE(artifacts()->verify(instance(old, "train").outputs.at("model")));
}

TEST_F(RetentionTest, ARemovedRunIsNotReusedAndNotTakenFromTheCache)
{
    startOwner();
    const RunId old = finish("plain", 2);
    keepNothing();
    collect();
    const auto resumed = ask(session::ResumeRun{old});
    ASSERT_FALSE(resumed);
    EXPECT_EQ(resumed.error().message.id, "engine.run_removed");
    const RunId again = finish("plain", 2);
    EXPECT_FALSE(instance(again, "train").cached);
    EXPECT_TRUE(artifacts()->verify(instance(again, "train").outputs.at("model")));
}

TEST_F(RetentionTest, AKeptRunCanBeResumedAndTakenFromTheCache)
{
    startOwner();
    fails = true;
    const RunId failed = run("plain", {{"c", 4}});
    awaitEnd(failed, engine::RunState::failed);
    fails = false;
    const RunId good = finish("plain", 3);
    workspace.write("penstock.yaml", "penstock: 1\nretention: {runs: 1h}\n");
    collect();
    const auto resumed = ask(session::ResumeRun{good});
    ASSERT_TRUE(resumed);
    awaitEnd(*RunId::parse(textAt(*resumed, "run")), engine::RunState::succeeded);
    EXPECT_TRUE(instance(finish("plain", 3), "train").cached);
}

TEST_F(RetentionTest, WhileStepsRunItIsDoneAfterThem)
{
    std::atomic<bool> isLong{true};
    const auto usual = script;
    script = [&](const engine::Task& task) { return task.arguments[0] == "evaluate" && isLong ? std::nullopt : usual(task); };
    startOwner();
    const RunId old = run("plain", {{"c", 2}});
    const AttemptId evaluating{old, {"evaluate", 1, -1}, 1};
    awaitRunning(evaluating);
    const auto reply = ask(session::CollectGarbage{});
    ASSERT_TRUE(reply);
    EXPECT_TRUE(boolAt(*reply, "scheduled"));
    EXPECT_TRUE(artifacts()->verify(instance(old, "train").outputs.at("model")));
    workspace.write("build/metrics.json", "{}");
    isLong = false;
    runner.finish(evaluating, test::succeeded());
    watcher->await([&](const session::View& view) { return view.workspace.retention.endedAt != Instant{}; });
    EXPECT_TRUE(hasFolder(old));
}

TEST_F(RetentionTest, ItHappensByItselfWhereItIsConfigured)
{
    startOwner();
    const RunId old = finish("plain", 2);
    killOwner();
    keepNothing();
    startOwner();
    watcher->await([&](const session::View& view) { return view.workspace.retention.endedAt != Instant{}; });
    EXPECT_TRUE(watcher->view().workspace.run(old)->isRemoved());
    EXPECT_FALSE(hasFolder(old));
}

TEST_F(RetentionTest, AWorkspaceThatIsNotTrustedLosesNothing)
{
    startOwner();
    const RunId old = finish("plain", 2);
    killOwner();
    keepNothing();
    trusted = false;
    startOwner();
    EXPECT_EQ(ask(session::CollectGarbage{}).error().code, ErrorCode::untrusted);
    EXPECT_TRUE(hasFolder(old));
}

TEST_F(RetentionTest, SettingsThatCannotBeReadRemoveNothing)
{
    startOwner();
    const RunId old = finish("plain", 2);
    workspace.write("penstock.yaml", "penstock: 1\nretention: {runs: soon}\n");
    EXPECT_EQ(ask(session::CollectGarbage{}).error().code, ErrorCode::invalid);
    EXPECT_TRUE(hasFolder(old));
}

TEST_F(RetentionTest, AnyHistoryLeavesEveryVersionWholeAndEveryKeptRunUsable)
{
    std::mt19937 random(20261127);
    startOwner();
    std::vector<RunId> runs;
    for (int i = 0; i < 12; ++i) {
        const double c = static_cast<double>(random() % 4);
        if (!runs.empty() && random() % 4 == 0) {
            const auto resumed = ask(session::ResumeRun{runs[random() % runs.size()]});
            if (!resumed) { // it was removed
                EXPECT_EQ(resumed.error().message.id, "engine.run_removed");
                continue;
            }
            runs.push_back(*RunId::parse(textAt(*resumed, "run")));
            awaitEnd(runs.back(), engine::RunState::succeeded);
        } else {
            runs.push_back(finish(random() % 2 == 0 ? "model" : "plain", c));
        }
        if (random() % 3 == 0) {
            keepNothing();
            collect();
            fs::remove(workspace / "penstock.yaml");
            expectVersionsWhole();
        }
    }
    keepNothing();
    collect();
    expectVersionsWhole();
    const session::View view = watcher->view();
    for (const auto& [id, run] : view.workspace.runs) {
        EXPECT_EQ(hasFolder(id), !run.isRemoved()) << id.text();
        EXPECT_EQ(ask(session::ResumeRun{id}).ok(), !run.isRemoved()) << id.text();
    }
    EXPECT_EQ(watcher->problem(), "");
}

// Dies when a commit with such an event is on disk, or just before.
class DeadlyLog final : public engine::EventStore {
public:
    DeadlyLog(std::unique_ptr<store::SqliteEventStore>& real, std::string type, bool after)
        : m_real(real)
        , m_type(std::move(type))
        , m_after(after)
    {}
    Result<void> append(std::vector<engine::StoredEvent>& events) override
    {
        const bool isIt = std::ranges::count(events, m_type, &engine::StoredEvent::type) > 0;
        if (isIt && !m_after)
            kill(getpid(), SIGKILL);
        auto appended = m_real->append(events);
        if (isIt)
            kill(getpid(), SIGKILL);
        return appended;
    }
    Result<std::vector<engine::StoredEvent>> read(Seq after, std::size_t limit) const override { return m_real->read(after, limit); }
    Seq head() const override { return m_real->head(); }

private:
    std::unique_ptr<store::SqliteEventStore>& m_real;
    std::string m_type;
    bool m_after;
};

class RetentionCrash : public RetentionTest, public testing::WithParamInterface<std::pair<const char*, bool>> {};

TEST_P(RetentionCrash, ARemovalThatWasInterruptedIsRepeatedByTheNextOwner)
{
    const pid_t child = fork();
    if (child == 0) {
        DeadlyLog deadly(log, GetParam().first, GetParam().second);
        startOwner(&deadly);
        finish("model", 1);
        finish("plain", 2);
        keepNothing();
        (void)ask(session::CollectGarbage{});
        pause();
    }
    int status = 0;
    ASSERT_EQ(waitpid(child, &status, 0), child);
    ASSERT_TRUE(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
    keepNothing();
    startOwner();
    watcher->await([](const session::View& view) { return view.workspace.retention.endedAt != Instant{} && !view.workspace.retention.isOpen; });
    EXPECT_FALSE(hasFolder({"plain", 2}));
    EXPECT_TRUE(watcher->view().workspace.run({"plain", 2})->isRemoved());
    expectVersionsWhole();
}

INSTANTIATE_TEST_SUITE_P(AtEachMoment, RetentionCrash,
                         testing::Values(std::pair("retention.began", false), std::pair("retention.began", true), std::pair("retention.ended", false),
                                         std::pair("retention.ended", true)),
                         [](const auto& moment) { return std::string(moment.param.second ? "After" : "Before") + (moment.index < 2 ? "TheWord" : "TheEnd"); });

} // namespace

} // namespace penstock::host
