#include "core/base/time.h"

#include <gtest/gtest.h>

namespace penstock {

TEST(Time, DurationsReadBackWhatTheyPrint)
{
    for (const char* text : {"250ms", "10s", "1h30m", "7d", "2h"})
        EXPECT_EQ(formatDuration(*parseDuration(text)), text);
    EXPECT_EQ(parseDuration("0.5s"), Duration(500));
    EXPECT_EQ(parseDuration("90m"), parseDuration("1h30m"));
}

TEST(Time, RefusesWhatIsNotADuration)
{
    for (const char* text : {"", "10", "s", "-1s", "1x", "1s1", "999999999d", "1e9d", "nan", "1 s"})
        EXPECT_FALSE(parseDuration(text)) << text;
}

TEST(Time, InstantsReadBackWhatTheyPrint)
{
    const auto instant = parseInstant("2024-02-29T23:59:59.123Z");
    ASSERT_TRUE(instant);
    EXPECT_EQ(formatInstant(*instant), "2024-02-29T23:59:59.123Z");
    EXPECT_FALSE(parseInstant("2023-02-29T00:00:00.000Z"));
    EXPECT_FALSE(parseInstant("2023-02-28T24:00:00.000Z"));
}

} // namespace penstock
