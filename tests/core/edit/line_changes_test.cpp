#include "core/edit/line_changes.h"

#include <gtest/gtest.h>

#include <random>

namespace penstock::edit {

namespace {

std::string changedBy(const std::string& before, const std::string& after)
{
    const auto from = linesOf(before), to = linesOf(after);
    std::string text;
    std::size_t line = 0;
    for (const LineChange& change : lineChanges(from, to)) {
        for (; line < change.before; ++line)
            text += from[line];
        for (std::size_t i = 0; i < change.afterCount; ++i)
            text += to[change.after + i];
        line += change.beforeCount;
    }
    for (; line < from.size(); ++line)
        text += from[line];
    return text;
}

std::size_t touched(const std::string& before, const std::string& after)
{
    std::size_t lines = 0;
    for (const LineChange& change : lineChanges(linesOf(before), linesOf(after)))
        lines += change.beforeCount + change.afterCount;
    return lines;
}

} // namespace

TEST(LineChanges, LinesKeepTheirEnds)
{
    EXPECT_EQ(linesOf("a\r\n\nb"), (std::vector<std::string_view>{"a\r\n", "\n", "b"}));
    EXPECT_TRUE(linesOf("").empty());
}

TEST(LineChanges, AreAsFewAsThereCanBe)
{
    EXPECT_EQ(touched("a\nb\nc\n", "a\nb\nc\n"), 0U);
    EXPECT_EQ(touched("a\nb\nc\n", "a\nx\nc\n"), 2U);
    EXPECT_EQ(touched("a\na\nb\na\n", "a\nb\na\na\n"), 2U); // nothing here stands once on both sides but b
    EXPECT_EQ(touched("x\nx\ny\ny\n", "y\nx\nx\n"), 3U);
    EXPECT_EQ(touched("", "a\n"), 1U);
}

TEST(LineChanges, GiveTheSecondTextOutOfTheFirstWhateverTheyAre)
{
    std::mt19937 random(7);
    for (int round = 0; round < 2'000; ++round) {
        const auto text = [&random] {
            std::string made;
            for (unsigned lines = random() % 12; lines > 0; --lines)
                made.append(1, static_cast<char>('a' + random() % 4)).append("\n");
            return made;
        };
        const std::string before = text(), after = text();
        ASSERT_EQ(changedBy(before, after), after) << before << "--\n" << after;
    }
}

TEST(LineChanges, OfTextsWithoutAnythingInCommonAreFoundAtOnce)
{
    std::string before, after;
    for (int i = 0; i < 200'000; ++i) {
        before.append(i % 2 ? "a\n" : "b\n"); // no line is an anchor, and the distance is beyond every bound
        after.append(i % 3 ? "b\n" : "c\n");
    }
    EXPECT_EQ(changedBy(before, after), after);
}

TEST(LineChanges, AreWrittenAsPeopleKnowThem)
{
    EXPECT_EQ(unifiedDifference("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nx\n6\n7\n8\n9\n", 1), "@@ -4,3 +4,3 @@\n 4\n-5\n+x\n 6\n");
    EXPECT_EQ(unifiedDifference("a\n", "a"), "@@ -1 +1 @@\n-a\n+a\n\\ No newline at end of file\n");
    EXPECT_EQ(unifiedDifference("", "a\n"), "@@ -0,0 +1 @@\n+a\n");
    EXPECT_EQ(unifiedDifference("a\n", "a\n"), "");
}

TEST(LineChanges, FarFromEachOtherAreHunksOfTheirOwn)
{
    const std::string before = "1\n2\n3\n4\n5\n6\n7\n8\n9\n", after = "x\n2\n3\n4\n5\n6\n7\n8\ny\n";
    EXPECT_EQ(unifiedDifference(before, after, 1), "@@ -1,2 +1,2 @@\n-1\n+x\n 2\n@@ -8,2 +8,2 @@\n 8\n-9\n+y\n");
    EXPECT_EQ(unifiedDifference(before, after, 4), "@@ -1,9 +1,9 @@\n-1\n+x\n 2\n 3\n 4\n 5\n 6\n 7\n 8\n-9\n+y\n");
}

} // namespace penstock::edit
