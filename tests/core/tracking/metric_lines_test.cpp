#include "core/tracking/metric_lines.h"

#include <gtest/gtest.h>

using namespace penstock;
using namespace penstock::tracking;

namespace {

std::string shown(const std::vector<MetricPoint>& points)
{
    std::string text;
    for (const MetricPoint& point : points)
        text += point.name + '@' + std::to_string(point.step) + '=' + std::to_string(point.value).substr(0, 4) + ' ';
    return text;
}

} // namespace

TEST(MetricLines, AreReadAsTheyCome)
{
    MetricLines lines;
    EXPECT_EQ(shown(lines.read("{\"step\": 1, \"loss\": 0.5}\n{\"step\": 2, \"lo")), "loss@1=0.50 ");
    EXPECT_EQ(shown(lines.read("ss\": 0.25, \"val\": {\"loss\": 0.75}}")), "");
    EXPECT_EQ(shown(lines.read("\n\n{\"step\": 3.0, \"loss\": 1}\r\n")), "loss@2=0.25 val.loss@2=0.75 loss@3=1.00 ");
    EXPECT_EQ(lines.unreadable(), 0u);
}

TEST(MetricLines, CountPointsWhereNoStepIsGiven)
{
    MetricLines lines;
    EXPECT_EQ(shown(lines.read("{\"a\": 1}\n{\"a\": 2, \"b\": 5}\n{\"step\": 10, \"a\": 3}\n{\"a\": 4}\n")),
              "a@0=1.00 a@1=2.00 b@0=5.00 a@10=3.00 a@11=4.00 ");
}

TEST(MetricLines, KeepTheTime)
{
    MetricLines lines;
    const auto points = lines.read("{\"time\": 1.5, \"a\": 1}\n{\"time\": \"1970-01-01T00:00:02.000Z\", \"a\": 1}\n{\"time\": -1, \"a\": 1}\n");
    ASSERT_EQ(points.size(), 3u);
    EXPECT_EQ(points[0].time, Instant(Duration(1500)));
    EXPECT_EQ(points[1].time, Instant(Duration(2000)));
    EXPECT_EQ(points[2].time, std::nullopt);
}

TEST(MetricLines, PassOverWhatTheyCannotRead)
{
    MetricLines lines;
    const std::string flood(longestMetricLine + 1, 'x');
    EXPECT_EQ(shown(lines.read("oops\n[1]\n{\"a\": NaN}\n")), "");
    EXPECT_EQ(shown(lines.read(flood)), "");
    EXPECT_EQ(shown(lines.read(flood + "\n{\"a\": 1}\n")), "a@0=1.00 ");
    EXPECT_EQ(lines.unreadable(), 3u);
}

TEST(MetricLines, TakeALastLineWithoutEnd)
{
    MetricLines lines;
    EXPECT_EQ(shown(lines.read("{\"a\": 1}")), "");
    EXPECT_EQ(shown(lines.finish()), "a@0=1.00 ");
    EXPECT_EQ(shown(lines.finish()), "");
}

TEST(MetricLines, GoOnInAnotherProcess)
{
    MetricLines before;
    (void)before.read("{\"a\": 1}\n{\"a\": 2}\noops\n{\"a\"");
    EXPECT_EQ(before.place().offset, std::string("{\"a\": 1}\n{\"a\": 2}\noops\n").size());
    MetricLines after(before.place(), before.nextSteps());
    EXPECT_EQ(shown(after.read("{\"a\": 3}\n")), "a@2=3.00 ");
    EXPECT_EQ(after.unreadable(), 1u);
}

TEST(MetricLines, GoOnWithinALineThatIsTooLong)
{
    MetricLines before;
    (void)before.read(std::string(longestMetricLine + 1, 'x'));
    MetricLines after(before.place(), {});
    EXPECT_EQ(shown(after.read("xxx\n{\"a\": 3}\n")), "a@0=3.00 ");
    EXPECT_EQ(after.unreadable(), 1u);
}
