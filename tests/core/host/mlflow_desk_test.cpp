#include "core/host/mlflow_desk.h"

#include "core/platform/system_clock.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <future>

using namespace penstock;
using namespace penstock::host;
using namespace penstock::tracking;

namespace {

const AttemptId train = *AttemptId::parse("digits-42/train/1");
const AttemptId evaluate = *AttemptId::parse("digits-42/evaluate/1");
const AttemptId other = *AttemptId::parse("digits-43/train/1");

class MlflowDeskTest : public testing::Test {
protected:
    MlflowDeskTest() { open(); }

    void open()
    {
        desk.reset();
        tracker.reset();
        tracker = std::make_unique<Tracker>(std::move(*store::MetricDatabase::open(folder.path())), clock);
        desk = std::make_unique<MlflowDesk>(*tracker, std::move(*AttemptTokens::open(folder.path())),
                                            Layout{folder.path(), folder.path()}, clock);
        for (const AttemptId& attempt : {train, evaluate, other})
            tracker->follow(attempt, folder / "absent");
    }

    MlflowAnswer ask(const char* path, const Json& fields, const AttemptId& by = train)
    {
        auto call = readMlflowCall(path, fields);
        if (const auto* wrong = std::get_if<MlflowAnswer>(&call))
            return *wrong;
        std::promise<MlflowAnswer> promise;
        desk->take(by, std::get<MlflowCall>(call), [&](MlflowAnswer answer) { promise.set_value(std::move(answer)); });
        return promise.get_future().get();
    }

    std::string create(const Json& fields = Json::object(), const AttemptId& by = train)
    {
        return textAt(memberAt(memberAt(ask("runs/create", fields, by).body, "run"), "info"), "run_id");
    }

    int logLoss(const std::string& run, double value, int step, const AttemptId& by = train)
    {
        return ask("runs/log-metric",
                   {{"run_id", run},
                    {"key", "loss"},
                    {"value", value},
                    {"timestamp", 1700000000000 + step},
                    {"step", step}},
                   by)
            .status;
    }

    Json run(const std::string& id) { return ask("runs/get", {{"run_id", id}}).body["run"]; }

    test::TemporaryFolder folder;
    platform::SystemClock clock;
    std::unique_ptr<Tracker> tracker;
    std::unique_ptr<MlflowDesk> desk;
};

} // namespace

TEST_F(MlflowDeskTest, SecretsAreHiddenBeforeAnythingIsKept)
{
    tracker->follow(train, folder / "absent", LoggedMasks({"hunter22"}));
    const std::string id = create({{"run_name", "with hunter22"}, {"tags", Json::array({Json{{"key", "k"}, {"value", "hunter22"}}})}});
    const Json parameter{{"run_id", id}, {"key", "token"}, {"value", "is hunter22"}};
    EXPECT_EQ(ask("runs/log-parameter", parameter).status, 200);
    EXPECT_EQ(ask("runs/log-parameter", parameter).status, 200) << "the same again is no change";
    EXPECT_EQ(ask("runs/set-tag", {{"run_id", id}, {"key", "hunter22"}, {"value", "x"}}).status, 200);
    EXPECT_EQ(ask("runs/log-metric", {{"run_id", id}, {"key", "loss/hunter22"}, {"value", 1.0}, {"timestamp", 1}, {"step", 1}}).status, 200);
    const std::string kept = dumpJsonPretty(run(id));
    EXPECT_EQ(kept.find("hunter22"), std::string::npos) << kept;
    for (const char* shown : {"with ***", "is ***", "loss/***"})
        EXPECT_NE(kept.find(shown), std::string::npos) << kept;
}

TEST_F(MlflowDeskTest, UntilTheSecretsAreKnownClientsAreToldToComeAgain)
{
    tracker->release(train);
    tracker->hold(train, folder / "absent");
    EXPECT_EQ(desk->holderOf(desk->tokens().tokenOf(train)), train);
    EXPECT_EQ(ask("runs/create", Json::object()).status, 503);
    tracker->follow(train, folder / "absent");
    EXPECT_EQ(ask("runs/create", Json::object()).status, 200);
}

TEST_F(MlflowDeskTest, TheFirstRunIsTheAttemptAndTheNextHaveNames)
{
    const std::string first = create({{"start_time", 1}}), second = create({{"start_time", 2}, {"run_name", "seed"}}),
                      third = create({{"start_time", 3}, {"run_name", "seed"}});
    EXPECT_EQ(logLoss(first, 0.5, 1), 200);
    EXPECT_EQ(logLoss(second, 0.25, 1), 200);
    EXPECT_EQ(logLoss(third, 0.125, 1), 200);
    const auto final = tracker->finish(train, folder / "absent");
    ASSERT_TRUE(final);
    EXPECT_EQ(final->values, (std::map<std::string, double>{{"loss", 0.5}}));
    EXPECT_EQ(final->record["points"], 3);
    EXPECT_NE(first, second);
    EXPECT_EQ(first.size(), 32u);
}

TEST_F(MlflowDeskTest, WhatIsAskedAgainAfterABrokenConnectionIsThereOnce)
{
    const std::string id = create({{"start_time", 17}});
    EXPECT_EQ(create({{"start_time", 17}}), id);
    EXPECT_EQ(logLoss(id, 0.5, 1), 200);
    EXPECT_EQ(logLoss(id, 0.5, 1), 200);
    EXPECT_EQ(tracker->finish(train, folder / "absent")->record["points"], 1);
}

