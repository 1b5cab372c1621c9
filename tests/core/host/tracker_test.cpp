// What steps write to $PENSTOCK_METRICS while they run.
#include "core/store/metric_reader.h"
#include "tests/core/host/owner_fixture.h"

#include <fstream>
#include <mutex>
#include <sys/stat.h>

using namespace penstock;
using namespace penstock::host;
using tracking::Logged;

namespace {

void append(const std::string& file, const std::string& text)
{
    std::ofstream(file, std::ios::app | std::ios::binary) << text;
}

} // namespace

class TrackerTest : public OwnerTest {
protected:
    // The step stays running; the test writes what its script would.
    RunId startStep(const std::string& step = "  train: {run: [python3, train.py]}\n")
    {
        script = [this](const engine::Task& task) {
            const std::lock_guard lock(m_mutex);
            m_file = task.variables.at("PENSTOCK_METRICS");
            return std::nullopt;
        };
        pipeline("p", step);
        const RunId id = run("p");
        attempt = {id, *InstanceId::parse("train"), 1};
        awaitRunning(attempt);
        return id;
    }

    std::string metricsFile()
    {
        const std::lock_guard lock(m_mutex);
        return m_file;
    }

    Logged logged()
    {
        const auto read = store::readLogged(state, {attempt, {}, {}});
        EXPECT_TRUE(read);
        return read ? *read : Logged{};
    }

    std::uint64_t points()
    {
        std::uint64_t count = 0;
        for (const auto& series : logged().series)
            count += series.points;
        return count;
    }

    void awaitPoints(std::uint64_t wanted)
    {
        watcher->awaitNotice(
            [&](const session::Notice& notice) { return session::growthIn(notice) && points() >= wanted; });
        EXPECT_EQ(points(), wanted);
    }

    AttemptId attempt;

private:
    std::mutex m_mutex;
    std::string m_file;
};

TEST_F(TrackerTest, PointsAreThereWhileTheStepRunsAndFollowersAreTold)
{
    startOwner();
    const RunId id = startStep();
    append(metricsFile(), "{\"loss\": 0.5}\n{\"loss\": 0.25, \"val\": {\"loss\": 0.75}}\n");
    awaitPoints(3);
    EXPECT_EQ(session::growthIn(watcher->notices().back())->attempt, attempt);
    runner.finish(attempt, test::succeeded());
    awaitEnd(id, engine::RunState::succeeded);
    EXPECT_EQ(instance(id, "train").metrics, (Json{{"loss", 0.25}, {"val.loss", 0.75}}));
    EXPECT_EQ(instance(id, "train").attempts.back().record.json()["logged"], (Json{{"points", 3}, {"unreadable", 0}}));
}

TEST_F(TrackerTest, TheLastLineCountsAlsoWithoutAnEnd)
{
    startOwner();
    const RunId id = startStep();
    append(metricsFile(), "{\"loss\": 0.5}\n{\"loss\": 0.125}");
    runner.finish(attempt, test::succeeded());
    awaitEnd(id, engine::RunState::succeeded);
    EXPECT_EQ(instance(id, "train").metrics, (Json{{"loss", 0.125}}));
}

TEST_F(TrackerTest, ADeclaredFileOfMetricsSaysMore)
{
    startOwner();
    const RunId id = startStep("  train: {run: [python3, train.py], metrics: build/metrics.json}\n");
    append(metricsFile(), "{\"loss\": 0.5}\n");
    workspace.write("build/metrics.json", "{\"accuracy\": 0.75}");
    runner.finish(attempt, test::succeeded());
    awaitEnd(id, engine::RunState::succeeded);
    EXPECT_EQ(instance(id, "train").metrics, (Json{{"accuracy", 0.75}}));
    EXPECT_EQ(points(), 1u);
}

