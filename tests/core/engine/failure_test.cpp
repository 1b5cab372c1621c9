// What follows when something goes wrong: failure, loss, rejection, cancel, and what may still start then.
#include "world.h"

#include <gtest/gtest.h>

namespace penstock::engine {

namespace {

using test::Graph;
using test::World;

TEST(Failure, WhatHasBegunFinishesAndNothingElseStarts)
{
    World world(2);
    world.start(Graph("a, b, c, b -> d"));
    world.story();
    world.fail("a");
    EXPECT_EQ(world.story(), "exited a/1 exited 1 | ended a failed (engine.exited) | ended c skipped (engine.run_failing)");
    EXPECT_EQ(world.stateOf("b"), "running");
    world.succeed("b");
    EXPECT_EQ(world.story(), "exited b/1 ok | ended b ok | ended d skipped (engine.run_failing) | run failed");
}

TEST(Failure, RetriesOfWhatHasBegunAreFinishedToo)
{
    Graph graph("a, b");
    graph.command("b").retry.attempts = 2;
    graph.command("b").retry.delay = Duration(5'000);
    World world(2);
    world.start(graph);
    world.fail("b");
    world.fail("a");
    EXPECT_EQ(world.stateOf("b"), "delayed");
    world.pass(Duration(5'000));
    EXPECT_EQ(world.stateOf("b"), "running");
    world.succeed("b");
    EXPECT_EQ(world.run().state, RunState::failed);
}

TEST(Failure, ARetryThatWaitsForASlotHasBegunToo)
{
    Graph graph("a, b, c");
    graph.command("b").retry.attempts = 2;
    World world(2);
    world.start(graph); // a and b hold the slots
    graph["urgent"];
    graph.command("urgent").priority = 5;
    const RunId first = world.run().id;
    world.start(graph); // its urgent step is next, whatever becomes ready in the first run
    const auto end = [&](const char* step) {
        AttemptEnded ended;
        ended.attempt = {first, {step, 1, -1}, 1};
        ended.outcome = {OutcomeKind::exited, 1, 0, {}};
        ASSERT_TRUE(world.give(Ended{ended}).ok());
    };
    end("b");
    const engine::Run& run = *world.state().run(first);
    EXPECT_EQ(run.newest("b")->state, InstanceState::ready);
    end("a");
    EXPECT_EQ(run.newest("c")->state, InstanceState::skipped);
    EXPECT_FALSE(isEnd(run.newest("b")->state));
}

TEST(Failure, FailureStepsJudgeAllTheirAncestors)
{
    Graph graph("a -> b, b -> mend, x -> other");
    graph["mend"].condition = "failure()";
    graph["other"].condition = "failure()";
    World world(2);
    world.start(graph);
    world.story();
    world.fail("a");
    EXPECT_EQ(world.story(), "exited a/1 exited 1 | ended a failed (engine.exited) | ended b skipped (engine.need_not_met)"
                             " | ready mend | planned mend/1 slots 0");
    world.succeed("x");
    EXPECT_EQ(world.stateOf("other"), "skipped"); // its own ancestors are fine
    world.succeed("mend");
    EXPECT_EQ(world.run().state, RunState::failed);
}

TEST(Failure, AlwaysStepsRunAfterSuccessAndAfterFailure)
{
    Graph graph("a -> clean");
    graph["clean"].condition = "always()";
    World world;
    world.start(graph);
    world.succeed("a");
    EXPECT_EQ(world.stateOf("clean"), "running");
    world.succeed("clean");
    EXPECT_EQ(world.run().state, RunState::succeeded);
    world.start(graph);
    world.fail("a");
    EXPECT_EQ(world.stateOf("clean"), "running");
}

TEST(Failure, ASuccessfulMendDoesNotUnfailTheRunAndAFailureStepIsSkippedWhenAllIsWell)
{
    Graph graph("a -> mend");
    graph["mend"].condition = "failure() && params.mend";
    World world;
    world.start(graph, {{"mend", true}});
    world.succeed("a");
    EXPECT_EQ(world.stateOf("mend"), "skipped");
    EXPECT_EQ(world.run().state, RunState::succeeded);
}

TEST(Failure, AnAdvisoryStepFailsWithoutFailing)
{
    Graph graph("lint -> train");
    graph["lint"].advisory = true;
    World world;
    world.start(graph);
    world.story();
    world.fail("lint");
    EXPECT_EQ(world.story(), "exited lint/1 exited 1 | ended lint failed (engine.exited) | ready train"
                             " | planned train/1 slots 0");
    world.succeed("train");
    EXPECT_EQ(world.run().state, RunState::succeeded);
}

TEST(Failure, ALossCountsAsFailureButIsItsOwnState)
{
    World world;
    world.start(Graph("a -> b"));
    world.story();
    world.fail("a", OutcomeKind::lost);
    EXPECT_EQ(world.story(),
              "exited a/1 lost | ended a lost (engine.lost) | ended b skipped (engine.need_not_met) | run lost");
}

TEST(Failure, AFailureBesideALossMakesTheRunFailed)
{
    World world(2);
    world.start(Graph("a, b"));
    world.fail("a", OutcomeKind::lost);
    world.fail("b");
    EXPECT_EQ(world.run().state, RunState::failed);
}

TEST(Failure, EndFailedIsAFailedStep)
{
    Graph graph("pick, bad, -> good");
    graph.choose("pick", {{"true", "bad", {}}, {"", "good", {}}});
    graph["bad"].body = pipeline::End{false};
    World world;
    world.start(graph);
    EXPECT_EQ(world.story(), "created | branch pick -> bad | ended pick ok | ended bad failed (engine.end_failed)"
                             " | ended good skipped (engine.not_chosen) | run failed");
}

TEST(Cancel, StopsWhatRunsAndEndsTheRest)
{
    World world(2);
    world.start(Graph("a, b, c, a -> d"));
    world.story();
    world.cancel();
    EXPECT_EQ(world.story(), "cancel | ended c cancelled (engine.run_cancelled)");
    EXPECT_EQ(world.outstanding(), (std::set<std::string>{"stop g-1/a/1", "stop g-1/b/1"}));
    world.fail("a", OutcomeKind::cancelled);
    world.fail("b", OutcomeKind::cancelled);
    EXPECT_EQ(world.story(), "exited a/1 cancelled | ended a cancelled (engine.run_cancelled)"
                             " | ended d cancelled (engine.run_cancelled)"
                             " | exited b/1 cancelled | ended b cancelled (engine.run_cancelled) | run cancelled");
}

TEST(Cancel, AlwaysStepsStillRunUntilASecondCancel)
{
    Graph graph("a -> clean, clean -> more");
    graph["clean"].condition = graph["more"].condition = "always()";
    World world;
    world.start(graph);
    world.cancel();
    world.fail("a", OutcomeKind::cancelled);
    EXPECT_EQ(world.stateOf("clean"), "running");
    EXPECT_EQ(world.outstanding(), std::set<std::string>{"launch g-1/clean/1"});
    world.started("clean");
    world.cancel();
    EXPECT_EQ(world.outstanding(), std::set<std::string>{"stop g-1/clean/1"});
    world.fail("clean", OutcomeKind::cancelled);
    EXPECT_EQ(world.stateOf("more"), "cancelled");
    EXPECT_EQ(world.run().state, RunState::cancelled);
}

TEST(Cancel, ADelayedRetryIsGivenUp)
{
    Graph graph("a");
    graph.command("a").retry.attempts = 3;
    graph.command("a").retry.delay = Duration(60'000);
    World world;
    world.start(graph);
    world.fail("a");
    world.story();
    world.cancel();
    EXPECT_EQ(world.story(), "cancel | ended a cancelled (engine.run_cancelled) | run cancelled");
    EXPECT_EQ(nextTimer(world.state()), std::nullopt);
}

TEST(Cancel, AFailureDuringACancelIsNotRetried)
{
    Graph graph("a");
    graph.command("a").retry.attempts = 3;
    World world;
    world.start(graph);
    world.cancel();
    world.fail("a", OutcomeKind::exited, 143);
    EXPECT_EQ(world.stateOf("a"), "failed");
    EXPECT_EQ(world.run().state, RunState::cancelled);
}

TEST(Cancel, ThatComesWhenEverythingEndsWellChangesNothing)
{
    World world;
    world.start(Graph("a"));
    world.cancel();
    world.succeed("a");
    EXPECT_EQ(world.run().state, RunState::succeeded);
}

TEST(Cancel, OfARunThatHasEndedIsAConflict)
{
    World world;
    const RunId run = world.start(Graph("a"));
    world.succeed("a");
    EXPECT_EQ(world.give(CancelRun{run, ""}).error().code, ErrorCode::conflict);
    EXPECT_EQ(world.give(CancelRun{{"g", 99}, ""}).error().code, ErrorCode::notFound);
}

TEST(Cancel, WinsOverFailureAndFailureOverRejection)
{
    Graph graph("a, ask, b");
    graph["ask"].body = pipeline::Approve{"?", "", {}, {}, ""};
    World world(2);
    world.start(graph);
    ASSERT_TRUE(world.decide("ask", Verdict::rejected).ok());
    world.fail("a");
    world.succeed("b");
    EXPECT_EQ(world.run().state, RunState::failed);
    world.start(graph);
    world.fail("a");
    world.cancel();
    world.fail("b", OutcomeKind::cancelled);
    EXPECT_EQ(world.run().state, RunState::cancelled);
}

TEST(Finality, LateAndRepeatedMessagesChangeNothing)
{
    World world;
    const RunId run = world.start(Graph("a"));
    const AttemptId attempt{run, {"a", 1, -1}, 1};
    world.started("a");
    world.succeed("a");
    world.story();
    AttemptEnded lost;
    lost.attempt = attempt;
    lost.outcome.kind = OutcomeKind::lost;
    EXPECT_TRUE(world.give(Ended{lost}).ok());
    EXPECT_TRUE(world.give(Started{attempt, 1}).ok());
    EXPECT_EQ(world.story(), "");
    EXPECT_EQ(world.give(Started{{run, {"a", 1, -1}, 2}, 1}).error().code, ErrorCode::notFound);
    EXPECT_EQ(world.run().state, RunState::succeeded);
}

TEST(Finality, AnEndThatArrivesBeforeItsStartIsTheEnd)
{
    World world;
    world.start(Graph("a"));
    world.succeed("a");
    world.story();
    world.started("a");
    EXPECT_EQ(world.story(), "");
}

} // namespace

} // namespace penstock::engine
