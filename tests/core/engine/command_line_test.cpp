#include "digits.h"
#include "world.h"

#include "core/engine/command_line.h"

#include <gtest/gtest.h>

namespace penstock::engine {

namespace {

using test::Graph;
using test::World;
using Words = std::vector<std::string>;

class CommandLines : public testing::Test {
protected:
    Result<CommandLine> lineOf(const Graph& graph, Json parameters = Json::object())
    {
        world.start(graph, std::move(parameters));
        return commandLine(world.state(), world.run(), world.instance("a"), 1, places);
    }

    std::string errorOf(const Graph& graph)
    {
        const auto line = lineOf(graph);
        return line ? "" : line.error().message.id;
    }

    Places places{{{"my-data", "/store/da7a"}}, {{"model", "/w/build/model"}}, "/r/params.json", "/r/values", "/r/m.jsonl"};
    World world;
};

TEST_F(CommandLines, ArgumentsAreWordsNeverShellText)
{
    Graph graph("a");
    graph.command("a").arguments = {"train", "--name=${{ params.name }}", "${{ inputs.my-data }}", "${{ outputs.model }}"};
    const auto line = lineOf(graph, {{"name", "x; rm -rf $HOME"}});
    ASSERT_TRUE(line.ok()) << line.error().message.id;
    EXPECT_EQ(line->arguments, (Words{"train", "--name=x; rm -rf $HOME", "/store/da7a", "/w/build/model"}));
}

TEST_F(CommandLines, AScriptGetsItsValuesThroughTheEnvironment)
{
    Graph graph("a");
    graph.command("a").arguments.clear();
    graph.command("a").script = "echo \"${{ params.name }}\" > ${{ outputs.model }}";
    const auto line = lineOf(graph, {{"name", "$(date)"}});
    ASSERT_TRUE(line.ok());
    EXPECT_EQ(line->arguments, (Words{"bash", "-euo", "pipefail", "-c", line->arguments.back()}));
    EXPECT_EQ(line->arguments.back().find("date"), std::string::npos);
    EXPECT_NE(line->arguments.back().find("PENSTOCK_X1"), std::string::npos);
    EXPECT_EQ(line->variables.at("PENSTOCK_X1"), "$(date)");
    EXPECT_EQ(line->variables.at("PENSTOCK_X2"), "/w/build/model");
}

TEST_F(CommandLines, TheStepFindsWhereItIsAndWhatItMayUse)
{
    Graph graph("a");
    graph.pipeline().defaults.env = {{"ONE", "1"}, {"TWO", "2"}};
    graph.command("a").env = {{"TWO", "${{ params.two }}"}, {"PENSTOCK_STEP", "liar"}};
    const auto line = lineOf(graph, {{"two", 22}});
    ASSERT_TRUE(line.ok());
    const std::map<std::string, std::string> expected{
        {"ONE", "1"},
        {"TWO", "22"},
        {"PENSTOCK_RUN_ID", "g-1"},
        {"PENSTOCK_STEP", "a"},
        {"PENSTOCK_ATTEMPT", "1"},
        {"PENSTOCK_PARAMS", "/r/params.json"},
        {"PENSTOCK_OUTPUTS", "/r/values"},
        {"PENSTOCK_METRICS", "/r/m.jsonl"},
        {"PENSTOCK_INPUT_MY_DATA", "/store/da7a"},
        {"PENSTOCK_OUTPUT_MODEL", "/w/build/model"},
    };
    EXPECT_EQ(line->variables, expected);
}

TEST_F(CommandLines, OnlyParametersThatAreReferredToAreGiven)
{
    Graph graph("a");
    graph.pipeline().parameters.resize(3);
    graph.pipeline().parameters[0].name = "x";
    graph.pipeline().parameters[1].name = "y";
    graph.pipeline().parameters[2].name = "z";
    graph.command("a").arguments = {"${{ params.x }}"};
    graph["a"].condition = "params.y > 0";
    const Json values{{"x", 1}, {"y", 2}, {"z", 3}};
    EXPECT_EQ(lineOf(graph, values)->parameters, (Json{{"x", 1}, {"y", 2}}));
    graph.command("a").arguments = {"${{ json(params) }}"};
    EXPECT_EQ(lineOf(graph, values)->parameters, values);
}

TEST_F(CommandLines, PythonIsTheInterpreterThatWasNamed)
{
    Graph graph("a");
    graph.pipeline().defaults.python = ".venv/bin/python";
    graph.command("a").arguments = {"python3", "train.py"};
    EXPECT_EQ(lineOf(graph)->arguments.front(), ".venv/bin/python");
    graph.command("a").python = "/opt/conda/bin/python";
    EXPECT_EQ(lineOf(graph)->arguments.front(), "/opt/conda/bin/python");
    graph.command("a").arguments = {"python3.11", "train.py"};
    EXPECT_EQ(lineOf(graph)->arguments.front(), "python3.11");
}

TEST_F(CommandLines, AnUnknownNameIsAnErrorWithTheNearestOne)
{
    Graph graph("a");
    graph.command("a").arguments = {"${{ params.kernal }}"};
    world.start(graph, {{"kernel", "rbf"}});
    const auto line = commandLine(world.state(), world.run(), world.instance("a"), 1, places);
    EXPECT_EQ(line.error().message.id, "expression.unknown_name_near");
    graph.command("a").arguments = {"${{ item.x }}"};
    EXPECT_EQ(errorOf(graph), "engine.no_item");
    graph.command("a").arguments = {"${{ previous.a.outputs.x }}"};
    EXPECT_EQ(errorOf(graph), "engine.no_previous");
    graph.command("a").arguments = {"${{ production.version }}"};
    EXPECT_EQ(errorOf(graph), "engine.production_of_no_line");
    graph.command("a").arguments = {"${{ production('m v1').version }}"};
    EXPECT_EQ(errorOf(graph), "engine.no_production");
}

TEST_F(CommandLines, TheRunAndStepsCanBeReferredTo)
{
    Graph graph("z, a");
    graph.command("a").arguments = {"${{ run.id }}", "${{ run.number + 1 }}", "${{ steps.z.state }}", "${{ steps.z.outputs.n }}",
                                    "${{ steps.z.values.n }}", "${{ steps.z.metrics.acc }}"};
    world.start(graph);
    world.succeed("z", {{"n", 5}}, {{"acc", 0.5}});
    const auto line = commandLine(world.state(), world.run(), world.instance("a"), 1, places);
    ASSERT_TRUE(line.ok()) << line.error().message.id;
    EXPECT_EQ(line->arguments, (Words{"g-1", "2", "succeeded", "5", "5", "0.5"}));
}

TEST(InputSources, ComeFromStepsAndFromTheWorkspace)
{
    Graph graph("");
    graph.pipeline() = test::digits();
    graph.command("evaluate").inputs.push_back({"raw", {"./data//raw", true}});
    World world;
    world.start(graph, {{"kernel", "rbf"}, {"c", 1.0}});
    world.succeed("prepare");
    world.succeed("train");
    const auto sources = inputSources(world.state(), world.run(), world.instance("evaluate"));
    ASSERT_TRUE(sources.ok());
    ASSERT_EQ(sources->size(), 3u);
    EXPECT_EQ((*sources)[0].name, "model");
    EXPECT_EQ((*sources)[0].artifact, test::artifact("train/model"));
    EXPECT_EQ((*sources)[0].restorePath, "build/model");
    EXPECT_EQ((*sources)[1].restorePath, "data/test.csv");
    EXPECT_EQ((*sources)[2].file, "data/raw");
    EXPECT_EQ((*sources)[2].artifact, std::nullopt);
}

TEST(InputSources, MayBeChosenAmongBranches)
{
    Graph graph("pick, x, y, use");
    graph.choose("pick", {{"false", "x", {}}, {"", "y", {}}});
    for (const char* step : {"x", "y"})
        graph.command(step).outputs = {{"m", {"", ""}}};
    graph.command("use").inputs = {{"m", {"${{ default(steps.x.outputs.m, default(steps.y.outputs.m, null)) }}", false}}};
    World world;
    world.start(graph);
    world.succeed("y");
    const auto sources = inputSources(world.state(), world.run(), world.instance("use"));
    ASSERT_TRUE(sources.ok()) << sources.error().message.id;
    EXPECT_EQ(sources->front().artifact, test::artifact("y/m"));
    EXPECT_EQ(sources->front().restorePath, "");
}

TEST(InputSources, WhatIsNoOutputIsRefused)
{
    Graph graph("a");
    graph.command("a").inputs = {{"x", {"${{ 1 + 1 }}", false}}};
    World world;
    world.start(graph);
    EXPECT_EQ(inputSources(world.state(), world.run(), world.instance("a")).error().message.id,
              "engine.input_is_no_output");
    graph.command("a").inputs = {{"x", {"../secret", true}}};
    world.start(graph);
    EXPECT_EQ(inputSources(world.state(), world.run(), world.instance("a")).error().message.id, "engine.input_outside");
}

} // namespace

} // namespace penstock::engine
