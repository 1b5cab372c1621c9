#include "world.h"

#include "core/engine/retry.h"

#include <gtest/gtest.h>

namespace penstock::engine {

namespace {

using test::Graph;
using test::World;

AttemptId attempt(int number) { return {{"g", 1}, {"a", 1, -1}, number}; }

TEST(Retry, TheDelayGrowsUpToItsMaximum)
{
    pipeline::Retry retry;
    retry.delay = Duration(1'000);
    retry.backoff = 3;
    EXPECT_EQ(retryDelay(retry, attempt(1)), Duration(1'000));
    EXPECT_EQ(retryDelay(retry, attempt(3)), Duration(9'000));
    retry.maximumDelay = Duration(5'000);
    EXPECT_EQ(retryDelay(retry, attempt(3)), Duration(5'000));
    EXPECT_EQ(retryDelay(retry, attempt(1'000)), Duration(5'000));
    retry.maximumDelay.reset();
    EXPECT_LE(retryDelay(retry, attempt(1'000)), Duration(std::chrono::hours(24 * 365)));
}

TEST(Retry, RunningOutOfMemoryIsAnOutcomeOfItsOwn)
{
    Graph graph("a");
    graph.command("a").retry.attempts = 3;
    graph.command("a").retry.on = {"memory"};
    World world;
    world.start(graph);
    world.fail("a", OutcomeKind::outOfMemory);
    EXPECT_EQ(world.stateOf("a"), "running") << "the second attempt";
    world.fail("a", OutcomeKind::signaled);
    EXPECT_EQ(world.stateOf("a"), "failed");
}

TEST(Retry, JitterStaysWithinItsShareDiffersByAttemptAndIsTheSameEveryTime)
{
    pipeline::Retry retry;
    retry.delay = Duration(100'000);
    retry.jitter = 0.1;
    std::set<Duration> seen;
    for (int i = 1; i <= 50; ++i) {
        const Duration delay = retryDelay(retry, attempt(i));
        EXPECT_GE(delay, Duration(90'000));
        EXPECT_LE(delay, Duration(110'000));
        EXPECT_EQ(delay, retryDelay(retry, attempt(i)));
        seen.insert(delay);
    }
    EXPECT_GT(seen.size(), 40u);
}

struct Case {
    std::vector<std::string> on;
    Outcome outcome;
    bool retried;
};

TEST(Retry, HappensAfterTheOutcomesThatAreNamed)
{
    const Case cases[] = {
        {{}, {OutcomeKind::exited, 1, 0, {}}, true},
        {{}, {OutcomeKind::timeout, 0, 0, {}}, true},
        {{}, {OutcomeKind::lost, 0, 0, {}}, false},
        {{}, {OutcomeKind::refused, 0, 0, {}}, false},
        {{}, {OutcomeKind::cancelled, 0, 0, {}}, false},
        {{"lost"}, {OutcomeKind::lost, 0, 0, {}}, true},
        {{"exit 75"}, {OutcomeKind::exited, 75, 0, {}}, true},
        {{"exit 75"}, {OutcomeKind::exited, 7, 0, {}}, false},
        {{"signal"}, {OutcomeKind::signaled, 0, 9, {}}, true},
        {{"signal"}, {OutcomeKind::exited, 1, 0, {}}, false},
        {{"failure"}, {OutcomeKind::notCollected, 0, 0, {}}, true},
        {{"failure"}, {OutcomeKind::lost, 0, 0, {}}, false},
        {{"timeout", "lost"}, {OutcomeKind::timeout, 0, 0, {}}, true},
    };
    for (const Case& each : cases) {
        Graph graph("a");
        graph.command("a").retry.attempts = 2;
        graph.command("a").retry.on = each.on;
        World world;
        world.start(graph);
        EXPECT_EQ(isRetried(world.run(), world.instance("a"), each.outcome), each.retried)
            << testing::PrintToString(each.on) << ' ' << name(each.outcome.kind);
    }
}

TEST(Retry, TheDefaultsOfTheDocumentHoldForStepsThatSayNothing)
{
    Graph graph("a, b");
    graph.pipeline().defaults.retry.emplace().attempts = 2;
    graph.command("b").retry.attempts = 3;
    World world(2);
    world.start(graph);
    EXPECT_EQ(retryOf(world.run(), world.instance("a")).attempts, 2);
    EXPECT_EQ(retryOf(world.run(), world.instance("b")).attempts, 3);
}

TEST(Retry, NoAttemptFollowsWhenAllTogetherHaveTakenAsLongAsTheyMay)
{
    Graph graph("a");
    graph.command("a").retry.attempts = 9;
    graph.command("a").retry.delay = Duration(10'000);
    graph.command("a").retry.within = Duration(25'000);
    World world;
    world.start(graph);
    world.pass(Duration(5'000));
    world.fail("a");
    EXPECT_EQ(world.stateOf("a"), "delayed");
    world.pass(Duration(10'000));
    EXPECT_EQ(world.stateOf("a"), "running");
    world.story();
    world.fail("a"); // at 15 s: the next would begin at 25 s
    EXPECT_EQ(world.story(), "exited a/2 exited 1 | ended a failed (engine.within_passed) | run failed");
    EXPECT_EQ(world.instance("a").why.arguments.front().second, "25s");
}

TEST(Retry, WhatIsLostWhenTheTimeIsOverIsLost)
{
    Graph graph("a");
    graph.command("a").retry.attempts = 9;
    graph.command("a").retry.within = Duration(25'000);
    graph.command("a").retry.on = {"lost"};
    World world;
    world.start(graph);
    world.pass(Duration(30'000));
    world.fail("a", OutcomeKind::lost);
    EXPECT_EQ(world.stateOf("a"), "lost");
}

TEST(Retry, AnAttemptMayTakeItsTimeoutAndNotMoreThanIsLeftOfAll)
{
    Graph graph("a, b, c");
    graph.command("a").timeout = Duration(10'000);
    graph.command("a").retry.within = Duration(25'000);
    graph.pipeline().defaults.timeout = Duration(7'000);
    graph.command("c").retry.within = Duration(5'000);
    World world(3);
    world.start(graph);
    const auto limit = [&](const char* step, int later) { return timeLimit(world.run(), world.instance(step), world.now() + Duration(later)).count(); };
    EXPECT_EQ(limit("a", 0), 10'000);
    EXPECT_EQ(limit("a", 20'000), 5'000);
    EXPECT_EQ(limit("a", 30'000), 1) << "never without a limit";
    EXPECT_EQ(limit("b", 30'000), 7'000) << "the document's";
    EXPECT_EQ(limit("c", 0), 5'000);
}

TEST(Retry, WithoutDelayTheNextAttemptFollowsAtOnce)
{
    Graph graph("a");
    graph.command("a").retry.attempts = 2;
    World world;
    world.start(graph);
    world.story();
    world.fail("a");
    EXPECT_EQ(world.story(), "exited a/1 exited 1 | retry a/1 at 0s | ready a | planned a/2 slots 0");
    world.fail("a");
    EXPECT_EQ(world.story(), "exited a/2 exited 1 | ended a failed (engine.exited) | run failed");
}

} // namespace

} // namespace penstock::engine
