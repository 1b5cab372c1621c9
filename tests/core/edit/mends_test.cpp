#include "core/edit/mends.h"

#include "core/check/check.h"
#include "core/edit/history.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace penstock::edit {

namespace {

pipeline::Issues issuesOf(const Document& document)
{
    return check::merged(document.read().issues, check::check(document.pipeline(), document.read().places, document.text()));
}

// The document with the first issue of this id mended, or why there is none.
std::string mended(const std::string& text, const std::string& id)
{
    const Document document(text, "");
    const pipeline::Issues issues = issuesOf(document);
    const auto issue = std::ranges::find(issues, id, [](const pipeline::Issue& each) { return each.what.id; });
    if (issue == issues.end())
        return "no such issue; the first is " + (issues.empty() ? "none" : issues.front().what.id);
    const auto mend = mendOf(document, *issue);
    if (!mend)
        return "no mend";
    const auto after = edit::apply(document, *mend);
    return after ? after->text() : after.error().message.id;
}

const std::string head = "penstock: 1\nname: p\nsteps:\n  prepare: {run: [\"true\"], outputs: {data: build/data}}  # first\n";

struct Story {
    const char* issue;
    std::string wrong, right; // below the head
};

} // namespace

class MendStory : public testing::TestWithParam<Story> {};

TEST_P(MendStory, OnlyTheMistakeChangesAndItIsGone)
{
    const Story& story = GetParam();
    EXPECT_EQ(mended(head + story.wrong, story.issue), head + story.right);
    const auto still = issuesOf(Document(head + story.right, ""));
    EXPECT_TRUE(std::ranges::none_of(still, [&](const auto& issue) { return issue.what.id == story.issue; }));
}

INSTANTIATE_TEST_SUITE_P(
    Certain, MendStory,
    testing::Values(
        Story{"format.unknown_key", "  a: {run: [x], tiemout: 2h} # c\n", "  a: {run: [x], timeout: 2h} # c\n"},
        Story{"check.unknown_step", "  a: {run: [x], needs: [prepaer]}\n", "  a: {run: [x], needs: [prepare]}\n"},
        Story{"check.unknown_step", "  a: {run: [x], inputs: {d: \"${{ steps.prepaer.outputs.data }}\"}}\n", "  a: {run: [x], inputs: {d: \"${{ steps.prepare.outputs.data }}\"}}\n"},
        Story{"check.need_twice", "  a:\n    run: [x]\n    needs: [prepare, prepare]\n", "  a:\n    run: [x]\n    needs: [prepare]\n"},
        Story{"check.unknown_output", "  a: {run: [x], inputs: {d: \"${{ steps.prepare.outputs.dta }}\"}}\n", "  a: {run: [x], inputs: {d: \"${{ steps.prepare.outputs.data }}\"}}\n"},
        Story{"check.no_such_result", "  a: {run: [x], inputs: {d: \"${{ steps.prepare.outptus.data }}\"}}\n", "  a: {run: [x], inputs: {d: \"${{ steps.prepare.outputs.data }}\"}}\n"},
        Story{"check.unknown_input", "  a: {run: [x, '${{ inputs.dta }}'], inputs: {data: \"${{ steps.prepare.outputs.data }}\"}}\n",
              "  a: {run: [x, '${{ inputs.data }}'], inputs: {data: \"${{ steps.prepare.outputs.data }}\"}}\n"},
        Story{"check.artifact_in_command", "  a: {run: [x, \"${{ steps.prepare.outputs.data }}\"], inputs: {}}\n",
              "  a: {run: [x, \"${{ inputs.data }}\"], inputs: {data: \"${{ steps.prepare.outputs.data }}\"}}\n"},
        Story{"format.not_a_choice", "  a: {run: [x], cache: auot}\n", "  a: {run: [x], cache: auto}\n"},
        Story{"format.expects_boolean", "  a: {run: [x], enabled: yes}\n", "  a: {run: [x], enabled: true}\n"},
        Story{"format.expects_integer", "  a: {run: [x], priority: \"3\"}\n", "  a: {run: [x], priority: 3}\n"},
        Story{"format.expects_number", "  a: {run: [x], resources: {cpu: \"1.5\"}}\n", "  a: {run: [x], resources: {cpu: 1.5}}\n"},
        Story{"format.expects_duration", "  a: {run: [x], timeout: 2 hours}\n", "  a: {run: [x], timeout: 2h}\n"},
        Story{"format.expects_size", "  a: {run: [x], resources: {memory: 4Gi}}\n", "  a: {run: [x], resources: {memory: 4GiB}}\n"},
        Story{"format.expects_mapping", "  a: {run: [x], retry: 3}\n", "  a: {run: [x], retry: {attempts: 3}}\n"},
        Story{"check.bad_retry_outcome", "  a: {run: [x], retry: {on: [timeuot]}}\n", "  a: {run: [x], retry: {on: [timeout]}}\n"},
        Story{"expression.single_operator", "  a: {run: [x], if: steps.prepare.outputs.data = 1}\n", "  a: {run: [x], if: steps.prepare.outputs.data == 1}\n"},
        Story{"expression.word_operator", "  a: {run: [x], if: success() and true}\n", "  a: {run: [x], if: success() && true}\n"},
        Story{"expression.unknown_root_near", "  a: {run: [\"${{ stepps.prepare.state }}\"]}\n", "  a: {run: [\"${{ steps.prepare.state }}\"]}\n"},
        Story{"expression.unknown_function_near", "  a: {run: [x], if: allways()}\n", "  a: {run: [x], if: always()}\n"},
        Story{"check.branch_after_else", "  a: {choose: [{else: prepare2}, {if: \"true\", then: prepare3}]}\n  prepare2: {end: succeeded}\n  prepare3: {end: succeeded}\n",
              "  a: {choose: [{if: \"true\", then: prepare3}, {else: prepare2}]}\n  prepare2: {end: succeeded}\n  prepare3: {end: succeeded}\n"},
        Story{"check.limits_crossed", "  a: {run: [x, \"${{ params.c }}\"]}\nparameters:\n  c: {type: number, minimum: 5, maximum: 1} # c\n",
              "  a: {run: [x, \"${{ params.c }}\"]}\nparameters:\n  c: {type: number, minimum: 1, maximum: 5} # c\n"},
        Story{"check.never_equal", "  s: {run: [x], values: {status: {choices: [ready, running]}}}\n  a: {run: [x], if: steps.s.outputs.status == 'redy'}\n",
              "  s: {run: [x], values: {status: {choices: [ready, running]}}}\n  a: {run: [x], if: steps.s.outputs.status == 'ready'}\n"},
        Story{"check.may_be_skipped", "  b: {run: [x], if: \"false\", values: {v: {}}}\n  a: {run: [\"n=${{ steps.b.outputs.v }}\"], join: any, needs: [prepare]}\n",
              "  b: {run: [x], if: \"false\", values: {v: {}}}\n  a: {run: [\"n=${{ default(steps.b.outputs.v, '') }}\"], join: any, needs: [prepare]}\n"}));

