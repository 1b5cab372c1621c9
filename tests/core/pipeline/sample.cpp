#include "sample.h"

namespace penstock::pipeline {

namespace {

using std::chrono::seconds;

Retry fullRetry()
{
    return {.attempts = 3, .delay = seconds(10), .backoff = 2, .jitter = 0.1, .maximumDelay = seconds(60), .on = {"timeout", "exit 75"}, .within = seconds(9000)};
}

Command fullCommand()
{
    Command command;
    command.arguments = {"python3", "train.py", "${{ params.c }}"};
    command.script = "echo 'one'\n";
    command.inputs = {{"z", {"${{ steps.a.outputs.b }}", false}}, {"a", {"data/raw", true}}};
    command.outputs = {{"model", {"build/model", "model"}}, {"free", {}}};
    command.values = {{"status", {{"running", "ready", 3, true}}}};
    command.metrics = "build/metrics.json";
    command.reports = {"junit.xml"};
    command.code = std::vector<std::string>{};
    command.cache = CacheMode::off;
    command.env = {{"Z", "1"}, {"A", "${{ params.kernel }}"}};
    command.pass = {"AWS_PROFILE"};
    command.python = ".venv/bin/python";
    command.folder = "training";
    command.retry = fullRetry();
    command.timeout = seconds(7200);
    command.grace = seconds(30);
    command.resources = {.cpu = 1.5, .memory = std::uint64_t(1) << 63, .gpu = 2};
    command.pool = "gpu";
    command.executor = "slurm";
    command.priority = -4;
    command.environment = {{"requirements.txt", "python3.11"}, {{"Z", "1"}, {"A", "${{ params.c }}"}}, {"bin", "tools"}};
    command.secrets = {{"TOKEN", "TOKEN"}, {"HF_TOKEN", "hugging-face"}};
    return command;
}

} // namespace

Step stepOf(std::string name, Body body)
{
    Step step;
    step.name = std::move(name);
    step.body = std::move(body);
    return step;
}

Pipeline everythingSaid()
{
    Pipeline pipeline;
    pipeline.version = 2;
    pipeline.name = "all";
    pipeline.title = "Everything";
    pipeline.about = "Nothing is left out.";
    pipeline.parameters = {{"c", ParameterType::number, "Strength", 1.0, {0.5, 1.0, 2}, 0.001, 100.0},
                           {"must", ParameterType::boolean, "", {}, {}, {}, {}}};
    pipeline.defaults = {{{"PYTHONUNBUFFERED", "1"}}, "python3", fullRetry(), seconds(5)};
    Step train = stepOf("train", fullCommand());
    train.title = "Train";
    train.about = "Fits";
    train.enabled = false;
    train.needs = {"b", "a"};
    train.condition = "params.c > 1";
    train.join = Join::any;
    train.advisory = true;
    train.onFailure = OnFailure{"prepare", 3};
    train.map = {{"over", {{"c", {1, 2}}}}};
    pipeline.steps = {train,
                      stepOf("pick", Choose{{{"params.must", "train", 4}, {"", "stop", {}}}}),
                      stepOf("pause", Wait{"10s"}),
                      stepOf("ask", Approve{"Sure?", "digits", {"lead"}, seconds(60), "train"}),
                      stepOf("record", Register{"digits", 1, "${{ steps.train.outputs.model }}", "${{ steps.e.metrics }}"}),
                      stepOf("ship", Promote{"${{ steps.record.version }}", "production"}),
                      stepOf("inner", SubPipeline{"inner.pipeline.yaml", {{"rows", 5}, {"all", true}}}),
                      stepOf("later", Placeholder{}),
                      stepOf("stop", End{false})};
    pipeline.notes = {{"text", "a note"}};
    pipeline.frames = Json::array({"frame"});
    return pipeline;
}

} // namespace penstock::pipeline
