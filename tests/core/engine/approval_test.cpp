#include "world.h"

#include <gtest/gtest.h>

namespace penstock::engine {

namespace {

using test::Graph;
using test::World;

Graph asking(const std::string& onReject = {})
{
    Graph graph("ask -> go");
    graph["ask"].body = pipeline::Approve{"Go on?", "", {"lead"}, Duration(60'000), onReject};
    return graph;
}

TEST(Approval, WaitsForAPersonAndGoesOn)
{
    World world;
    world.start(asking());
    EXPECT_EQ(world.story(), "created | asks ask");
    EXPECT_EQ(world.stateOf("ask"), "waiting");
    ASSERT_TRUE(world.decide("ask", Verdict::approved).ok());
    EXPECT_EQ(world.story(), "approved ask by ann | ended ask ok | ready go | planned go/1 slots 0");
    const Request& request = world.state().requests.begin()->second;
    EXPECT_EQ(request.state, Request::State::approved);
    EXPECT_EQ(request.comment, "because");
    EXPECT_EQ(request.requestedBy, "engine");
}

TEST(Approval, TheDigestIsThatOfTheCanonicalSubject)
{
    World world;
    world.start(asking());
    const Request& request = world.state().requests.begin()->second;
    EXPECT_EQ(request.digest, sha256(R"({"candidate":null,"policy":"","production":null,"question":"Go on?"})"));
}

TEST(Approval, ASecondDifferentAnswerIsAConflictTheSameOneIsNot)
{
    World world;
    world.start(asking());
    ASSERT_TRUE(world.decide("ask", Verdict::approved, "ann").ok());
    EXPECT_TRUE(world.decide("ask", Verdict::approved, "ann").ok());
    EXPECT_EQ(world.decide("ask", Verdict::approved, "bob").error().code, ErrorCode::conflict);
    EXPECT_EQ(world.decide("ask", Verdict::rejected, "ann").error().message.id, "engine.request_decided");
}

TEST(Approval, AnUnknownRequestIsNotFound)
{
    World world;
    const RunId run = world.start(Graph("a"));
    EXPECT_EQ(world.give(Decide{{{run, {"a", 1, -1}, 1}, Verdict::approved, {}, "ann", ""}}).error().code,
              ErrorCode::notFound);
}

TEST(Approval, RejectionStartsOnlyAlwaysSteps)
{
    Graph graph = asking();
    graph["clean"].needs = {"go"};
    graph["clean"].condition = "always()";
    graph["mend"].needs = {"go"};
    graph["mend"].condition = "failure()";
    World world;
    world.start(graph);
    world.story();
    ASSERT_TRUE(world.decide("ask", Verdict::rejected).ok());
    EXPECT_EQ(world.story(), "rejected ask by ann | ended ask rejected (engine.rejected)"
                             " | ended go skipped (engine.need_not_met) | ready clean"
                             " | ended mend skipped (engine.run_rejected) | planned clean/1 slots 0");
    world.succeed("clean");
    EXPECT_EQ(world.run().state, RunState::rejected);
}

TEST(Approval, OnRejectRoutesARejectionAndTheRunGoesOn)
{
    Graph graph = asking("tell");
    graph["tell"];
    World world;
    world.start(graph);
    world.story();
    ASSERT_TRUE(world.decide("ask", Verdict::rejected).ok());
    EXPECT_EQ(world.story(), "rejected ask by ann | ended ask rejected (engine.rejected)"
                             " | ended go skipped (engine.need_not_met) | ready tell | planned tell/1 slots 0");
    world.succeed("tell");
    EXPECT_EQ(world.run().state, RunState::succeeded);
}

TEST(Approval, OnRejectIsSkippedAfterAnApproval)
{
    Graph graph = asking("tell");
    graph["tell"];
    World world;
    world.start(graph);
    ASSERT_TRUE(world.decide("ask", Verdict::approved).ok());
    EXPECT_EQ(world.stateOf("tell"), "skipped");
}

TEST(Approval, ExpiryIsARejectionAlsoForRouting)
{
    Graph graph = asking("tell");
    graph["tell"];
    World world;
    world.start(graph);
    world.pass(Duration(60'000));
    EXPECT_EQ(world.state().requests.begin()->second.state, Request::State::expired);
    EXPECT_EQ(world.stateOf("tell"), "running");
}

TEST(Approval, AnAnswerThatComesAfterTheExpiryIsAConflictEvenBeforeTheTick)
{
    World world;
    world.start(asking());
    const Request request = world.state().requests.begin()->second;
    Batch batch;
    WorkspaceState state = world.state();
    const auto late = decide(state, Decide{{request.id, Verdict::approved, request.digest, "ann", ""}},
                             *request.expires, batch);
    EXPECT_EQ(late.error().message.id, "engine.request_expired");
}

TEST(Approval, ACancelWithdrawsTheQuestion)
{
    World world;
    world.start(asking());
    world.story();
    world.cancel();
    EXPECT_EQ(world.story(), "cancel | withdrawn ask (engine.run_cancelled) | ended ask cancelled (engine.run_cancelled)"
                             " | ended go cancelled (engine.run_cancelled) | run cancelled");
    EXPECT_EQ(world.decide("ask", Verdict::approved).error().message.id, "engine.request_withdrawn");
}

TEST(Approval, AFailureElsewhereWithdrawsAQuestionWhoseAnswerWouldLeadNowhere)
{
    Graph graph = asking();
    graph["a"];
    World world;
    world.start(graph);
    world.story();
    world.fail("a");
    EXPECT_EQ(world.story(), "exited a/1 exited 1 | ended a failed (engine.exited)"
                             " | withdrawn ask (engine.run_failing) | ended ask skipped (engine.run_failing)"
                             " | ended go skipped (engine.need_not_met) | run failed");
}

TEST(Approval, ProductionOfAnotherLineDoesNotDisturbTheQuestion)
{
    World world;
    world.start(asking());
    world.story();
    world.production("other v1", {{"exists", true}, {"version", "other 1.1"}});
    EXPECT_EQ(world.story(), "production other v1 = 1.1");
    EXPECT_EQ(world.stateOf("ask"), "waiting");
}

} // namespace

} // namespace penstock::engine
