// Ways back: bounded, awaited, nested.
#include "world.h"

#include "core/engine/command_line.h"

#include <gtest/gtest.h>

namespace penstock::engine {

namespace {

using test::Graph;
using test::World;

// look -> done; done leads back to look at most twice while it is not ready.
Graph polling()
{
    Graph graph("look -> done, deploy, stop");
    graph.command("look").values = {{"ready", {}}};
    graph.choose("done", {{"!steps.look.values.ready", "look", 2}, {"steps.look.values.ready", "deploy", {}}, {"", "stop", {}}});
    graph["stop"].body = pipeline::End{false};
    return graph;
}

TEST(Loop, GoesBackWhileTheBranchHoldsAndForwardWhenItDoesNot)
{
    World world;
    world.start(polling());
    world.succeed("look", {{"ready", false}});
    world.story();
    EXPECT_EQ(world.instance("look").id.text(), "look~2");
    world.succeed("look", {{"ready", true}});
    EXPECT_EQ(world.story(), "exited look~2/1 ok | ended look~2 ok | branch done~2 -> deploy | ended done~2 ok | ready deploy"
                             " | ended stop skipped (engine.not_chosen) | planned deploy/1 slots 0");
    world.succeed("deploy");
    EXPECT_EQ(world.story(), "exited deploy/1 ok | ended deploy ok | run succeeded");
}

TEST(Loop, AUsedUpBranchNoLongerHolds)
{
    World world;
    world.start(polling());
    for (int i = 0; i < 3; ++i)
        world.succeed("look", {{"ready", false}});
    EXPECT_EQ(world.instance("look").id.iteration, 3);
    EXPECT_EQ(name(world.run().state), std::string("failed"));
    EXPECT_EQ(world.stateOf("stop"), "failed");
    EXPECT_EQ(world.stateOf("deploy"), "skipped");
}

TEST(Loop, TheWholeStoryOfOneWayBack)
{
    World world;
    world.start(polling());
    world.succeed("look", {{"ready", false}});
    EXPECT_EQ(world.story(), "created | ready look | planned look/1 slots 0 | exited look/1 ok | ended look ok | branch done -> look"
                             " | ended done ok | again after done | ready look~2 | planned look~2/1 slots 0");
}

TEST(Loop, WhatRunsInTheRegionIsStoppedAndAwaited)
{
    Graph graph("make -> look, make -> report, look -> judge");
    graph.choose("judge", {{"!steps.make.values.good", "make", 1}, {"", "end", {}}});
    graph.command("make").values = {{"good", {}}};
    graph["end"].body = pipeline::End{true};
    World world(2);
    world.start(graph);
    world.succeed("make", {{"good", false}});
    world.succeed("look");
    EXPECT_TRUE(world.outstanding().contains("stop g-1/report/1")) << "report ran on what make gave the first time";
    EXPECT_EQ(world.instance("make").id.iteration, 1) << "not before it has ended";
    world.story();
    world.fail("report", OutcomeKind::cancelled);
    EXPECT_EQ(world.story(), "exited report/1 cancelled | ended report cancelled (engine.run_cancelled) | again after judge | ready make~2"
                             " | planned make~2/1 slots 0");
    world.succeed("make", {{"good", true}});
    world.succeed("look");
    world.succeed("report");
    EXPECT_EQ(name(world.run().state), std::string("succeeded")) << "what a way back stopped is no cancelled run";
}

TEST(Loop, AnOpenQuestionInTheRegionIsWithdrawn)
{
    Graph graph("make -> ask, make -> judge");
    graph["ask"].body = pipeline::Approve{"Good?", "", {}, {}, {}};
    graph.choose("judge", {{"!steps.make.values.good", "make", 1}, {"", "end", {}}});
    graph.command("make").values = {{"good", {}}};
    graph["end"].body = pipeline::End{true};
    World world;
    world.start(graph);
    world.succeed("make", {{"good", false}});
    EXPECT_TRUE(world.state().open.empty());
    world.succeed("make", {{"good", true}});
    EXPECT_EQ(world.state().open.size(), 1u);
    EXPECT_TRUE(world.decide("ask", Verdict::approved).ok());
    EXPECT_EQ(name(world.run().state), std::string("succeeded"));
}

TEST(Loop, PreviousIsTheIterationBeforeAndNoNeed)
{
    Graph graph("tune -> train, train -> judge");
    graph.command("tune").arguments = {"tune", "${{ default(previous.train.metrics.loss, 99) }}"};
    graph.command("train").metrics = "m.json";
    graph.choose("judge", {{"steps.train.metrics.loss > 1", "tune", 5}, {"", "end", {}}});
    graph["end"].body = pipeline::End{true};
    World world;
    world.start(graph);
    const auto argument = [&] { return commandLine(world.state(), world.run(), world.instance("tune"), 1, {})->arguments[1]; };
    EXPECT_EQ(argument(), "99");
    world.succeed("tune");
    world.succeed("train", {}, {{"loss", 7}});
    EXPECT_EQ(argument(), "7");
    world.succeed("tune");
    world.succeed("train", {}, {{"loss", 0.5}});
    EXPECT_EQ(name(world.run().state), std::string("succeeded"));
}

TEST(Loop, OnlyWhatHadEndedGetsANewIteration)
{
    World world;
    world.start(polling());
    world.succeed("look", {{"ready", false}});
    EXPECT_EQ(world.instance("deploy").id.iteration, 1) << "it had not begun, so it waits again";
    EXPECT_EQ(world.instance("done").id.iteration, 2);
}

TEST(Loop, AFailureMayLeadBackAfterTheLastRetry)
{
    Graph graph("prepare -> train");
    graph.command("train").retry.attempts = 2;
    graph["train"].onFailure = pipeline::OnFailure{"prepare", 1};
    World world;
    world.start(graph);
    world.succeed("prepare");
    world.fail("train");
    EXPECT_EQ(world.instance("prepare").id.iteration, 1);
    world.fail("train");
    EXPECT_EQ(world.instance("prepare").id.iteration, 2);
    world.succeed("prepare");
    world.fail("train");
    world.fail("train");
    EXPECT_EQ(name(world.run().state), std::string("failed")) << "used up";
}

TEST(Loop, AStepMayLeadBackToItself)
{
    Graph graph("a -> b");
    graph["a"].onFailure = pipeline::OnFailure{"a", 2};
    World world;
    world.start(graph);
    world.fail("a");
    world.succeed("a");
    world.succeed("b");
    EXPECT_EQ(world.instance("a").id.text(), "a~2");
    EXPECT_EQ(name(world.run().state), std::string("succeeded"));
}

TEST(Loop, AFailureMayLeadForwardAndIsThenNone)
{
    Graph graph("a -> b, mend -> after");
    graph["a"].onFailure = pipeline::OnFailure{"mend", {}};
    World world;
    world.start(graph);
    world.fail("a");
    EXPECT_EQ(world.stateOf("b"), "skipped");
    world.succeed("mend");
    world.succeed("after");
    EXPECT_EQ(name(world.run().state), std::string("succeeded"));
}

TEST(Loop, WithoutAFailureItsTargetIsSkipped)
{
    Graph graph("a -> b, mend");
    graph["a"].onFailure = pipeline::OnFailure{"mend", {}};
    World world;
    world.start(graph);
    world.succeed("a");
    EXPECT_EQ(world.stateOf("mend"), "skipped");
    world.succeed("b");
    EXPECT_EQ(name(world.run().state), std::string("succeeded"));
}

// outer: a … d back to a; inner: b … c back to b.
TEST(Loop, AnInnerLoopCountsAnewInEachRoundOfTheOuter)
{
    Graph graph("a -> b, b -> c, c -> d, d -> e");
    graph.command("b").values = {{"again", {}}};
    graph.choose("c", {{"steps.b.values.again", "b", 1}, {"", "d", {}}});
    graph.choose("d", {{"params.outer", "a", 1}, {"", "e", {}}});
    World world;
    world.start(graph, {{"outer", true}});
    for (int round = 1; round <= 2; ++round) {
        world.succeed("a");
        world.succeed("b", {{"again", true}}); // back once
        world.succeed("b", {{"again", true}}); // used up
    }
    EXPECT_EQ(world.instance("b").id.iteration, 4);
    EXPECT_EQ(world.instance("a").id.iteration, 2);
    world.succeed("e");
    EXPECT_EQ(name(world.run().state), std::string("succeeded"));
}

TEST(Loop, NothingGoesBackOnceTheRunFails)
{
    Graph graph("a -> judge, bad");
    graph.choose("judge", {{"true", "a", 3}, {"", "end", {}}});
    graph["end"].body = pipeline::End{true};
    World world(2);
    world.start(graph);
    world.fail("bad");
    world.succeed("a");
    EXPECT_EQ(world.stateOf("judge"), "skipped");
    EXPECT_EQ(name(world.run().state), std::string("failed"));
}

TEST(Loop, ACancelWhileTheRegionIsAwaitedEndsTheRun)
{
    Graph graph("make -> look, make -> report, look -> judge");
    graph.choose("judge", {{"true", "make", 1}, {"", "end", {}}});
    graph["end"].body = pipeline::End{true};
    World world(2);
    world.start(graph);
    world.succeed("make");
    world.succeed("look");
    world.cancel();
    world.fail("report", OutcomeKind::cancelled);
    EXPECT_EQ(name(world.run().state), std::string("cancelled"));
}

} // namespace

} // namespace penstock::engine
