#include "core/format/yaml_scalar.h"
#include "core/format/yaml_tree.h"

#include <gtest/gtest.h>

#include <cmath>

namespace penstock::format {

namespace {

YamlTree read(std::string_view text)
{
    auto tree = readYaml(text);
    EXPECT_TRUE(tree.ok()) << (tree ? "" : tree.error().message.id);
    return tree ? std::move(*tree) : YamlTree{};
}

// The bytes that a node covers.
std::string covered(const YamlTree& tree, const YamlPath& path)
{
    const YamlNode* node = tree.find(path);
    return node ? tree.source.substr(node->begin, node->end - node->begin) : "(none)";
}

std::string meaning(std::string_view text) { return valueOf(read(text).root).dump(); }

} // namespace

TEST(YamlTree, KnowsWhereEachNodeStandsAndHowItIsWritten)
{
    const YamlTree tree = read("name: digits   # a name\n"
                               "about: 'it''s'\n"
                               "steps:\n"
                               "  prepare: {run: [python3, \"a b\"]}\n"
                               "\n"
                               "  # the end\n");
    EXPECT_EQ(covered(tree, {"name"}), "digits");
    EXPECT_EQ(covered(tree, {"about"}), "'it''s'");
    EXPECT_EQ(tree.find({"about"})->text, "it's");
    EXPECT_EQ(tree.find({"about"})->style, YamlStyle::singleQuoted);
    EXPECT_EQ(covered(tree, {"steps", "prepare", "run"}), "[python3, \"a b\"]");
    EXPECT_EQ(tree.find({"steps", "prepare", "run"})->style, YamlStyle::flow);
    EXPECT_TRUE(tree.find({"steps", "prepare", "run", "1"})->isQuoted());
    EXPECT_EQ(tree.find({"steps", "prepare", "run", "1"})->place, (Place{4, 28}));
    EXPECT_EQ(tree.find({"steps", "prepare", "2"}), nullptr);
    EXPECT_EQ(tree.find({"steps", "prepare", "run", "2"}), nullptr);
    EXPECT_EQ(tree.find({"steps", "prepare", "run", "x"}), nullptr);
}

TEST(YamlTree, BlocksEndWithTheirLastCharacterAndNotWithWhatFollows)
{
    const YamlTree tree = read("a:\n"
                               "  b: 1\n"
                               "  c:\n"
                               "    - x\n"
                               "    - y   # why\n"
                               "\n"
                               "# about d\n"
                               "d: 2\n"
                               "\n\n");
    EXPECT_EQ(covered(tree, {"a"}), "b: 1\n  c:\n    - x\n    - y");
    EXPECT_EQ(covered(tree, {"a", "c"}), "- x\n    - y");
    EXPECT_EQ(tree.root.end, tree.source.find("\n\n\n"));
}

TEST(YamlTree, BlockScalarsEndBeforeTheBlankLinesThatAreNotTheirs)
{
    const YamlTree tree = read("a: |\n  one\n  two  \n\n\nb: >-\n  x\n\n  y\n\nc: |+\n  kept\n\nd: 1\n");
    EXPECT_EQ(covered(tree, {"a"}), "|\n  one\n  two  ");
    EXPECT_EQ(covered(tree, {"b"}), ">-\n  x\n\n  y");
    EXPECT_EQ(covered(tree, {"c"}), "|+\n  kept\n\n");
    EXPECT_EQ(tree.find({"a"})->text, "one\ntwo  \n");
    EXPECT_EQ(tree.find({"c"})->text, "kept\n\n");
}

TEST(YamlTree, AbsentValuesStandBehindTheirMark)
{
    const YamlTree tree = read("a:\nb: # none\nc:\n  -\n  - x\nd: {e, f: }\n");
    for (const YamlPath& path : std::vector<YamlPath>{{"a"}, {"b"}, {"c", "0"}, {"d", "f"}}) {
        const YamlNode* node = tree.find(path);
        ASSERT_TRUE(node) << path.back();
        EXPECT_TRUE(node->isAbsent()) << path.back();
        const char before = tree.source[node->begin - 1];
        EXPECT_TRUE(before == ':' || before == '-' || before == ' ') << path.back() << " behind " << before;
    }
    EXPECT_EQ(tree.find({"b"})->begin, tree.source.find("b:") + 2);
    EXPECT_TRUE(tree.find({"d", "e"})->isAbsent());
}

TEST(YamlTree, PlacesCountCharactersAndRangesCountBytes)
{
    const YamlTree tree = read("\xE5\x90\x8D: {\xC3\xA9: \xF0\x9F\x98\x80, x: [1, 2]}\n");
    EXPECT_EQ(covered(tree, {"\xE5\x90\x8D", "x", "1"}), "2");
    EXPECT_EQ(tree.find({"\xE5\x90\x8D", "x", "1"})->place, (Place{1, 18}));
    std::string wide = "- [";
    for (int i = 0; i < 500; ++i)
        wide += "\xC3\xA9, ";
    const YamlTree far = read(wide + "end]");
    EXPECT_EQ(covered(far, {"0", "500"}), "end");
}

TEST(YamlTree, WindowsLineEndsChangeNothingButTheBytes)
{
    const YamlTree tree = read("a: 1\r\nb:\r\n  - x\r\n  - 'y\r\n    z'\r\n\r\nc: |\r\n  t\r\n");
    EXPECT_EQ(tree.find({"c"})->place, (Place{7, 4}));
    EXPECT_EQ(covered(tree, {"b"}), "- x\r\n  - 'y\r\n    z'");
    EXPECT_EQ(covered(tree, {"c"}), "|\r\n  t");
    EXPECT_EQ(tree.find({"b", "1"})->text, "y z");
}

TEST(YamlTree, AnchorsAndTagsAreNotPartOfTheContent)
{
    const YamlTree tree = read("a: &base # note\n  x: 1\nb: *base\nc: !!str 5\nd: &e !!int  7\n");
    const YamlNode* a = tree.find({"a"});
    EXPECT_EQ(tree.source.substr(a->content, a->end - a->content), "x: 1");
    EXPECT_TRUE(tree.source.substr(a->begin).starts_with("&base"));
    EXPECT_EQ(a->place, (Place{2, 3}));
    EXPECT_TRUE(a->isShared);
    EXPECT_TRUE(tree.find({"b"})->isAlias);
    EXPECT_EQ(covered(tree, {"b"}), "*base");
    EXPECT_EQ(tree.find({"b", "x"})->text, "1");
    EXPECT_EQ(scalarValue(*tree.find({"c"})), "5");
    const YamlNode* d = tree.find({"d"});
    EXPECT_EQ(tree.source.substr(d->content, d->end - d->content), "7");
    EXPECT_FALSE(d->isShared);
}

TEST(YamlTree, AnAnchorThatIsGivenAgainMeansTheLaterNode)
{
    EXPECT_EQ(meaning("- &a 1\n- *a\n- &a [2, &a 3]\n- *a\n"), "[1,1,[2,3],3]");
    EXPECT_EQ(meaning("x: {a: &n {k: v}, b: [*n, *n]}\ny: *n"), R"({"x":{"a":{"k":"v"},"b":[{"k":"v"},{"k":"v"}]},"y":{"k":"v"}})");
}

TEST(YamlTree, AnEmptyTextIsNothing)
{
    for (const char* text : {"", "\n", "# only a comment\n", "---\n", "---\n...\n"}) {
        const YamlTree tree = read(text);
        EXPECT_TRUE(tree.root.isAbsent()) << text;
        EXPECT_TRUE(scalarValue(tree.root).is_null()) << text;
    }
}

TEST(YamlTree, PlainScalarsFollowTheCoreSchema)
{
    EXPECT_EQ(meaning("[~, null, Null, '', true, True, FALSE]"), R"([null,null,null,"",true,true,false])");
    EXPECT_EQ(meaning("[yes, no, on, off, y, n, Yes]"), R"(["yes","no","on","off","y","n","Yes"])");
    EXPECT_EQ(meaning("[0, -7, +5, 007, 0o17, 0x1F, 1_000]"), R"([0,-7,5,7,15,31,"1_000"])");
    EXPECT_EQ(meaning("[0.5, .5, 5., -1e3, 1E-2, 1.5e+2]"), "[0.5,0.5,5.0,-1000.0,0.01,150.0]");
    EXPECT_EQ(meaning("[., e3, 1e, 0b1, 12:30, 2024-05-03, 1.2.3, 0x, -]"),
              R"([".","e3","1e","0b1","12:30","2024-05-03","1.2.3","0x","-"])");
    EXPECT_EQ(meaning("[9223372036854775807, -9223372036854775808, 9223372036854775808, -0]"),
              "[9223372036854775807,-9223372036854775808,9.223372036854776e+18,0]");
    EXPECT_EQ(meaning("['5', \"true\", !!str 5, !!float 5, !!int '5']"), R"(["5","true","5",5.0,5])");
    EXPECT_TRUE(std::isinf(scalarValue(*read("[-.inf]").find({"0"})).get<double>()));
    EXPECT_TRUE(std::isnan(scalarValue(*read("[.nan]").find({"0"})).get<double>()));
}

TEST(YamlTree, DuplicateKeysAreIssuesWithBothLines)
{
    const YamlTree tree = read("a: 1\nb: {x: 1, y: 2,\n  x: 3}\n\"a\": 2\n");
    ASSERT_EQ(tree.issues.size(), 2u);
    EXPECT_EQ(tree.issues[0].what.id, "yaml.duplicate_key");
    EXPECT_EQ(tree.issues[0].place, (Place{3, 3}));
    EXPECT_EQ(tree.issues[1].place, (Place{4, 1}));
    const std::vector<std::pair<std::string, std::string>> arguments{{"key", "a"}, {"line", "4"}, {"first", "1"}};
    EXPECT_EQ(tree.issues[1].what.arguments, arguments);
}

} // namespace penstock::format
