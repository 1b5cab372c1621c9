// Which step begins when: needs, references, targets, joins, conditions.
#include "world.h"

#include <gtest/gtest.h>

namespace penstock::engine {

namespace {

using test::Graph;
using test::World;

TEST(Order, AStepIsReadyWhenAllItsNeedsHaveEndedWell)
{
    World world(2);
    world.start(Graph("a -> b, a -> c, b c -> d"));
    world.started("a");
    world.succeed("a");
    world.succeed("c");
    EXPECT_EQ(world.story(), "created | ready a | planned a/1 slots 0 | started a/1 | exited a/1 ok | ended a ok"
                             " | ready b | ready c | planned b/1 slots 0 | planned c/1 slots 1"
                             " | exited c/1 ok | ended c ok");
    world.succeed("b");
    world.succeed("d");
    EXPECT_EQ(world.story(), "exited b/1 ok | ended b ok | ready d | planned d/1 slots 0 | exited d/1 ok | ended d ok"
                             " | run succeeded");
}

TEST(Order, AReferenceInAnyFieldIsANeed)
{
    Graph graph("a, b, c, d, e");
    graph.command("b").arguments = {"echo", "${{ steps.a.outputs.x }}"};
    graph.command("c").script = "echo ${{ steps.b.outputs.x }}";
    graph.command("c").arguments.clear();
    graph.command("d").env = {{"X", "${{ steps.c.values.x }}"}};
    graph["e"].condition = "steps.d.metrics.x > 1";
    World world(4);
    world.start(graph);
    EXPECT_EQ(world.story(), "created | ready a | planned a/1 slots 0");
    for (const char* step : {"a", "b", "c"})
        world.succeed(step, {{"x", 2}});
    world.succeed("d", Json::object(), {{"x", 2}});
    EXPECT_EQ(world.stateOf("e"), "running");
}

TEST(Order, AFailedNeedSkipsWhatNeedsIt)
{
    World world;
    world.start(Graph("a -> b, b -> c"));
    world.story();
    world.fail("a", OutcomeKind::exited, 3);
    EXPECT_EQ(world.story(), "exited a/1 exited 3 | ended a failed (engine.exited) | ended b skipped (engine.need_not_met)"
                             " | ended c skipped (engine.need_not_met) | run failed");
}

TEST(Order, ASkippedNeedSkipsTheStep)
{
    Graph graph("a -> b");
    graph["a"].condition = "params.go";
    World world;
    world.start(graph, {{"go", false}});
    EXPECT_EQ(world.story(), "created | ended a skipped (engine.condition_false) | ended b skipped (engine.need_not_met)"
                             " | run succeeded");
}

TEST(Order, JoinAnyRunsWhenOneNeedSucceededAndTheOthersWereSkipped)
{
    Graph graph("a b c -> d");
    graph["a"].condition = "false";
    graph["b"].condition = "false";
    graph["d"].join = pipeline::Join::any;
    World world;
    world.start(graph);
    world.story();
    world.succeed("c");
    EXPECT_EQ(world.story(), "exited c/1 ok | ended c ok | ready d | planned d/1 slots 0");
}

TEST(Order, JoinAnyIsSkippedWhenNoNeedSucceeded)
{
    Graph graph("a b -> d");
    graph["a"].condition = graph["b"].condition = "false";
    graph["d"].join = pipeline::Join::any;
    World world;
    world.start(graph);
    EXPECT_EQ(world.instance("d").why.id, "engine.no_need_met");
    EXPECT_EQ(world.run().state, RunState::succeeded);
}

TEST(Order, JoinAnyDoesNotRunAfterAFailedNeed)
{
    Graph graph("a b -> d");
    graph["d"].join = pipeline::Join::any;
    World world(2);
    world.start(graph);
    world.fail("a");
    world.succeed("b");
    EXPECT_EQ(world.stateOf("d"), "skipped");
}

TEST(Order, WhatStandsInDefaultOnlyMayBeSkipped)
{
    Graph graph("a, b");
    graph["a"].condition = "params.go";
    graph.command("b").arguments = {"echo", "${{ default(steps.a.values.x, 'none') }}"};
    World world;
    world.start(graph, {{"go", false}});
    EXPECT_EQ(world.story(), "created | ended a skipped (engine.condition_false) | ready b | planned b/1 slots 0");
}

TEST(Order, WhatIsAlsoReferredToOutsideDefaultMustSucceed)
{
    Graph graph("a, b");
    graph["a"].condition = "false";
    graph.command("b").arguments = {"${{ default(steps.a.values.x, 'none') }}", "${{ steps.a.values.x }}"};
    World world;
    world.start(graph);
    EXPECT_EQ(world.stateOf("b"), "skipped");
}

TEST(Order, ADisabledStepIsSkippedAndNeedsNothing)
{
    Graph graph("a -> b, b -> c");
    graph["b"].enabled = false;
    World world;
    world.start(graph);
    EXPECT_EQ(world.story(), "created | ready a | ended b skipped (engine.disabled) | ended c skipped (engine.need_not_met)"
                             " | planned a/1 slots 0");
}

TEST(Order, TheFirstBranchThatHoldsIsTakenAndTheOtherTargetsAreSkipped)
{
    Graph graph("a, pick, x, y, z, y -> after");
    graph.choose("pick", {{"steps.a.values.n > 10", "x", {}}, {"steps.a.values.n > 5", "y", {}}, {"", "z", {}}});
    World world;
    world.start(graph);
    world.story();
    world.succeed("a", {{"n", 7}});
    EXPECT_EQ(world.story(), "exited a/1 ok | ended a ok | branch pick -> y | ended pick ok"
                             " | ended x skipped (engine.not_chosen) | ready y | ended z skipped (engine.not_chosen)"
                             " | planned y/1 slots 0");
    world.succeed("y");
    world.succeed("after");
    EXPECT_EQ(world.run().state, RunState::succeeded);
}

TEST(Order, ATargetOfTwoChoicesRunsWhenOneOfThemTakesIt)
{
    Graph graph("one, two, t");
    graph.choose("one", {{"false", "t", {}}, {"", "u", {}}});
    graph.choose("two", {{"true", "t", {}}, {"", "u", {}}});
    graph["u"].body = pipeline::End{true};
    World world;
    world.start(graph);
    EXPECT_EQ(world.story(), "created | branch one -> u | ended one ok | branch two -> t | ended two ok | ready t"
                             " | ended u ok | planned t/1 slots 0");
}

TEST(Order, ATargetAlsoWaitsForItsOwnNeeds)
{
    Graph graph("a, pick, a -> t");
    graph.choose("pick", {{"", "t", {}}});
    World world;
    world.start(graph);
    EXPECT_EQ(world.stateOf("t"), "pending");
    world.succeed("a");
    EXPECT_EQ(world.stateOf("t"), "running");
}

TEST(Order, AChoiceWithoutABranchThatHoldsFails)
{
    Graph graph("pick, x");
    graph.choose("pick", {{"1 > 2", "x", {}}});
    World world;
    world.start(graph);
    EXPECT_EQ(world.story(), "created | ended pick failed (engine.no_branch) | ended x skipped (engine.not_chosen)"
                             " | run failed");
}

TEST(Order, AConditionThatCannotBeComputedFailsTheStepWithItsMessage)
{
    Graph graph("a -> b");
    graph["b"].condition = "steps.a.values.nothing == 1";
    World world;
    world.start(graph);
    world.succeed("a", {{"something", 1}});
    EXPECT_EQ(world.stateOf("b"), "failed");
    EXPECT_EQ(world.instance("b").why.id.substr(0, 23), "expression.unknown_name");
}

TEST(Order, EndSucceededClosesItsPathOnly)
{
    Graph graph("a, stop");
    graph["stop"].body = pipeline::End{true};
    World world;
    world.start(graph);
    EXPECT_EQ(world.stateOf("stop"), "succeeded");
    EXPECT_EQ(world.run().state, RunState::running);
    world.succeed("a");
    EXPECT_EQ(world.run().state, RunState::succeeded);
}

TEST(Order, ARunWithoutStepsSucceeds)
{
    World world;
    world.start(Graph(""));
    EXPECT_EQ(world.story(), "created | run succeeded");
}

TEST(Order, ALongChainThatIsSkippedCostsNoStack)
{
    Graph graph("");
    graph["s0"].condition = "false";
    for (int i = 1; i < 3000; ++i)
        graph["s" + std::to_string(i)].needs = {"s" + std::to_string(i - 1)};
    World world;
    world.start(graph);
    EXPECT_EQ(world.run().count(InstanceState::skipped), 3000u);
}

} // namespace

} // namespace penstock::engine
