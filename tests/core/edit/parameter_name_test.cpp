#include "core/edit/parameter_name.h"

#include <gtest/gtest.h>

namespace penstock::edit {

TEST(ParameterName, EverythingThatSpeaksOfItFollows)
{
    const std::string text = "penstock: 1\nname: p\nparameters:\n  c: {type: number, default: 1} # strength\n  cc: 2\non: {event: e, parameters: {c: \"${{ event.c }}\"}}\nsteps:\n"
                             "  a: {run: [x, \"${{ params.c }}-${{ params.cc + params.c }} params.c\"], if: params.c > 1} # here\n  b: {run: \"echo ${{ params.c }}\"}\n";
    const auto after = edit::apply(Document(text, ""), renamedParameter(Document(text, ""), "c", "strength"));
    ASSERT_TRUE(after) << after.error().message.id;
    EXPECT_EQ(after->text(),
              "penstock: 1\nname: p\nparameters:\n  strength: {type: number, default: 1} # strength\n  cc: 2\non: {event: e, parameters: {strength: \"${{ event.c }}\"}}\nsteps:\n"
              "  a: {run: [x, \"${{ params.strength }}-${{ params.cc + params.strength }} params.c\"], if: params.strength > 1} # here\n  b: {run: \"echo ${{ params.strength }}\"}\n");
}

TEST(ParameterName, WhatAStepSaysOfItsItemsFollows)
{
    const std::string text = "penstock: 1\nname: p\nsteps:\n  a:\n    map: {over: {c: [1, 2], d: [3]}}   # all\n    run: [x, \"${{ item.c }}${{ item.d }}\", item.c]\n"
                             "  b: {map: {over: {c: [1]}}, run: [x, \"${{ item.c }}\"]}\n";
    const auto after = edit::apply(Document(text, ""), renamedItem(Document(text, ""), "a", "c", "strength"));
    ASSERT_TRUE(after) << after.error().message.id;
    EXPECT_EQ(after->text(), "penstock: 1\nname: p\nsteps:\n  a:\n    map: {over: {strength: [1, 2], d: [3]}}   # all\n    run: [x, \"${{ item.strength }}${{ item.d }}\", item.c]\n"
                             "  b: {map: {over: {c: [1]}}, run: [x, \"${{ item.c }}\"]}\n");
}

TEST(ParameterName, OneThatExistsIsNotTaken)
{
    const Document document("parameters: {a: 1, b: 2}\nsteps: {}\n", "");
    EXPECT_FALSE(edit::apply(document, renamedParameter(document, "a", "b")));
}

} // namespace penstock::edit