TEST(Mends, WhatCouldMeanSeveralThingsIsLeftToThePerson)
{
    EXPECT_EQ(mended(head + "  a: {run: [x], timeout: soon}\n", "format.expects_duration"), "no mend");
    EXPECT_EQ(mended(head + "  a: {run: [x], timeout: 30}\n", "format.expects_duration"), "no mend"); // seconds? minutes?
    EXPECT_EQ(mended(head + "  a: {run: [x], xyz: 1}\n", "format.unknown_key"), "no mend");
    EXPECT_EQ(mended(head + "  a: {run: [x], needs: [nowhere]}\n", "check.unknown_step"), "no mend");
    EXPECT_EQ(mended(head + "  a: {run: [x], timeout: 1h, tiemout: 2h}\n", "format.unknown_key"), "no mend"); // there is one already
}

TEST(Mends, TheVersionOfTheFormatIsAdded)
{
    const std::string after = mended("name: p\nsteps: {a: {run: [x]}}\n", "format.missing_key");
    EXPECT_EQ(Document(after, "").pipeline().version, 1);
    EXPECT_NE(after.find("penstock: 1\n"), std::string::npos) << after;
}

TEST(Mends, OneWrongNameIsMendedWhereverTheTextHasItButNotInOthers)
{
    EXPECT_EQ(mended("penstock: 1\nname: p\nparameters: {rate: 1}\nsteps:\n  a: {run: [\"${{ params.rat + params.rat }} params.rate ${{ steps.rat }}\"]}\n", "check.unknown_parameter"),
              "penstock: 1\nname: p\nparameters: {rate: 1}\nsteps:\n  a: {run: [\"${{ params.rate + params.rate }} params.rate ${{ steps.rat }}\"]}\n");
}

TEST(Mends, AKeyWithDotsIsFound)
{
    const Document document("steps:\n  a:\n    env: {\"x.y\": 1}\n", "");
    EXPECT_EQ(pathOf(document, "steps.a.env.x.y"), (format::YamlPath{"steps", "a", "env", "x.y"}));
    EXPECT_FALSE(pathOf(document, "steps.a.env.x"));
}

TEST(Mends, ABrokenTextHasNone)
{
    const Document document("a: [", "");
    EXPECT_FALSE(mendOf(document, document.read().issues.front()));
}

TEST(History, ARenamedKeyStaysWhereItStands)
{
    History h(Document("steps:\n  a: {run: [x], env: {A: 1, B: 2}} # c\n", ""));
    ASSERT_TRUE(h.apply(RenameKey{{"steps", "a", "env", "A"}, "C"}));
    EXPECT_EQ(h.now().text(), "steps:\n  a: {run: [x], env: {C: 1, B: 2}} # c\n");
    EXPECT_EQ(h.undoName()->id, "edit.rename");
    EXPECT_FALSE(h.apply(RenameKey{{"steps", "a", "env", "C"}, "B"}));
}

} // namespace penstock::edit
