#include "drafts.h"

#include <gtest/gtest.h>

using namespace penstock;
using namespace penstock::check;
using namespace penstock::pipeline;

namespace {

// The digits pipeline with one more argument for `evaluate`.
Pipeline saying(const std::string& argument)
{
    Pipeline pipeline = digits();
    commandOf(pipeline, "evaluate").arguments.push_back(argument);
    return pipeline;
}

std::string idOf(const std::string& argument)
{
    const std::string all = found(saying(argument));
    return all.empty() ? "" : all.substr(all.rfind(' ') + 1);
}

} // namespace

TEST(CheckReferences, KnowWhatThereIs)
{
    for (const char* text : {"${{ params.kernel }}", "${{ run.id }}", "${{ inputs.model }}", "${{ production.exists }}",
                             "${{ production('other v2').metrics.accuracy }}", "${{ steps.prepare.state }}", "plain", "$${{ not.this }}"})
        EXPECT_EQ(idOf(text), "") << text;
}

TEST(CheckReferences, NameWhatIsUnknown)
{
    EXPECT_EQ(idOf("${{ params.kernle }}"), "check.unknown_parameter");
    EXPECT_EQ(argument(only(saying("${{ params.kernle }}")).mend, "nearest"), "kernel");
    EXPECT_EQ(idOf("${{ steps.trian.outputs.model }}"), "check.unknown_step");
    EXPECT_EQ(argument(only(saying("${{ steps.trian.state }}")).mend, "nearest"), "train");
    EXPECT_EQ(idOf("${{ run.user }}"), "check.no_run_member");
    EXPECT_EQ(idOf("${{ production.accuracy }}"), "check.no_production_member");
    EXPECT_EQ(idOf("${{ inputs.modle }}"), "check.unknown_input");
    EXPECT_EQ(idOf("${{ outputs.model }}"), "check.unknown_output_place");
    EXPECT_EQ(idOf("${{ item.c }}"), "check.item_outside_map");
    EXPECT_EQ(idOf("${{ previous.train.state }}"), "check.no_previous");
    EXPECT_EQ(idOf("${{ production('digits').exists }}"), "expression.bad_line");
}

TEST(CheckReferences, KnowWhatAStepGives)
{
    EXPECT_EQ(idOf("${{ steps.prepare.metrics.rows }}"), "check.no_metrics");
    EXPECT_EQ(only(saying("${{ steps.prepare.metrics.rows }}")).severity, pipeline::Severity::warning); // its script may log them
    EXPECT_EQ(idOf("${{ steps.prepare.result }}"), "check.no_such_result");
    EXPECT_EQ(argument(only(saying("${{ steps.prepare.output }}")).mend, "nearest"), "outputs");
    EXPECT_EQ(idOf("${{ steps.prepare.outputs.trian }}"), "check.unknown_output");
    EXPECT_EQ(idOf("${{ steps.prepare.outputs.rows_read }}"), "check.undeclared_value");
}

TEST(CheckReferences, ACommandLearnsPathsFromItsInputs)
{
    const Issue issue = only(saying("--data=${{ steps.prepare.outputs.test }}"));
    EXPECT_EQ(issue.what.id, "check.artifact_in_command");
    EXPECT_EQ(argument(issue.mend, "name"), "test");
}

TEST(CheckReferences, DeclaredValuesMayStandInACommand)
{
    Pipeline pipeline = saying("${{ steps.prepare.outputs.rows }}");
    commandOf(pipeline, "prepare").values = {{"rows", {}}};
    EXPECT_EQ(found(pipeline), "");
    commandOf(pipeline, "evaluate").arguments.back() = "${{ steps.prepare.outputs.zebra }}";
    EXPECT_EQ(found(pipeline), "error steps.evaluate.run.2 check.unknown_output");
}

