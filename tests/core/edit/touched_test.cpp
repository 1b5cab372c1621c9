#include "core/edit/touched.h"

#include <gtest/gtest.h>

namespace penstock::edit {

namespace {

using Names = std::vector<std::string>;

const Document now("steps:\n  b: {run: y}\n  a: {run: x}\n  c: {run: z, needs: [a]}\n", "nodes:\n  a: [0, 0]\n  b: [300, 0]\n");

} // namespace

TEST(Touched, IsNothingWhereNothingDiffers)
{
    EXPECT_EQ(touched(now, now), Names{});
    EXPECT_EQ(touched(now, Document("# why\n" + now.text(), now.layoutText())), Names{});
}

TEST(Touched, StepsThatCameOrHaveOtherFieldsInTheOrderOfTheFile)
{
    const Document after("steps:\n  n: {run: n}\n  b: {run: y}\n  a: {run: other}\n  c: {run: z, needs: [a, b]}\n", now.layoutText());
    EXPECT_EQ(touched(now, after), (Names{"n", "a", "c"}));
}

TEST(Touched, WhatWasRemovedCannotBeShown)
{
    EXPECT_EQ(touched(now, Document("steps:\n  b: {run: y}\n  a: {run: x}\n", now.layoutText())), Names{});
}

TEST(Touched, ARenamedStepIsAndThoseThatOnlyFollowAreNot)
{
    const Document after("steps:\n  b: {run: y}\n  first: {run: x}\n  c: {run: z, needs: [first]}\n", now.layoutText());
    EXPECT_EQ(touched(now, after), Names{"first"});
}

TEST(Touched, StepsThatStandElsewhere)
{
    EXPECT_EQ(touched(now, Document(now.text(), "nodes:\n  a: [0, 0]\n  b: [300, 40]\n")), Names{"b"});
    EXPECT_EQ(touched(now, Document(now.text(), "")), Names{}); // nobody placed them: they stand where they stood
}

} // namespace penstock::edit
