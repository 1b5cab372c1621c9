// What is refused, where, and with which sentence: mistakes of people and texts made to hurt.
#include "core/format/yaml_tree.h"

#include <gtest/gtest.h>

namespace penstock::format {

namespace {

// "ID@line:column", or "read" when there is nothing to complain about.
std::string refusal(std::string_view text)
{
    const auto tree = readYaml(text);
    if (tree)
        return "read";
    const Place place = placeOf(tree.error());
    return tree.error().message.id + '@' + std::to_string(place.line) + ':' + std::to_string(place.column);
}

std::string repeated(std::string_view part, int times)
{
    std::string text;
    for (int i = 0; i < times; ++i)
        text += part;
    return text;
}

} // namespace

TEST(YamlRefusal, BytesThatAreNoTextNameTheirPlace)
{
    EXPECT_EQ(refusal("\xEF\xBB\xBF" "a: 1\n"), "yaml.byte_order_mark@1:1");
    EXPECT_EQ(refusal("\xFF\xFE" "a\0:"), "yaml.not_utf8@1:1");
    EXPECT_EQ(refusal("a: 1\nb: \xC3\xA9\xFF\n"), "yaml.not_utf8@2:5");
    EXPECT_EQ(refusal("a: \xC0\x80"), "yaml.not_utf8@1:4");
    EXPECT_EQ(refusal("a: \xED\xA0\x80"), "yaml.not_utf8@1:4");
    EXPECT_EQ(refusal("a: \xE4\xBD"), "yaml.not_utf8@1:4");
    EXPECT_EQ(refusal(std::string_view("a: 1\nb: x\0y\n", 12)), "yaml.control_character@2:5");
    EXPECT_EQ(refusal("a: \x1B[0m"), "yaml.control_character@1:4");
    EXPECT_EQ(refusal("a: x\xE2\x80\xA8y"), "yaml.line_separator@1:5");
    EXPECT_EQ(refusal("a: \xC2\x85"), "yaml.line_separator@1:4");
}

TEST(YamlRefusal, TabsInTheIndentationAreNamedAsSuch)
{
    EXPECT_EQ(refusal("a:\n\tb: 1\n"), "yaml.tab@2:1");
    EXPECT_EQ(refusal("a:\n  b: 1\n \tc: 2\n"), "yaml.tab@3:2");
    EXPECT_EQ(refusal("a:\n  - x\n\t- y\n"), "yaml.tab@3:1");
    EXPECT_EQ(refusal("a:\tb\nc: [1,\t2]\nd: |\n  x\n  \ty\n"), "read");
}

TEST(YamlRefusal, MistakesOfSyntaxSayWhatIsWrongAndWhere)
{
    EXPECT_EQ(refusal("a: b: c\n"), "yaml.unexpected_colon@1:5");
    EXPECT_EQ(refusal("a: 1\n  b: 2\n"), "yaml.unexpected_colon@2:4");
    EXPECT_EQ(refusal("a:\n   b: 1\n  c: 2\n"), "yaml.expected_key@3:3");
    EXPECT_EQ(refusal("a: - b\n"), "yaml.unexpected_dash@1:4");
    EXPECT_EQ(refusal("a: [1, 2\nb: 3\n"), "yaml.expected_close_list@2:2");
    EXPECT_EQ(refusal("a: {x: 1\n"), "yaml.expected_close_object@2:1");
    EXPECT_EQ(refusal("a: 1\nb: \"x\n"), "yaml.unclosed_quote@2:4");
    EXPECT_EQ(refusal("a: \"\\q\"\n"), "yaml.bad_escape@1:5");
    EXPECT_EQ(refusal("a: @home\n"), "yaml.bad_start@1:4");
    EXPECT_EQ(refusal("a: 1\nb\nc: 2\n"), "yaml.expected_colon@3:1");
    EXPECT_EQ(refusal("- a\nb: 1\n"), "yaml.expected_dash@2:1");
}

TEST(YamlRefusal, WhatTheFormatDoesNotHave)
{
    EXPECT_EQ(refusal("a: !!python/object:os.system ls\n"), "yaml.tag@1:4");
    EXPECT_EQ(refusal("a: !mine x\n"), "yaml.tag@1:4");
    EXPECT_EQ(refusal("a: !!seq x\n"), "yaml.tag@1:4");
    EXPECT_EQ(refusal("? [a, b]\n: 1\n"), "yaml.complex_key@1:3");
    EXPECT_EQ(refusal("a: 1\n---\nb: 2\n"), "yaml.second_document@2:1");
    EXPECT_EQ(refusal("a: 1\n...\n%TAG ! x\n"), "yaml.second_document@3:1");
    EXPECT_EQ(refusal("---\na: 1\n...\n# fine\n"), "read");
    EXPECT_EQ(refusal("# x\n%YAML 1.1\n---\na: 1\n"), "yaml.directive@2:1");
    EXPECT_EQ(refusal("a: *nobody\n"), "yaml.unknown_alias@1:4");
}

TEST(YamlRefusal, AnAliasOfItselfIsNotFollowed)
{
    EXPECT_EQ(refusal("&x [*x]"), "yaml.self_alias@1:5");
    EXPECT_EQ(refusal("a: &x\n  b:\n    - *x\n"), "yaml.self_alias@3:7");
}

TEST(YamlRefusal, AnAliasBombIsRefusedBeforeItGrows)
{
    std::string bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n";
    for (int i = 1; i <= 8; ++i) {
        const std::string before = "*a" + std::to_string(i - 1);
        bomb += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + before + repeated(", " + before, 8) + "]\n";
    }
    EXPECT_EQ(refusal(bomb).substr(0, 17), "yaml.alias_bomb@6");

    const std::string large = "a: &a " + std::string(1'000'000, 'x') + "\nb: [" + repeated("*a, ", 100) + "]\n";
    EXPECT_EQ(refusal(large).substr(0, 17), "yaml.alias_bomb@2");
    EXPECT_EQ(refusal("a: &a {x: 1}\nb: [" + repeated("*a, ", 1000) + "]\n"), "read");
}

TEST(YamlRefusal, NestingIsBoundedHoweverItIsMade)
{
    EXPECT_EQ(refusal(repeated("[", 5000)), "yaml.too_deep@1:101");
    EXPECT_EQ(refusal(repeated("{a: ", 5000)), "yaml.too_deep@1:401");
    EXPECT_EQ(refusal(repeated("- ", 5000) + "x"), "yaml.too_deep@1:201");
    EXPECT_EQ(refusal(repeated("? ", 5000) + "x").substr(0, 16), "yaml.complex_key");
    std::string steps;
    for (int i = 0; i < 5000; ++i)
        steps += std::string(static_cast<std::size_t>(i), ' ') + "a:\n";
    EXPECT_EQ(refusal(steps), "yaml.too_deep@101:101");
    EXPECT_EQ(refusal(repeated("[", 100) + repeated("]", 100)), "read");
    // An alias adds the height of its target.
    EXPECT_EQ(refusal("a: &a " + repeated("[", 60) + repeated("]", 60) + "\nb: " + repeated("[", 60) + "*a" + repeated("]", 60)),
              "yaml.too_deep@2:64");
}

TEST(YamlRefusal, SizeIsAskedBeforeAnythingElse)
{
    EXPECT_EQ(refusal(std::string(50'000'000, '\xFF')), "yaml.too_large@1:1");
    YamlLimits limits;
    limits.nodes = 10;
    const auto tree = readYaml("[" + repeated("x, ", 20) + "]", limits);
    ASSERT_FALSE(tree);
    EXPECT_EQ(tree.error().message.id, "yaml.too_many_nodes");
    limits = {};
    limits.anchors = 3;
    EXPECT_FALSE(readYaml("[&a 1, &b 2, &c 3, &d 4]", limits));
    EXPECT_TRUE(readYaml("[&a 1, &b 2, &c 3]", limits));
}

TEST(YamlRefusal, ManyDuplicateKeysAreReportedUpToALimit)
{
    const auto tree = readYaml(repeated("a: 1\n", 5000));
    ASSERT_TRUE(tree);
    EXPECT_EQ(tree->issues.size(), YamlLimits{}.issues);
}

} // namespace penstock::format
