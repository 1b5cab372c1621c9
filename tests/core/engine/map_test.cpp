// Fan-outs: which items there are, how many at a time, what becomes of failures, which is the best.
#include "world.h"

#include "core/engine/command_line.h"
#include "core/engine/fan.h"
#include "core/engine/scope.h"
#include "core/expression/evaluate.h"

#include <gtest/gtest.h>

namespace penstock::engine {

namespace {

using test::Graph;
using test::World;

Json items(const Json& map, const Json& values = Json::object(), const std::string& seed = "digits-1/sweep")
{
    const auto read = pipeline::readMap(map);
    EXPECT_TRUE(read.ok()) << (read ? "" : read.error().message.id);
    const auto all = itemsOf(*read, expression::JsonScope(values), seed);
    EXPECT_TRUE(all.ok());
    return all ? *all : Json();
}

Graph sweep(Json map)
{
    Graph graph("list -> sweep, sweep -> use");
    graph["sweep"].map = std::move(map);
    graph.command("sweep").arguments = {"train", "${{ item }}"};
    graph.command("sweep").outputs = {{"model", {}}};
    graph.command("sweep").metrics = "m.json";
    return graph;
}

TEST(MapItems, AGridHasAllCombinationsTheLastAxisFastest)
{
    EXPECT_EQ(items({{"over", {{"c", {1, 2}}, {"kernel", {"rbf", "poly"}}}}}),
              (Json{{{"c", 1}, {"kernel", "rbf"}}, {{"c", 1}, {"kernel", "poly"}}, {{"c", 2}, {"kernel", "rbf"}}, {{"c", 2}, {"kernel", "poly"}}}));
}

TEST(MapItems, AListComesFromAnExpression)
{
    EXPECT_EQ(items({{"over", "${{ params.files }}"}}, {{"params", {{"files", {"a", "b"}}}}}), (Json{"a", "b"}));
}

TEST(MapItems, ASampleOfAGridTakesDifferentCombinations)
{
    const Json map{{"over", {{"a", {1, 2, 3, 4, 5}}, {"b", {1, 2, 3, 4, 5}}}}, {"sample", {{"count", 20}, {"seed", 7}}}};
    const Json drawn = items(map);
    EXPECT_EQ(drawn.size(), 20u);
    EXPECT_EQ(std::set<std::string>([&] {
                  std::set<std::string> all;
                  for (const Json& item : drawn)
                      all.insert(dumpJson(item));
                  return all;
              }()).size(), 20u);
    EXPECT_EQ(drawn, items(map, {}, "another run")) << "a seed draws the same everywhere";
}

TEST(MapItems, RangesAreDrawnInsideTheirEnds)
{
    const Json drawn = items({{"over", {{"rate", {{"from", 0.001}, {"to", 10}, {"scale", "log"}}}, {"depth", {{"from", 2}, {"to", 4}, {"whole", true}}}}},
                              {"sample", {{"count", 200}}}});
    std::set<std::int64_t> depths;
    int small = 0;
    for (const Json& item : drawn) {
        EXPECT_GE(item["rate"].get<double>(), 0.001);
        EXPECT_LE(item["rate"].get<double>(), 10);
        small += item["rate"].get<double>() < 0.1;
        depths.insert(item["depth"].get<std::int64_t>());
    }
    EXPECT_EQ(depths, (std::set<std::int64_t>{2, 3, 4}));
    EXPECT_GT(small, 60) << "even in the exponent: half of the values are below the middle of it";
}

TEST(Map, ItemsBeginAsManyAtATimeAsIsSaidAndTheWholeEndsAfterTheLast)
{
    World world(4);
    world.start(sweep({{"over", {10, 20, 30}}, {"parallel", 2}}));
    world.succeed("list");
    EXPECT_EQ(world.story(), "created | ready list | planned list/1 slots 0 | exited list/1 ok | ended list ok | map sweep 3 | ready sweep[0]"
                             " | ready sweep[1] | planned sweep[0]/1 slots 0 +m.json");
    world.succeed("sweep[0]");
    world.succeed("sweep[1]");
    EXPECT_EQ(world.stateOf("sweep"), "running");
    world.succeed("sweep[2]");
    EXPECT_EQ(world.stateOf("sweep"), "succeeded");
    EXPECT_EQ(world.stateOf("use"), "running");
}

TEST(Map, EachItemSeesItsOwnValue)
{
    World world;
    world.start(sweep({{"over", {10, 20}}}));
    world.succeed("list");
    const auto line = commandLine(world.state(), world.run(), world.instance("sweep[1]"), 1, {});
    ASSERT_TRUE(line.ok());
    EXPECT_EQ(line->arguments[1], "20");
    EXPECT_EQ(line->variables.at("PENSTOCK_ITEM"), "20");
    EXPECT_EQ(line->variables.at("PENSTOCK_STEP"), "sweep[1]");
}

TEST(Map, AFailureStopsFurtherItemsAndFailsTheStep)
{
    World world;
    world.start(sweep({{"over", {1, 2, 3}}, {"parallel", 1}}));
    world.succeed("list");
    world.fail("sweep[0]");
    EXPECT_EQ(world.stateOf("sweep"), "failed");
    EXPECT_EQ(world.instance("sweep").fan->begun.size(), 1u);
    EXPECT_EQ(name(world.run().state), std::string("failed"));
}

TEST(Map, WhatRunsFinishesWhenAnotherItemFails)
{
    Graph graph = sweep({{"over", {1, 2, 3, 4}}});
    graph.command("sweep").metrics.clear();
    World world(2);
    world.start(graph);
    world.succeed("list");
    world.fail("sweep[0]");
    EXPECT_EQ(world.stateOf("sweep[2]"), "skipped") << "it waited for a slot";
    EXPECT_EQ(world.stateOf("sweep"), "running");
    world.succeed("sweep[1]");
    EXPECT_EQ(world.stateOf("sweep"), "failed");
}

TEST(Map, CollectedFailuresAreInTheResults)
{
    World world;
    world.start(sweep({{"over", {1, 2}}, {"on_failure", "collect"}}));
    world.succeed("list");
    world.fail("sweep[0]");
    world.succeed("sweep[1]", {}, {{"accuracy", 0.5}});
    EXPECT_EQ(world.stateOf("sweep"), "succeeded");
    const RunScope scope(world.state(), world.run(), world.instance("use"));
    const auto value = [&](const char* text) { return *expression::evaluate(*expression::parse(text), scope); };
    EXPECT_EQ(value("steps.sweep.results[0].state"), "failed");
    EXPECT_EQ(value("steps.sweep.metrics.accuracy"), (Json{nullptr, 0.5}));
    EXPECT_EQ(value("steps.sweep.results[1].outputs.model.step"), "sweep[1]");
    EXPECT_EQ(value("steps.sweep.count"), 2);
}

TEST(Map, TheBestItemStandsForTheWholeAndATargetEndsTheSearch)
{
    World world;
    world.start(sweep({{"over", {1, 2, 3, 4}}, {"parallel", 1}, {"best", {{"metric", "accuracy"}, {"target", 0.9}}}}));
    world.succeed("list");
    world.succeed("sweep[0]", {}, {{"accuracy", 0.8}});
    world.succeed("sweep[1]", {}, {{"accuracy", 0.7}});
    world.succeed("sweep[2]", {}, {{"accuracy", 0.95}});
    EXPECT_EQ(world.stateOf("sweep"), "succeeded");
    EXPECT_EQ(world.instance("sweep").fan->begun.size(), 3u);
    const RunScope scope(world.state(), world.run(), world.instance("use"));
    EXPECT_EQ(*expression::evaluate(*expression::parse("steps.sweep.best.item"), scope), 3);
}

TEST(Map, AmongEqualsTheTieRuleDecides)
{
    for (const char* tie : {"first", "last"}) {
        World world;
        world.start(sweep({{"over", {1, 2}}, {"best", {{"metric", "loss"}, {"direction", "minimize"}, {"tie", tie}}}}));
        world.succeed("list");
        world.succeed("sweep[0]", {}, {{"loss", 1}});
        world.succeed("sweep[1]", {}, {{"loss", 1}});
        EXPECT_EQ(world.instance("sweep").fan->best, std::string(tie) == "first" ? 0u : 1u);
    }
}

TEST(Map, NoItemsIsWell)
{
    World world;
    Graph graph = sweep({{"over", "${{ params.files }}"}});
    world.start(graph, {{"files", Json::array()}});
    world.succeed("list");
    EXPECT_EQ(world.stateOf("sweep"), "succeeded");
}

TEST(Map, WhatIsNoListFailsTheStep)
{
    World world;
    world.start(sweep({{"over", "${{ params.files }}"}}), {{"files", "a.csv"}});
    world.succeed("list");
    EXPECT_EQ(world.instance("sweep").why.id, "engine.map_no_list");
}

TEST(Map, ACancelEndsItemsThatWaitAndStopsThoseThatRun)
{
    Graph graph = sweep({{"over", {1, 2, 3}}});
    graph.command("sweep").metrics.clear();
    World world;
    world.start(graph);
    world.succeed("list");
    world.cancel();
    EXPECT_TRUE(world.outstanding().contains("stop g-1/sweep[0]/1"));
    EXPECT_EQ(world.stateOf("sweep[1]"), "cancelled");
    world.fail("sweep[0]", OutcomeKind::cancelled);
    EXPECT_EQ(world.stateOf("sweep"), "cancelled");
    EXPECT_EQ(name(world.run().state), std::string("cancelled"));
}

TEST(Map, AResumedRunReusesTheItemsThatSucceeded)
{
    World world;
    const Graph graph = sweep({{"over", {1, 2, 3}}, {"parallel", 1}});
    world.start(graph);
    world.succeed("list");
    world.succeed("sweep[0]");
    world.fail("sweep[1]");
    world.start(graph, Json::object(), "g-1");
    EXPECT_TRUE(world.instance("sweep[0]").reused);
    EXPECT_EQ(world.stateOf("sweep[1]"), "running");
    world.succeed("sweep[1]");
    world.succeed("sweep[2]");
    world.succeed("use");
    EXPECT_EQ(name(world.run().state), std::string("succeeded"));
}

TEST(Map, ALoopFansOutAnewInEachRound)
{
    Graph graph = sweep({{"over", {1, 2}}});
    graph["judge"].needs = {"sweep"};
    graph.choose("judge", {{"params.again", "list", 1}, {"", "use", {}}});
    graph["use"].needs = {};
    World world;
    world.start(graph, {{"again", true}});
    for (int round = 0; round < 2; ++round) {
        world.succeed("list");
        world.succeed("sweep[0]" + std::string(round == 0 ? "" : ""));
        world.succeed("sweep[1]");
    }
    EXPECT_EQ(world.instance("sweep").id.text(), "sweep~2");
}

} // namespace

} // namespace penstock::engine
