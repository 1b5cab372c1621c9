// The main job, end to end, without an outside world.
#include "digits.h"
#include "world.h"

#include "core/engine/command_line.h"

#include <gtest/gtest.h>

namespace penstock::engine {

namespace {

using test::digits;
using test::World;

const Json parameters{{"kernel", "rbf"}, {"c", 1.5}};

Json inProduction(const std::string& number, double accuracy)
{
    return {{"exists", true},
            {"version", "digits " + number},
            {"metrics", {{"accuracy", accuracy}}},
            {"parameters", Json::object()}};
}

class Digits : public testing::Test {
protected:
    Digits() { graph.pipeline() = digits(); }

    void runUntilRegistered(const std::string& version, double accuracy)
    {
        world.start(graph, parameters);
        world.succeed("prepare");
        world.succeed("train");
        world.succeed("evaluate", Json::object(), {{"accuracy", accuracy}});
        world.recorded("record", {{"version", "digits " + version}});
    }

    const Json& subject() { return world.state().requests.rbegin()->second.subject; }

    test::Graph graph{""};
    World world{2};
};

TEST_F(Digits, TheFirstModelIsRegisteredAskedForAndPromoted)
{
    world.start(graph, parameters);
    EXPECT_EQ(world.story(), "created | ready prepare | planned prepare/1 slots 0 +data/test.csv +data/train.csv");
    world.started("prepare");
    world.succeed("prepare");
    EXPECT_EQ(world.story(), "started prepare/1 | exited prepare/1 ok | ended prepare ok | ready train"
                             " | planned train/1 slots 0 +build/model");
    world.succeed("train");
    world.succeed("evaluate", Json::object(), {{"accuracy", 0.97}});
    EXPECT_EQ(world.story(), "exited train/1 ok | ended train ok | ready evaluate"
                             " | planned evaluate/1 slots 0 +build/metrics.json"
                             " | exited evaluate/1 ok | ended evaluate ok | asked record");
    EXPECT_EQ(world.outstanding(), std::set<std::string>{"record digits-1/record"});
    world.recorded("record", {{"version", "digits 1.1"}});
    EXPECT_EQ(world.story(), "ended record ok | branch better -> ask | ended better ok | asks ask"
                             " | ended stop skipped (engine.not_chosen)");
    EXPECT_TRUE(world.run().isBlocked());
    EXPECT_TRUE(isIdle(world.state()));
    ASSERT_TRUE(world.decide("ask", Verdict::approved).ok());
    EXPECT_EQ(world.story(), "approved ask by ann | ended ask ok | asked ship");
    const auto promotion = promotionRequest(world.state(), world.run(), world.instance("ship"));
    ASSERT_TRUE(promotion.ok());
    EXPECT_EQ(promotion->version.text(), "digits 1.1");
    EXPECT_EQ(promotion->expected, "");
    EXPECT_EQ(promotion->person, "ann");
    world.production("digits v1", inProduction("1.1", 0.97));
    world.recorded("ship");
    EXPECT_EQ(world.story(), "production digits v1 = 1.1 | ended ship ok | run succeeded");
}

TEST_F(Digits, AWorseModelStopsBeforeAnybodyIsAsked)
{
    world.production("digits v1", inProduction("1.1", 0.99));
    runUntilRegistered("1.2", 0.98);
    EXPECT_EQ(world.stateOf("stop"), "succeeded");
    EXPECT_EQ(world.stateOf("ask"), "skipped");
    EXPECT_EQ(world.stateOf("ship"), "skipped");
    EXPECT_EQ(world.run().state, RunState::succeeded);
    EXPECT_TRUE(world.state().requests.empty());
}

TEST_F(Digits, TheRequestShowsCandidateAndProduction)
{
    world.production("digits v1", inProduction("1.1", 0.9));
    runUntilRegistered("1.2", 0.95);
    EXPECT_EQ(subject()["question"], "Put digits 1.2 into production?");
    EXPECT_EQ(subject()["policy"], "digits");
    EXPECT_EQ(subject()["production"]["version"], "digits 1.1");
    const Json& candidate = subject()["candidate"];
    EXPECT_EQ(candidate["version"], "digits 1.2");
    EXPECT_EQ(candidate["artifact"], test::artifact("train/model").digest.hex());
    EXPECT_EQ(candidate["metrics"], (Json{{"accuracy", 0.95}}));
    EXPECT_EQ(candidate["parameters"], parameters);
    EXPECT_EQ(candidate["lineage"]["step"], "train");
    EXPECT_EQ(candidate["lineage"]["code"], (Json{{"work.py", "c0de"}}));
    EXPECT_EQ(candidate["lineage"]["path"], "build/model");
    EXPECT_EQ(candidate["lineage"]["inputs"], (Json{{"data", "da7a"}}));
    EXPECT_EQ(world.state().requests.begin()->second.approvers, std::vector<std::string>{"lead"});
}

TEST_F(Digits, WhenProductionMovesTheQuestionIsAskedAnewAndTheOldAnswerIsRefused)
{
    world.production("digits v1", inProduction("1.1", 0.9));
    runUntilRegistered("1.2", 0.95);
    const Request first = world.state().requests.begin()->second;
    world.story();
    world.production("digits v1", inProduction("1.0", 0.8));
    EXPECT_EQ(world.story(), "production digits v1 = 1.0 | withdrawn ask (engine.production_changed) | asks ask:2");
    const auto late = world.give(Decide{{first.id, Verdict::approved, first.digest, "ann", ""}});
    EXPECT_EQ(late.error().code, ErrorCode::conflict);
    EXPECT_EQ(late.error().message.id, "engine.request_changed");
    const RequestId second{first.id.run, first.id.instance, 2};
    const auto stale = world.give(Decide{{second, Verdict::approved, first.digest, "ann", ""}});
    EXPECT_EQ(stale.error().message.id, "engine.request_changed");
    ASSERT_TRUE(world.decide("ask", Verdict::approved).ok());
    EXPECT_EQ(promotionRequest(world.state(), world.run(), world.instance("ship"))->expected, "1.0");
}

TEST_F(Digits, APromotionThatTheRegistryRefusesFailsTheRun)
{
    runUntilRegistered("1.1", 0.95);
    ASSERT_TRUE(world.decide("ask", Verdict::approved).ok());
    world.story();
    world.refused("ship", "registry.production_moved");
    EXPECT_EQ(world.story(), "ended ship failed (registry.production_moved) | run failed");
}

TEST_F(Digits, ARejectionEndsTheRunRejected)
{
    runUntilRegistered("1.1", 0.95);
    world.story();
    ASSERT_TRUE(world.decide("ask", Verdict::rejected).ok());
    EXPECT_EQ(world.story(),
              "rejected ask by ann | ended ask rejected (engine.rejected) | ended ship skipped (engine.need_not_met)"
              " | run rejected");
}

TEST_F(Digits, AnUnansweredRequestExpiresAndThatIsARejection)
{
    runUntilRegistered("1.1", 0.95);
    world.story();
    EXPECT_EQ(nextTimer(world.state()), world.now() + Duration(7 * 24 * 3'600'000));
    world.pass(Duration(7 * 24 * 3'600'000 - 1));
    EXPECT_EQ(world.story(), "");
    world.pass(Duration(1));
    EXPECT_EQ(world.story(), "expired ask | ended ask rejected (engine.expired)"
                             " | ended ship skipped (engine.need_not_met) | run rejected");
    EXPECT_EQ(nextTimer(world.state()), std::nullopt);
}

TEST_F(Digits, TrainingIsTriedAgainWhereItsRetrySaysSo)
{
    world.start(graph, parameters);
    world.succeed("prepare");
    world.story();
    world.fail("train", OutcomeKind::exited, 75);
    EXPECT_EQ(world.story(), "exited train/1 exited 75 | retry train/1 at 10s");
    world.pass(Duration(10'000));
    world.fail("train", OutcomeKind::lost);
    EXPECT_EQ(world.story(), "ready train | planned train/2 slots 0 +build/model | exited train/2 lost"
                             " | retry train/2 at 30s");
    world.pass(Duration(20'000));
    world.fail("train", OutcomeKind::exited, 1);
    EXPECT_EQ(world.stateOf("train"), "failed");
    EXPECT_EQ(world.run().state, RunState::failed);
}

} // namespace

} // namespace penstock::engine
