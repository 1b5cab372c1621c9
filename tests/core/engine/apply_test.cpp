// Folding is total: a log that says more than it should (a newer version's, a damaged one) changes nothing that has ended.
#include "story.h"
#include "world.h"

#include <gtest/gtest.h>

namespace penstock::engine {

namespace {

using test::Graph;
using test::World;

void expectNoChange(const World& world, const Event& event)
{
    WorkspaceState state = world.state();
    apply(state, event, world.now() + Duration(1), "engine");
    EXPECT_EQ(test::difference(state, world.state()), "") << test::line(event, world.run().id, world.now());
}

TEST(Apply, AnEndStateNeverChanges)
{
    World world;
    const RunId run = world.start(Graph("a, b"));
    const InstanceId a{"a", 1, -1};
    world.started("a");
    world.succeed("a");
    expectNoChange(world, InstanceEnded{run, a, InstanceState::failed, {}, {}, {}, {}});
    expectNoChange(world, InstanceReady{run, a});
    expectNoChange(world, InstanceStarted{run, a});
    expectNoChange(world, AttemptPlanned{{run, a, 2}, {1}, {"p"}});
    expectNoChange(world, RetryScheduled{{run, a, 1}, world.now()});
    AttemptEnded ended;
    ended.attempt = {run, a, 1};
    expectNoChange(world, ended);
}

TEST(Apply, AnAttemptIsPlannedOnceAndInOrder)
{
    World world;
    const RunId run = world.start(Graph("a"));
    expectNoChange(world, AttemptPlanned{{run, {"a", 1, -1}, 1}, {3}, {}});
    expectNoChange(world, AttemptPlanned{{run, {"a", 1, -1}, 7}, {3}, {}});
    expectNoChange(world, AttemptStarted{{run, {"a", 1, -1}, 7}, 1});
}

TEST(Apply, ARunThatHasEndedNeverChanges)
{
    World world;
    const RunId run = world.start(Graph("a"));
    world.succeed("a");
    expectNoChange(world, RunEnded{run, RunState::failed});
    expectNoChange(world, RunCancelRequested{run, "late"});
    expectNoChange(world, world.log().front());
}

TEST(Apply, AClosedRequestNeverChanges)
{
    Graph graph("ask, a");
    graph["ask"].body = pipeline::Approve{"?", "", {}, {}, {}};
    World world;
    const RunId run = world.start(graph);
    ASSERT_TRUE(world.decide("ask", Verdict::approved).ok());
    const RequestId request{run, {"ask", 1, -1}, 1};
    expectNoChange(world, ApprovalDecided{request, Verdict::rejected, {}, "bob", ""});
    expectNoChange(world, ApprovalWithdrawn{request, {}});
}

TEST(Apply, ADocumentThatThisVersionCannotPlanIsNoRunButItsNumberIsTaken)
{
    WorkspaceState state;
    RunCreated created;
    created.run = {"future", 41};
    created.pipeline = {{"penstock", 99}};
    apply(state, created, {}, "engine");
    EXPECT_TRUE(state.runs.empty());
    EXPECT_EQ(state.lastRun, 41u);
}

} // namespace

} // namespace penstock::engine
