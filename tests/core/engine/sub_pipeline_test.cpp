// Pipelines in pipelines: parameters in, outputs out, failures contained, fanned out.
#include "world.h"

#include "core/engine/command_line.h"
#include "core/engine/scope.h"
#include "core/expression/evaluate.h"

#include <gtest/gtest.h>

namespace penstock::engine {

namespace {

using test::Graph;
using test::World;

constexpr const char* file = "pipelines/clean.pipeline.yaml";

Graph inner()
{
    Graph graph("read -> write");
    graph.pipeline().name = "clean";
    graph.pipeline().parameters = {{"rows", pipeline::ParameterType::integer, "", 100, {}, {}, {}}};
    graph.command("read").arguments = {"read", "${{ params.rows }}"};
    graph.command("write").outputs = {{"table", {}}};
    graph.command("write").values = {{"kept", {}}};
    graph.pipeline().outputs = {{"table", "${{ steps.write.outputs.table }}"}, {"kept", "${{ steps.write.values.kept }}"}};
    return graph;
}

Graph outer()
{
    Graph graph("begin -> clean, clean -> use");
    graph["clean"].body = pipeline::SubPipeline{file, {{"rows", "${{ params.n }}"}}};
    graph.command("use").inputs = {{"data", {"${{ steps.clean.outputs.table }}", false}}};
    return graph;
}

TEST(SubPipeline, RunsItsStepsUnderItsNameAndGivesItsOutputs)
{
    World world;
    world.knows(inner(), file);
    world.start(outer(), {{"n", 7}});
    world.succeed("begin");
    EXPECT_EQ(world.story(), "created | ready begin | planned begin/1 slots 0 | exited begin/1 ok | ended begin ok | opened clean"
                             " | ready clean/read | planned clean/read/1 slots 0");
    EXPECT_EQ(commandLine(world.state(), world.run(), world.instance("clean/read"), 1, {})->arguments[1], "7");
    world.succeed("clean/read");
    world.succeed("clean/write", {{"kept", 5}});
    EXPECT_EQ(world.stateOf("clean"), "succeeded");
    EXPECT_EQ(world.instance("clean").values["kept"], 5);
    EXPECT_EQ(inputSources(world.state(), world.run(), world.instance("use"))->front().artifact, test::artifact("clean/write/table"));
    world.succeed("use");
    EXPECT_EQ(name(world.run().state), std::string("succeeded"));
}

TEST(SubPipeline, AFailureInsideIsOneOfTheStep)
{
    World world;
    world.knows(inner(), file);
    Graph graph = outer();
    graph["clean"].advisory = true;
    graph.command("use").inputs.clear();
    world.start(graph, {{"n", 7}});
    world.succeed("begin");
    world.fail("clean/read");
    EXPECT_EQ(world.stateOf("clean/write"), "skipped");
    EXPECT_EQ(world.stateOf("clean"), "failed");
    world.succeed("use");
    EXPECT_EQ(name(world.run().state), std::string("succeeded"));
}

TEST(SubPipeline, WhatHasBegunFinishesWhenTheRunFailsElsewhere)
{
    World world(2);
    world.knows(inner(), file);
    Graph graph = outer();
    graph["bad"];
    world.start(graph, {{"n", 7}});
    world.succeed("begin");
    world.fail("bad");
    world.succeed("clean/read");
    EXPECT_EQ(world.stateOf("clean/write"), "running");
    world.succeed("clean/write", {{"kept", 5}});
    EXPECT_EQ(world.stateOf("use"), "skipped");
    EXPECT_EQ(name(world.run().state), std::string("failed"));
}

TEST(SubPipeline, ARefusedParameterFailsTheStep)
{
    World world;
    world.knows(inner(), file);
    world.start(outer(), {{"n", "many"}});
    world.succeed("begin");
    EXPECT_EQ(world.stateOf("clean"), "failed");
}

TEST(SubPipeline, FansOutAndEachItemHasItsOwnSteps)
{
    World world(2);
    world.knows(inner(), file);
    Graph graph("clean -> use");
    graph["clean"].body = pipeline::SubPipeline{file, {{"rows", "${{ item }}"}}};
    graph["clean"].map = {{"over", {3, 4}}};
    world.start(graph);
    EXPECT_EQ(commandLine(world.state(), world.run(), world.instance("clean[1]/read"), 1, {})->arguments[1], "4");
    for (const char* item : {"clean[0]/", "clean[1]/"}) {
        world.succeed(std::string(item) + "read");
        world.succeed(std::string(item) + "write", {{"kept", 1}});
    }
    EXPECT_EQ(world.stateOf("clean"), "succeeded");
    const RunScope scope(world.state(), world.run(), world.instance("use"));
    EXPECT_EQ(*expression::evaluate(*expression::parse("steps.clean.outputs.kept"), scope), (Json{1, 1}));
}

TEST(SubPipeline, AWayBackAbandonsItAndOpensItAnew)
{
    Graph graph("make -> look, make -> clean, look -> judge");
    graph["clean"].body = pipeline::SubPipeline{file, {}};
    graph.choose("judge", {{"!steps.make.values.good", "make", 1}, {"", "end", {}}});
    graph.command("make").values = {{"good", {}}};
    graph["end"].body = pipeline::End{true};
    World world(2);
    world.knows(inner(), file);
    world.start(graph);
    world.succeed("make", {{"good", false}});
    world.succeed("look");
    EXPECT_EQ(world.stateOf("clean/write"), "cancelled");
    world.fail("clean/read", OutcomeKind::cancelled);
    world.succeed("make", {{"good", true}});
    world.succeed("look");
    EXPECT_EQ(world.instance("clean").id.text(), "clean~2");
    world.succeed("clean~2/read");
    world.succeed("clean~2/write", {{"kept", 1}});
    EXPECT_EQ(name(world.run().state), std::string("succeeded"));
}

TEST(SubPipeline, ACancelReachesInside)
{
    World world;
    world.knows(inner(), file);
    world.start(outer(), {{"n", 7}});
    world.succeed("begin");
    world.cancel();
    EXPECT_TRUE(world.outstanding().contains("stop g-1/clean/read/1"));
    world.fail("clean/read", OutcomeKind::cancelled);
    EXPECT_EQ(world.stateOf("clean"), "cancelled");
    EXPECT_EQ(name(world.run().state), std::string("cancelled"));
}

TEST(SubPipeline, AResumedRunReusesWhatSucceededInside)
{
    World world;
    world.knows(inner(), file);
    world.start(outer(), {{"n", 7}});
    world.succeed("begin");
    world.succeed("clean/read");
    world.fail("clean/write");
    world.start(outer(), {{"n", 7}}, "g-1");
    EXPECT_TRUE(world.instance("clean/read").reused);
    EXPECT_EQ(world.stateOf("clean/write"), "running");
}

} // namespace

} // namespace penstock::engine
