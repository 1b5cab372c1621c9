#include "digits.h"
#include "world.h"

#include "core/engine/command_line.h"

#include <gtest/gtest.h>

namespace penstock::engine {

namespace {

using test::Graph;
using test::World;

TEST(Resume, SuccessesAreCarriedOverAndTheRestRuns)
{
    Graph graph("a -> b, b -> c");
    graph.command("a").outputs = {{"x", {"", ""}}};
    World world;
    const RunId first = world.start(graph);
    world.succeed("a", {{"n", 1}}, {{"m", 2}});
    world.fail("b");
    world.story();
    world.start(graph, Json::object(), first.text());
    EXPECT_EQ(world.story(), "created | ended a ok (engine.reused) | ready b | planned b/1 slots 0");
    EXPECT_EQ(world.instance("a").outputs.at("x"), test::artifact("a/x"));
    EXPECT_EQ(world.instance("a").values, (Json{{"n", 1}}));
    EXPECT_EQ(world.instance("a").metrics, (Json{{"m", 2}}));
    world.succeed("b");
    world.succeed("c");
    EXPECT_EQ(world.run().state, RunState::succeeded);
    EXPECT_EQ(world.state().run(first)->state, RunState::failed);
}

TEST(Resume, OfAResumedRunNamesTheRunThatDidTheWork)
{
    Graph graph("a -> b");
    World world;
    const RunId first = world.start(graph);
    world.succeed("a");
    world.fail("b");
    const RunId second = world.start(graph, Json::object(), first.text());
    world.fail("b");
    world.start(graph, Json::object(), second.text());
    EXPECT_EQ(world.instance("a").why.arguments.front().second, first.text());
}

TEST(Resume, IsRefusedForARunThatHasNotEndedOrIsUnknown)
{
    Graph graph("a");
    World world;
    const RunId first = world.start(graph);
    RunCreated again;
    again.run = {"g", 2};
    again.pipeline = std::get<RunCreated>(world.log().front()).pipeline;
    again.resumedFrom = first.text();
    EXPECT_EQ(world.give(StartRun{again}).error().code, ErrorCode::conflict);
    world.fail("a");
    again.resumedFrom = "g-77";
    EXPECT_EQ(world.give(StartRun{again}).error().code, ErrorCode::notFound);
}

TEST(Resume, CleaningUpIsDoneAgainAfterNewWork)
{
    Graph graph("a -> b, b -> clean");
    graph["clean"].condition = "always()";
    World world;
    const RunId first = world.start(graph);
    world.succeed("a");
    world.fail("b");
    world.succeed("clean");
    world.start(graph, Json::object(), first.text());
    EXPECT_EQ(world.stateOf("clean"), "pending");
    world.succeed("b");
    EXPECT_EQ(world.stateOf("clean"), "running");
}

const Json parameters{{"kernel", "rbf"}, {"c", 1.0}};

class ResumedDigits : public testing::Test {
protected:
    ResumedDigits() { graph.pipeline() = test::digits(); }

    RunId approvedButNotShipped()
    {
        const RunId run = world.start(graph, parameters);
        world.succeed("prepare");
        world.succeed("train");
        world.succeed("evaluate", Json::object(), {{"accuracy", 0.9}});
        world.recorded("record", {{"version", "digits 1.1"}});
        EXPECT_TRUE(world.decide("ask", Verdict::approved).ok());
        world.refused("ship", "store.disk_full");
        world.story();
        return run;
    }

    Graph graph{""};
    World world;
};

TEST_F(ResumedDigits, ARegisteredVersionIsNotRegisteredTwiceAndAStandingApprovalStands)
{
    const RunId first = approvedButNotShipped();
    world.start(graph, parameters, first.text());
    EXPECT_EQ(world.story(),
              "created | ended prepare ok (engine.reused) | ended train ok (engine.reused)"
              " | ended evaluate ok (engine.reused) | ended record ok (engine.reused) | branch better -> ask"
              " | ended better ok (engine.reused) | ended ask ok (engine.reused)"
              " | ended stop skipped (engine.not_chosen) | asked ship");
    const auto promotion = promotionRequest(world.state(), world.run(), world.instance("ship"));
    ASSERT_TRUE(promotion.ok());
    EXPECT_EQ(promotion->version.text(), "digits 1.1");
    EXPECT_EQ(promotion->person, "ann");
    world.recorded("ship");
    EXPECT_EQ(world.run().state, RunState::succeeded);
}

TEST_F(ResumedDigits, AnApprovalIsAskedForAgainWhenProductionMovedMeanwhile)
{
    const RunId first = approvedButNotShipped();
    world.production("digits v1", {{"exists", true}, {"version", "digits 1.0"}, {"metrics", {{"accuracy", 0.5}}}});
    world.start(graph, parameters, first.text());
    EXPECT_EQ(world.stateOf("ask"), "waiting");
    ASSERT_TRUE(world.decide("ask", Verdict::approved, "bob").ok());
    const auto promotion = promotionRequest(world.state(), world.run(), world.instance("ship"));
    EXPECT_EQ(promotion->expected, "1.0");
    EXPECT_EQ(promotion->person, "bob");
}

TEST_F(ResumedDigits, WhatWasPromotedIsNotPromotedAgain)
{
    graph["tell"].needs = {"ship"};
    world.start(graph, parameters);
    world.succeed("prepare");
    world.succeed("train");
    world.succeed("evaluate", Json::object(), {{"accuracy", 0.9}});
    world.recorded("record", {{"version", "digits 1.1"}});
    ASSERT_TRUE(world.decide("ask", Verdict::approved).ok());
    world.production("digits v1", {{"exists", true}, {"version", "digits 1.1"}, {"metrics", {{"accuracy", 0.9}}}});
    world.recorded("ship");
    world.fail("tell");
    world.start(graph, parameters, "digits-1");
    EXPECT_TRUE(world.instance("ask").reused);
    EXPECT_TRUE(world.instance("ship").reused);
    EXPECT_EQ(world.stateOf("tell"), "running");
    EXPECT_EQ(world.outstanding(), std::set<std::string>{"launch digits-2/tell/1"});
}

} // namespace

} // namespace penstock::engine
