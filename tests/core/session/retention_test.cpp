#include "core/session/retention.h"

#include <gtest/gtest.h>

#include <random>

namespace penstock::session {

namespace {

const Instant start{Duration(1'700'000'000'000)};
constexpr Duration day = std::chrono::days(1);

// A workspace as a fold of a few facts.
class Workspace {
public:
    RunId run(std::uint64_t number, int endedOnDay, const std::string& resumed = {})
    {
        engine::RunCreated created;
        created.run = {"p", number};
        created.pipeline = {{"name", "p"}, {"steps", Json::array({{{"name", "a"}, {"body", {{"run", {{"arguments", {"true"}}}}}}}})}};
        created.resumedFrom = resumed;
        apply(created, start + day * endedOnDay);
        if (endedOnDay >= 0)
            apply(engine::RunEnded{created.run, engine::RunState::succeeded}, start + day * endedOnDay);
        EXPECT_TRUE(view.workspace.run(created.run));
        return created.run;
    }

    void cached(const RunId& run, const std::string& of)
    {
        const InstanceId a{"a", 1, -1};
        auto& instance = view.workspace.runs.at(run).instances[0];
        instance.attempts.emplace_back();
        instance.attempts.back().record = PackedJson(Json{{"cache", {{"hit", true}, {"run", of}, {"step", "a"}}}});
    }

    void version(int minor, const std::string& run, const std::string& madeBy = {})
    {
        registry::VersionRegistered registered{{{"m", 1}, minor}, {sha256("x"), ArtifactShape::file, 1}, run, "a", {}, {}, {{"run", madeBy}}};
        registry::apply(view.registry, registered, start, "user:ada");
    }

    void apply(const engine::Event& event, Instant at) { engine::apply(view.workspace, event, at, "user:ada"); }

    std::string removal(std::optional<Duration> runs, std::optional<Duration> logs, int today)
    {
        const auto removal = removalOf(view, {runs, logs}, start + day * today);
        std::string text;
        for (const RunId& run : removal.runs)
            text += run.text() + ' ';
        for (const RunId& run : removal.logs)
            text += "logs:" + run.text() + ' ';
        return text;
    }

    View view;
};

TEST(Retention, RemovesWhatEndedLongAgoAndKeepsTheRest)
{
    Workspace workspace;
    workspace.run(1, 0);
    workspace.run(2, 5);
    workspace.run(3, 9);
    workspace.run(4, -1); // has not ended
    EXPECT_EQ(workspace.removal(day * 5, day * 2, 10), "p-1 p-2 ");
    EXPECT_EQ(workspace.removal(day * 6, day, 10), "p-1 logs:p-2 logs:p-3 ");
    EXPECT_EQ(workspace.removal(std::nullopt, day, 10), "logs:p-1 logs:p-2 logs:p-3 ");
    EXPECT_EQ(workspace.removal(std::nullopt, std::nullopt, 10'000), "");
}

TEST(Retention, WhatAVersionNeedsStaysWholeWithTheRunsItCameFrom)
{
    Workspace workspace;
    const RunId first = workspace.run(1, 0);
    const RunId second = workspace.run(2, 0, first.text());
    workspace.run(3, 0);
    const RunId fourth = workspace.run(4, 0);
    workspace.cached(fourth, "p-3");
    workspace.run(5, 0);
    workspace.version(1, second.text());
    workspace.version(2, fourth.text());
    EXPECT_EQ(workspace.removal(day, day, 10), "p-5 ");
}

TEST(Retention, ARunThatIsKeptKeepsThoseWhoseSuccessesItTook)
{
    Workspace workspace;
    const RunId old = workspace.run(1, 0);
    workspace.run(2, 9, old.text());
    workspace.run(3, 0);
    EXPECT_EQ(workspace.removal(day * 5, std::nullopt, 10), "p-3 ");
}

TEST(Retention, WhatIsRemovedIsNotRemovedAgain)
{
    Workspace workspace;
    const RunId one = workspace.run(1, 0), two = workspace.run(2, 0);
    workspace.apply(engine::RetentionBegan{{one}, {two}}, start + day * 10);
    EXPECT_TRUE(workspace.view.workspace.retention.isOpen);
    EXPECT_EQ(workspace.removal(std::nullopt, day, 11), "");
    EXPECT_EQ(workspace.removal(day, day, 11), "p-2 ");
    EXPECT_EQ(removedRuns(workspace.view), (std::set<RunId>{one}));
    EXPECT_EQ(runsWithoutLogs(workspace.view), (std::set<RunId>{two}));
}

TEST(Needs, AreAllDigestsThatTheLogNamesButThoseOfRemovedRuns)
{
    const std::string one = sha256("1").hex(), two = sha256("2").hex(), three = sha256("3").hex(), four = sha256("4").hex();
    Needs needs({RunId{"p", 1}});
    const auto event = [](const char* type, Json payload) { return engine::StoredEvent{1, "x", {}, "engine", type, std::move(payload)}; };
    needs.add(event("attempt.ended", {{"attempt", "p-1/a/1"}, {"outputs", {{"m", {{"digest", one}}}}}}));
    needs.add(event("attempt.ended", {{"attempt", "p-11/a/1"}, {"record", {{"later", Json::array({{{"deep", two}}})}}}}));
    needs.add(event("registry.versionRegistered", {{"run", "p-1"}, {"lineage", {{"inputs", {{"raw", three}}}}}}));
    needs.add(event("newer.thing", {{four, "as a key"}}));
    needs.add(event("run.ended", {{"run", "p-2"}, {"text", std::string(64, 'z')}, {"longer", two + "0"}}));
    EXPECT_EQ(needs.digests(), (std::set<Digest>{sha256("2"), sha256("3"), sha256("4")}));
}

// Whatever runs there are: nothing that a version needs and nothing that has not ended is ever removed.
TEST(Retention, NeverTakesWhatIsNeededInAnyHistory)
{
    for (unsigned seed = 0; seed < 200; ++seed) {
        std::mt19937 random(seed);
        const auto below = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
        Workspace workspace;
        std::vector<RunId> runs;
        for (int i = 0; i < 15; ++i) {
            const bool resumes = !runs.empty() && below(3) == 0;
            runs.push_back(workspace.run(static_cast<std::uint64_t>(i) + 1, below(10) - 1, resumes ? runs[static_cast<std::size_t>(below(i))].text() : ""));
            if (i > 0 && below(3) == 0)
                workspace.cached(runs.back(), runs[static_cast<std::size_t>(below(i))].text());
        }
        for (int i = 0; i < 4; ++i)
            workspace.version(i + 1, runs[static_cast<std::size_t>(below(15))].text(), runs[static_cast<std::size_t>(below(15))].text());
        const auto removal = removalOf(workspace.view, {day * below(8), day * below(8)}, start + day * 10);
        std::set<RunId> gone(removal.runs.begin(), removal.runs.end());
        for (const RunId& run : runsOfVersions(workspace.view))
            EXPECT_FALSE(gone.contains(run)) << "seed " << seed << ": " << run.text();
        for (const auto& [id, run] : workspace.view.workspace.runs) {
            EXPECT_TRUE(engine::isEnd(run.state) || !gone.contains(id)) << "seed " << seed;
            const auto before = RunId::parse(run.resumedFrom);
            EXPECT_TRUE(gone.contains(id) || !before || !gone.contains(*before)) << "seed " << seed << ": " << id.text();
        }
    }
}

} // namespace

} // namespace penstock::session
