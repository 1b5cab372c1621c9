#include "core/format/yaml_emit.h"
#include "core/format/yaml_scalar.h"
#include "tests/core/format/yaml_oracle.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace penstock::format {

namespace {

std::string block(const YamlValue& value, YamlStyle style = YamlStyle::plain) { return scalarText(value, style, YamlContext::block); }
std::string flow(const YamlValue& value) { return scalarText(value, YamlStyle::plain, YamlContext::flow); }

} // namespace

TEST(YamlQuote, TextsThatSomeReaderTakesForSomethingElseGetQuotes)
{
    for (const char* text : {"yes", "No", "ON", "off", "y", "n", "true", "False", "null", "~", "", "1", "-1", "+1", "007", "1_000",
                             "0x1", "0o7", "0b1", "1e3", "1E-5", ".5", "5.", ".", "1.10", "1.2.3", ".inf", "-.INF", ".nan", "12:30",
                             "1:2:3.5", "2024-05-03", "2024-5-3 10:00:00", "<<", "=", "...", "---", "1,000"})
        EXPECT_EQ(block(text), '"' + std::string(text) + '"');
}

TEST(YamlQuote, TextsThatWouldBreakTheSyntaxGetQuotes)
{
    for (const char* text : {"- a", "-", "a: b", "a:", " a", "a ", "a #b", "#a", "&a", "*a", "!a", "|", ">", "'a", "@a", "`a", "%a",
                             "[a", "{a", "? a", ", a", "--- x"})
        EXPECT_EQ(block(text).front(), '"') << text;
    EXPECT_EQ(block("a\"b\\c: \n\t\x01"), "\"a\\\"b\\\\c: \\n\\t\\x01\"");
    EXPECT_EQ(block("\xEF\xBB\xBFx\xE2\x80\xA8\xC2\x85"), "\"\\uFEFFx\\u2028\\x85\"");
}

TEST(YamlQuote, OrdinaryTextsStayPlain)
{
    for (const char* text : {"rbf", "10s", "7d", "1GiB", "--kernel", "-x", "data/train.csv", "./look.sh", "a b", "it's", "v1.2",
                             "${{ params.c }}", "http://x/y", "\xE4\xBD\xA0\xE5\xA5\xBD", "a#b", "exit 75", "e3"})
        EXPECT_EQ(block(text), text);
    EXPECT_EQ(flow("--kernel"), "--kernel");
    for (const char* text : {"a,b", "[a", "a]", "{a}", "${{ params.c }}", "a:b", "what?"})
        EXPECT_EQ(flow(text).front(), '"') << text;
}

TEST(YamlQuote, WishedQuotesAreKeptWherePossible)
{
    EXPECT_EQ(block("a", YamlStyle::singleQuoted), "'a'");
    EXPECT_EQ(block("it's: \"x\"", YamlStyle::singleQuoted), "'it''s: \"x\"'");
    EXPECT_EQ(block("a\nb", YamlStyle::singleQuoted), "\"a\\nb\"");
    EXPECT_EQ(block("a", YamlStyle::doubleQuoted), "\"a\"");
    EXPECT_EQ(block(5, YamlStyle::doubleQuoted), "5");
}

TEST(YamlQuote, NumbersHaveAPointWhenReadersOf11NeedOne)
{
    EXPECT_EQ(block(1.0), "1.0");
    EXPECT_EQ(block(0.001), "0.001");
    EXPECT_EQ(block(1e300), "1.0e+300");
    EXPECT_EQ(block(1e-7), "1.0e-07");
    EXPECT_EQ(block(-HUGE_VAL), "-.inf");
    EXPECT_EQ(block(std::nan("")), ".nan");
    EXPECT_EQ(block(true), "true");
    EXPECT_EQ(block(nullptr), "null");
}

