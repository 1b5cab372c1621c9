#include "core/format/layout_file.h"

#include <gtest/gtest.h>

#include <limits>

namespace penstock::format {

TEST(LayoutFile, APositionIsWrittenAndReadBack)
{
    const NodePositions positions{{"train", {120.4, -80}}, {"prepare", {0, 0}}};
    const auto text = writeLayout("", positions);
    ASSERT_TRUE(text);
    EXPECT_EQ(*text, "penstock: 1\nnodes:\n  prepare: [0, 0]\n  train: [120, -80]\n");
    EXPECT_EQ(readLayout(*text), (NodePositions{{"train", {120, -80}}, {"prepare", {0, 0}}}));
}

TEST(LayoutFile, AMoveChangesOneLine)
{
    const std::string text = "penstock: 1\nnodes:   # by hand\n  train: [10, 20]   # left\n  ask:   [30, 40]\n";
    EXPECT_EQ(*writeLayout(text, {{"train", {10, 20}}, {"ask", {35, 40}}}),
              "penstock: 1\nnodes:   # by hand\n  train: [10, 20]   # left\n  ask:   [35, 40]\n");
    EXPECT_EQ(*writeLayout(text, {{"ask", {30, 40}}, {"ship", {1, 2}}}), "penstock: 1\nnodes:   # by hand\n  ask:   [30, 40]\n  ship: [1, 2]\n");
    EXPECT_EQ(*writeLayout(text, {}), "penstock: 1\nnodes: {}   # by hand\n");
    EXPECT_EQ(*writeLayout(text, {{"train", {10, 20}}, {"ask", {30, 40}}}), text);
}

TEST(LayoutFile, WhatCannotBeReadIsLeftOut)
{
    EXPECT_EQ(readLayout("nodes: {a: [1, 2], b: [x, 2], c: [1], d: 5, e: [.nan, 0], f: {x: 1}, g: [1.5, 2e1]}"),
              (NodePositions{{"a", {1, 2}}, {"g", {1.5, 20}}}));
    for (const char* text : {"", "nodes: 5", "- x", "[", "nodes:\n\ta: [1, 2]", "penstock: 2"})
        EXPECT_TRUE(readLayout(text).empty()) << text;
}

TEST(LayoutFile, ADamagedFileIsReplaced)
{
    EXPECT_EQ(*writeLayout("nodes: [", {{"a", {1, 2}}}), "penstock: 1\nnodes:\n  a: [1, 2]\n");
    EXPECT_EQ(*writeLayout("nodes: {a: [1, 2]}\nnodes: {}\n", {{"a", {1, 2}}}), "penstock: 1\nnodes:\n  a: [1, 2]\n");
    EXPECT_EQ(*writeLayout("penstock: 1\nnodes: 5 # five\n", {{"a", {1, 2}}}), "penstock: 1\nnodes: # five\n  a: [1, 2]\n");
}

TEST(LayoutFile, PositionsThatAreNoneAreNotWritten)
{
    const double infinite = std::numeric_limits<double>::infinity();
    EXPECT_EQ(*writeLayout("", {{"a", {infinite, 0}}, {"b", {0, std::numeric_limits<double>::quiet_NaN()}}, {"c", {1, 2}}}),
              "penstock: 1\nnodes:\n  c: [1, 2]\n");
}

TEST(LayoutFile, ThousandsOfNodesAreMovedAddedAndRemovedAtOnce)
{
    NodePositions before, after;
    for (int i = 0; i < 3000; ++i) {
        before["step-" + std::to_string(i)] = {double(i), 0};
        after["step-" + std::to_string(i + 1500)] = {double(i), 1};
    }
    const std::string text = *writeLayout("", before);
    const auto changed = writeLayout(text, after);
    ASSERT_TRUE(changed);
    EXPECT_EQ(readLayout(*changed), after);
}

TEST(LayoutFile, StandsBesideThePipeline)
{
    EXPECT_EQ(layoutPathOf("pipelines/digits.pipeline.yaml"), "pipelines/digits.layout.yaml");
}

} // namespace penstock::format
