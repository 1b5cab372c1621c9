#include "drafts.h"

#include <gtest/gtest.h>

namespace penstock::check {

namespace {

// A step that writes a status, and a choice by it.
pipeline::Pipeline looking(std::vector<std::string> conditions, bool hasElse = true)
{
    pipeline::Step look = command("look");
    std::get<pipeline::Command>(look.body).values = {{"status", {{"running", "ready", "failed"}}}, {"free", {}}};
    pipeline::Choose choose;
    for (std::string& condition : conditions)
        choose.branches.push_back({std::move(condition), "a", {}});
    if (hasElse)
        choose.branches.push_back({"", "b", {}});
    pipeline::Pipeline made = draft({look, choice("by", choose, {"look"}), command("a"), command("b")});
    made.parameters = {{"kernel", pipeline::ParameterType::string, "", "rbf", {"rbf", "poly"}, {}, {}}, {"n", pipeline::ParameterType::integer, "", 1, {1, 2}, {}, {}}};
    made.steps[2].condition = "params.kernel == 'rbf' && params.n == 1.0";
    return made;
}

} // namespace

TEST(CheckExpectedValues, WhatIsDeclaredMayBeComparedWithWhatItCanBe)
{
    EXPECT_EQ(found(looking({"steps.look.outputs.status == 'running'", "'ready' != steps.look.outputs.status", "steps.look.outputs.free == 'anything'",
                             "steps.look.outputs.status in ['ready', 'failed']"})),
              "");
}

TEST(CheckExpectedValues, AComparisonThatNeverHoldsIsAnIssueWithTheNearestWord)
{
    const auto pipeline = looking({"steps.look.outputs.status == 'redy'"});
    EXPECT_EQ(found(pipeline), "error steps.by.choose.0.if check.never_equal");
    EXPECT_EQ(argument(only(pipeline).mend, "nearest"), "ready");
    EXPECT_EQ(argument(only(pipeline).what, "choices"), "running, ready, failed");
    EXPECT_EQ(found(looking({"params.kernel == 'linear' || params.n == 3 || steps.look.outputs.status in ['ready', 'done']"})),
              "error steps.by.choose.0.if check.never_equal\nerror steps.by.choose.0.if check.never_equal\nerror steps.by.choose.0.if check.never_equal");
    EXPECT_EQ(argument(only(looking({"params.n == '1'"})).mend, "text"), "1") << "a text is no number";
}

TEST(CheckExpectedValues, AValueThatNoBranchExpectsIsNamed)
{
    const auto pipeline = looking({"steps.look.outputs.status == 'running'", "steps.look.outputs.status in ['ready']"}, false);
    const auto without = [&](const pipeline::Pipeline& each) {
        pipeline::Pipeline made = each;
        made.steps.pop_back(); // nothing leads to it
        return made;
    };
    EXPECT_EQ(found(without(pipeline)), "error steps.by.choose check.no_branch_for");
    EXPECT_EQ(argument(only(without(pipeline)).what, "values"), "failed");
    EXPECT_EQ(found(without(looking({"steps.look.outputs.status == 'running'", "params.n == 1"}, false))), "error steps.by.choose check.no_else")
        << "who compares different things may have meant all";
    EXPECT_EQ(found(without(looking({"steps.look.outputs.status in ['running', 'ready', 'failed']"}, false))), "error steps.by.choose check.no_else");
}

} // namespace penstock::check
