#include "drafts.h"

#include "core/pipeline/kinds.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <set>

using namespace penstock;
using namespace penstock::check;
using namespace penstock::pipeline;

TEST(Check, FindsNothingInADocumentThatIsRight) { EXPECT_EQ(found(digits()), ""); }

TEST(Check, FindsEverythingInOneGo)
{
    Pipeline pipeline = digits();
    stepOf(pipeline, "ship").needs = {"aks"};
    commandOf(pipeline, "train").arguments.back() = "${{ params.d }}";
    commandOf(pipeline, "train").retry.jitter = 3;
    commandOf(pipeline, "prepare").outputs[0].second.path = "/data/train.csv";
    EXPECT_EQ(found(pipeline), "error steps.prepare.outputs.train check.path_absolute\n"
                               "error steps.ship.needs.0 check.unknown_step\n"
                               "error steps.train.retry.jitter check.bad_jitter\n"
                               "error steps.train.run.5 check.unknown_parameter\n"
                               "warning parameters.c check.unused_parameter\n"
                               "warning steps.ship check.promote_unasked");
}

TEST(Check, SortsByPlaceInTheFile)
{
    SourceMap places;
    places.add("steps.b.needs.0", {{9, 3}, {9, 3}, 0, 0});
    places.add("steps.a.needs.0", {{4, 3}, {4, 3}, 0, 0});
    const Issues issues = check::check(draft({command("b", {"x"}), command("a", {"y"})}), places);
    ASSERT_EQ(issues.size(), 2u);
    EXPECT_EQ(issues[0].place, (Place{4, 3}));
    EXPECT_EQ(issues[1].place, (Place{9, 3}));
}

TEST(Check, PlacesAMistakeInsideAnExpression)
{
    const std::string source = "    if: \"params.c > wrong(1)\"\n";
    SourceMap places;
    places.add("steps.a.if", {{1, 5}, {1, 9}, 8, 29});
    const Issues issues = check::check(draft({conditional("a", "params.c > wrong(1)")}), places, source);
    ASSERT_FALSE(issues.empty());
    EXPECT_EQ(issues.back().what.id, "expression.unknown_function");
    EXPECT_EQ(issues.back().place, (Place{1, 21}));
}

TEST(Check, WhatCouldNotBeReadIsNotJudgedTwice)
{
    const Issues ofText{{Severity::error, {"format.expects_command", {}}, {}, "steps.b.run", {5, 1}}};
    const Issues ofCheck{{Severity::error, {"check.no_program", {}}, {}, "steps.b.run", {5, 1}},
                         {Severity::error, {"check.unknown_step", {}}, {}, "steps.a.needs.0", {2, 1}}};
    const Issues all = merged(ofText, ofCheck);
    ASSERT_EQ(all.size(), 2u);
    EXPECT_EQ(all[0].what.id, "check.unknown_step");
    EXPECT_EQ(all[1].what.id, "format.expects_command");
}

TEST(Check, NamesMustBeNamesAndUnique)
{
    Pipeline pipeline = draft({command("a b"), command("a"), command("a")});
    pipeline.name = "1st";
    pipeline.parameters = {{"\xC3\xA4", ParameterType::string, "", "x", {}, {}, {}}};
    EXPECT_EQ(found(pipeline), "error name check.bad_pipeline_name\n"
                               "error parameters.\xC3\xA4 check.bad_parameter_name\n"
                               "error steps.a b check.bad_step_name\n"
                               "error steps.a check.duplicate_step\n"
                               "warning parameters.\xC3\xA4 check.unused_parameter");
    const Issues issues = check::check(pipeline, {});
    const auto badStep = std::ranges::find(issues, std::string("steps.a b"), &Issue::path);
    EXPECT_EQ(argument(badStep->mend, "text"), "a_b");
}

TEST(Check, NamesThatBecomeOneVariableAreRefused)
{
    Pipeline pipeline = draft({writing("a", "x")});
    commandOf(pipeline, "a").outputs = {{"my-model", {}}, {"my_model", {}}};
    commandOf(pipeline, "a").values = {{"my-model", {}}};
    EXPECT_EQ(found(pipeline), "error steps.a.outputs.my_model check.same_variable\n"
                               "error steps.a.values.my-model check.value_is_output");
}

TEST(Check, AVersionOrADocumentWithoutStepsIsRefused)
{
    Pipeline pipeline = draft({});
    pipeline.version = 2;
    EXPECT_EQ(found(pipeline), "error penstock check.unknown_version\nerror steps check.no_steps");
}

TEST(Check, AHundredThousandStepsTakeNoTimeAndNoStack)
{
    std::vector<Step> steps{command("s0")};
    for (int i = 1; i < 100'000; ++i)
        steps.push_back(command("s" + std::to_string(i), {"s" + std::to_string(i - 1)}));
    EXPECT_EQ(found(draft(steps)), "");
    steps.front().needs = {"s99999"};
    EXPECT_EQ(argument(only(draft(steps)).what, "circle"),
              "s0 -> s1 -> s2 -> s3 -> s4 -> s5 -> s6 -> ... -> s99999 -> s0");
}

namespace {

void collectNotYet(std::span<const Field> fields, const std::string& below, std::set<std::string>& keys)
{
    for (const Field& field : fields) {
        const std::string key = below + std::string(field.key);
        if (field.support == Support::notYet)
            keys.insert(key);
        else
            collectNotYet(field.fields, key + '.', keys);
    }
}

} // namespace

TEST(Check, EveryKeyThatDoesNotRunYetIsReported)
{
    Command all;
    all.arguments = {"true"};
    all.reports = {"junit.xml"};
    all.executor = "slurm";
    Step everything = step("a", all);
    Pipeline pipeline = draft({everything});
    std::set<std::string> reported;
    for (const Issue& issue : check::check(pipeline, {})) {
        if (issue.severity == Severity::notYet)
            reported.insert(issue.path.substr(issue.path.find('.', 6) + 1));
    }
    std::set<std::string> expected{"executor"}; // one of its words runs
    collectNotYet(commonStepFields(), "", expected);
    for (const KindDescription& kind : kinds()) {
        collectNotYet({&kind.body, 1}, "", expected);
        collectNotYet(kind.own, "", expected);
    }
    EXPECT_EQ(reported, expected);
}

TEST(Check, WhatIsDisabledNeedNotRunInThisVersion)
{
    Pipeline pipeline = draft({step("wait", Wait{"10s"})});
    pipeline.steps[0].enabled = false;
    EXPECT_EQ(found(pipeline), "");
}
