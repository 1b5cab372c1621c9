// What clients of MLflow send, and what they are told when it is wrong.
#include "core/tracking/mlflow_call.h"

#include <gtest/gtest.h>

#include <cmath>

using namespace penstock;
using namespace penstock::tracking;

namespace {

template <class Call>
Call read(const char* path, const Json& fields)
{
    auto call = readMlflowCall(path, fields);
    if (const auto* wrong = std::get_if<MlflowAnswer>(&call)) {
        ADD_FAILURE() << dumpJson(wrong->body);
        return {};
    }
    return std::get<Call>(std::get<MlflowCall>(call));
}

std::string wrong(const char* path, const Json& fields)
{
    const auto call = readMlflowCall(path, fields);
    const auto* answer = std::get_if<MlflowAnswer>(&call);
    return answer ? std::to_string(answer->status) + ' ' + textAt(answer->body, "error_code") + ": " +
                        textAt(answer->body, "message")
                  : "fine";
}

} // namespace

TEST(MlflowCall, AMetricIsReadAsClientsWriteIt)
{
    const auto call = read<LogToRun>("runs/log-metric", {{"run_uuid", "r"},
                                                         {"run_id", "r"},
                                                         {"key", "val/loss"},
                                                         {"value", 0.5},
                                                         {"timestamp", 1700000000123},
                                                         {"step", "7"}});
    ASSERT_EQ(call.metrics.size(), 1u);
    EXPECT_EQ(call.metrics[0], (MetricPoint{"val/loss", 7, 0.5, Instant(Duration(1700000000123))}));
    EXPECT_TRUE(std::isnan(
        read<LogToRun>("runs/log-metric", {{"run_id", "r"}, {"key", "a"}, {"value", "NaN"}, {"timestamp", 1}})
            .metrics[0]
            .value));
    EXPECT_TRUE(std::isinf(
        read<LogToRun>("runs/log-metric", {{"runId", "r"}, {"key", "a"}, {"value", "-Infinity"}, {"timestamp", 1}})
            .metrics[0]
            .value));
}

TEST(MlflowCall, ABatchHoldsAllThree)
{
    const Json fields{{"run_id", "r"},
                      {"metrics", Json::array({{{"key", "a"}, {"value", 1}, {"timestamp", 1}, {"step", 1}}})},
                      {"params", Json::array({{{"key", "c"}, {"value", "1.5"}}})},
                      {"tags", Json::array({{{"key", "who"}, {"value", std::string(9000, 'x')}}})}};
    const auto call = read<LogToRun>("runs/log-batch", fields);
    EXPECT_EQ(call.metrics.size(), 1u);
    EXPECT_EQ(call.parameters.at(0).value, "1.5");
    EXPECT_EQ(call.tags.at(0).value.size(), 8000u);
}

TEST(MlflowCall, WhatIsWrongIsSaidAsMlflowSaysIt)
{
    EXPECT_NE(wrong("runs/log-metric", Json::object())
                  .find("400 INVALID_PARAMETER_VALUE: Missing value for required parameter 'run_id'"),
              std::string::npos);
    const Json noTime{{"run_id", "r"}, {"metrics", Json::array({{{"key", "a"}, {"value", 1}}})}};
    EXPECT_NE(wrong("runs/log-batch", noTime).find("Missing value for required parameter 'metrics[0].timestamp'"),
              std::string::npos);
    EXPECT_NE(wrong("runs/log-batch", {{"run_id", "r"}, {"metrics", "foo"}})
                  .find("Invalid value \"foo\" for parameter 'metrics' supplied"),
              std::string::npos);
    EXPECT_NE(wrong("runs/log-metric", {{"run_id", "r"}, {"key", "../a"}, {"value", 1}, {"timestamp", 1}})
                  .find("INVALID_PARAMETER_VALUE"),
              std::string::npos);
    EXPECT_NE(wrong("runs/log-metric", {{"run_id", "r"}, {"key", "a;b"}, {"value", 1}, {"timestamp", 1}})
                  .find("INVALID_PARAMETER_VALUE"),
              std::string::npos);
    EXPECT_NE(wrong("runs/log-metric", {{"run_id", "r"}, {"key", "a"}, {"value", "many"}, {"timestamp", 1}})
                  .find("Invalid value \"many\""),
              std::string::npos);
    EXPECT_NE(wrong("runs/log-metric", {{"run_id", "r"}, {"key", "a"}, {"value", 1}, {"timestamp", -1}})
                  .find("Invalid value -1"),
              std::string::npos);
    EXPECT_NE(wrong("runs/log-metric", Json::array()).find("BAD_REQUEST"), std::string::npos);
    EXPECT_NE(wrong("runs/update", {{"run_id", "r"}, {"status", "DANCING"}}).find("INVALID_PARAMETER_VALUE"),
              std::string::npos);
}

TEST(MlflowCall, BatchesHaveBounds)
{
    Json metrics = Json::array();
    for (int i = 0; i < 1001; ++i)
        metrics.push_back({{"key", "a"}, {"value", i}, {"timestamp", 1}, {"step", i}});
    EXPECT_NE(wrong("runs/log-batch", {{"run_id", "r"}, {"metrics", metrics}}).find("at most 1000 metrics. Got 1001"),
              std::string::npos);
    metrics.erase(metrics.begin());
    EXPECT_EQ(read<LogToRun>("runs/log-batch", {{"run_id", "r"}, {"metrics", metrics}}).metrics.size(), 1000u);
    const Json twice = Json::array({{{"key", "c"}, {"value", "1"}}, {{"key", "c"}, {"value", "1"}}});
    EXPECT_NE(wrong("runs/log-batch", {{"run_id", "r"}, {"params", twice}}).find("Duplicate parameter keys"),
              std::string::npos);
}

TEST(MlflowCall, ARunHasANameAStatusAndADigestOfWhatWasAsked)
{
    const Json fields{{"experiment_id", 0},
                      {"start_time", "1700000000123"},
                      {"tags", Json::array({{{"key", "mlflow.runName"}, {"value", "quick"}},
                                            {{"key", "mlflow.user"}, {"value", "ada"}}})}};
    const auto call = read<CreateMlflowRun>("runs/create", fields);
    EXPECT_EQ(call.experiment, "0");
    EXPECT_EQ(call.name, "quick");
    EXPECT_EQ(call.user, "ada");
    EXPECT_EQ(call.began, 1700000000123);
    EXPECT_EQ(call.request, read<CreateMlflowRun>("runs/create", fields).request);
    EXPECT_EQ(read<UpdateMlflowRun>("runs/update", {{"run_id", "r"}, {"status", "FINISHED"}}).status, 3);
    EXPECT_EQ(read<UpdateMlflowRun>("runs/update", {{"run_id", "r"}, {"status", 4}, {"end_time", 5}}).ended, 5);
    EXPECT_STREQ(mlflowStatusName(3), "FINISHED");
}
