#include "core/format/normal_form.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

namespace penstock::format {

namespace {

const std::string head = "penstock: 1\nname: p\n";

std::string normal(const std::string& text)
{
    const auto result = normalForm(text);
    return result ? *result : "error: " + result.error().message.id;
}

// Of a document whose first lines are those above.
std::string body(const std::string& text)
{
    const std::string result = normal(head + text);
    return result.starts_with(head) ? result.substr(head.size()) : result;
}

std::string stepOf(const std::string& lines)
{
    const std::string steps = "steps:\n  a:\n";
    const std::string result = body(steps + lines);
    return result.starts_with(steps) ? result.substr(steps.size()) : result;
}

} // namespace

TEST(NormalForm, KeysComeInTheOrderOfTheTables)
{
    EXPECT_EQ(normal("steps:\n  a:\n    timeout: 2h\n    run: [x]\n    needs: []\n# of the name\nname: p # beside\npenstock: 1\n"),
              "penstock: 1\n# of the name\nname: p # beside\nsteps:\n  a:\n    needs: []\n    run: [x]\n    timeout: 2h\n");
    EXPECT_EQ(body("steps:\n  a: {timeout: 2h, run: [x]}\n"), "steps:\n  a: {run: [x], timeout: 2h}\n");
}

TEST(NormalForm, StepsAndOtherNamesKeepTheirOrder)
{
    const std::string text = "parameters:\n  z: {default: 1, type: integer}\n  b: {type: number}\nsteps:\n  z:\n    run: x\n    env: {B: b, A: a}\n  a:\n    run: y\n";
    EXPECT_EQ(body(text), text);
}

TEST(NormalForm, IndentsByTwo)
{
    EXPECT_EQ(body("steps:\n    a:\n            choose:\n            -   if: x\n                then: b\n            - else: c\n"),
              "steps:\n  a:\n    choose:\n      - if: x\n        then: b\n      - else: c\n");
    EXPECT_EQ(stepOf("    needs:\n    - x\n    -\n      y\n    run: z\n"), "    needs:\n      - x\n      - y\n    run: z\n");
}

TEST(NormalForm, TakesQuotesOffThatAreNotNeeded)
{
    EXPECT_EQ(stepOf("    'run': [\"x\", 'z', 'y', \"a: b\", \"1\", 'yes', '', \"it's\", 'a\\b', \"${{ x }}\"]\n    if: \"steps.b.state == 'failed'\"\n"),
              "    if: steps.b.state == 'failed'\n    run: [x, z, 'y', \"a: b\", \"1\", 'yes', '', it's, a\\b, \"${{ x }}\"]\n");
}

TEST(NormalForm, FlowCollectionsStandOnOneLineWhereTheyFit)
{
    EXPECT_EQ(stepOf("    run: [ x,\n      y\n    ]\n    env: { A: \"b\",C : c }\n"), "    run: [x, y]\n    env: {A: b, C: c}\n");
    const std::string wide = "    run: [" + std::string(60, 'x') + ",\n      " + std::string(60, 'y') + "]\n";
    EXPECT_EQ(stepOf(wide), wide);
    const std::string remarked = "    run: [x, # first\n      y]\n";
    EXPECT_EQ(stepOf(remarked), remarked);
}

TEST(NormalForm, BlockStyleAndWhatIsLinedUpStay)
{
    const std::string text = "    needs:\n      - x\n    run:     [x]   # lined\n    timeout: 2h    # up\n";
    EXPECT_EQ(stepOf(text), text);
}

TEST(NormalForm, ScriptsMoveWithTheirKeyAndKeepEveryByte)
{
    EXPECT_EQ(stepOf("        timeout: 2h\n        run: |  \n              if x  \n                y\n   \n              \tz\n        # end\n"),
              "    run: |\n      if x  \n        y\n\n      \tz\n    timeout: 2h\n    # end\n");
    EXPECT_EQ(stepOf("        run: |2-\n            x\n          y\n"), "    run: |2-\n        x\n      y\n");
    const std::string kept = "    timeout: 2h\n    run: |+\n      x\n\n\n    needs: []\n"; // its blank lines are its text
    EXPECT_EQ(stepOf(kept), kept);
    EXPECT_EQ(normal(head + "steps:\n  a:\n    timeout: 1s\n    run: |\n      x"), head + "steps:\n  a:\n    timeout: 1s\n    run: |\n      x");
}

TEST(NormalForm, CommentsStayWithWhatTheySpeakOf)
{
    EXPECT_EQ(normal("# modeline\n\n\n\n# of it\nname: p   \npenstock: 1\n\n\nsteps: # all\n\n  # of a\n  a:\n    # of the timeout\n    timeout: 1s\n"
                     "      # deeper\n    # of run\n    run: x\n\n    # tail\n# far\n\n\n"),
              "# modeline\n\n# of it\npenstock: 1\nname: p\n\nsteps: # all\n  # of a\n  a:\n    # of run\n    run: x\n    # of the timeout\n"
              "    timeout: 1s\n      # deeper\n\n    # tail\n# far\n");
}

TEST(NormalForm, LineEndsAreThoseOfTheFile)
{
    EXPECT_EQ(normal("penstock: 1  \r\nname: p\nsteps: {}"), "penstock: 1\r\nname: p\r\nsteps: {}\r\n");
}

TEST(NormalForm, WhatIsSharedStaysWhereItIs)
{
    const std::string text = "steps:\n  a:\n    timeout: 1s\n    needs: &n [b]\n    run: x\n  b:\n    run: y\n    needs: *n\n";
    EXPECT_EQ(body(text), text);
}

TEST(NormalForm, OddEntriesStayAsTheyAreWritten)
{
    EXPECT_EQ(stepOf("      ? run\n      : x\n      timeout:\n        # why\n        2h\n"), "    ? run\n    : x\n    timeout:\n      # why\n      2h\n");
    const std::string unknown = "    timeout: 1s\n    what: x\n    run: y\n";
    EXPECT_EQ(stepOf(unknown), unknown);
    EXPECT_EQ(normal("{name: p,  penstock: 1}\n"), "{name: p,  penstock: 1}\n");
}

TEST(NormalForm, WhatIsNoPipelineIsRefused)
{
    EXPECT_EQ(normal(""), "error: yaml.normal_no_mapping");
    EXPECT_EQ(normal("- a\n"), "error: yaml.normal_no_mapping");
    EXPECT_EQ(normal("a: 1\na: 2\n"), "error: yaml.duplicate_key");
    EXPECT_TRUE(normal("a: [\n").starts_with("error: yaml."));
}

TEST(NormalForm, TemplatesAreInIt)
{
    int count = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(PENSTOCK_SOURCE_DIR "/resources/templates")) {
        if (!entry.path().string().ends_with(".pipeline.yaml"))
            continue;
        std::ostringstream text;
        text << std::ifstream(entry.path(), std::ios::binary).rdbuf();
        EXPECT_EQ(normal(text.str()), text.str()) << entry.path();
        ++count;
    }
    EXPECT_GT(count, 0);
}

} // namespace penstock::format
