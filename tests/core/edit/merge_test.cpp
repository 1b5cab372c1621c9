#include "core/edit/merge.h"

#include "core/format/pipeline_reader.h"

#include <gtest/gtest.h>

#include <random>

namespace penstock::edit {

namespace {

const std::string base = "# a pipeline\n"
                         "penstock: 1\n"
                         "name: p\n"
                         "\n"
                         "steps:\n"
                         "  train:\n"
                         "    run: [python3, train.py]\n"
                         "    # long enough\n"
                         "    timeout: 2h\n"
                         "\n"
                         "  evaluate:\n"
                         "    run: [python3, evaluate.py]\n"
                         "    needs: [train]\n";

std::string with(std::string text, const std::string& from, const std::string& to)
{
    const std::size_t at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return text.replace(at, from.size(), to);
}

} // namespace

TEST(Merge, ChangesOfDifferentLinesComeTogether)
{
    const std::string mine = with(base, "2h", "3h"), theirs = with(base, "evaluate.py", "judge.py");
    EXPECT_EQ(merged(base, mine, theirs), with(mine, "evaluate.py", "judge.py"));
    EXPECT_EQ(merged(base, theirs, mine), with(mine, "evaluate.py", "judge.py"));
}

TEST(Merge, ChangesOfTheSameLineAreAConflictUnlessTheyAreTheSame)
{
    EXPECT_FALSE(merged(base, with(base, "2h", "3h"), with(base, "2h", "4h")));
    EXPECT_EQ(merged(base, with(base, "2h", "3h"), with(base, "2h", "3h")), with(base, "2h", "3h"));
}

TEST(Merge, OneSideThatChangedNothingTakesTheOther)
{
    const std::string other = with(base, "name: p", "name: q");
    EXPECT_EQ(merged(base, base, other), other);
    EXPECT_EQ(merged(base, other, base), other);
    EXPECT_EQ(merged(base, "a: [", base), "a: ["); // also one that is being typed
}

TEST(Merge, ALineAddedByEachAtTheSamePlaceIsAConflict)
{
    EXPECT_FALSE(merged(base, base + "    title: mine\n", base + "    title: theirs\n"));
    EXPECT_FALSE(mergedLines("a\nb\n", "a\n1\nb\n", "a\n2\nb\n"));
    EXPECT_FALSE(mergedLines("a\nb\nc\n", "a\nB\nc\n", "a\nb\nC\n")); // they adjoin
    EXPECT_EQ(mergedLines("a\nb\nc\n", "A\nb\nc\n", "a\nb\nC\n"), "A\nb\nC\n");
}

TEST(Merge, OnlyWhatIsStillYamlIsAResult)
{
    const std::string flow = "penstock: 1\nname: p\nsteps: {\n  a: {run: x},\n  b: {run: y},\n  c: {run: z}\n}\n";
    EXPECT_FALSE(merged(flow, with(flow, "steps: {", "steps:"), with(flow, "run: z", "run: w")));
}

TEST(Merge, AKeyThatEachWroteAtAnotherPlaceIsAConflict)
{
    const std::string mine = with(base, "    run: [python3, evaluate.py]", "    timeout: 1h\n    run: [python3, evaluate.py]");
    const std::string theirs = base + "    timeout: 5h\n";
    EXPECT_TRUE(mergedLines(base, mine, theirs));
    EXPECT_FALSE(merged(base, mine, theirs));
}

TEST(Merge, AStepThatGotAnotherParentIsAConflict)
{
    // Theirs moves the last lines below another step; by lines both fit together.
    const std::string mine = with(base, "    needs: [train]\n", "    needs: [train]\n    timeout: 1h\n");
    const std::string theirs = with(base, "    run: [python3, evaluate.py]\n", "    run: [python3, evaluate.py]\n\n  last:\n    run: [make]\n");
    EXPECT_TRUE(mergedLines(base, mine, theirs));
    EXPECT_FALSE(merged(base, mine, theirs));
}

TEST(Merge, AKeyThatMeansNothingWhereItComesToStandIsAConflict)
{
    const std::string mine = with(base, "    needs: [train]\n", "    needs: [train]\n    timeout: 1h\n");
    const std::string theirs = with(base, "    run: [python3, evaluate.py]\n", "    run: [python3, evaluate.py]\n\n  last:\n    wait: 1h\n");
    EXPECT_TRUE(mergedLines(base, mine, theirs));
    EXPECT_FALSE(merged(base, mine, theirs));
}

TEST(Merge, AStepThatOneRemovedIsNotGivenBackByWhatTheOtherDidInIt)
{
    const std::string mine = with(base, "    timeout: 2h\n", "    timeout: 3h\n");
    const std::string theirs = with(base, "  train:\n    run: [python3, train.py]\n    # long enough\n    timeout: 2h\n\n", "");
    EXPECT_FALSE(merged(base, mine, theirs));
}

TEST(Merge, LineEndsOfAnotherKindAreNoReasonToLoseAnything)
{
    std::string theirs;
    for (const char c : base)
        theirs.append(c == '\n' ? "\r\n" : std::string(1, c));
    EXPECT_EQ(merged(base, base, theirs), theirs);
    EXPECT_FALSE(merged(base, with(base, "2h", "3h"), theirs));
}

// Whatever comes out: a side that changed nothing never wins over one that did, and both sides are told the same.
TEST(Merge, IsSymmetricAndKeepsWhatOneSideAloneDid)
{
    std::mt19937 random(11);
    const auto text = [&random](const std::string& from) {
        std::string made;
        for (const char c : from) {
            const unsigned dice = random() % 10;
            if (dice == 0)
                continue;
            if (dice == 1)
                made.append("x\n");
            made.append(1, c);
            if (c != '\n')
                made.append("\n");
        }
        return made;
    };
    for (int round = 0; round < 2'000; ++round) {
        const std::string origin = text("abcdefgh"), mine = text("abcdefgh"), theirs = text("abcdefgh");
        EXPECT_EQ(mergedLines(origin, mine, theirs), mergedLines(origin, theirs, mine));
        EXPECT_EQ(mergedLines(origin, mine, origin), mine);
        EXPECT_EQ(mergedLines(origin, origin, theirs), theirs);
        EXPECT_EQ(mergedLines(origin, mine, mine), mine);
    }
}

} // namespace penstock::edit
