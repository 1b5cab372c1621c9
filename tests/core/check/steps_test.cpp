#include "drafts.h"

#include <gtest/gtest.h>

#include <limits>

using namespace penstock;
using namespace penstock::check;
using namespace penstock::pipeline;

namespace {

std::string foundIn(const Command& command) { return found(draft({step("a", command)})); }

Command sound()
{
    Command command;
    command.arguments = {"true"};
    return command;
}

} // namespace

TEST(CheckCommands, MustRunSomething)
{
    EXPECT_EQ(foundIn({}), "error steps.a.run check.no_program");
    Command command;
    command.script = " \n";
    EXPECT_EQ(foundIn(command), "error steps.a.run check.no_program");
    command.arguments = {""};
    EXPECT_EQ(foundIn(command), "error steps.a.run.0 check.no_program");
    command.arguments = {"echo", std::string("a\0b", 3)};
    EXPECT_EQ(foundIn(command), "error steps.a.run.1 check.nul_byte");
}

TEST(CheckCommands, AWholeLineAsOneArgumentIsProbablyAScript)
{
    Command command;
    command.arguments = {"python3 train.py"};
    EXPECT_EQ(foundIn(command), "warning steps.a.run.0 check.program_with_spaces");
    EXPECT_EQ(argument(only(draft({step("a", command)})).mend, "text"), "run: python3 train.py");
}

TEST(CheckCommands, VariablesMustBeReadableByAShell)
{
    Command command = sound();
    command.env = {{"1A", "x"}, {"PENSTOCK_STEP", "x"}, {"OK", "x"}, {"OK", "y"}};
    command.pass = {"A B"};
    EXPECT_EQ(foundIn(command), "error steps.a.env.1A check.bad_variable\n"
                                "error steps.a.env.OK check.duplicate_variable\n"
                                "error steps.a.env.PENSTOCK_STEP check.reserved_variable\n"
                                "error steps.a.pass.0 check.bad_variable");
}

TEST(CheckCommands, ASecretHasANameAndAVariableOfItsOwn)
{
    Command command = sound();
    command.secrets = {{"TOKEN", "api-token"}, {"SAME", "api-token"}};
    EXPECT_EQ(foundIn(command), "");
    command.secrets = {{"TOKEN", "no name"}, {"9", "nine"}, {"PENSTOCK_X", "x"}};
    EXPECT_EQ(foundIn(command), "error steps.a.secrets.9 check.bad_variable\nerror steps.a.secrets.PENSTOCK_X check.reserved_variable\n"
                                "error steps.a.secrets.TOKEN check.bad_secret_name");
    command.secrets = {{"ENV", "a"}, {"PASS", "b"}, {"TWICE", "c"}, {"TWICE", "d"}};
    command.env = {{"ENV", "1"}};
    command.pass = {"PASS"};
    EXPECT_EQ(foundIn(command), "error steps.a.secrets.ENV check.secret_is_variable\nerror steps.a.secrets.PASS check.secret_is_variable\n"
                                "error steps.a.secrets.TWICE check.secret_is_variable");
}

TEST(CheckLimits, RefuseRetriesThatMakeNoSense)
{
    Command command = sound();
    command.retry = {0, std::chrono::seconds(10), 0.5, std::numeric_limits<double>::quiet_NaN(), std::chrono::seconds(1),
                     {"timeout", "exit 75", "exit 0", "exit 256", "timout", "exit 1x"}, Duration(0)};
    EXPECT_EQ(foundIn(command), "error steps.a.retry.attempts check.bad_attempts\n"
                                "error steps.a.retry.backoff check.bad_backoff\n"
                                "error steps.a.retry.jitter check.bad_jitter\n"
                                "error steps.a.retry.maximum_delay check.maximum_delay_short\n"
                                "error steps.a.retry.on.2 check.bad_retry_outcome\n"
                                "error steps.a.retry.on.3 check.bad_retry_outcome\n"
                                "error steps.a.retry.on.4 check.bad_retry_outcome\n"
                                "error steps.a.retry.on.5 check.bad_retry_outcome\n"
                                "error steps.a.retry.within check.no_timeout");
}

TEST(CheckLimits, WarnWhereOneTryMayTakeLongerThanAllTogether)
{
    Command command = sound();
    command.timeout = std::chrono::hours(2);
    command.retry.attempts = 3;
    command.retry.within = std::chrono::hours(6);
    EXPECT_EQ(foundIn(command), "");
    command.retry.within = std::chrono::hours(1);
    command.grace = Duration(-1);
    EXPECT_EQ(foundIn(command), "error steps.a.grace check.negative_duration\nwarning steps.a.retry.within check.within_short");
}

TEST(CheckLimits, RefuseTimesAndSlotsOfNothing)
{
    Pipeline pipeline = draft({command("a")});
    commandOf(pipeline, "a").timeout = Duration(0);
    commandOf(pipeline, "a").resources.cpu = 0;
    pipeline.defaults.timeout = Duration(0);
    pipeline.defaults.retry = Retry{};
    pipeline.defaults.retry->attempts = -1;
    EXPECT_EQ(found(pipeline), "error defaults.retry.attempts check.bad_attempts\n"
                               "error defaults.timeout check.no_timeout\n"
                               "error steps.a.resources.cpu check.bad_cpu\n"
                               "error steps.a.timeout check.no_timeout");
}