TEST(CheckReferences, TheLineOfProductionMustBeClear)
{
    Pipeline pipeline = draft({conditional("a", "production.exists")});
    EXPECT_EQ(found(pipeline), "error steps.a.if check.production_of_no_line");
    Pipeline two = digits();
    two.steps.push_back(step("again", Register{"digits", 2, "${{ steps.train.outputs.model }}", ""}));
    EXPECT_EQ(found(two), "error steps.better.choose.0.if check.production_of_many_lines\nerror steps.better.choose.0.if check.production_of_many_lines");
}

TEST(CheckReferences, DefaultsSpeakOfNoStep)
{
    Pipeline pipeline = digits();
    pipeline.defaults.env.emplace_back("MODEL", "${{ steps.train.state }}");
    EXPECT_EQ(found(pipeline), "error defaults.env.MODEL check.step_in_defaults");
}

TEST(CheckReferences, PlacesAreKnownToCommandsOnly)
{
    Pipeline pipeline = digits();
    stepOf(pipeline, "evaluate").condition = "inputs.model != ''";
    EXPECT_EQ(found(pipeline), "error steps.evaluate.if check.place_outside_command");
}

TEST(CheckReferences, AScriptIsReadAsAScript)
{
    Pipeline pipeline = digits();
    Command& command = commandOf(pipeline, "evaluate");
    command.arguments.clear();
    command.script = "echo '${{ params.c }}' # ${{ not read }}\n";
    EXPECT_EQ(found(pipeline), "error steps.evaluate.run expression.in_single_quotes");
    command.script = "echo \"${{ params.c }} ${{ steps.train.outputs.model }}\"";
    EXPECT_EQ(found(pipeline), "error steps.evaluate.run check.artifact_in_command");
}

TEST(CheckInputs, ComeFromStepsOrAreFiles)
{
    EXPECT_EQ(found(draft({reading("a", "data/raw")})), "error steps.a.inputs.data check.input_is_text");
    EXPECT_EQ(argument(only(draft({reading("a", "data/raw")})).mend, "text"), "{file: data/raw}");
    EXPECT_EQ(found(draft({reading("a", "x/${{ steps.b.outputs.out }}"), writing("b", "y")})), "error steps.a.inputs.data check.input_not_output");
    EXPECT_EQ(found(draft({reading("a", "${{ run.id }}")})), "error steps.a.inputs.data check.input_not_output");
    EXPECT_EQ(found(draft({reading("a", "${{ steps.b.outputs.out }}"), writing("b", "y")})), "");
}

TEST(CheckParameters, KeepToTheirOwnLimits)
{
    Pipeline pipeline = digits();
    pipeline.parameters[0].standard = "rbff";
    pipeline.parameters[1].standard = 0;
    EXPECT_EQ(found(pipeline), "error parameters.c.default parameter.too_small\nerror parameters.kernel.default parameter.not_a_choice");
    pipeline.parameters[0].standard = 5;
    pipeline.parameters[1] = {"c", ParameterType::number, "", {}, {1, 1.0, "x", 99}, 5, 2};
    EXPECT_EQ(found(pipeline), "error parameters.c.choices.0 parameter.too_small\n"
                               "error parameters.c.choices.1 parameter.too_small\n"
                               "error parameters.c.choices.2 parameter.wrong_type\n"
                               "error parameters.c.choices.3 parameter.too_large\n"
                               "error parameters.c.minimum check.limits_crossed\n"
                               "error parameters.kernel.default parameter.wrong_type");
}

TEST(CheckParameters, LimitsBelongToNumbers)
{
    Pipeline pipeline = digits();
    pipeline.parameters[0].minimum = 1;
    EXPECT_EQ(found(pipeline), "error parameters.kernel.minimum check.limit_without_number");
}

TEST(CheckParameters, UnusedOnesAreAWarning)
{
    Pipeline pipeline = digits();
    pipeline.parameters.push_back({"seed", ParameterType::integer, "", 1, {}, {}, {}});
    EXPECT_EQ(found(pipeline), "warning parameters.seed check.unused_parameter");
    commandOf(pipeline, "train").env = {{"ALL", "${{ json(params) }}"}};
    EXPECT_EQ(found(pipeline), "");
}
