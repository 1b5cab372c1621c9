#include "core/format/yaml_patch.h"
#include "tests/core/format/yaml_oracle.h"

#include <gtest/gtest.h>

#include <random>

namespace penstock::format {

namespace {

YamlPatch patchOf(std::string_view text)
{
    auto tree = readYaml(text);
    EXPECT_TRUE(tree.ok()) << text;
    return YamlPatch(tree ? std::move(*tree) : YamlTree{});
}

// The text after one change, which the oracle reads as we do; or the id of the error.
template <class Change>
std::string changed(std::string_view text, Change change)
{
    YamlPatch patch = patchOf(text);
    if (const Result<void> done = change(patch); !done)
        return done.error().message.id;
    const auto tree = patch.finish();
    if (!tree)
        return tree.error().message.id;
    EXPECT_EQ(oracleValue(tree->source), valueOf(tree->root)) << tree->source;
    return tree->source;
}

std::string set(std::string_view text, const YamlPath& path, const YamlValue& value)
{
    return changed(text, [&](YamlPatch& patch) { return patch.set(path, value); });
}

std::string removed(std::string_view text, const YamlPath& path)
{
    return changed(text, [&](YamlPatch& patch) { return patch.remove(path); });
}

std::string renamed(std::string_view text, const YamlPath& path, const std::string& key)
{
    return changed(text, [&](YamlPatch& patch) { return patch.rename(path, key); });
}

std::string inserted(std::string_view text, const YamlPath& path, std::size_t index, const YamlValue& value)
{
    return changed(text, [&](YamlPatch& patch) { return patch.insert(path, index, value); });
}

std::vector<std::string> commentsOf(const std::string& text)
{
    std::vector<std::string> comments;
    for (std::size_t at = text.find('#'); at != std::string::npos; at = text.find('#', at + 1))
        comments.push_back(text.substr(at, text.find_first_of("\r\n", at) - at));
    return comments;
}

} // namespace

TEST(YamlPatch, AValueChangesItsOwnBytesAndNoOthers)
{
    const std::string text = "# head\nname:   digits  # the name\n\nsteps:\n  train: {run: [a,  b], timeout: 2h}   \n  # tail\n";
    EXPECT_EQ(set(text, {"name"}, "letters"),
              "# head\nname:   letters  # the name\n\nsteps:\n  train: {run: [a,  b], timeout: 2h}   \n  # tail\n");
    EXPECT_EQ(set(text, {"steps", "train", "timeout"}, "90m"),
              "# head\nname:   digits  # the name\n\nsteps:\n  train: {run: [a,  b], timeout: 90m}   \n  # tail\n");
    EXPECT_EQ(set(text, {"steps", "train", "run", "1"}, "x, y"),
              "# head\nname:   digits  # the name\n\nsteps:\n  train: {run: [a,  \"x, y\"], timeout: 2h}   \n  # tail\n");
    EXPECT_EQ(set(text, {"name"}, "digits"), text);
}

TEST(YamlPatch, QuotesKeepTheirKind)
{
    EXPECT_EQ(set("a: 'x'  # c\n", {"a"}, "it's"), "a: 'it''s'  # c\n");
    EXPECT_EQ(set("a: \"x\"\n", {"a"}, "y"), "a: \"y\"\n");
    EXPECT_EQ(set("a: x\n", {"a"}, "yes"), "a: \"yes\"\n");
    EXPECT_EQ(set("a: x\n", {"a"}, 2.5), "a: 2.5\n");
    EXPECT_EQ(set("a: 1.0\n", {"a"}, 1), "a: 1\n");
}

TEST(YamlPatch, AbsentValuesAreFilledIn)
{
    EXPECT_EQ(set("a:\nb: 1\n", {"a"}, "x"), "a: x\nb: 1\n");
    EXPECT_EQ(set("a:   # why\nb: 1\n", {"a"}, "x"), "a: x   # why\nb: 1\n");
    EXPECT_EQ(set("a:   # why\nb: 1\n", {"a"}, {{"k", "l\nm\n"}}), "a:   # why\n  k: |\n    l\n    m\nb: 1\n");
    EXPECT_EQ(set("{a, b: }", {"a"}, 1), "{a: 1, b: }");
    EXPECT_EQ(set("- \n- b\n", {"0"}, "x"), "- x \n- b\n");
    EXPECT_EQ(set("a: {x: }\n", {"a", "x"}, 1), "a: {x: 1 }\n");
}

TEST(YamlPatch, TextsOfSeveralLinesAreLiterals)
{
    EXPECT_EQ(set("run: ./a.sh  # go\nb: 1\n", {"run"}, "cd x\n./a.sh\n"), "run: |  # go\n  cd x\n  ./a.sh\nb: 1\n");
    EXPECT_EQ(set("s:\n  run: | # go\n    a\n    b\n\n  b: 1\n", {"s", "run"}, "x\ny\nz"),
              "s:\n  run: |- # go\n    x\n    y\n    z\n\n  b: 1\n");
    EXPECT_EQ(set("run: |\n  a\n\n\nb: 1\n", {"run"}, "x"), "run: x\n\n\nb: 1\n");
    EXPECT_EQ(set("run: |+\n  a\n\nb: 1\n", {"run"}, "x"), "run: x\n\nb: 1\n");
    EXPECT_EQ(set("- >\n  a\n  b\n- c\n", {"0"}, "x\ny\n"), "- |\n  x\n  y\n- c\n");
    EXPECT_EQ(set("a: {run: x}\n", {"a", "run"}, "x\ny\n"), "a: {run: \"x\\ny\\n\"}\n");
}

TEST(YamlPatch, EntriesAreAddedBehindTheLastOne)
{
    EXPECT_EQ(set("s:\n  a: 1   # one\n\n  # about nothing\n\nt: 2\n", {"s", "b"}, "x"),
              "s:\n  a: 1   # one\n  b: x\n\n  # about nothing\n\nt: 2\n");
    EXPECT_EQ(set("a: 1", {"b"}, 2), "a: 1\nb: 2\n");
    EXPECT_EQ(set("a: 1", {"b"}, "x\ny\n"), "a: 1\nb: |\n  x\n  y\n");
    EXPECT_EQ(set("s:\n    a:\n        x: 1\n", {"s", "b", "w", "z"}, 2), "s:\n    a:\n        x: 1\n    b: {w: {z: 2}}\n");
    EXPECT_EQ(set("s:\n  a: |\n    text\n\nt: 1\n", {"s", "b"}, 1), "s:\n  a: |\n    text\n  b: 1\n\nt: 1\n");
    EXPECT_EQ(set("s:\n  a: |+\n    text\n\nt: 1\n", {"s", "b"}, 1), "s:\n  a: |+\n    text\n\n  b: 1\nt: 1\n");
    EXPECT_EQ(set("- if: a\n  then: b\n- else: c\n", {"0", "at_most"}, 3), "- if: a\n  then: b\n  at_most: 3\n- else: c\n");
    EXPECT_EQ(set("a:\n", {"a", "b"}, 1), "a: {b: 1}\n");
    EXPECT_EQ(set("a:\nb: 1\n", {"b"}, 2), "a:\nb: 2\n");
    EXPECT_EQ(set("# nothing yet\n", {"people", "ada"}, 1), "# nothing yet\npeople: {ada: 1}\n");
    EXPECT_EQ(set("", {"a"}, 1), "a: 1\n");
    EXPECT_EQ(set("{}\n", {"a"}, 1), "a: 1\n");
    EXPECT_EQ(set("{} # none\n# tail", {"a"}, "x\ny\n"), " # none\n# tail\na: |\n  x\n  y\n");
}

TEST(YamlPatch, EntriesAreAddedInFlowStyle)
{
    EXPECT_EQ(set("a: {x: 1 , y: 2 }  # c\n", {"a", "z"}, "p q"), "a: {x: 1 , y: 2, z: p q }  # c\n");
    EXPECT_EQ(set("a: {x: 1,}\n", {"a", "z"}, 2), "a: {x: 1, z: 2,}\n");
    EXPECT_EQ(set("a: {\n  x: 1, # one\n  y: 2  # two\n}\n", {"a", "z"}, 3), "a: {\n  x: 1, # one\n  y: 2, z: 3  # two\n}\n");
    EXPECT_EQ(set("a: {}\n", {"a", "z"}, 3), "a: {z: 3}\n");
    EXPECT_EQ(set("a: {x}\n", {"a", "z"}, 3), "a: {x, z: 3}\n");
    EXPECT_EQ(set("a: {x: }\n", {"a", "z"}, 3), "a: {x: , z: 3}\n");
    EXPECT_EQ(set("[{ }]", {"0", "z"}, 3), "[{z: 3}]");
    EXPECT_EQ(set("{\"a\":{\"b\":1}}", {"a", "c"}, "x"), "{\"a\":{\"b\":1, c: x}}");
}

TEST(YamlPatch, EntriesAreRemovedWithTheirLines)
{
    const std::string text = "s:\n  a: 1 # one\n  # about b\n  b:\n    x: 1\n\n    y: 2\n\n  c: |\n    t\nd: 1\n";
    EXPECT_EQ(removed(text, {"s", "a"}), "s:\n  # about b\n  b:\n    x: 1\n\n    y: 2\n\n  c: |\n    t\nd: 1\n");
    EXPECT_EQ(removed(text, {"s", "b"}), "s:\n  a: 1 # one\n  # about b\n\n  c: |\n    t\nd: 1\n");
    EXPECT_EQ(removed(text, {"s", "c"}), "s:\n  a: 1 # one\n  # about b\n  b:\n    x: 1\n\n    y: 2\n\nd: 1\n");
    EXPECT_EQ(removed(text, {"d"}), text.substr(0, text.size() - 5));
    EXPECT_EQ(removed("a: 1\nb: 2", {"b"}), "a: 1\n");
    EXPECT_EQ(removed("a:\n  b: 1 # x\nc: 2\n", {"a", "b"}), "a: {} # x\nc: 2\n");
    EXPECT_EQ(removed("a: # why\n  b: 1\nc: 2\n", {"a", "b"}), "a: {} # why\nc: 2\n");
    EXPECT_EQ(removed("a: 1\n", {"a"}), "{}\n");
    EXPECT_EQ(removed("- a: 1\n  b: 2\n", {"0", "a"}), "- b: 2\n");
    EXPECT_EQ(removed("- a: 1\n  # about b\n  b: 2\n", {"0", "a"}), "- \n  # about b\n  b: 2\n");
    EXPECT_EQ(removed("a:\n- x\n- y\n", {"a", "0"}), "a:\n- y\n");
    EXPECT_EQ(removed("a:\n- x\n", {"a", "0"}), "a: []\n");
    EXPECT_EQ(removed("- - a\n  - b\n- c\n", {"0", "0"}), "- - b\n- c\n");
}

TEST(YamlPatch, EntriesAreRemovedInFlowStyle)
{
    EXPECT_EQ(removed("a: {x: 1, y: 2, z: 3}\n", {"a", "x"}), "a: {y: 2, z: 3}\n");
    EXPECT_EQ(removed("a: {x: 1, y: 2, z: 3}\n", {"a", "y"}), "a: {x: 1, z: 3}\n");
    EXPECT_EQ(removed("a: {x: 1, y: 2, z: 3 }\n", {"a", "z"}), "a: {x: 1, y: 2 }\n");
    EXPECT_EQ(removed("a: [ x ]\n", {"a", "0"}), "a: []\n");
    EXPECT_EQ(removed("a: [x,]\n", {"a", "0"}), "a: []\n");
    EXPECT_EQ(removed("[\n  a, # one\n  b, # two\n  c  # three\n]", {"1"}), "[\n  a, # one\n   # two\n  c  # three\n]");
    EXPECT_EQ(removed("[\n  a, # one\n  b  # two\n]", {"1"}), "[\n  a # one\n    # two\n]");
    EXPECT_EQ(removed("{a, b: 1}", {"a"}), "{b: 1}");
    EXPECT_EQ(removed("{a: , b: 1}", {"b"}), "{a: }");
}

TEST(YamlPatch, KeysAreRenamedInPlace)
{
    EXPECT_EQ(renamed("s:\n  train:  # big\n    run: x\n", {"s", "train"}, "fit"), "s:\n  fit:  # big\n    run: x\n");
    EXPECT_EQ(renamed("{\"a\":1, b: 2}", {"a"}, "c d"), "{\"c d\":1, b: 2}");
    EXPECT_EQ(renamed("{a: 1, b: 2}", {"a"}, "on"), "{on: 1, b: 2}");
    EXPECT_EQ(renamed("{a: 1, b: 2}", {"a"}, "5"), "{\"5\": 1, b: 2}");
    EXPECT_EQ(renamed("a: 1\nb: 2\n", {"a"}, "b"), "yaml.patch_exists");
    EXPECT_EQ(renamed("a: 1\n", {"x"}, "b"), "yaml.patch_missing");
    EXPECT_EQ(renamed("a: 1\n", {"a"}, "a"), "a: 1\n");
}

TEST(YamlPatch, ItemsAreInsertedAnywhere)
{
    EXPECT_EQ(inserted("n: [a, b]\n", {"n"}, 2, "c"), "n: [a, b, c]\n");
    EXPECT_EQ(inserted("n: [a, b]\n", {"n"}, 0, "c"), "n: [c, a, b]\n");
    EXPECT_EQ(inserted("n: [a,\n    b]\n", {"n"}, 1, "c"), "n: [a, c,\n    b]\n");
    EXPECT_EQ(inserted("n: []\n", {"n"}, 0, "c"), "n: [c]\n");
    EXPECT_EQ(inserted("n:\nm: 1\n", {"n"}, 5, "c"), "n: [c]\nm: 1\n");
    EXPECT_EQ(inserted("m: 1\n", {"k"}, 0, "c"), "m: 1\nk: [c]\n");
    EXPECT_EQ(inserted("n:\n  - a # one\n  # more\n  - b\n", {"n"}, 1, "c"), "n:\n  - a # one\n  - c\n  # more\n  - b\n");
    EXPECT_EQ(inserted("n:\n- a\nm: 1\n", {"n"}, 1, {{"if", "x"}, {"then", "z"}}), "n:\n- a\n- {if: x, then: z}\nm: 1\n");
    EXPECT_EQ(inserted("- - a\n", {"0"}, 0, "b"), "- - b\n  - a\n");
    EXPECT_EQ(inserted("n:\n  -\n  - b\n", {"n"}, 1, "x\ny\n"), "n:\n  -\n  - |\n    x\n    y\n  - b\n");
    EXPECT_EQ(inserted("n: 5\n", {"n"}, 0, "c"), "yaml.patch_kind");
}

TEST(YamlPatch, ACollectionChangesOnlyWhereItDiffers)
{
    const std::string text = "env:\n  A: 1 # one\n  B: 2 # two\n  C: 3 # three\nn:\n  - a # one\n  - b # two\n  - c # three\n";
    EXPECT_EQ(set(text, {"env"}, {{"A", 1}, {"C", 4}, {"D", 5}}),
              "env:\n  A: 1 # one\n  C: 4 # three\n  D: 5\nn:\n  - a # one\n  - b # two\n  - c # three\n");
    EXPECT_EQ(set(text, {"n"}, {"a", "x", "z", "c"}),
              "env:\n  A: 1 # one\n  B: 2 # two\n  C: 3 # three\nn:\n  - a # one\n  - x # two\n  - z\n  - c # three\n");
    EXPECT_EQ(set(text, {"n"}, YamlValue::array({"c"})), "env:\n  A: 1 # one\n  B: 2 # two\n  C: 3 # three\nn:\n  - c # three\n");
    EXPECT_EQ(set(text, {"n"}, YamlValue::array()), "env:\n  A: 1 # one\n  B: 2 # two\n  C: 3 # three\nn: [] # three\n");
    EXPECT_EQ(set("a: {x: 1, y: [1,  2]}\n", {"a"}, {{"x", 1}, {"y", {1, 3}}}), "a: {x: 1, y: [1,  3]}\n");
}

TEST(YamlPatch, ValuesOfAnotherKindReplaceTheOldOnes)
{
    EXPECT_EQ(set("a:\n  - x\n  - y\nb: 1\n", {"a"}, "z"), "a: z\nb: 1\n");
    EXPECT_EQ(set("a: # why\n  - x\n  - y\nb: 1\n", {"a"}, "z"), "a: z # why\nb: 1\n");
    EXPECT_EQ(set("a: # why\n  # about b\n  b: 1\n", {"a"}, "x\ny\n"), "a: | # why\n  x\n  y\n");
    EXPECT_EQ(set("a: x # why\nb: 1\n", {"a"}, {{"k", {{"l", {{"m", 1}}}}}}), "a: # why\n  k: {l: {m: 1}}\nb: 1\n");
    EXPECT_EQ(set("a: x\n", {"a"}, {"p", "q"}), "a: [p, q]\n");
    EXPECT_EQ(set("a:\n  b: 1\n", {"a"}, {"p", "q"}), "a:\n  - p\n  - q\n");
    EXPECT_EQ(set("- x # why\n- y\n", {"0"}, {{"run", "a\nb\n"}, {"k", 1}}), "- run: | # why\n    a\n    b\n  k: 1\n- y\n");
}

TEST(YamlPatch, AnchorsThatAreUsedElsewhereAreLeftAlone)
{
    const std::string text = "a: &base\n  x: 1\nb: *base\nc: &lonely 5\n";
    EXPECT_EQ(set(text, {"a", "x"}, 2), "yaml.patch_shared");
    EXPECT_EQ(set(text, {"b", "x"}, 2), "yaml.patch_shared");
    EXPECT_EQ(set(text, {"b", "y"}, 2), "yaml.patch_shared");
    EXPECT_EQ(removed(text, {"a"}), "yaml.patch_shared");
    EXPECT_EQ(set(text, {"b"}, 2), "a: &base\n  x: 1\nb: 2\nc: &lonely 5\n");
    EXPECT_EQ(set(text, {"c"}, 6), "a: &base\n  x: 1\nb: *base\nc: &lonely 6\n");
    EXPECT_EQ(renamed(text, {"a"}, "z"), "z: &base\n  x: 1\nb: *base\nc: &lonely 5\n");
    EXPECT_EQ(set("a: !!str 5 # c\n", {"a"}, 6), "a: 6 # c\n");
}

TEST(YamlPatch, WindowsLineEndsStayAndNewLinesGetThem)
{
    const std::string text = "a: 1\r\ns:\r\n  x: 1 # c\r\n\r\nb: 2\r\n";
    EXPECT_EQ(set(text, {"s", "z"}, "p\nq\n"), "a: 1\r\ns:\r\n  x: 1 # c\r\n  z: |\r\n    p\r\n    q\r\n\r\nb: 2\r\n");
    EXPECT_EQ(removed(text, {"a"}), "s:\r\n  x: 1 # c\r\n\r\nb: 2\r\n");
    EXPECT_EQ(removed("a: 1\r\nb: 2", {"b"}), "a: 1\r\n");
    EXPECT_EQ(removed(text, {"s", "x"}), "a: 1\r\ns: {} # c\r\n\r\nb: 2\r\n");
    EXPECT_EQ(inserted("- a\r\n", {}, 0, "b"), "- b\r\n- a\r\n");
}

TEST(YamlPatch, OddPlacesOfKeysAndValues)
{
    EXPECT_EQ(set("? a\n: 1\n? b\n: 2\n", {"a"}, 3), "? a\n: 3\n? b\n: 2\n");
    EXPECT_EQ(removed("? a\n: 1\n? b\n: 2\n", {"a"}), "? b\n: 2\n");
    EXPECT_EQ(set("a:\n  1\nb: 2\n", {"a"}, 3), "a: 3\nb: 2\n");
    EXPECT_EQ(set("a: # why\n  1\nb: 2\n", {"a"}, 3), "a: 3 # why\nb: 2\n");
    EXPECT_EQ(set("a: one\n  two\nb: 2\n", {"a"}, "x"), "a: x\nb: 2\n");
    EXPECT_EQ(set("'a b' : 1\n\"c\" : 2\n", {"c"}, 3), "'a b' : 1\n\"c\" : 3\n");
    EXPECT_EQ(set("  a: 1\n  b: 2\n", {"c"}, 3), "  a: 1\n  b: 2\n  c: 3\n");
    EXPECT_EQ(set("\xE5\x90\x8D: {x: \xC3\xA9}\n", {"\xE5\x90\x8D", "x"}, "\xC3\xA8"), "\xE5\x90\x8D: {x: \xC3\xA8}\n");
    EXPECT_EQ(set("---\na: 1\n...\n", {"b"}, 1), "---\na: 1\nb: 1\n...\n");
}

TEST(YamlPatch, ATextDoesNotSwallowTheCommentThatStandsDeeperBelowIt)
{
    // A new text goes further to the right than the comment.
    EXPECT_EQ(set("a:\n  run: x\n    # why\n  b: 1\n", {"a", "run"}, "one\ntwo\n"), "a:\n  run: |\n      one\n      two\n    # why\n  b: 1\n");
    EXPECT_EQ(set("a:\n  run: x\n\n     # why\n  b: 1\n", {"a", "run"}, "one\n\ntwo"), "a:\n  run: |-\n       one\n\n       two\n\n     # why\n  b: 1\n");
    EXPECT_EQ(set("a:\r\n  run: x\r\n    # why\r\n", {"a", "run"}, "one\ntwo\n"), "a:\r\n  run: |\r\n      one\r\n      two\r\n    # why\r\n");
    EXPECT_EQ(set("a:\n  - x\n    # why\n", {"a", "0"}, {{"run", "one\ntwo\n"}}), "a:\n  - run: |\n      one\n      two\n    # why\n");
    // A text that was there stays as it is, and the comment goes to the left.
    EXPECT_EQ(removed("a:\n  run: |\n    one\n  b: 1\n      # of b\n    # too\n  c: 2\n", {"a", "b"}), "a:\n  run: |\n    one\n  # of b\n  # too\n  c: 2\n");
    EXPECT_EQ(removed("- |\n  one\n- b\n\n    # of b\n- c\n", {"1"}), "- |\n  one\n\n# of b\n- c\n");
    EXPECT_EQ(removed("a: |2\n    one\nb: 1\n   # of b\nc: 2\n", {"b"}), "a: |2\n    one\n# of b\nc: 2\n");
}

TEST(YamlPatch, ATextThatKeepsItsBlankLinesTakesNoOthers)
{
    EXPECT_EQ(removed("a: |+\n  one\n\nb: 1\n\nc: 2\n", {"b"}), "a: |+\n  one\n\nc: 2\n");
    EXPECT_EQ(set("a: x\n\nb: 1\n", {"a"}, "one\n\n"), "a: |+\n  one\n\nb: 1\n");
    EXPECT_EQ(set("a: x\n\n  # why\nb: 1\n", {"a"}, "one\n\n"), "a: |+\n    one\n\n  # why\nb: 1\n");
}

TEST(YamlPatch, WhatIsAddedStandsBelowTheDeeperCommentsOfWhatWasLast)
{
    EXPECT_EQ(set("a:\n  b: 1\n    # of b\nc: 2\n", {"a", "d"}, 3), "a:\n  b: 1\n    # of b\n  d: 3\nc: 2\n");
    EXPECT_EQ(set("a:\n  - b\n    # of b\n# tail\n", {"a", "1"}, "c"), "a:\n  - b\n    # of b\n  - c\n# tail\n");
}

TEST(YamlPatch, CommentsInsideAnEmptyCollectionStay)
{
    YamlPatch patch = patchOf("a: [\n  # of the list\n]\nb: {\n  # of the mapping\n}\nc: { # too\n}\n");
    ASSERT_TRUE(patch.insert({"a"}, 0, "x"));
    ASSERT_TRUE(patch.set({"b", "k"}, 1));
    ASSERT_TRUE(patch.insertEntries({"c"}, 0, {{"k", 1}, {"l", 2}}));
    const auto tree = patch.finish();
    ASSERT_TRUE(tree);
    EXPECT_EQ(tree->source, "a: [x\n  # of the list\n]\nb: {k: 1\n  # of the mapping\n}\nc: {k: 1, l: 2 # too\n}\n");
}

TEST(YamlPatch, AScriptMayBeginBelowTheCommentsOfItsKey)
{
    EXPECT_EQ(set("run:\n  # why\n  x\nb: 1\n", {"run"}, "one\ntwo\n"), "run:\n  # why\n  |\n  one\n  two\nb: 1\n");
}

TEST(YamlPatch, ManyChangesAreTakenOneAfterTheOther)
{
    YamlPatch patch = patchOf("steps:\n  train: {run: [a]}\n  test:\n    needs: [train]\n    run: [b, \"${{ steps.train.outputs.m }}\"]\n");
    ASSERT_TRUE(patch.rename({"steps", "train"}, "fit"));
    ASSERT_TRUE(patch.set({"steps", "test", "needs", "0"}, "fit"));
    ASSERT_TRUE(patch.set({"steps", "test", "run", "1"}, "${{ steps.fit.outputs.m }}"));
    ASSERT_TRUE(patch.set({"steps", "test", "run", "0"}, "c"));
    ASSERT_TRUE(patch.set({"steps", "test", "run", "0"}, "d"));
    ASSERT_TRUE(patch.set({"steps", "test", "timeout"}, "2h"));
    const auto tree = patch.finish();
    ASSERT_TRUE(tree);
    EXPECT_EQ(tree->source, "steps:\n  fit: {run: [a]}\n  test:\n    needs: [fit]\n    run: [d, \"${{ steps.fit.outputs.m }}\"]\n    timeout: 2h\n");
}

TEST(YamlPatch, WhatCannotBeWrittenIsRefusedAndChangesNothing)
{
    EXPECT_EQ(set("a: 1\n", {}, 2), "yaml.patch_kind");
    EXPECT_EQ(set("a: 1\n", {"a", "b"}, 2), "yaml.patch_kind");
    EXPECT_EQ(removed("a: 1\n", {"b"}), "yaml.patch_missing");
    EXPECT_EQ(set("a: 1\n", {"a"}, "\xFF"), "yaml.patch_failed");
    EXPECT_EQ(set("a: x\n", {"b"}, std::string(20'000'000, 'x')), "yaml.patch_failed");
}

TEST(YamlPatch, AnyChangeOfAnyTextMeansWhatWasAskedOrIsRefused)
{
    // Texts with comments, blank lines, both styles, literals and absent values, and every kind of change at random places.
    static const std::vector<std::string> texts{
        "# head\na: 1 # one\nb:\n  c: 'x'\n\n  # about d\n  d:\n    - 1\n    - {e: f, g: [h, 'i']} # flow\n    -\n    - - j\n      - k\n  l: |\n    t\n\n    u\n\nm:\n# tail\n",
        "{a: 1, b: [x, \"y\", {c: d}], e: {}, f: , g: [\n  1, # one\n  2 # two\n]}\n",
        "- if: a\n  then: b # c\n- else: >-\n    folded\n    text\n- &x {p: q}\n- *x\n- []\n",
        "a:\r\n  b: 1\r\n  c: |+\r\n    k\r\n\r\nd: {e: f}\r\n",
        "? a\n: - 1\n  - 2\n? b\n? c\n: {x: y}",
        "a: |\n  t\n    # of the text\nb: 1\n    # of b\n\n  # too\nc:\n  d: >\n    u\n  e: 2\n      # of e\nf:\n  - g: |+\n      v\n\n    h: 1\n\n  - i\n     # of i\n",
    };
    std::mt19937 random(5);
    const auto any = [&](std::size_t count) { return static_cast<std::size_t>(random() % count); };
    static const std::vector<YamlValue> values{1, "plain", "a: b", "two\nlines\n", nullptr, {1, 2}, {{"k", "v"}}, YamlValue::array(),
                                               YamlValue::object(), {{"k", {{"l", {{"m", "n\no\n"}}}}}}, {{{"p", 1}, {"q", "r"}}, "s"}, "kept\n\n"};
    int refused = 0;
    for (int round = 0; round < 6'000; ++round) {
        std::string text = texts[any(texts.size())];
        for (int change = 0; change < 4; ++change) {
            auto tree = readYaml(text);
            ASSERT_TRUE(tree) << text;
            YamlPath path;
            const YamlNode* node = &tree->root;
            while (node->entryCount() > 0 && (path.empty() || any(3) > 0)) {
                const std::size_t entry = any(node->entryCount());
                path.push_back(node->kind == YamlKind::mapping ? node->key(entry).text : std::to_string(entry));
                node = &node->value(entry);
            }
            YamlPatch patch(*tree);
            const YamlValue& value = values[any(values.size())];
            YamlPath fresh = path;
            fresh.push_back("new" + std::to_string(change));
            Result<void> done;
            const std::size_t what = path.empty() ? 1 : any(5);
            switch (what) {
            case 0: done = patch.set(path, value); break;
            case 1: done = patch.set(fresh, value); break;
            case 2: done = patch.remove(path); break;
            case 3: done = patch.insert(path, any(3), value); break;
            default: done = patch.rename(path, fresh.back()); break;
            }
            auto after = patch.finish();
            if (!done || !after) {
                const Error& error = done ? after.error() : done.error();
                refused += error.message.id == "yaml.patch_failed";
                EXPECT_NE(error.message.id, "yaml.patch_failed") << text << "\nat " << (path.empty() ? "" : path.back()) << " change " << what << " value " << value << ' ' << error.detail;
                continue;
            }
            ASSERT_EQ(oracleValue(after->source), valueOf(after->root)) << text << "\n--->\n" << after->source;
            for (const std::string& comment : what == 0 || what == 2 ? std::vector<std::string>() : commentsOf(text))
                EXPECT_NE(after->source.find(comment), std::string::npos) << text << "\n--->\n" << after->source;
            text = after->source;
        }
    }
    EXPECT_EQ(refused, 0);
}

TEST(YamlPatch, ManyChangesAtOnceMeanTheSameAsOneByOne)
{
    static const std::string text = "a: &x [1, 2, 3]\nb:\n  c: {d: 1, e: [f, g]}\n    # of c\n  h:\n    - i\n    - j: 1\n      k: |\n        t\n      l: 2\n        # of l\n"
                                    "    - - m\n      - n\no: {p: {q: 1}, r: }\ns: |+\n  u\n\nv:\n  w: 1\n  x: 2\ny: z\n# tail\n";
    static const std::vector<YamlPath> paths{{"a"}, {"a", "0"}, {"a", "1"}, {"b"}, {"b", "c"}, {"b", "c", "d"}, {"b", "c", "e"}, {"b", "c", "e", "0"}, {"b", "h"}, {"b", "h", "0"},
                                             {"b", "h", "1"}, {"b", "h", "1", "j"}, {"b", "h", "1", "k"}, {"b", "h", "1", "l"}, {"b", "h", "2", "0"}, {"o", "p"}, {"o", "p", "q"}, {"o", "r"},
                                             {"s"}, {"v"}, {"v", "w"}, {"v", "x"}, {"v", "new"}, {"y"}, {"o", "new"}, {"new"}};
    static const std::vector<YamlValue> values{7, "plain", "two\nlines\n", nullptr, {1, 2}, {{"k", "v"}}, YamlValue::array(), YamlValue::object(), "kept\n\n"};
    std::mt19937 random(6);
    const auto any = [&](std::size_t count) { return static_cast<std::size_t>(random() % count); };
    for (int round = 0; round < 1'000; ++round) {
        YamlPatch together(*readYaml(text));
        YamlTree tree = *readYaml(text);
        std::string story;
        bool isRefused = false;
        for (std::size_t left = 2 + any(6); left > 0 && !isRefused; --left) {
            const YamlPath& path = paths[any(paths.size())];
            const YamlValue& value = values[any(values.size())];
            const std::size_t what = any(5), index = any(3);
            const auto change = [&](YamlPatch& patch) -> Result<void> {
                switch (what) {
                case 0: return patch.set(path, value);
                case 1: return patch.remove(path);
                case 2: return patch.insert(path, index, value);
                case 3: return patch.insertEntries(path, index, {{"fresh" + std::to_string(left), value}});
                default: return patch.rename(path, "renamed" + std::to_string(left));
                }
            };
            YamlPatch alone(tree);
            const auto one = change(alone);
            const auto many = change(together);
            story += "change " + std::to_string(what) + ' ' + path.front() + (path.size() > 1 ? '.' + path.back() : "") + ' ' + value.dump() + ' ' + std::to_string(index) + '\n';
            ASSERT_EQ(one.ok(), many.ok()) << story << (one ? many : one).error().message.id;
            isRefused = !one;
            if (isRefused)
                break;
            auto next = alone.finish();
            ASSERT_TRUE(next) << story << tree.source;
            tree = std::move(*next);
        }
        if (isRefused)
            continue;
        const auto done = together.finish();
        ASSERT_TRUE(done) << story << done.error().detail;
        ASSERT_EQ(valueOf(done->root).dump(), valueOf(tree.root).dump()) << story << done->source << "\n---\n" << tree.source;
        EXPECT_NE(done->source.find("# tail"), std::string::npos) << story << done->source;
    }
}

TEST(YamlPatch, TheDifferenceIsTheOneRangeThatChanged)
{
    const auto shown = [](std::string_view before, std::string_view after) {
        const TextEdit edit = difference(before, after);
        EXPECT_EQ(withEdits(before, {edit}), after);
        return std::to_string(edit.begin) + '-' + std::to_string(edit.end) + ' ' + edit.text;
    };
    EXPECT_EQ(shown("a: 1\n", "a: 2\n"), "3-4 2");
    EXPECT_EQ(shown("aa", "aaa"), "2-2 a");
    EXPECT_EQ(shown("same", "same"), "4-4 ");
    EXPECT_EQ(shown("x\xC3\xA9y", "x\xC3\xA8y"), "1-3 \xC3\xA8");
    EXPECT_EQ(shown("\xC3\xA9", "\xC4\xA9"), "0-2 \xC4\xA9");
}

} // namespace penstock::format
