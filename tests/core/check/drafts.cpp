#include "drafts.h"

#include "core/pipeline/issue_json.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace penstock::check {

using namespace pipeline;

Step step(std::string name, Body body, std::vector<std::string> needs)
{
    Step made;
    made.name = std::move(name);
    made.needs = std::move(needs);
    made.body = std::move(body);
    return made;
}

Step command(std::string name, std::vector<std::string> needs)
{
    Command made;
    made.arguments = {"true"};
    return step(std::move(name), made, std::move(needs));
}

Step conditional(std::string name, std::string condition, std::vector<std::string> needs)
{
    Step made = command(std::move(name), std::move(needs));
    made.condition = std::move(condition);
    return made;
}

Step reading(std::string name, std::string input)
{
    Command made;
    made.arguments = {"true"};
    made.inputs = {{"data", {std::move(input), false}}};
    return step(std::move(name), made);
}

Step writing(std::string name, std::string path, std::vector<std::string> needs)
{
    Command made;
    made.arguments = {"true"};
    made.outputs = {{"out", {std::move(path), ""}}};
    return step(std::move(name), made, std::move(needs));
}

Step choice(std::string name, Choose choose, std::vector<std::string> needs)
{
    return step(std::move(name), std::move(choose), std::move(needs));
}

Pipeline draft(std::vector<Step> steps)
{
    Pipeline made;
    made.name = "draft";
    made.steps = std::move(steps);
    return made;
}

Pipeline digits()
{
    Parameter kernel{"kernel", ParameterType::string, "", "rbf", {"rbf", "poly", "linear"}, {}, {}};
    Parameter c{"c", ParameterType::number, "", 1.0, {}, 0.001, {}};
    Command prepare, train, evaluate;
    prepare.arguments = {"python3", "prepare.py"};
    prepare.outputs = {{"train", {"data/train.csv", ""}}, {"test", {"data/test.csv", ""}}};
    train.arguments = {"python3", "train.py", "--kernel", "${{ params.kernel }}", "--c", "${{ params.c }}"};
    train.inputs = {{"data", {"${{ steps.prepare.outputs.train }}", false}}};
    train.outputs = {{"model", {"build/model", "model"}}};
    train.retry = {3, std::chrono::seconds(10), 2, 0.1, {}, {"timeout", "lost", "exit 75"}};
    train.timeout = std::chrono::hours(2);
    evaluate.arguments = {"python3", "evaluate.py"};
    evaluate.inputs = {{"model", {"${{ steps.train.outputs.model }}", false}}, {"data", {"${{ steps.prepare.outputs.test }}", false}}};
    evaluate.metrics = "build/metrics.json";
    const Choose better{{{"!production.exists || steps.evaluate.metrics.accuracy > production.metrics.accuracy", "ask", {}}, {"", "stop", {}}}};
    Pipeline made = draft({step("prepare", prepare), step("train", train), step("evaluate", evaluate),
                           step("record", Register{"digits", 1, "${{ steps.train.outputs.model }}", "${{ steps.evaluate.metrics }}"}),
                           choice("better", better, {"record"}),
                           step("ask", Approve{"Put ${{ steps.record.version }} into production?", "digits", {"lead"}, std::chrono::hours(168), ""}),
                           step("ship", Promote{"${{ steps.record.version }}", "production"}, {"ask"}), step("stop", End{true})});
    made.parameters = {kernel, c};
    made.defaults.env = {{"PYTHONUNBUFFERED", "1"}};
    return made;
}

Step& stepOf(Pipeline& pipeline, const std::string& name) { return *std::ranges::find(pipeline.steps, name, &Step::name); }

Command& commandOf(Pipeline& pipeline, const std::string& name) { return std::get<Command>(stepOf(pipeline, name).body); }

std::string found(const Pipeline& pipeline)
{
    std::vector<std::string> lines;
    for (const Issue& issue : check(pipeline, {}))
        lines.push_back(std::string(name(issue.severity)) + ' ' + issue.path + ' ' + issue.what.id);
    std::ranges::sort(lines);
    std::string text;
    for (const std::string& line : lines)
        text += (text.empty() ? "" : "\n") + line;
    return text;
}

Issue only(const Pipeline& pipeline)
{
    const Issues issues = check(pipeline, {});
    EXPECT_EQ(issues.size(), 1u) << found(pipeline);
    return issues.empty() ? Issue{} : issues.front();
}

std::string argument(const Message& message, const std::string& wanted)
{
    for (const auto& [name, value] : message.arguments) {
        if (name == wanted)
            return value;
    }
    return "no " + wanted;
}

} // namespace penstock::check
