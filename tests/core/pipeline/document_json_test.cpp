#include "sample.h"
#include "core/pipeline/document_json.h"

#include <gtest/gtest.h>

using namespace penstock;
using namespace penstock::pipeline;

TEST(DocumentJson, KeepsEveryMemberOfTheDocument)
{
    const Pipeline before = everythingSaid();
    const Result<Json> text = parseJson(dumpJson(toJson(before)));
    ASSERT_TRUE(text.ok());
    const Result<Pipeline> after = pipelineFromJson(*text);
    ASSERT_TRUE(after.ok());
    EXPECT_EQ(*after, before);
}

TEST(DocumentJson, KeepsTheOrderOfNames)
{
    const Result<Pipeline> after = pipelineFromJson(toJson(everythingSaid()));
    ASSERT_TRUE(after.ok());
    const auto& command = std::get<Command>(after->steps[0].body);
    EXPECT_EQ(command.inputs[0].first, "z");
    EXPECT_EQ(command.inputs[1].first, "a");
}

TEST(DocumentJson, LeavesOutWhatIsStandard)
{
    Pipeline pipeline;
    pipeline.name = "small";
    Command command;
    command.arguments = {"true"};
    pipeline.steps.push_back(stepOf("one", command));
    EXPECT_EQ(dumpJson(toJson(pipeline)), R"({"name":"small","steps":[{"body":{"run":{"arguments":["true"]}},"name":"one"}]})");
}

TEST(DocumentJson, RemembersThatAnEmptyListOfCodeIsNotNoList)
{
    Pipeline pipeline;
    Command command;
    command.code.emplace();
    pipeline.steps.push_back(stepOf("one", command));
    const Result<Pipeline> after = pipelineFromJson(toJson(pipeline));
    ASSERT_TRUE(after.ok());
    EXPECT_TRUE(std::get<Command>(after->steps[0].body).code.has_value());
}

TEST(DocumentJson, RefusesWhatItDoesNotUnderstandInsteadOfDroppingIt)
{
    const char* const texts[] = {
        R"([])",
        R"({"name": 1})",
        R"({"colour": "red"})",
        R"({"steps": {}})",
        R"({"steps": [{"name": "a", "body": {}}]})",
        R"({"steps": [{"name": "a", "body": {"fly": {}}}]})",
        R"({"steps": [{"name": "a", "body": {"run": {}, "end": {}}}]})",
        R"({"steps": [{"name": "a", "body": {"run": {"priority": 4000000000}}}]})",
        R"({"steps": [{"name": "a", "body": {"run": {"priority": 18446744073709551615}}}]})",
        R"({"steps": [{"name": "a", "body": {"run": {"timeout": -1}}}]})",
        R"({"steps": [{"name": "a", "body": {"run": {"cache": "perhaps"}}}]})",
        R"({"steps": [{"name": "a", "body": {"run": {"env": [["A"]]}}}]})",
        R"({"parameters": [{"name": "c", "type": "float"}]})",
    };
    for (const char* text : texts) {
        const Result<Pipeline> read = pipelineFromJson(*parseJson(text));
        ASSERT_FALSE(read.ok()) << text;
        EXPECT_EQ(read.error().code, ErrorCode::invalid) << text;
    }
}
