#include "core/format/pipeline_reader.h"
#include "core/format/pipeline_writer.h"
#include "core/format/yaml_patch.h"
#include "core/pipeline/document_json.h"
#include "tests/core/format/yaml_oracle.h"

#include <gtest/gtest.h>

#include <random>

namespace penstock::format {

namespace {

using namespace pipeline;

// A document with every member, filled at random.
class Documents {
public:
    explicit Documents(unsigned seed)
        : m_random(seed)
    {}

    Pipeline document()
    {
        Pipeline pipeline;
        pipeline.name = "p";
        pipeline.title = maybe() ? text() : "";
        pipeline.about = maybe() ? text() : "";
        for (int i = below(4); i > 0; --i)
            pipeline.parameters.push_back(parameter("p" + std::to_string(i)));
        for (int i = below(3); i > 0; --i)
            pipeline.triggers.push_back({"e" + std::to_string(i), maybe() ? text() : "", {{"p1", text()}, {"p2", 2.5}}});
        pipeline.outputs = texts();
        pipeline.defaults.env = texts();
        if (maybe())
            pipeline.defaults.retry = retry();
        if (maybe())
            pipeline.defaults.timeout = duration();
        for (int i = below(12); i > 0; --i)
            pipeline.steps.push_back(step("s" + std::to_string(i)));
        if (maybe())
            pipeline.notes = {{"here", {{"text", text()}, {"at", {1, 2.5}}}}};
        return pipeline;
    }

private:
    int below(int limit) { return static_cast<int>(m_random() % static_cast<unsigned>(limit)); }
    bool maybe() { return below(2) == 0; }

    std::string text()
    {
        static const std::vector<std::string> all{"plain", "yes", "1.10", "a: b", "two\nlines\n", "two\nlines", "${{ params.c ? 'a' : 'b' }}",
                                                  " x ", "#", "- x", "it's \"quoted\"", "\xE4\xBD\xA0\xE5\xA5\xBD", "7d", "null", "~",
                                                  "set -e\n\n  echo 'x' # c\n\techo\n", "\n", "a\\b"};
        return all[static_cast<std::size_t>(below(static_cast<int>(all.size())))];
    }

    std::vector<std::string> list()
    {
        std::vector<std::string> all;
        for (int i = below(3); i > 0; --i)
            all.push_back(text());
        return all;
    }

    Named<std::string> texts()
    {
        Named<std::string> all;
        for (int i = below(3); i > 0; --i)
            all.emplace_back("K" + std::to_string(i), text());
        return all;
    }

