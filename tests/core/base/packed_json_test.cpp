// A value that is packed comes out as it went in, and equal values are equal packed.
#include "core/base/packed_json.h"

#include <gtest/gtest.h>

namespace penstock {

namespace {

Json all()
{
    return {{"text", "grün"}, {"number", 0.1}, {"whole", -7}, {"large", 18446744073709551615u}, {"list", {1, nullptr, true}}, {"object", {{"a", Json::object()}}}};
}

} // namespace

TEST(PackedJsonTest, EveryKindOfValueComesOutAsItWentIn)
{
    EXPECT_EQ(PackedJson(all()).json(), all());
    EXPECT_EQ(dumpJson(PackedJson(all()).json()), dumpJson(all()));
    EXPECT_EQ(PackedJson(Json::object()).json(), Json::object());
}

TEST(PackedJsonTest, NothingIsNull)
{
    EXPECT_EQ(PackedJson().json(), Json());
    EXPECT_EQ(PackedJson(Json()), PackedJson());
    EXPECT_NE(PackedJson(Json::object()), PackedJson());
}

TEST(PackedJsonTest, EqualValuesAreEqualPacked)
{
    EXPECT_EQ(PackedJson(Json{{"a", 1}, {"b", 2}}), PackedJson(Json{{"b", 2}, {"a", 1}}));
    EXPECT_NE(PackedJson(Json{{"a", 1}}), PackedJson(Json{{"a", 2}}));
}

TEST(PackedJsonTest, TextThatIsNoUtf8IsKept)
{
    EXPECT_EQ(PackedJson(Json("\xff\xfe")).json().get<std::string>(), "\xff\xfe");
}

} // namespace penstock
