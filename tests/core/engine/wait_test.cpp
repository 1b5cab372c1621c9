// Wait steps, placeholders, simulated and partial runs.
#include "world.h"

#include "core/pipeline/document_json.h"

#include <gtest/gtest.h>

namespace penstock::engine {

namespace {

using test::Graph;
using test::World;

Graph waiting(Json what)
{
    Graph graph("pause -> after");
    graph["pause"].body = pipeline::Wait{std::move(what)};
    return graph;
}

TEST(Wait, EndsAfterItsTime)
{
    World world;
    world.start(waiting("10s"));
    EXPECT_EQ(world.stateOf("pause"), "delayed");
    EXPECT_EQ(nextTimer(world.state()), world.now() + Duration(10'000));
    world.pass(Duration(9'000));
    EXPECT_EQ(world.stateOf("pause"), "delayed");
    world.pass(Duration(1'000));
    EXPECT_EQ(world.stateOf("pause"), "succeeded");
    EXPECT_EQ(world.stateOf("after"), "running");
}

TEST(Wait, UntilATimeThatIsPastIsOverAtOnce)
{
    World world;
    world.start(waiting({{"until", "2001-01-01T00:00:00Z"}}));
    EXPECT_EQ(world.stateOf("pause"), "succeeded");
}

TEST(Wait, ItsTimeMayBeAnExpression)
{
    World world;
    world.start(waiting("${{ params.pause }}"), {{"pause", "5s"}});
    EXPECT_EQ(nextTimer(world.state()), world.now() + Duration(5'000));
    world.start(waiting("${{ params.pause }}"), {{"pause", "soon"}});
    EXPECT_EQ(world.instance("pause").why.id, "engine.wait_no_time");
}

TEST(Wait, ForAFileIsWatchedAndGivenUpInTime)
{
    World world;
    world.start(waiting({{"file", "data/ready"}, {"timeout", "1m"}}));
    EXPECT_TRUE(world.outstanding().contains("watch g-1/pause"));
    world.arrived("pause");
    EXPECT_EQ(world.stateOf("after"), "running");
    world.start(waiting({{"file", "data/ready"}, {"timeout", "1m"}}));
    world.pass(Duration(60'000));
    EXPECT_EQ(world.instance("pause").why.id, "engine.wait_timeout");
}

TEST(Wait, ForAConditionThatSomethingElseMakesTrue)
{
    World world;
    world.start(waiting({{"if", "production('digits v1').exists"}}));
    EXPECT_EQ(world.stateOf("pause"), "running");
    world.production("digits v1", {{"exists", true}, {"version", "digits 1.1"}});
    EXPECT_EQ(world.stateOf("pause"), "succeeded");
}

TEST(Wait, IsCancelledAtOnce)
{
    for (const Json& what : {Json("10s"), Json{{"file", "x"}}}) {
        World world;
        world.start(waiting(what));
        world.cancel();
        EXPECT_EQ(name(world.run().state), std::string("cancelled"));
        EXPECT_TRUE(isIdle(world.state()));
        EXPECT_TRUE(world.state().timers.empty());
    }
}

TEST(Placeholder, Succeeds)
{
    Graph graph("later -> after");
    graph["later"].body = pipeline::Placeholder{};
    World world;
    world.start(graph);
    EXPECT_EQ(world.stateOf("after"), "running");
}

TEST(Simulation, GoesThroughTheGraphWithoutDoingAnything)
{
    Graph graph("prepare -> train, train -> judge, ask -> ship");
    graph.command("train").metrics = "m.json";
    graph.choose("judge", {{"steps.train.metrics.loss > 1", "train", 3}, {"steps.train.metrics.loss < 1", "ask", {}}, {"", "stop", {}}});
    graph["ask"].body = pipeline::Approve{"Go on?", "", {}, {}, {}};
    graph["ship"].body = pipeline::Promote{"digits 1.1", "production"};
    graph["stop"].body = pipeline::End{false};
    RunCreated run;
    run.pipeline = pipeline::toJson(graph.pipeline());
    run.simulated = true;
    World world;
    world.start(run);
    EXPECT_EQ(name(world.run().state), std::string("succeeded"));
    EXPECT_EQ(world.stateOf("ship"), "succeeded");
    EXPECT_EQ(world.stateOf("stop"), "skipped");
    EXPECT_TRUE(world.outstanding().empty());
    EXPECT_TRUE(world.state().requests.empty());
}

RunCreated selected(const Graph& graph, std::vector<std::string> from, std::vector<std::string> to, std::string before = {})
{
    RunCreated run;
    run.pipeline = pipeline::toJson(graph.pipeline());
    run.from = std::move(from);
    run.to = std::move(to);
    run.resumedFrom = std::move(before);
    return run;
}

TEST(PartialRun, UpToAStepSkipsTheRest)
{
    World world;
    world.start(selected(Graph("a -> b, b -> c, a -> d"), {}, {"b"}));
    world.succeed("a");
    world.succeed("b");
    EXPECT_EQ(world.instance("c").why.id, "engine.not_selected");
    EXPECT_EQ(world.stateOf("d"), "skipped");
    EXPECT_EQ(name(world.run().state), std::string("succeeded"));
}

TEST(PartialRun, FromAStepReusesTheRest)
{
    const Graph graph("a -> b, b -> c, a -> d");
    World world(4);
    world.start(graph);
    for (const char* step : {"a", "b", "d", "c"})
        world.succeed(step);
    world.start(selected(graph, {"b"}, {}, "g-1"));
    EXPECT_TRUE(world.instance("a").reused);
    EXPECT_TRUE(world.instance("d").reused);
    EXPECT_EQ(world.stateOf("b"), "running");
}

TEST(PartialRun, AnUnknownStepIsRefused)
{
    World world;
    RunCreated run = selected(Graph("a"), {}, {"b"});
    run.run = {"g", 1};
    EXPECT_EQ(world.give(StartRun{run}).error().message.id, "engine.selected_unknown");
}

TEST(PartialRun, WithOtherParametersOnlyWhatDoesNotDependOnThemIsReused)
{
    Graph graph("a -> b, b -> c, a -> d");
    graph.command("b").arguments = {"b", "${{ params.n }}"};
    World world(4);
    world.start(graph, {{"n", 1}});
    for (const char* step : {"a", "b", "d", "c"})
        world.succeed(step);
    world.start(graph, {{"n", 2}}, "g-1");
    EXPECT_TRUE(world.instance("a").reused);
    EXPECT_TRUE(world.instance("d").reused);
    EXPECT_EQ(world.stateOf("b"), "running");
    EXPECT_EQ(world.stateOf("c"), "pending") << "what it reads is made anew";
}

} // namespace

} // namespace penstock::engine
