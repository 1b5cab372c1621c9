// Slots and paths: who is next.
#include "world.h"

#include "core/engine/path_conflict.h"
#include "core/pipeline/document_json.h"

#include <gtest/gtest.h>

namespace penstock::engine {

namespace {

using test::Graph;
using test::World;

void writes(Graph& graph, const std::string& step, const std::string& path)
{
    graph.command(step).outputs = {{"out", {path, ""}}};
}

TEST(Admission, GivesTheLowestFreeSlotsInTheOrderOfTheFile)
{
    World world(2);
    world.start(Graph("c, a, b"));
    EXPECT_EQ(world.story(), "created | ready c | ready a | ready b | planned c/1 slots 0 | planned a/1 slots 1");
    world.succeed("c");
    EXPECT_EQ(world.story(), "exited c/1 ok | ended c ok | planned b/1 slots 0");
}

TEST(Admission, HigherPriorityGoesFirst)
{
    Graph graph("a, b, c");
    graph.command("c").priority = 5;
    graph.command("a").priority = -1;
    World world;
    world.start(graph);
    EXPECT_EQ(world.story(), "created | ready a | ready b | ready c | planned c/1 slots 0");
    world.succeed("c");
    EXPECT_EQ(world.story(), "exited c/1 ok | ended c ok | planned b/1 slots 0");
}

TEST(Admission, AWideStepTakesSeveralSlotsAndIsNotOvertaken)
{
    Graph graph("a, wide, c");
    graph.command("wide").resources.cpu = 1.5;
    World world(2);
    world.start(graph);
    EXPECT_EQ(world.story(), "created | ready a | ready wide | ready c | planned a/1 slots 0");
    world.succeed("a");
    EXPECT_EQ(world.story(), "exited a/1 ok | ended a ok | planned wide/1 slots 0 1");
}

TEST(Admission, AStepThatAsksForMoreThanThereIsGetsAll)
{
    Graph graph("huge");
    graph.command("huge").resources.cpu = 64;
    World world(2);
    world.start(graph);
    EXPECT_EQ(world.story(), "created | ready huge | planned huge/1 slots 0 1");
}

TEST(Admission, NothingIsPlannedWithoutSlots)
{
    World world(0);
    world.start(Graph("a"));
    EXPECT_EQ(world.story(), "created | ready a");
}

TEST(Admission, TwoAttemptsThatClaimTheSamePathNeverRunAtOnce)
{
    Graph graph("a, b, c");
    writes(graph, "a", "build/model");
    writes(graph, "b", "./build//x/../model");
    World world(3);
    world.start(graph);
    EXPECT_EQ(world.story(), "created | ready a | ready b | ready c | planned a/1 slots 0 +build/model"
                             " | planned c/1 slots 1");
    world.succeed("a");
    EXPECT_EQ(world.story(), "exited a/1 ok | ended a ok | planned b/1 slots 0 +build/model");
}

TEST(Admission, AFolderCoversItsContent)
{
    Graph graph("a, b, c");
    writes(graph, "a", "data/raw");
    writes(graph, "b", "data");
    writes(graph, "c", "data-2/x");
    World world(3);
    world.start(graph);
    EXPECT_EQ(world.stateOf("b"), "ready");
    EXPECT_EQ(world.stateOf("c"), "running");
    world.succeed("a");
    EXPECT_EQ(world.stateOf("b"), "running");
    EXPECT_FALSE(isFree(world.state(), "data/raw/1.csv"));
    EXPECT_TRUE(isFree(world.state(), "database"));
}

TEST(Admission, AClaimIsHeldAgainstOtherRunsToo)
{
    Graph graph("a");
    writes(graph, "a", "model");
    World world(2);
    const RunId first = world.start(graph);
    world.start(graph);
    EXPECT_EQ(world.stateOf("a"), "ready");
    EXPECT_EQ(*claimedBy(world.state(), "model"), (AttemptId{first, {"a", 1, -1}, 1}));
}

RunCreated inCheckout(const Graph& graph, const std::string& name)
{
    RunCreated run;
    run.pipeline = pipeline::toJson(graph.pipeline());
    run.source = {{"commit", "4f2a"}};
    run.checkout = Checkout{name, "main", "4f2a", "work", std::nullopt};
    return run;
}

TEST(Admission, RunsInFoldersOfTheirOwnMayWriteTheSamePathAtOnce)
{
    Graph graph("a");
    writes(graph, "a", "model");
    World world(4);
    world.start(graph);
    world.start(inCheckout(graph, "a-2"));
    EXPECT_EQ(world.stateOf("a"), "running");
    world.start(inCheckout(graph, "a-3"));
    EXPECT_EQ(world.stateOf("a"), "running");
    world.start(inCheckout(graph, "a-3"));
    EXPECT_EQ(world.stateOf("a"), "ready");
}

// `a` makes data/x, which `b` and `c` read.
Graph readers()
{
    Graph graph("a -> b, a -> c");
    writes(graph, "a", "data/x");
    for (const char* reader : {"b", "c"})
        graph.command(reader).inputs = {{"x", {"${{ steps.a.outputs.out }}", false}}};
    return graph;
}

TEST(Admission, StepsOfARunReadAnInputAtItsPathTogether)
{
    World world(3);
    world.start(readers());
    world.succeed("a");
    EXPECT_EQ(world.stateOf("b"), "running");
    EXPECT_EQ(world.stateOf("c"), "running");
}

TEST(Admission, NobodyWritesWhereAStepOfAnotherRunReads)
{
    World world(3);
    world.start(readers());
    world.succeed("a");
    Graph other("w");
    writes(other, "w", "data");
    world.start(other);
    EXPECT_EQ(world.stateOf("w"), "ready");
}

TEST(Admission, NobodyReadsWhereAStepOfAnotherRunWrites)
{
    World world(1);
    const RunId first = world.start(readers());
    world.succeed("a");
    Graph other("w");
    writes(other, "w", "data");
    other.command("w").priority = 1;
    const RunId second = world.start(other);
    EXPECT_EQ(world.stateOf("w"), "ready");
    const engine::Run& reading = world.state().runs.at(first);
    const Instance& waiting = *reading.newest("c");
    EXPECT_FALSE(pathConflict(world.state(), reading, waiting));
    Ended ended;
    ended.result.attempt = {first, {"b", 1, -1}, 1};
    ASSERT_TRUE(world.give(ended));
    ASSERT_EQ(world.stateOf("w"), "running");
    const auto conflict = pathConflict(world.state(), reading, waiting);
    ASSERT_TRUE(conflict);
    EXPECT_EQ(conflict->path, "data/x");
    EXPECT_EQ(conflict->holder, (AttemptId{second, {"w", 1, -1}, 1}));
}

TEST(Admission, RunsThatReadAtTheSamePathWhatEachMadeDoSoOneAfterTheOther)
{
    World world(4);
    world.start(readers());
    world.succeed("a");
    const RunId second = world.start(readers());
    EXPECT_EQ(world.stateOf("a"), "ready");
    const engine::Run& run = world.state().runs.at(second);
    EXPECT_TRUE(pathConflict(world.state(), run, *run.newest("b")));
}

TEST(Admission, TheRunThatHoldsFewestSlotsIsNext)
{
    World world(3);
    world.start(Graph("a, b, c, d"));
    world.succeed("a");
    world.start(Graph("x, y"));
    world.story();
    const RunId first{"g", 1};
    AttemptEnded ended;
    ended.attempt = {first, {"b", 1, -1}, 1};
    ASSERT_TRUE(world.give(Ended{ended}).ok());
    EXPECT_EQ(world.story(), "exited g-1/b/1 ok | ended g-1/b ok | planned x/1 slots 1");
    ended.attempt = {first, {"c", 1, -1}, 1};
    ASSERT_TRUE(world.give(Ended{ended}).ok());
    EXPECT_EQ(world.story(), "exited g-1/c/1 ok | ended g-1/c ok | planned y/1 slots 2");
}

TEST(Admission, OfEqualRunsTheOlderIsNext)
{
    World world(1);
    world.start(Graph("blocker"));
    world.start(Graph("a"));
    world.start(Graph("a"));
    world.story();
    AttemptEnded ended;
    ended.attempt = {{"g", 1}, {"blocker", 1, -1}, 1};
    ASSERT_TRUE(world.give(Ended{ended}).ok());
    EXPECT_EQ(world.state().run({"g", 2})->instances[0].state, InstanceState::running);
    EXPECT_EQ(world.stateOf("a"), "ready");
}

TEST(Admission, AHigherPriorityBehindABlockedPathDoesNotHoldBackAnotherRun)
{
    Graph holder("h"), first("x, y"), second("z");
    writes(holder, "h", "p");
    writes(first, "x", "p");
    first.command("x").priority = 9;
    second.command("z").priority = 5;
    World world(1);
    world.start(holder);
    world.start(first);
    world.start(second);
    EXPECT_EQ(world.state().turns.begin()->run, (RunId{"g", 2}));
    WorkspaceState state = world.state();
    state.slots = 2;
    Batch batch;
    admit(state, world.now(), batch);
    ASSERT_EQ(batch.events.size(), 1u);
    EXPECT_EQ(std::get<AttemptPlanned>(batch.events[0]).attempt.run, (RunId{"g", 3}));
}

TEST(Admission, StepsThatTogetherWantMoreMemoryThanThereIsTakeTurnsAndSaySo)
{
    constexpr std::uint64_t gibibyte = 1 << 30;
    Graph graph("a, b, c");
    graph.command("a").resources.memory = 6 * gibibyte;
    graph.command("b").resources.memory = 6 * gibibyte;
    World world(3);
    world.give({8 * gibibyte, 0, {}});
    world.start(graph);
    EXPECT_EQ(world.stateOf("a"), "running");
    EXPECT_EQ(world.stateOf("b"), "ready");
    EXPECT_EQ(world.stateOf("c"), "running") << "what wants none of it passes by";
    EXPECT_EQ(whyWaiting(world.state(), world.run(), world.instance("b")).id, "engine.waits_memory");
    world.succeed("a");
    EXPECT_EQ(world.stateOf("b"), "running");
}

TEST(Admission, AStepThatWantsMoreMemoryThanThereIsRunsAlone)
{
    Graph graph("a");
    graph.command("a").resources.memory = 1ull << 40;
    World world;
    world.give({1 << 30, 0, {}});
    world.start(graph);
    EXPECT_EQ(world.stateOf("a"), "running");
}

TEST(Admission, EachAttemptHasGpusOfItsOwn)
{
    Graph graph("a, b, c");
    for (const char* step : {"a", "b", "c"})
        graph.command(step).resources.gpu = 1;
    World world(3);
    world.give({0, 2, {}});
    world.start(graph);
    EXPECT_EQ(world.instance("a").attempts.back().gpus, std::vector<int>{0});
    EXPECT_EQ(world.instance("b").attempts.back().gpus, std::vector<int>{1});
    EXPECT_EQ(whyWaiting(world.state(), world.run(), world.instance("c")).id, "engine.waits_gpus");
    world.succeed("a");
    EXPECT_EQ(world.instance("c").attempts.back().gpus, std::vector<int>{0});
}

TEST(Admission, APoolHoldsAsManyAsItIsToldAndOneWhenItIsNotNamed)
{
    Graph graph("a, b, c, d, e");
    for (const char* step : {"a", "b", "c"})
        graph.command(step).pool = "database";
    graph.command("d").pool = graph.command("e").pool = "license";
    World world(9);
    world.give({0, 0, {{"database", 2}}});
    world.start(graph);
    EXPECT_EQ(world.stateOf("b"), "running");
    EXPECT_EQ(world.stateOf("c"), "ready");
    EXPECT_EQ(world.stateOf("d"), "running");
    EXPECT_EQ(whyWaiting(world.state(), world.run(), world.instance("e")).id, "engine.waits_pool");
}

} // namespace

} // namespace penstock::engine
