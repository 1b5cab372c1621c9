#include "drafts.h"

#include <gtest/gtest.h>

using namespace penstock;
using namespace penstock::check;
using namespace penstock::pipeline;

TEST(CheckNeeds, AnUnknownStepIsNamedWithTheNearest)
{
    const Issue issue = only(draft({command("train"), command("evaluate", {"trian"})}));
    EXPECT_EQ(issue.path, "steps.evaluate.needs.0");
    EXPECT_EQ(argument(issue.mend, "nearest"), "train");
}

TEST(CheckNeeds, TheSameNeedTwiceIsAWarning)
{
    EXPECT_EQ(found(draft({command("a"), command("b", {"a", "a"})})), "warning steps.b.needs.1 check.need_twice");
}

TEST(CheckNeeds, TenThousandUnknownNamesAreAllFound)
{
    std::vector<Step> steps;
    for (int i = 0; i < 10'000; ++i)
        steps.push_back(command("step" + std::to_string(i), {"stepp" + std::to_string(i)}));
    EXPECT_EQ(check::check(draft(steps), {}).size(), 10'000u);
}

TEST(CheckCircles, NameTheWayRound)
{
    const Issue issue = only(draft({command("a", {"c"}), command("b", {"a"}), command("c", {"b"})}));
    EXPECT_EQ(issue.what.id, "check.circle");
    EXPECT_EQ(argument(issue.what, "circle"), "a -> b -> c -> a");
}

TEST(CheckCircles, CountReferencesAsNeeds)
{
    Pipeline pipeline = draft({reading("a", "${{ steps.b.outputs.out }}"), writing("b", "x", {"a"})});
    EXPECT_EQ(found(pipeline), "error steps.a.inputs.data check.circle");
}

TEST(CheckCircles, AStepThatNeedsItselfIsOne)
{
    EXPECT_EQ(found(draft({command("a", {"a"})})), "error steps.a.needs.0 check.needs_itself");
}

TEST(CheckCircles, TwoOfThemAreTwoIssues)
{
    EXPECT_EQ(found(draft({command("a", {"b"}), command("b", {"a"}), command("c", {"d"}), command("d", {"c"})})),
              "error steps.a.needs.0 check.circle\nerror steps.c.needs.0 check.circle");
}

TEST(CheckCircles, ABranchThatLeadsBackNeedsABound)
{
    // look -> done -> (choose) pause -> look
    const Choose again{{{"true", "pause", {}}, {"", "stop", {}}}};
    EXPECT_EQ(found(draft({command("start"), command("look", {"pause"}), choice("done", again, {"look"}), command("pause", {"start"}),
                           step("stop", End{})})),
              "error steps.done.choose.0.then check.branch_back");
    EXPECT_EQ(found(draft({command("look", {"pause"}), choice("done", again, {"look"}), command("pause"), step("stop", End{})})),
              "error steps.done.choose.0.then check.branch_back");
}

TEST(CheckWaysBack, WithABoundABranchMayLeadBackButNotForward)
{
    const Choose again{{{"true", "look", 20}, {"", "stop", {}}}};
    EXPECT_EQ(found(draft({command("look"), choice("done", again, {"look"}), step("stop", End{})})), "");
    const Choose forward{{{"true", "look", {}}, {"", "stop", 3}}};
    EXPECT_EQ(found(draft({choice("done", forward), command("look"), step("stop", End{})})),
              "error steps.done.choose.1.else check.bound_leads_forward");
    const Choose never{{{"true", "look", 0}, {"", "stop", {}}}};
    EXPECT_EQ(found(draft({command("look"), choice("done", never, {"look"}), step("stop", End{})})),
              "error steps.done.choose.0.then check.bad_bound");
}

TEST(CheckWaysBack, AFailureLeadsToAStepThatIsThere)
{
    Step train = command("train");
    train.onFailure = OnFailure{"mned", {}};
    EXPECT_EQ(found(draft({train, command("mend")})), "error steps.train.on_failure.goto check.unknown_step");
    train.onFailure = OnFailure{"train", 2};
    EXPECT_EQ(found(draft({train})), "");
}

TEST(CheckFans, ReportWhatMapAndWaitGetWrong)
{
    Step sweep = command("sweep");
    sweep.map = {{"over", {{"c", {1, 2}}}}, {"paralel", 2}};
    EXPECT_EQ(found(draft({sweep})), "error steps.sweep.map.paralel pipeline.map_key");
    sweep.map = {{"over", {{"c", {{"from", 1}, {"to", 2}}}}}};
    EXPECT_EQ(found(draft({sweep})), "error steps.sweep.map.over.c pipeline.map_range_needs_sample");
    std::get<Command>(sweep.body).outputs = {{"model", {"build/model", ""}}};
    sweep.map = {{"over", {1, 2}}};
    EXPECT_EQ(found(draft({sweep})), "error steps.sweep.outputs.model check.mapped_path");
    EXPECT_EQ(found(draft({step("pause", Wait{"soon"})})), "error steps.pause.wait pipeline.wait_duration");
    EXPECT_EQ(found(draft({step("pause", Wait{{{"file", "x"}, {"until", "2026-12-01T08:00:00Z"}}})})), "error steps.pause.wait pipeline.wait_what");
}

TEST(CheckCircles, ABranchToItsOwnChoiceLeadsBack)
{
    EXPECT_EQ(found(draft({choice("c", {{{"true", "c", {}}, {"", "d", {}}}}), command("d")})),
              "error steps.c.choose.0.then check.branch_back");
}

TEST(CheckChoices, MustEndWithElse)
{
    EXPECT_EQ(found(draft({choice("c", {{{"true", "a", {}}}}), command("a")})), "error steps.c.choose check.no_else");
    EXPECT_EQ(found(draft({choice("c", {{{"", "a", {}}, {"true", "b", {}}}}), command("a"), command("b")})),
              "error steps.c.choose.1 check.branch_after_else");
    EXPECT_EQ(found(draft({choice("c", {})})), "error steps.c.choose check.no_branches");
}

TEST(CheckChoices, MustLeadSomewhere)
{
    EXPECT_EQ(found(draft({choice("c", {{{"true", "ax", {}}, {"", "", {}}}}), command("a")})),
              "error steps.c.choose.0.then check.unknown_step\nerror steps.c.choose.1 check.branch_without_target");
}

TEST(CheckReach, AStepBehindTwoBranchesOfOneChoiceNeverRuns)
{
    const Choose choose{{{"true", "a", {}}, {"", "b", {}}}};
    Pipeline pipeline = draft({choice("c", choose), command("a"), command("b"), command("a2", {"a"}), command("both", {"a2", "b"}), command("after", {"both"})});
    const Issue issue = only(pipeline);
    EXPECT_EQ(issue.path, "steps.both");
    EXPECT_EQ(issue.what.id, "check.exclusive_needs");
    EXPECT_EQ(argument(issue.mend, "text"), "join: any");
    stepOf(pipeline, "both").join = Join::any;
    EXPECT_EQ(found(pipeline), "");
}

TEST(CheckReach, AStepBehindADisabledOneNeverRuns)
{
    Pipeline pipeline = draft({command("a"), command("b", {"a"}), command("c", {"b"})});
    stepOf(pipeline, "a").enabled = false;
    EXPECT_EQ(found(pipeline), "warning steps.b check.needs_disabled");
}

namespace {

Pipeline mayMiss(const std::string& expression)
{
    Pipeline pipeline = draft({conditional("tuned", "run.number > 3"), command("plain"), command("report", {"tuned", "plain"})});
    commandOf(pipeline, "tuned").metrics = "build/tuned.json";
    commandOf(pipeline, "report").env = {{"SCORE", expression}};
    return pipeline;
}

} // namespace

TEST(CheckReach, AResultThatMayBeMissingStandsInDefault)
{
    Pipeline pipeline = mayMiss("${{ steps.tuned.metrics.f1 }}");
    EXPECT_EQ(found(pipeline), ""); // the report is skipped with it
    stepOf(pipeline, "report").join = Join::any;
    EXPECT_EQ(only(pipeline).what.id, "check.may_be_skipped");
    EXPECT_EQ(argument(only(pipeline).mend, "path"), "steps.tuned.metrics.f1");

    Pipeline mended = mayMiss("${{ default(steps.tuned.metrics.f1, 0) }}");
    stepOf(mended, "report").join = Join::any;
    EXPECT_EQ(found(mended), "");
}

TEST(CheckReach, AStepThatRunsAfterFailuresCannotCountOnResults)
{
    Pipeline pipeline = mayMiss("${{ steps.plain.outputs.note }}");
    commandOf(pipeline, "plain").values = {{"note", {}}};
    EXPECT_EQ(found(pipeline), "");
    stepOf(pipeline, "report").condition = "always()";
    EXPECT_EQ(found(pipeline), "error steps.report.env.SCORE check.may_have_failed");
    stepOf(pipeline, "report").condition = "success()";
    EXPECT_EQ(found(pipeline), "");
    commandOf(pipeline, "report").env = {{"SCORE", "${{ steps.plain.state }}"}};
    stepOf(pipeline, "report").condition = "failure()";
    EXPECT_EQ(found(pipeline), "");
}

TEST(CheckReach, AnAdvisoryStepMayGiveNothing)
{
    Pipeline pipeline = mayMiss("${{ steps.plain.outputs.note }}");
    commandOf(pipeline, "plain").values = {{"note", {}}};
    stepOf(pipeline, "plain").advisory = true;
    EXPECT_EQ(found(pipeline), "error steps.report.env.SCORE check.may_have_failed");
}