    Duration duration() { return Duration(below(2) ? below(100'000) : below(100) * 3'600'000); }

    Retry retry()
    {
        Retry retry;
        retry.attempts = 1 + below(4);
        retry.delay = duration();
        retry.backoff = 1 + below(4) / 2.0;
        retry.jitter = below(3) / 10.0;
        if (maybe())
            retry.maximumDelay = duration();
        if (maybe())
            retry.within = duration();
        retry.on = maybe() ? std::vector<std::string>{"timeout", "exit 75"} : std::vector<std::string>{};
        return retry;
    }

    Parameter parameter(std::string name)
    {
        Parameter parameter;
        parameter.name = std::move(name);
        parameter.type = static_cast<ParameterType>(below(4));
        parameter.about = maybe() ? text() : "";
        const std::vector<Json> values{nullptr, 1, 0.001, true, "rbf", "yes", 1e-7, -3.0};
        parameter.standard = values[static_cast<std::size_t>(below(8))];
        if (maybe())
            parameter.choices = {1, "two", 3.5};
        if (maybe())
            parameter.minimum = below(10) / 4.0;
        if (maybe())
            parameter.maximum = 1e20;
        return parameter;
    }

    Command command()
    {
        Command command;
        if (maybe())
            command.script = text();
        else
            command.arguments = {"python3", text(), text()};
        if (maybe())
            command.inputs = {{"a", {text(), false}}, {"b", {"data/raw", true}}};
        if (maybe())
            command.outputs = {{"a", {"x/y", ""}}, {"b", {"x", "model"}}, {"c", {"", "data"}}, {"d", {"", ""}}};
        if (maybe())
            command.values = {{"v", {{"a", 1, true}}}, {"w", {}}};
        command.metrics = maybe() ? "m.json" : "";
        command.reports = list();
        if (maybe())
            command.code = list();
        command.cache = static_cast<CacheMode>(below(3));
        command.env = texts();
        command.pass = list();
        command.python = maybe() ? ".venv/bin/python" : "";
        command.folder = maybe() ? "sub" : "";
        if (maybe())
            command.retry = retry();
        if (maybe())
            command.timeout = duration();
        if (maybe())
            command.grace = duration();
        command.resources = {below(3) / 2.0 + 0.5, std::uint64_t(below(3)) << (10 * below(4)), below(2)};
        command.priority = below(3) - 1;
        command.pool = maybe() ? "gpu" : "";
        command.executor = maybe() ? "local" : "";
        if (maybe())
            command.environment = {{"requirements.txt", maybe() ? "python3.11" : ""}, texts(), list()};
        command.secrets = maybe() ? Named<std::string>{{"TOKEN", maybe() ? "TOKEN" : "token"}} : Named<std::string>{};
        return command;
    }

    Body body()
    {
        switch (below(9)) {
        case 0: return Choose{{{text(), "s1", {}}, {text(), "s2", 3}, {"", "s3", {}}}};
        case 1: return Wait{maybe() ? Json("10s") : Json{{"until", "x"}}};
        case 2: return Approve{text(), maybe() ? "digits" : "", list(), maybe() ? std::optional(duration()) : std::nullopt, maybe() ? "s1" : ""};
        case 3: return Register{"digits", below(3), text(), maybe() ? text() : ""};
        case 4: return Promote{text(), "production"};
        case 5: return SubPipeline{"x.pipeline.yaml", maybe() ? Named<Json>{{"a", 1}, {"b", "yes"}} : Named<Json>{}};
        case 6: return Placeholder{};
        case 7: return End{maybe()};
        default: return command();
        }
    }

    Step step(std::string name)
    {
        Step step;
        step.name = std::move(name);
        step.title = maybe() ? text() : "";
        step.about = maybe() ? text() : "";
        step.enabled = maybe();
        if (maybe())
            step.needs = {"s1", "s2"};
        step.condition = maybe() ? "params.c > 1 ? true : false" : "";
        step.join = maybe() ? Join::any : Join::all;
        step.advisory = maybe();
        if (maybe())
            step.onFailure = OnFailure{"s1", maybe() ? std::optional(2) : std::nullopt};
        step.body = body();
        const Kind kind = step.kind();
        if (maybe() && (kind == Kind::command || kind == Kind::pipeline))
            step.map = {{"over", {{"c", {0.1, 1}}}}, {"parallel", 2}};
        return step;
    }

    std::mt19937 m_random;
};

std::string problems(const Issues& issues)
{
    std::string text;
    for (const Issue& issue : issues) {
        if (issue.severity == Severity::error)
            text += issue.path + ' ' + issue.what.id + '\n';
    }
    return text;
}

} // namespace

TEST(PipelineWriter, WritesTheStyleOfTheDocumentation)
{
    const std::string text = "penstock: 1\n"
                             "name: digits\n"
                             "about: Train; put into production.\n"
                             "parameters:\n"
                             "  kernel: {type: string, default: rbf, choices: [rbf, poly, linear]}\n"
                             "  c: {type: number, default: 1.0, minimum: 0.001}\n"
                             "defaults:\n"
                             "  env: {PYTHONUNBUFFERED: \"1\"}\n"
                             "steps:\n"
                             "  train:\n"
                             "    needs: [prepare]\n"
                             "    run: [python3, train.py, --c, \"${{ params.c }}\"]\n"
                             "    outputs: {model: {path: build/model, kind: model}, log: build/log}\n"
                             "    retry: {attempts: 3, delay: 10s, backoff: 2, jitter: 0.1, on: [timeout, exit 75]}\n"
                             "    timeout: 2h\n"
                             "    resources: {cpu: 2, memory: 1GiB}\n"
                             "  report:\n"
                             "    run: |\n"
                             "      set -e\n"
                             "      ./report.sh\n"
                             "  better:\n"
                             "    choose:\n"
                             "      - {if: \"!production.exists\", then: train}\n"
                             "      - {else: stop}\n"
                             "  stop:\n"
                             "    end: succeeded\n";
    const auto read = readPipeline(text);
    EXPECT_EQ(problems(read.issues), "");
    EXPECT_EQ(writePipeline(read.pipeline), text);
}

TEST(PipelineWriter, WhatIsWrittenReadsBackAsTheSameDocument)
{
    Documents documents(3);
    for (int i = 0; i < 500; ++i) {
        const Pipeline pipeline = documents.document();
        const std::string text = writePipeline(pipeline);
        const auto read = readPipeline(text);
        ASSERT_EQ(problems(read.issues), "") << text;
        ASSERT_EQ(dumpJson(toJson(read.pipeline)), dumpJson(toJson(pipeline))) << text;
        ASSERT_EQ(oracleValue(text), yamlOf(pipeline)) << text;
    }
}

TEST(PipelineWriter, AStepIsAddedToAFileInTheSameStyle)
{
    const std::string text = "penstock: 1\nname: p\nsteps: {}   # none yet\n";
    Step step;
    step.name = "stop";
    step.body = End{false};
    YamlPatch patch(*readYaml(text), pipelineLayout());
    ASSERT_TRUE(patch.set({"steps", "stop"}, yamlOf(step)));
    step.body = Command{};
    std::get<Command>(step.body).arguments = {"python3", "train.py"};
    ASSERT_TRUE(patch.set({"steps", "train"}, yamlOf(step)));
    EXPECT_EQ(patch.finish()->source, "penstock: 1\nname: p\nsteps:   # none yet\n  stop:\n    end: failed\n  train:\n    run: [python3, train.py]\n");
}

TEST(PipelineWriter, SizesAreWrittenInTheLargestUnitThatFits)
{
    EXPECT_EQ(formatSize(1u << 30), "1GiB");
    EXPECT_EQ(formatSize(1536u << 20), "1536MiB");
    EXPECT_EQ(formatSize(1500), "1500");
    EXPECT_EQ(formatSize(0), "0");
    EXPECT_EQ(formatSize(std::uint64_t(4096) << 40), "4096TiB");
}

} // namespace penstock::format
