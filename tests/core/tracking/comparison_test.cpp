#include "core/tracking/comparison.h"

#include <gtest/gtest.h>

using namespace penstock;
using namespace penstock::tracking;

namespace {

ComparedRun run(std::string name, Json parameters, Json metrics)
{
    return {std::move(name), std::move(parameters), std::move(metrics), {}};
}

std::vector<ComparedRun> three()
{
    return {run("digits-41", {{"c", 1}, {"kernel", "rbf"}, {"seed", 7}}, {{"accuracy", 0.97}, {"loss", 0.2}, {"rows", 100}}),
            run("digits-42", {{"c", 1.0}, {"kernel", "poly"}, {"seed", 7}}, {{"accuracy", 0.98}, {"loss", 0.3}, {"rows", 100}}),
            run("digits-43", {{"c", 1.0}, {"kernel", "rbf"}}, {{"accuracy", 0.97}})};
}

std::string verdicts(const ComparedMetric& metric)
{
    std::string text;
    for (const MetricCell& cell : metric.cells)
        text += cell.verdict > 0 ? '+' : cell.verdict < 0 ? '-' : cell.delta ? '=' : '.';
    return text;
}

} // namespace

TEST(Comparison, ShowsFirstWhatDiffers)
{
    const Comparison comparison = compare(three(), 0, {});
    ASSERT_EQ(comparison.parameters.size(), 3u);
    EXPECT_EQ(comparison.differing(), 2u);
    EXPECT_EQ(comparison.parameters[0].name, "kernel");
    EXPECT_EQ(comparison.parameters[1].name, "seed"); // one run does not have it
    EXPECT_EQ(comparison.parameters[1].values[2], std::nullopt);
    EXPECT_EQ(comparison.parameters[2].name, "c"); // 1 and 1.0 are one value
}

TEST(Comparison, JudgesEveryRunAgainstTheBaseline)
{
    const Comparison comparison = compare(three(), 0, {});
    ASSERT_EQ(comparison.metrics.size(), 3u);
    EXPECT_EQ(verdicts(comparison.metrics[0]), ".+="); // accuracy
    EXPECT_EQ(verdicts(comparison.metrics[1]), ".-."); // loss
    EXPECT_EQ(verdicts(comparison.metrics[2]), ".=."); // rows: nobody knows
    EXPECT_NEAR(*comparison.metrics[0].cells[1].delta, 0.01, 1e-12);
    EXPECT_EQ(comparison.metrics[1].cells[2], MetricCell{});
}

TEST(Comparison, FindsTheBestRunWhereThereIsOne)
{
    const Comparison comparison = compare(three(), std::nullopt, {});
    EXPECT_EQ(comparison.metrics[0].best, 1u);
    EXPECT_EQ(comparison.metrics[1].best, 0u);
    EXPECT_EQ(comparison.metrics[2].best, std::nullopt);
    EXPECT_EQ(comparison.metrics[0].cells[1].delta, std::nullopt);
}

TEST(Comparison, HasNoBaselineWhereTheNumberIsWrong)
{
    EXPECT_EQ(compare(three(), 3, {}).baseline, std::nullopt);
    EXPECT_TRUE(compare({}, 0, {}).metrics.empty());
}

TEST(Comparison, PutsSeriesOfOneNameTogether)
{
    std::vector<ComparedRun> runs = three();
    add(runs[2].series, {{"loss", 2, 0.5, {}}, {"loss", 1, 0.75, {}}, {"loss", 2, 0.25, {}}});
    const Comparison comparison = compare(runs, 0, {});
    ASSERT_EQ(comparison.series.size(), 1u);
    EXPECT_TRUE(comparison.series[0].lines[0].empty());
    EXPECT_EQ(comparison.series[0].lines[2], (Series{{1, 0.75, {}}, {2, 0.25, {}}}));
}
