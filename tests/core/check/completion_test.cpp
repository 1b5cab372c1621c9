#include "core/check/completion.h"
#include "drafts.h"

#include <gtest/gtest.h>

namespace penstock::check {

namespace {

using Of = CompletionPlace::Of;

// What is offered where `|` stands: "steps. params. …".
Completions at(const pipeline::Pipeline& pipeline, const CompletionPlace& place, std::string text)
{
    const std::size_t cursor = text.find('|');
    text.erase(cursor, 1);
    return completionsAt(pipeline, place, text, cursor);
}

std::string offered(const pipeline::Pipeline& pipeline, const CompletionPlace& place, const std::string& text)
{
    std::string words;
    for (const Completion& item : at(pipeline, place, text).items)
        words += (words.empty() ? "" : " ") + item.insert;
    return words;
}

const CompletionPlace inCondition{"evaluate", Of::step, true};
const CompletionPlace inCommand{"train", Of::command, false};

} // namespace

TEST(Completion, APathIsOfferedWordByWord)
{
    const pipeline::Pipeline digits = check::digits();
    EXPECT_EQ(offered(digits, inCondition, "st|"), "steps. starts_with()");
    EXPECT_EQ(offered(digits, inCondition, "steps.|"), "prepare. train.");
    EXPECT_EQ(offered(digits, inCondition, "steps.train.|"), "outputs. metrics. values. state");
    EXPECT_EQ(offered(digits, inCondition, "steps.train.outputs.|"), "model");
    EXPECT_EQ(offered(digits, inCondition, "1 - steps.pre|"), "prepare.");
    EXPECT_EQ(offered(digits, inCondition, "params.k|"), "kernel");
    EXPECT_EQ(offered(digits, inCondition, "production('digits v1').metr|"), "metrics");
}

TEST(Completion, AStepThatComesLaterIsNotOffered)
{
    const pipeline::Pipeline pipeline = draft({command("a"), command("b", {"a"}), command("c", {"b"}), command("free")});
    EXPECT_EQ(offered(pipeline, {"b", Of::step, true}, "steps.|"), "a. free.");
}

TEST(Completion, InATextOnlyTheMarksAreCompleted)
{
    const pipeline::Pipeline digits = check::digits();
    EXPECT_EQ(offered(digits, inCommand, "steps.|"), "");
    EXPECT_EQ(offered(digits, inCommand, "a ${{ inputs.| }} b"), "data");
    EXPECT_EQ(offered(digits, inCommand, "a ${{ inputs.data }} b|"), "");
    EXPECT_EQ(offered(digits, inCommand, "$${{ inputs.|"), "");
    EXPECT_EQ(offered(digits, inCommand, "a ${{ outputs.m|"), "model");
}

TEST(Completion, TheWholeWordIsReplacedAndADotNotDoubled)
{
    const pipeline::Pipeline digits = check::digits();
    const Completions found = at(digits, inCondition, "x == steps.tr|xx.outputs");
    EXPECT_EQ(found.begin, 11U);
    EXPECT_EQ(found.end, 15U);
    ASSERT_EQ(found.items.size(), 1U);
    EXPECT_EQ(found.items.front().insert, "train");
}

TEST(Completion, WhatBeginsWithTheWordComesFirst)
{
    pipeline::Pipeline pipeline = draft({command("a")});
    for (const char* name : {"the_kernel", "subkernel", "kernel"})
        pipeline.parameters.push_back({name, pipeline::ParameterType::string, {}, {}, {}, {}, {}});
    EXPECT_EQ(offered(pipeline, {"a", Of::step, true}, "params.ker|"), "kernel the_kernel subkernel");
    EXPECT_EQ(offered(pipeline, {"a", Of::step, true}, "params.KER|"), "kernel the_kernel subkernel");
}

TEST(Completion, AFunctionShowsItsArgumentsAndTheCursorGoesBetweenTheBrackets)
{
    const Completions found = at(draft({command("a")}), {"a", Of::step, true}, "rou|");
    ASSERT_EQ(found.items.size(), 1U);
    EXPECT_EQ(found.items.front().shown, "round(number, digits)");
    EXPECT_EQ(found.items.front().insert.substr(0, found.items.front().caret), "round(");
}

TEST(Completion, AComparedValueIsOneOfItsChoices)
{
    pipeline::Pipeline pipeline = draft({command("a"), command("b")});
    commandOf(pipeline, "a").values = {{"status", {{"running", "ready"}}}};
    const CompletionPlace place{"b", Of::step, true};
    EXPECT_EQ(offered(pipeline, place, "steps.a.outputs.status == 'r|"), "running' ready'");
    EXPECT_EQ(offered(pipeline, place, "steps.a.outputs.status in ['running', 'rea|']"), "ready");
    EXPECT_EQ(offered(pipeline, place, "'steps.|'"), "");
}

TEST(Completion, AnInputIsAWholeOutputOfAnotherStep)
{
    const pipeline::Pipeline pipeline = draft({writing("make", "data/x"), reading("use", ""), writing("after", "data/y", {"use"})});
    const CompletionPlace place{"use", Of::artifact, false};
    EXPECT_EQ(offered(pipeline, place, "|"), "${{ steps.make.outputs.out }}");
    EXPECT_EQ(offered(pipeline, place, "mak|"), "${{ steps.make.outputs.out }}");
    EXPECT_EQ(offered(pipeline, place, "${{ steps.make.outputs.| }}"), "out");
}

TEST(Completion, ASubPipelineGivesWhatItsFileSays)
{
    pipeline::Pipeline deep = draft({writing("wash", "data/x")});
    deep.outputs = {{"washed", "${{ steps.wash.outputs.out }}"}};
    pipeline::Step step = command("deep");
    step.body = pipeline::SubPipeline{"parts/../parts/deep.yaml", {}};
    pipeline::Pipeline inner = draft({step, command("count")});
    inner.outputs = {{"table", "${{ steps.deep.outputs.washed }}"}, {"rows", "${{ steps.count.outputs.rows }}"}, {"both", "a ${{ steps.deep.outputs.washed }}"}};
    pipeline::Step clean = command("clean");
    clean.body = pipeline::SubPipeline{"parts/clean.yaml", {}};
    const pipeline::Pipeline outer = draft({clean, reading("use", "")});
    const Library opened{{"parts/clean.yaml", &inner}, {"parts/deep.yaml", &deep}};
    const auto words = [&](const CompletionPlace& place, const std::string& text, const Library& library) {
        std::string all;
        for (const Completion& item : completionsAt(outer, place, text, text.size(), library).items)
            all += (all.empty() ? "" : " ") + item.insert;
        return all;
    };
    const CompletionPlace condition{"use", Of::step, true}, input{"use", Of::artifact, false};
    EXPECT_EQ(words(condition, "steps.clean.", opened), "outputs. state");
    EXPECT_EQ(words(condition, "steps.clean.outputs.", opened), "table rows both");
    EXPECT_EQ(words(condition, "steps.clean.outputs.", {}), "");
    EXPECT_EQ(words(input, "${{ steps.clean.outputs.", opened), "table"); // the others are no files
    EXPECT_EQ(words(input, "", opened), "${{ steps.clean.outputs.table }}");
}

TEST(Completion, ASubPipelineInACircleGivesWhatIsKnown)
{
    pipeline::Step self = command("again");
    self.body = pipeline::SubPipeline{"a.yaml", {}};
    pipeline::Pipeline pipeline = draft({self, command("use")});
    pipeline.outputs = {{"x", "${{ steps.again.outputs.x }}"}};
    const std::string text = "steps.again.outputs.";
    const Completions found = completionsAt(pipeline, {"use", Of::step, true}, text, text.size(), {{"a.yaml", &pipeline}});
    ASSERT_EQ(found.items.size(), 1U);
    EXPECT_EQ(found.items.front().insert, "x");
}

TEST(Completion, WhatHasAValueIsNamedAsAWholeExpression)
{
    const pipeline::Pipeline digits = check::digits();
    const auto paths = [&](const std::string& text) {
        std::string all;
        for (const Completion& item : at(digits, inCondition, text).items)
            all += (all.empty() ? "" : ", ") + item.path;
        return all;
    };
    EXPECT_EQ(paths("1 < params.ker|"), "params.kernel");
    EXPECT_EQ(paths("production('digits v1').vers|"), "production('digits v1').version");
    EXPECT_EQ(paths("steps.train.outputs.m|"), "steps.train.outputs.model");
    EXPECT_EQ(paths("st|"), ""); // more follows, or it is a function
}

TEST(Completion, AStepNeedsWhatDoesNotComeAfterIt)
{
    const pipeline::Pipeline pipeline = draft({command("a"), command("b", {"a"}), command("c", {"b"}), command("free")});
    const auto names = [&](bool before, const std::string& text) {
        std::string all;
        for (const Completion& item : stepNamesAt(pipeline, "b", before, text, text.size()).items)
            all += (all.empty() ? "" : " ") + item.insert;
        return all;
    };
    EXPECT_EQ(names(true, ""), "a free");
    EXPECT_EQ(names(false, ""), "a c free");
    EXPECT_EQ(names(true, "a, fr"), "free");
    EXPECT_EQ(stepNamesAt(pipeline, "b", true, "a, fr", 5).begin, 3U);
}

TEST(Completion, ATriggerSpeaksOfItsEventAlone)
{
    const pipeline::Pipeline pipeline = draft({command("a")});
    const std::string words = offered(pipeline, {{}, Of::trigger, true}, "|");
    EXPECT_TRUE(words.starts_with("event. default()")) << words;
}

TEST(Completion, ThePlaceFollowsFromThePath)
{
    const auto place = [](const std::vector<std::string>& path) { return completionPlaceOf(path); };
    EXPECT_EQ(place({"steps", "a", "if"}), (CompletionPlace{"a", Of::step, true}));
    EXPECT_EQ(place({"steps", "a", "choose", "0", "if"}), (CompletionPlace{"a", Of::step, true}));
    EXPECT_EQ(place({"steps", "a", "run", "2"}), (CompletionPlace{"a", Of::command, false}));
    EXPECT_EQ(place({"steps", "a", "environment", "variables", "X"}), (CompletionPlace{"a", Of::command, false}));
    EXPECT_EQ(place({"steps", "a", "inputs", "data"}), (CompletionPlace{"a", Of::artifact, false}));
    EXPECT_EQ(place({"on", "if"}), (CompletionPlace{{}, Of::trigger, true}));
    EXPECT_EQ(place({"outputs", "model"}), (CompletionPlace{{}, Of::document, false}));
}

// Whatever is typed so far, the answer lies in the text.
TEST(Completion, AnyTextAndCursorAreAnswered)
{
    const pipeline::Pipeline digits = check::digits();
    const std::string pieces[] = {"${{", "}}", "steps", ".", "'", "\"", "[", "]", "(", ")", "production(", "$", " == ", " in [", "-", "\\", "é"};
    std::uint32_t seed = 7;
    for (int round = 0; round < 2'000; ++round) {
        std::string text;
        for (int i = 0; i < 8; ++i) {
            seed = seed * 1'664'525 + 1'013'904'223;
            text += pieces[(seed >> 16) % std::size(pieces)];
        }
        for (std::size_t cursor = 0; cursor <= text.size(); ++cursor) {
            const Completions found = completionsAt(digits, {"train", Of::command, round % 2 == 0}, text, cursor);
            ASSERT_LE(found.begin, cursor) << text;
            ASSERT_GE(found.end, cursor) << text;
            ASSERT_LE(found.end, text.size()) << text;
        }
    }
}

} // namespace penstock::check