TEST(CheckPaths, StayInTheWorkspaceAndOutOfItsState)
{
    const auto path = [](const std::string& text) {
        const std::string all = found(draft({writing("a", text)}));
        return all.empty() ? all : all.substr(all.rfind('.') + 1);
    };
    for (const char* text : {"build/model", "./build/../out", "pipelines2/x", ".gitignore2", ".penstocks"})
        EXPECT_EQ(path(text), "") << text;
    EXPECT_EQ(path("/data/x"), "path_absolute");
    EXPECT_EQ(path("../x"), "path_outside");
    EXPECT_EQ(path("a/../../x"), "path_outside");
    EXPECT_EQ(path("."), "path_is_workspace");
    EXPECT_EQ(path(".penstock/objects"), "path_of_state");
    EXPECT_EQ(path("./.git"), "path_of_state");
    EXPECT_EQ(path("pipelines"), "path_of_documents");
    EXPECT_EQ(path("pipelines/digits.pipeline.yaml"), "path_of_documents");
    EXPECT_EQ(path("penstock.yaml"), "path_of_documents");
    EXPECT_EQ(path("a\nb"), "path_with_control");
    EXPECT_EQ(path("build/${{ run.id }}"), "expression_in_path");
}

TEST(CheckPaths, AlsoOfMetricsFoldersAndFiles)
{
    Command command = sound();
    command.metrics = ".git/m.json";
    command.folder = "/srv";
    command.inputs = {{"raw", {"../raw", true}}, {"code", {"pipelines", true}}, {"state", {".penstock/state.db", true}}};
    EXPECT_EQ(foundIn(command), "error steps.a.dir check.path_absolute\n"
                                "error steps.a.inputs.raw check.path_outside\n"
                                "error steps.a.inputs.state check.path_of_state\n"
                                "error steps.a.metrics check.path_of_state");
}

TEST(CheckClaims, TwoWritersThatNobodyOrdersAreAWarning)
{
    EXPECT_EQ(found(draft({writing("a", "build/m"), writing("b", "./build//m")})), "warning steps.b.outputs.out check.path_written_twice");
    EXPECT_EQ(found(draft({writing("a", "build/m"), writing("b", "build/m/x"), writing("c", "build/m2")})),
              "warning steps.b.outputs.out check.path_within_path");
    EXPECT_EQ(found(draft({writing("a", "build/m"), command("between", {"a"}), writing("b", "build/m", {"between"})})), "");
}

TEST(CheckClaims, AFolderIsComparedWithAllThatIsInIt)
{
    // "build-x" sorts between "build" and "build/y" for bytes; it is not in the folder.
    EXPECT_EQ(found(draft({writing("a", "build"), writing("b", "build-x"), writing("c", "build/y")})), "warning steps.c.outputs.out check.path_within_path");
}

TEST(CheckClaims, BranchesOfOneChoiceMayWriteTheSamePath)
{
    EXPECT_EQ(found(draft({choice("c", {{{"true", "a", {}}, {"", "b", {}}}}), writing("a", "build/m"), writing("b", "build/m")})), "");
}

TEST(CheckClaims, OneStepCannotUseAPathTwice)
{
    Pipeline pipeline = draft({writing("a", "build/m")});
    commandOf(pipeline, "a").metrics = "build/m/metrics.json";
    EXPECT_EQ(found(pipeline), "error steps.a.metrics check.path_twice_in_step");
}

TEST(CheckClaims, AFileThatAStepMakesIsTakenFromTheStep)
{
    Pipeline pipeline = draft({writing("prepare", "data/train.csv"), command("train")});
    commandOf(pipeline, "train").inputs = {{"data", {"./data/train.csv", true}}};
    EXPECT_EQ(argument(only(pipeline).mend, "text"), "\"${{ steps.prepare.outputs.out }}\"");
}

TEST(CheckClaims, AThousandWritersOfOnePathAreNoMillionWarnings)
{
    std::vector<Step> steps;
    for (int i = 0; i < 5'000; ++i)
        steps.push_back(writing("s" + std::to_string(i), "build/m"));
    EXPECT_LE(check::check(draft(steps), {}).size(), 300u);
}

TEST(CheckGates, WantTheirParts)
{
    EXPECT_EQ(found(draft({step("r", Register{"my model", -1, "", ""})})), "error steps.r.register.artifact check.no_artifact\n"
                                                                           "error steps.r.register.major check.bad_major\n"
                                                                           "error steps.r.register.model check.bad_model_name");
    EXPECT_EQ(found(draft({step("r", Register{"m", 1, "build/model", "${{ params }}"})})),
              "error steps.r.register.artifact check.artifact_not_output\nerror steps.r.register.metrics check.metrics_not_metrics");
    EXPECT_EQ(found(draft({step("p", Promote{"1.4", "productoin"})})), "error steps.p.promote.to check.unknown_stage\n"
                                                                       "error steps.p.promote.version check.bad_version\n"
                                                                       "warning steps.p check.promote_unasked");
    EXPECT_EQ(found(draft({step("q", Approve{" ", "", {""}, Duration(0), ""})})), "error steps.q.approve.approvers.0 check.empty_approver\n"
                                                                                  "error steps.q.approve.expires check.expires_at_once\n"
                                                                                  "error steps.q.approve.question check.no_question\n"
                                                                                  "warning steps.q check.nothing_to_show");
}

TEST(CheckGates, KnowOnlyProductionSoFar)
{
    Pipeline pipeline = digits();
    std::get<Promote>(stepOf(pipeline, "ship").body).stage = "staging";
    EXPECT_EQ(found(pipeline), "notYet steps.ship.promote.to check.stage_not_yet");
}