TEST(YamlQuote, AnyTextReadsBackAsItselfInBothStylesAndForTheOracle)
{
    static const std::vector<std::string> parts{"a", "Z", "0", "1", ":", " ", "#", "-", "'", "\"", "\\", "[", "]", "{", "}", ",", "?",
                                                "&", "*", "!", "|", ">", "%", "@", "`", "\n", "\t", ".", "_", "e", "x", "+", "~", "=",
                                                "<", "\xC3\xA9", "\xF0\x9F\x98\x80", "\xE2\x80\xA9", "\x7F", "yes", "null", "0x", "$"};
    std::mt19937 random(7);
    for (int i = 0; i < 20'000; ++i) {
        std::string text;
        for (unsigned length = random() % 6; length > 0; --length)
            text += parts[random() % parts.size()];
        const YamlStyle style = random() % 2 ? YamlStyle::plain : YamlStyle::singleQuoted;
        const std::string inFlow = "[" + scalarText(text, style, YamlContext::flow) + ", x]";
        const std::string inBlock = "k: " + scalarText(text, style, YamlContext::block) + "\n";
        for (const std::string& yaml : {inFlow, inBlock}) {
            const auto tree = readYaml(yaml);
            ASSERT_TRUE(tree) << yaml;
            EXPECT_EQ(valueOf(*tree->root.child(yaml == inFlow ? "0" : "k")), YamlValue(text)) << yaml;
        }
        EXPECT_EQ(oracleValue(inBlock)["k"], YamlValue(text)) << inBlock;
    }
}

TEST(YamlEmit, WritesTheStyleOfTheDocumentation)
{
    const auto value = YamlValue::parse(R"({"penstock": 1, "about": "a: b", "steps": {"train": {"run": ["python3", "train.py", "${{ params.c }}"],
        "retry": {"attempts": 3}, "env": {}, "script": "set -e\necho \\x1b\n"}, "better": {"choose": [{"if": "a", "then": "b"}, {"else": "c"}]}}})");
    YamlLayout layout;
    layout.wantsBlock = [](const YamlPath& path) { return path.size() <= 2 || path.back() == "choose"; };
    EXPECT_EQ(emitYaml(value, layout), "penstock: 1\n"
                                       "about: \"a: b\"\n"
                                       "steps:\n"
                                       "  train:\n"
                                       "    run: [python3, train.py, \"${{ params.c }}\"]\n"
                                       "    retry: {attempts: 3}\n"
                                       "    env: {}\n"
                                       "    script: |\n"
                                       "      set -e\n"
                                       "      echo \\x1b\n"
                                       "  better:\n"
                                       "    choose:\n"
                                       "      - {if: a, then: b}\n"
                                       "      - {else: c}\n");
}

TEST(YamlEmit, LongCollectionsBecomeBlocks)
{
    YamlValue value = {{"run", YamlValue::array()}, {"m", {{"k", {{"a", 1}, {"b", {1, 2}}}}}}};
    for (int i = 0; i < 3; ++i)
        value["run"].push_back(std::string(45, 'x'));
    EXPECT_EQ(emitYaml(value, {}), "run:\n  - " + std::string(45, 'x') + "\n  - " + std::string(45, 'x') + "\n  - " + std::string(45, 'x')
                                       + "\nm:\n  k: {a: 1, b: [1, 2]}\n");
}

TEST(YamlEmit, AnyValueReadsBackAsItself)
{
    std::mt19937 random(11);
    const std::function<YamlValue(int)> make = [&](int depth) -> YamlValue {
        static const std::vector<YamlValue> leaves{1,    -2.5,  true,          nullptr,       "plain",          "yes",       "a: b",
                                                   "",   "a\n", "two\nlines\n", "tail\n\n\n", "\n lead", "\ttab\nx", "# no", "- x", "x\n  y\n\nz"};
        const unsigned what = random() % 4;
        if (depth == 0 || what == 0)
            return leaves[random() % leaves.size()];
        YamlValue value = what == 1 ? YamlValue::array() : YamlValue::object();
        for (unsigned i = random() % 4; i > 0; --i) {
            if (what == 1)
                value.push_back(make(depth - 1));
            else
                value["k" + std::to_string(i)] = make(depth - 1);
        }
        return value;
    };
    for (int i = 0; i < 3'000; ++i) {
        const YamlValue value = {{"root", make(4)}, {"after", 1}};
        YamlLayout layout;
        layout.width = random() % 2 ? 120 : 10;
        layout.step = 1 + static_cast<int>(random() % 4);
        const std::string text = emitYaml(value, layout);
        const auto tree = readYaml(text);
        ASSERT_TRUE(tree) << text;
        EXPECT_EQ(valueOf(tree->root), value) << text;
        EXPECT_EQ(oracleValue(text), value) << text;
    }
}

} // namespace penstock::format
