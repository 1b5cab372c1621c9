// engine_throughput [STEPS]   what the core alone costs: every attempt ends well at once, two slots.
#include "graph.h"

#include "core/engine/decide.h"
#include "core/pipeline/document_json.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <deque>

namespace {

using namespace penstock;
using namespace penstock::engine;
using test::Graph;

std::string nameOf(int i) { return "s" + std::to_string(i); }

pipeline::Step command(int i, std::vector<std::string> needs)
{
    pipeline::Step step;
    step.name = nameOf(i);
    step.needs = std::move(needs);
    pipeline::Command body;
    body.arguments = {"true"};
    step.body = body;
    return step;
}

Graph fan(int steps)
{
    Graph graph("root");
    std::vector<std::string> all;
    for (int i = 0; i < steps; ++i) {
        graph.pipeline().steps.push_back(command(i, {"root"}));
        all.push_back(nameOf(i));
    }
    graph.pipeline().steps.push_back(command(steps, all));
    return graph;
}

Graph chain(int steps)
{
    Graph graph("");
    for (int i = 0; i < steps; ++i)
        graph.pipeline().steps.push_back(command(i, i > 0 ? std::vector{nameOf(i - 1)} : std::vector<std::string>{}));
    return graph;
}

Graph contended(int steps)
{
    Graph graph = fan(steps);
    for (pipeline::Step& step : graph.pipeline().steps)
        std::get<pipeline::Command>(step.body).metrics = "build/metrics.json";
    return graph;
}

void measure(const char* name, const Graph& graph)
{
    const auto begin = std::chrono::steady_clock::now();
    WorkspaceState state;
    state.slots = 2;
    std::deque<AttemptId> running;
    std::size_t events = 0;
    const auto give = [&](const Input& input) {
        Batch batch;
        (void)decide(state, input, Instant{}, batch);
        admit(state, Instant{}, batch);
        events += batch.events.size();
        for (const Effect& effect : batch.effects)
            running.push_back(std::get<Launch>(effect).attempt);
    };
    RunCreated run;
    run.run = {"g", 1};
    run.pipeline = pipeline::toJson(graph.pipeline());
    give(StartRun{run});
    const std::chrono::duration<double> started = std::chrono::steady_clock::now() - begin;
    while (!running.empty()) {
        AttemptEnded ended;
        ended.attempt = running.front();
        running.pop_front();
        give(Started{ended.attempt, 1});
        give(Ended{ended});
    }
    const std::chrono::duration<double> all = std::chrono::steady_clock::now() - begin;
    std::printf("%-10s %7zu steps  start %7.1f ms  %8zu events  %9.0f events/s  %s\n", name, graph.pipeline().steps.size(),
                started.count() * 1e3, events, static_cast<double>(events) / (all - started).count(),
                engine::name(state.run(run.run)->state));
}

} // namespace

int main(int argc, char** argv)
{
    const int steps = argc > 1 ? std::atoi(argv[1]) : 5000;
    for (const int size : {steps, steps * 4}) {
        measure("fan", fan(size));
        measure("chain", chain(size));
        measure("contended", contended(size));
    }
}