TEST_F(MlflowDeskTest, ParametersDoNotChangeAndTagsDo)
{
    const std::string id = create();
    EXPECT_EQ(ask("runs/log-parameter", {{"run_id", id}, {"key", "c"}, {"value", "1"}}).status, 200);
    EXPECT_EQ(ask("runs/log-parameter", {{"run_id", id}, {"key", "c"}, {"value", "1"}}).status, 200);
    const Json batch{{"run_id", id},
                     {"params", Json::array({{{"key", "c"}, {"value", "2"}}})},
                     {"metrics", Json::array({{{"key", "a"}, {"value", 1}, {"timestamp", 1}}})}};
    const auto refused = ask("runs/log-batch", batch);
    EXPECT_EQ(refused.status, 400);
    EXPECT_NE(textAt(refused.body, "message").find("Changing param values is not allowed"), std::string::npos);
    EXPECT_EQ(ask("runs/set-tag", {{"run_id", id}, {"key", "who"}, {"value", "ada"}}).status, 200);
    EXPECT_EQ(ask("runs/set-tag", {{"run_id", id}, {"key", "who"}, {"value", "eve"}}).status, 200);
    EXPECT_EQ(ask("runs/delete-tag", {{"run_id", id}, {"key", "nobody"}}).status, 404);
    const Json data = run(id)["data"];
    EXPECT_EQ(data["params"], Json::array({{{"key", "c"}, {"value", "1"}}}));
    EXPECT_TRUE(data["metrics"].empty()); // a batch is taken whole or not at all
    EXPECT_NE(dumpJson(data["tags"]).find("eve"), std::string::npos);
}

TEST_F(MlflowDeskTest, TheNewestPointIsTheMetricOfARun)
{
    const std::string id = create();
    logLoss(id, 0.5, 2);
    logLoss(id, 0.7, 1);
    const Json metrics = run(id)["data"]["metrics"];
    ASSERT_EQ(metrics.size(), 1u);
    EXPECT_EQ(metrics[0]["value"], 0.5);
    const Json history = ask("metrics/get-history", {{"run_id", id}, {"metric_key", "loss"}}).body["metrics"];
    ASSERT_EQ(history.size(), 2u);
    EXPECT_EQ(history[0]["step"], 1);
}

TEST_F(MlflowDeskTest, ExperimentsAreFoundByNameAndOneIsAlwaysThere)
{
    EXPECT_EQ(ask("experiments/get", {{"experiment_id", "0"}}).body["experiment"]["name"], "Default");
    EXPECT_EQ(ask("experiments/get-by-name", {{"experiment_name", "mine"}}).status, 404);
    const auto made = ask("experiments/create", {{"name", "mine"}});
    const std::string id = textAt(made.body, "experiment_id");
    EXPECT_EQ(ask("experiments/get-by-name", {{"experiment_name", "mine"}}).body["experiment"]["experiment_id"], id);
    EXPECT_EQ(textAt(ask("experiments/create", {{"name", "mine"}}).body, "error_code"), "RESOURCE_ALREADY_EXISTS");
    EXPECT_EQ(ask("runs/create", {{"experiment_id", id}}).status, 200);
    EXPECT_EQ(ask("runs/create", {{"experiment_id", "999"}}).status, 404);
    EXPECT_EQ(ask("experiments/search", Json::object()).body["experiments"].size(), 2u);
}

TEST_F(MlflowDeskTest, StepsOfOneRunShareAndOthersDoNot)
{
    const std::string id = create();
    EXPECT_EQ(logLoss(id, 0.5, 1, evaluate), 200);
    EXPECT_EQ(logLoss(id, 0.4, 2, other), 404);
    EXPECT_EQ(ask("runs/get", {{"run_id", "0123"}}).status, 404);
}

TEST_F(MlflowDeskTest, ATokenIsThatOfARunningAttemptAlsoForTheNextOwner)
{
    const std::string token = desk->tokens().tokenOf(train);
    EXPECT_EQ(desk->holderOf(token), train);
    open();
    EXPECT_EQ(desk->holderOf(token), train);
    EXPECT_FALSE(desk->holderOf(token + "0"));
    EXPECT_FALSE(desk->holderOf(""));
    EXPECT_FALSE(desk->holderOf("6162.6364"));
    std::string forged = desk->tokens().tokenOf(other);
    forged.replace(0, forged.find('.'), token.substr(0, token.find('.')));
    EXPECT_FALSE(desk->holderOf(forged));
    tracker->release(train);
    EXPECT_FALSE(desk->holderOf(token));
}

TEST_F(MlflowDeskTest, ARunEndsAndKeepsItsName)
{
    const std::string id = create({{"run_name", "quick"}});
    EXPECT_EQ(run(id)["info"]["status"], "RUNNING");
    const Json info = ask("runs/update", {{"run_id", id}, {"status", "FINISHED"}, {"end_time", 99}}).body["run_info"];
    EXPECT_EQ(info["status"], "FINISHED");
    EXPECT_EQ(info["end_time"], 99);
    EXPECT_EQ(run(id)["info"]["run_name"], "quick");
    EXPECT_EQ(ask("runs/log-inputs", {{"run_id", id}}).status, 200);
}
