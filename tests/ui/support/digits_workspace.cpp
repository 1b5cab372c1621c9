#include "tests/ui/support/recorded_workspace.h"

namespace penstock::test {

namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

constexpr const char* digits = R"(penstock: 1
name: digits
about: Train a digit classifier; put it into production when it beats what is there.
parameters:
  kernel: {type: string, default: rbf, choices: [rbf, poly, linear]}
  c:      {type: number, default: 1.0, minimum: 0.001}
steps:
  prepare:
    run: [python3, prepare.py]
    outputs: {train: data/train.csv, test: data/test.csv}
  train:
    run: [python3, train.py, --kernel, "${{ params.kernel }}", --c, "${{ params.c }}"]
    inputs:  {data: "${{ steps.prepare.outputs.train }}"}
    outputs: {model: {path: build/model, kind: model}}
    retry:   {attempts: 2, delay: 10s, on: [timeout, exit 75]}
  evaluate:
    run: [python3, evaluate.py]
    inputs:  {model: "${{ steps.train.outputs.model }}", data: "${{ steps.prepare.outputs.test }}"}
    metrics: build/metrics.json
  record:
    register: {model: digits, major: 1, artifact: "${{ steps.train.outputs.model }}", metrics: "${{ steps.evaluate.metrics }}"}
  better:
    needs: [record]
    choose:
      - if: "!production.exists || steps.evaluate.metrics.accuracy > production.metrics.accuracy"
        then: ask
      - else: stop
  ask:
    approve: {question: "Put ${{ steps.record.version }} into production?", policy: digits, approvers: [lead], expires: 7d}
  ship:
    needs: [ask]
    promote: {version: "${{ steps.record.version }}", to: production}
  stop:
    end: succeeded
)";

Json metrics(double accuracy, double f1, double loss, double latency, double size)
{
    return {{"accuracy", accuracy}, {"macro_f1", f1}, {"log_loss", loss}, {"latency_p95_ms", latency}, {"model_size_mb", size}};
}

void prepare(RecordedWorkspace& workspace, const RunId& run, const std::string& data)
{
    workspace.finish(run, "prepare", {.lasted = Duration(2400), .outcome = {}, .outputs = {"train", "test"}, .version = data});
}

void trainAndMeasure(RecordedWorkspace& workspace, const RunId& run, const std::string& model, const Json& measured)
{
    workspace.finish(run, "train", {.lasted = seconds(48), .outcome = {}, .outputs = {"model"}, .version = model, .metrics = Json::object(), .record = Json::object(), .values = Json::object(), .code = model});
    workspace.finish(run, "evaluate", {.lasted = seconds(11), .outcome = {}, .outputs = {}, .version = "1", .metrics = measured});
}

} // namespace

RecordedWorkspace digitsWorkspace(Until until)
{
    RecordedWorkspace workspace(digits);

    const RunId first = workspace.start({{"c", 0.5}});
    prepare(workspace, first, "october");
    trainAndMeasure(workspace, first, "m1", metrics(0.9777, 0.9771, 0.0811, 1.8, 0.41));
    workspace.pass(minutes(20));
    workspace.decide(first, true, "grace", "clear gain on 3 and 5");

    workspace.pass(hours(16));
    const RunId second = workspace.start({{"c", 10.0}, {"kernel", "poly"}});
    prepare(workspace, second, "november");
    workspace.finish(second, "train", {.lasted = seconds(48), .outcome = {engine::OutcomeKind::exited, 1, 0, {}}});

    workspace.pass(hours(2));
    const RunId third = workspace.start({{"c", 1.0}});
    prepare(workspace, third, "november");
    trainAndMeasure(workspace, third, "m3", metrics(0.9861, 0.9858, 0.0642, 1.9, 0.44));

    if (until == Until::threeRuns)
        return workspace;
    workspace.pass(hours(3));
    const RunId fourth = workspace.start({{"c", 2.0}, {"kernel", "linear"}});
    prepare(workspace, fourth, "november");
    workspace.begin(fourth, "train");
    workspace.pass(seconds(31));
    return workspace;
}

} // namespace penstock::test