TEST_F(TrackerTest, TheNextOwnerGoesOnWithoutLossOrDoubles)
{
    startOwner();
    const RunId id = startStep();
    append(metricsFile(), "{\"loss\": 3}\n{\"loss\": 2}\n{\"lo");
    awaitPoints(2);
    killOwner();
    append(metricsFile(), "ss\": 1}\n");
    startOwner();
    awaitPoints(3);
    append(metricsFile(), "{\"loss\": 0.5}\n");
    runner.finish(attempt, test::succeeded());
    awaitEnd(id, engine::RunState::succeeded);
    const auto series = logged().series.at(0);
    ASSERT_EQ(series.values.size(), 4u);
    for (int i = 0; i < 4; ++i)
        EXPECT_EQ(series.values[static_cast<std::size_t>(i)].step, i);
    EXPECT_EQ(instance(id, "train").metrics, (Json{{"loss", 0.5}}));
}

TEST_F(TrackerTest, WhatTheStepLoggedWhileNobodyLookedIsTakenAtItsEnd)
{
    startOwner();
    const RunId id = startStep();
    killOwner();
    append(metricsFile(), "{\"loss\": 0.5}\n");
    runner.finish(attempt, test::succeeded());
    startOwner();
    awaitEnd(id, engine::RunState::succeeded);
    EXPECT_EQ(instance(id, "train").metrics, (Json{{"loss", 0.5}}));
}

TEST_F(TrackerTest, HostileFilesAreTakenAsFarAsTheyMakeSense)
{
    startOwner();
    const RunId id = startStep();
    const std::string flood(3'000'000, 'x');
    append(metricsFile(), "{\"a\": NaN, \"b\": 1}\n" + flood + "\n{\"b\": Infinity}\n{\"b\": 2}\n[[[\n{\"b\":");
    awaitPoints(2);
    runner.finish(attempt, test::succeeded());
    awaitEnd(id, engine::RunState::succeeded);
    EXPECT_EQ(instance(id, "train").metrics, (Json{{"b", 2.0}}));
    EXPECT_EQ(instance(id, "train").attempts.back().record.json()["logged"]["unreadable"], 3);
}

TEST_F(TrackerTest, OfManyPointsNoneIsLost)
{
    startOwner();
    const RunId id = startStep();
    std::string text;
    for (int i = 0; i < 50'000; ++i)
        text += "{\"step\": " + std::to_string(i) + ", \"loss\": 0." + std::to_string(i) + ", \"acc\": 1}\n";
    append(metricsFile(), text);
    runner.finish(attempt, test::succeeded());
    awaitEnd(id, engine::RunState::succeeded);
    EXPECT_EQ(points(), 100'000u);
}

TEST_F(TrackerTest, AFileThatIsNoneIsLeftAlone)
{
    startOwner();
    const RunId id = startStep();
    ASSERT_EQ(::mkfifo(metricsFile().c_str(), 0600), 0);
    runner.finish(attempt, test::succeeded());
    awaitEnd(id, engine::RunState::succeeded);
    EXPECT_EQ(instance(id, "train").metrics, Json::object());
}

TEST_F(TrackerTest, AScriptThatBeginsItsFileAnewGoesOn)
{
    startOwner();
    const RunId id = startStep();
    append(metricsFile(), "{\"step\": 1, \"loss\": 0.5}\n{\"step\": 2, \"loss\": 0.4}\n");
    awaitPoints(2);
    std::ofstream(metricsFile(), std::ios::trunc) << "{\"step\": 3, \"loss\": 0.3}\n";
    awaitPoints(3);
    runner.finish(attempt, test::succeeded());
    awaitEnd(id, engine::RunState::succeeded);
    EXPECT_EQ(instance(id, "train").metrics, (Json{{"loss", 0.3}}));
}

TEST_F(TrackerTest, MetricsThatAreLoggedComeOutOfTheCache)
{
    startOwner();
    const std::string step =
        "  train:\n    run: [python3, train.py]\n    outputs: {model: build/model}\n    cache: on\n";
    RunId id = startStep(step);
    append(metricsFile(), "{\"loss\": 0.5}\n");
    workspace.write("build/model", "m");
    runner.finish(attempt, test::succeeded());
    awaitEnd(id, engine::RunState::succeeded);
    id = run("p");
    awaitEnd(id, engine::RunState::succeeded);
    EXPECT_TRUE(instance(id, "train").cached);
    EXPECT_EQ(instance(id, "train").metrics, (Json{{"loss", 0.5}}));
}
