#include "digits.h"

namespace penstock::engine::test {

namespace {

pipeline::Step step(std::string name, pipeline::Body body, std::vector<std::string> needs = {})
{
    pipeline::Step step;
    step.name = std::move(name);
    step.needs = std::move(needs);
    step.body = std::move(body);
    return step;
}

pipeline::Step prepare()
{
    pipeline::Command command;
    command.arguments = {"python3", "prepare.py"};
    command.outputs = {{"train", {"data/train.csv", ""}}, {"test", {"data/test.csv", ""}}};
    return step("prepare", command);
}

pipeline::Step train()
{
    pipeline::Command command;
    command.arguments = {"python3", "train.py", "--kernel", "${{ params.kernel }}", "--c", "${{ params.c }}"};
    command.inputs = {{"data", {"${{ steps.prepare.outputs.train }}", false}}};
    command.outputs = {{"model", {"build/model", "model"}}};
    command.retry.attempts = 3;
    command.retry.delay = Duration(10'000);
    command.retry.backoff = 2;
    command.retry.on = {"timeout", "lost", "exit 75"};
    return step("train", command);
}

pipeline::Step evaluate()
{
    pipeline::Command command;
    command.arguments = {"python3", "evaluate.py"};
    command.inputs = {{"model", {"${{ steps.train.outputs.model }}", false}},
                      {"data", {"${{ steps.prepare.outputs.test }}", false}}};
    command.metrics = "build/metrics.json";
    return step("evaluate", command);
}

} // namespace

pipeline::Pipeline digits()
{
    pipeline::Pipeline digits;
    digits.name = "digits";
    pipeline::Parameter kernel;
    kernel.name = "kernel";
    pipeline::Parameter c;
    c.name = "c";
    c.type = pipeline::ParameterType::number;
    digits.parameters = {kernel, c};
    digits.defaults.env = {{"PYTHONUNBUFFERED", "1"}};
    const std::string better = "!production.exists || steps.evaluate.metrics.accuracy > production.metrics.accuracy";
    digits.steps = {
        prepare(),
        train(),
        evaluate(),
        step("record", pipeline::Register{"digits", 1, "${{ steps.train.outputs.model }}", "${{ steps.evaluate.metrics }}"}),
        step("better", pipeline::Choose{{{better, "ask", {}}, {"", "stop", {}}}}, {"record"}),
        step("ask", pipeline::Approve{"Put ${{ steps.record.version }} into production?", "digits", {"lead"},
                                      Duration(7 * 24 * 3'600'000), ""}),
        step("ship", pipeline::Promote{"${{ steps.record.version }}", "production"}, {"ask"}),
        step("stop", pipeline::End{true}),
    };
    return digits;
}

} // namespace penstock::engine::test
