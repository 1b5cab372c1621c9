#include "core/check/opened.h"

#include "drafts.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace penstock::check {

namespace {

using pipeline::Pipeline;

constexpr const char* outerFile = "pipelines/outer.pipeline.yaml";
constexpr const char* innerFile = "pipelines/inner.pipeline.yaml";

Pipeline inner()
{
    Pipeline made = draft({command("write")});
    made.parameters = {{"rows", pipeline::ParameterType::integer, "", 10, {}, 1, 100}, {"name", pipeline::ParameterType::string, "", nullptr, {}, {}, {}}};
    made.outputs = {{"table", "${{ steps.write.outputs.table }}"}};
    return made;
}

Pipeline outer(pipeline::Named<Json> parameters, std::string file = innerFile)
{
    return draft({step("clean", pipeline::SubPipeline{std::move(file), std::move(parameters)})});
}

std::string foundBetween(const Pipeline& pipeline, Library library)
{
    library[outerFile] = &pipeline;
    std::vector<std::string> lines;
    for (const pipeline::Issue& issue : checkOpened(outerFile, pipeline, {}, {}, library))
        lines.push_back(issue.path + ' ' + issue.what.id + (issue.mend.id.empty() ? "" : " > " + issue.mend.id));
    std::ranges::sort(lines);
    std::string text;
    for (const std::string& line : lines)
        text += (text.empty() ? "" : "\n") + line;
    return text;
}

} // namespace

TEST(CheckOpened, APipelineThatGetsWhatItNeedsIsFine)
{
    const Pipeline there = inner();
    EXPECT_EQ(foundBetween(outer({{"name", "x"}}), {{innerFile, &there}}), "");
    EXPECT_EQ(foundBetween(outer({{"name", "${{ params.any }}"}, {"rows", "${{ params.n }}"}}, "./pipelines//inner.pipeline.yaml"), {{innerFile, &there}}), "");
}

TEST(CheckOpened, ParametersAreThoseOfThePipelineInside)
{
    const Pipeline there = inner();
    EXPECT_EQ(foundBetween(outer({{"row", 3}, {"rows", 1'000}}), {{innerFile, &there}}),
              "steps.clean.pipeline check.opened_parameter_missing > check.mend.add\n"
              "steps.clean.pipeline.parameters.row check.opened_parameter_unknown > check.mend.nearest\n"
              "steps.clean.pipeline.parameters.rows parameter.too_large");
    EXPECT_EQ(foundBetween(outer({{"name", "x"}, {"colour", 3}}), {{innerFile, &there}}),
              "steps.clean.pipeline.parameters.colour check.opened_parameter_unknown > check.mend.opened_parameters");
}

TEST(CheckOpened, OnlyWhatThePipelineInsideGivesCanBeAskedFor)
{
    const Pipeline there = inner();
    Pipeline asking = outer({{"name", "x"}});
    asking.steps.push_back(reading("use", "${{ steps.clean.outputs.table }}"));
    asking.steps.push_back(reading("near", "${{ steps.clean.outputs.tabel }}"));
    asking.steps.push_back(reading("far", "${{ steps.clean.outputs.model }}"));
    EXPECT_EQ(foundBetween(asking, {{innerFile, &there}}), "steps.far.inputs.data check.opened_output > check.mend.opened_output\n"
                                                            "steps.near.inputs.data check.opened_output > check.mend.nearest");
}

TEST(CheckOpened, AFileThatIsNotThereIsNamed)
{
    EXPECT_EQ(foundBetween(outer({}), {}), "steps.clean.pipeline.file check.opened_missing > check.mend.opened_file");
    EXPECT_EQ(foundBetween(outer({}, "../away.pipeline.yaml"), {}), "steps.clean.pipeline.file check.opened_missing > check.mend.opened_file");
    EXPECT_EQ(foundBetween(outer({}), {{innerFile, nullptr}}), "") << "its own issues say enough";
}

TEST(CheckOpened, NoFileAtAllIsAskedFor)
{
    EXPECT_EQ(foundBetween(outer({}, ""), {}), "steps.clean.pipeline check.opened_unnamed > check.mend.opened_file");
}

TEST(CheckOpened, NothingOpensItself)
{
    const Pipeline back = outer({}, outerFile);
    EXPECT_EQ(foundBetween(outer({}), {{innerFile, &back}}), "steps.clean.pipeline.file check.opened_circle");
    const Pipeline itself = outer({}, innerFile);
    EXPECT_EQ(foundBetween(outer({}), {{innerFile, &itself}}), "") << "that is said of the file inside";
    Pipeline disabled = outer({}, outerFile);
    disabled.steps[0].enabled = false;
    EXPECT_EQ(foundBetween(disabled, {}), "");
    EXPECT_TRUE(openedFiles(disabled).empty());
}

} // namespace penstock::check
