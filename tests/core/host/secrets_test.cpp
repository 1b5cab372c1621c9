#include "core/store/metric_reader.h"
#include "tests/core/host/owner_fixture.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <mutex>
#include <set>

namespace penstock::host {

namespace {

const char* const step = "  send:\n    run: [send]\n    secrets: {TOKEN: api-token}\n    metrics: build/m.json\n";

class SecretsTest : public OwnerTest {
protected:
    SecretsTest()
    {
        pipeline("p", step);
        secrets = [this](const std::vector<std::string>& names) -> Result<std::map<std::string, std::string>> {
            const std::lock_guard lock(mutex);
            asked.push_back(names);
            if (value.empty())
                return Error{ErrorCode::notFound, {"platform.secret_unknown", {{"name", names.front()}}}, {}};
            return std::map<std::string, std::string>{{names.front(), value}};
        };
        script = [this](const engine::Task& task) {
            tasks.push_back(task);
            std::filesystem::create_directories(workspace / "build");
            workspace.write("build/m.json", "{}");
            return ends ? std::optional(test::succeeded()) : std::nullopt;
        };
    }

    std::string value = "s3cret value";
    bool ends = true;
    std::mutex mutex; // an owner that finds an attempt asks for its secrets on two threads
    std::vector<std::vector<std::string>> asked;
    std::vector<engine::Task> tasks;
};

} // namespace

TEST_F(SecretsTest, TravelWithTheTaskTogetherWithWhatHidesThem)
{
    startOwner();
    awaitEnd(run("p"), engine::RunState::succeeded);
    ASSERT_EQ(tasks.size(), 1U);
    EXPECT_EQ(asked, (std::vector<std::vector<std::string>>{{"api-token"}}));
    const engine::Task& task = tasks.front();
    EXPECT_EQ(task.variables.at("TOKEN"), value);
    EXPECT_NE(std::ranges::find(task.masks, value), task.masks.end());
    EXPECT_EQ(task.masked, (std::vector<std::string>{task.variables.at("PENSTOCK_OUTPUTS"), workspace / "build/m.json"}));
    EXPECT_EQ(task.maskedInPlace, (std::vector<std::string>{task.variables.at("PENSTOCK_METRICS")}));
}

TEST_F(SecretsTest, StandInNoFileOfTheState)
{
    startOwner();
    awaitEnd(run("p"), engine::RunState::succeeded);
    killOwner();
    for (const auto& entry : std::filesystem::recursive_directory_iterator(workspace.path())) {
        if (!entry.is_regular_file())
            continue;
        std::ifstream file(entry.path(), std::ios::binary);
        const std::string content((std::istreambuf_iterator<char>(file)), {});
        EXPECT_EQ(content.find(value), std::string::npos) << entry.path();
    }
}

TEST_F(SecretsTest, AreHiddenInTheNamesOfWhatAStepLogsAlsoByTheNextOwner)
{
    ends = false;
    startOwner();
    const RunId id = run("p");
    const AttemptId attempt{id, *InstanceId::parse("send"), 1};
    awaitRunning(attempt);
    const auto append = [file = tasks.back().variables.at("PENSTOCK_METRICS")](const std::string& line) { std::ofstream(file, std::ios::app) << line; };
    using Names = std::set<std::string>;
    const auto awaitNames = [&](const Names& wanted) {
        Names names;
        watcher->awaitNotice([&](const session::Notice& notice) {
            const auto logged = session::growthIn(notice) ? store::readLogged(state, {attempt, {}, {}}) : tracking::Logged{};
            names.clear();
            for (const tracking::LoggedSeries& series : logged->series)
                names.insert(series.name);
            return names.size() == wanted.size();
        });
        EXPECT_EQ(names, wanted);
    };
    append("{\"loss of " + value + "\": 0.5}\n");
    awaitNames({"loss of ***"});
    killOwner();
    append("{\"gain of " + value + "\": 0.5}\n");
    startOwner();
    awaitNames({"loss of ***", "gain of ***"});
    runner.finish(attempt, test::succeeded());
    awaitEnd(id, engine::RunState::succeeded);
}

TEST_F(SecretsTest, OneThatIsMissingFailsTheAttemptBeforeItRuns)
{
    value.clear();
    startOwner();
    const RunId id = run("p");
    awaitEnd(id, engine::RunState::failed);
    EXPECT_TRUE(tasks.empty());
    const engine::Instance failed = instance(id, "send");
    EXPECT_EQ(failed.attempts.back().outcome.kind, engine::OutcomeKind::refused);
    EXPECT_EQ(failed.attempts.back().outcome.why, (Message{"platform.secret_unknown", {{"name", "api-token"}}}));
}

TEST_F(SecretsTest, AnAttemptThatWasPlannedAndNeverRanGetsThemAgainFromTheNextOwner)
{
    ends = false;
    startOwner();
    const RunId id = run("p");
    const AttemptId attempt{id, *InstanceId::parse("send"), 1};
    awaitRunning(attempt);
    killOwner();
    const std::size_t before = tasks.size();
    runner.lose(attempt);
    value = "another one now";
    ends = true;
    startOwner();
    awaitEnd(id, engine::RunState::succeeded);
    ASSERT_GT(tasks.size(), before);
    EXPECT_EQ(tasks.back().variables.at("TOKEN"), value);
}

TEST_F(SecretsTest, WhatIsLeftOfAnAttemptThatNobodySawTheEndOfIsTakenAway)
{
    std::string values;
    script = [&](const engine::Task& task) {
        values = task.variables.at("PENSTOCK_OUTPUTS");
        std::ofstream(values) << "key=" << value;
        return std::optional(engine::Exit{{engine::OutcomeKind::lost, 0, 0, {}}, {}, {}, {}});
    };
    startOwner();
    awaitEnd(run("p"), engine::RunState::lost);
    EXPECT_FALSE(std::filesystem::exists(values));
}

} // namespace penstock::host
