#include "core/session/step_values.h"

#include <gtest/gtest.h>

using namespace penstock;
using namespace penstock::session;

TEST(ValueName, IsReadAsExpressionsWriteIt)
{
    EXPECT_EQ(ValueName::parse("look.status"), (ValueName{"look", ValueName::Of::either, "status"}));
    EXPECT_EQ(ValueName::parse("look.outputs.status"), (ValueName{"look", ValueName::Of::values, "status"}));
    EXPECT_EQ(ValueName::parse("outer/train.metrics.val.loss"), (ValueName{"outer/train", ValueName::Of::metrics, "val.loss"}));
    EXPECT_EQ(ValueName::parse("look.metrics"), (ValueName{"look", ValueName::Of::either, "metrics"}));
    EXPECT_EQ(ValueName::parse("look"), std::nullopt);
    EXPECT_EQ(ValueName::parse("look."), std::nullopt);
    EXPECT_EQ(ValueName::parse(".status"), std::nullopt);
    const ValueName metric{"train", ValueName::Of::metrics, "val.loss"};
    EXPECT_EQ(ValueName::parse(metric.text()), metric);
}

TEST(ValueType, IsThatOfItsJson)
{
    EXPECT_STREQ(name(typeOf("1")), "text");
    EXPECT_STREQ(name(typeOf(1)), "number");
    EXPECT_STREQ(name(typeOf(0.5)), "number");
    EXPECT_STREQ(name(typeOf(true)), "boolean");
    EXPECT_STREQ(name(typeOf(Json::array())), "list");
    EXPECT_STREQ(name(typeOf(Json::object())), "object");
    EXPECT_STREQ(name(typeOf(nullptr)), "null");
}
