#include "core/base/spelling.h"

#include <gtest/gtest.h>

namespace penstock {

TEST(Spelling, FindsTheNearestKnownWord)
{
    const std::vector<std::string> keys{"retry", "timeout", "resources", "run", "env"};
    EXPECT_EQ(nearest("tiemout", keys), "timeout");
    EXPECT_EQ(nearest("retyr", keys), "retry");
    EXPECT_EQ(nearest("resource", keys), "resources");
}

TEST(Spelling, StaysSilentWhenNothingIsNear)
{
    EXPECT_FALSE(nearest("banana", {"retry", "timeout"}));
    EXPECT_FALSE(nearest(std::string(10'000, 'x'), {"retry"}));
}

} // namespace penstock
