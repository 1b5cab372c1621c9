#include "core/tracking/metrics.h"

#include <gtest/gtest.h>

using namespace penstock;
using namespace penstock::tracking;

namespace {

std::string read(std::string_view text)
{
    const Result<Json> metrics = readMetrics(text);
    return metrics.ok() ? dumpJson(*metrics) : metrics.error().message.id;
}

} // namespace

TEST(Metrics, NestedObjectsBecomeDottedNames)
{
    EXPECT_EQ(read(R"({"accuracy": 0.98, "per_class": {"cat": {"f1": 0.9}, "dog": 1}})"),
              R"({"accuracy":0.98,"per_class.cat.f1":0.9,"per_class.dog":1})");
}

TEST(Metrics, WhatIsNotAFiniteNumberIsLeftOut)
{
    EXPECT_EQ(read(R"({"a": 1, "name": "svm", "ok": true, "none": null, "matrix": [[1, 2]]})"), R"({"a":1})");
    EXPECT_EQ(read(R"({"a": NaN, "b": -Infinity, "c": Infinity, "d": 2.5})"), R"({"d":2.5})");
}

TEST(Metrics, WordsInsideTextsStayAsTheyAre)
{
    EXPECT_EQ(withoutNonFinite(R"({"NaN": "a \" NaN", "x": NaN})"), R"({"NaN": "a \" NaN", "x": null})");
    EXPECT_EQ(withoutNonFinite("\"\\"), "\"\\");
    EXPECT_EQ(read(R"({"NaN": 1})"), R"({"NaN":1})");
}

TEST(Metrics, AFileThatIsNoObjectIsRefused)
{
    EXPECT_EQ(read("accuracy: 0.98"), "tracking.metrics_not_json");
    EXPECT_EQ(read(""), "tracking.metrics_not_json");
    EXPECT_EQ(read("[1, 2]"), "tracking.metrics_not_an_object");
    EXPECT_EQ(read("0.98"), "tracking.metrics_not_an_object");
    EXPECT_EQ(read("{}"), "{}");
}

TEST(Metrics, AFloodIsRefused)
{
    Json many = Json::object();
    for (std::size_t i = 0; i <= maximumMetrics; ++i)
        many["m" + std::to_string(i)] = i;
    EXPECT_EQ(flatten(many).error().message.id, "tracking.too_many_metrics");
    EXPECT_EQ(flatten({{std::string(longestMetricName + 1, 'n'), 1}}).error().message.id, "tracking.long_metric_name");
    EXPECT_TRUE(flatten({{std::string(longestMetricName, 'n'), 1}}).ok());
}

TEST(Metrics, NestingWithoutEndIsRefused)
{
    std::string deep;
    for (int i = 0; i < 100'000; ++i)
        deep += "{\"a\":";
    EXPECT_EQ(read(deep), "tracking.metrics_not_json");
}
