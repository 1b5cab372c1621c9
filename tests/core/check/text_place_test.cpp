#include "core/check/text_place.h"

#include <gtest/gtest.h>

using namespace penstock;
using namespace penstock::check;
using pipeline::Place;

namespace {

// The scalar stands at the end of the source, behind its key; the place of the first byte of `wanted` in the value.
std::string placeOf(const std::string& before, const std::string& scalar, const std::string& value, const std::string& wanted)
{
    const std::string source = before + scalar;
    const std::size_t offset = value.find(wanted);
    const pipeline::Spot spot{{1, 1}, {1, static_cast<int>(before.size()) + 1}, before.size(), source.size()};
    const Place place = placeInText(source, spot, value, offset);
    return std::to_string(place.line) + ':' + std::to_string(place.column);
}

} // namespace

TEST(TextPlace, CountsCodePointsOfAPlainText) { EXPECT_EQ(placeOf("if: ", "\xC3\xA4 == bad", "\xC3\xA4 == bad", "bad"), "1:10"); }

TEST(TextPlace, PassesTheOpeningQuote)
{
    EXPECT_EQ(placeOf("if: ", "\"a == bad\"", "a == bad", "bad"), "1:11");
    EXPECT_EQ(placeOf("if: ", "'a == bad'", "a == bad", "bad"), "1:11");
}

TEST(TextPlace, CountsEscapesAsTheyAreWritten)
{
    EXPECT_EQ(placeOf("if: ", R"("\"x\" \u00e4 == bad")", "\"x\" \xC3\xA4 == bad", "bad"), "1:22");
    EXPECT_EQ(placeOf("if: ", "'a == ''b'' bad'", "a == 'b' bad", "bad"), "1:17");
}

TEST(TextPlace, FollowsALiteralBlock)
{
    EXPECT_EQ(placeOf("run: ", "|\n    one\n\n      two bad\n", "one\n\n  two bad\n", "bad"), "4:11");
    EXPECT_EQ(placeOf("run: ", "|\n    one\n    bad\n", "one\nbad\n", "bad"), "3:5");
    EXPECT_EQ(placeOf("run: ", "|-\r\n    one\r\n    bad\r\n", "one\nbad", "bad"), "3:5");
    EXPECT_EQ(placeOf("run: ", "|\n    bad\n", "bad\n", "bad"), "2:5");
}

TEST(TextPlace, FollowsFoldedLines)
{
    EXPECT_EQ(placeOf("if: ", "\"a ==\n      bad\"", "a == bad", "bad"), "2:7");
    EXPECT_EQ(placeOf("if: ", "\"a \\\n      bad\"", "a bad", "bad"), "2:7");
    EXPECT_EQ(placeOf("if: ", "a\n\n    bad", "a\nbad", "bad"), "3:5");
    EXPECT_EQ(placeOf("if: ", ">\n    a ==\n    bad\n", "a == bad\n", "bad"), "3:5");
}

TEST(TextPlace, IsExactWithoutTheSourceWhereTheTextIsOneLine)
{
    EXPECT_EQ(placeInText({}, {{3, 1}, {3, 5}, 40, 48}, "a == bad", 5), (Place{3, 10}));
    EXPECT_EQ(placeInText({}, {{3, 1}, {3, 5}, 40, 50}, "a == bad", 5), (Place{3, 11}));
    EXPECT_EQ(placeInText({}, {{3, 1}, {3, 5}, 40, 60}, "a == bad", 5), (Place{3, 5}));
}

TEST(TextPlace, StaysInsideTheTextWhateverItIsGiven)
{
    for (const char* scalar : {"\"", "\"\\", "\"\\u12", "|", "|\n", "'", ">\n\n", ""}) {
        const std::string source = std::string("k: ") + scalar;
        const Place place = placeInText(source, {{1, 1}, {1, 4}, 3, source.size()}, "value that is not there", 20);
        EXPECT_GE(place.column, 1) << scalar;
    }
}
