#include "world.h"

#include <gtest/gtest.h>

namespace penstock::engine {

namespace {

using test::Graph;
using test::World;

std::string why(const World& world, const std::string& step)
{
    const Message message = whyWaiting(world.state(), world.run(), world.instance(step));
    std::string text = message.id;
    for (const auto& [name, value] : message.arguments)
        text += ' ' + name + '=' + value;
    return text;
}

TEST(Waiting, EveryInstanceCanSayWhy)
{
    Graph graph("a, b, c, a b -> d, ask");
    graph.command("a").outputs = {{"x", {"data", ""}}};
    graph.command("c").outputs = {{"x", {"data/c", ""}}};
    graph.command("b").retry.attempts = 2;
    graph.command("b").retry.delay = Duration(10'000);
    graph["ask"].body = pipeline::Approve{"?", "", {"lead", "ann"}, {}, ""};
    World world(2);
    world.start(graph);
    EXPECT_EQ(why(world, "a"), "engine.is_starting");
    world.started("a");
    EXPECT_EQ(why(world, "a"), "engine.is_running since=2023-11-14T22:13:20.000Z");
    EXPECT_EQ(why(world, "c"), "engine.waits_path path=data/c holder=g-1/a/1");
    EXPECT_EQ(why(world, "d"), "engine.waits_step steps=a, b");
    EXPECT_EQ(why(world, "ask"), "engine.waits_approver request=g-1/ask approvers=lead, ann");
    world.fail("b");
    EXPECT_EQ(why(world, "b"), "engine.waits_time at=2023-11-14T22:13:30.000Z attempt=2");
    world.succeed("a");
    EXPECT_EQ(why(world, "d"), "engine.waits_step steps=b");
    world.cancel();
    EXPECT_EQ(why(world, "d"), "engine.run_cancelled");
}

TEST(Waiting, AReadyInstanceNamesWhoHoldsTheSlots)
{
    World world(1);
    world.start(Graph("a, b"));
    EXPECT_EQ(why(world, "b"), "engine.waits_slot wanted=1 used=1 slots=1 holders=g-1/a");
}

TEST(Waiting, ARegistrationWaitsForTheRegistry)
{
    Graph graph("a, record");
    graph.command("a").outputs = {{"m", {"", ""}}};
    graph["record"].body = pipeline::Register{"m", 1, "${{ steps.a.outputs.m }}", ""};
    World world;
    world.start(graph);
    world.succeed("a");
    EXPECT_EQ(why(world, "record"), "engine.waits_registry");
    EXPECT_FALSE(isIdle(world.state()));
}

} // namespace

} // namespace penstock::engine
