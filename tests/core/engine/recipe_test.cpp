#include "digits.h"
#include "world.h"

#include "core/engine/cache_policy.h"
#include "core/engine/recipe.h"

#include <gtest/gtest.h>

namespace penstock::engine {

namespace {

using test::Graph;
using test::World;

// A step that says where everything is and what it uses.
Graph training()
{
    Graph graph("a");
    pipeline::Command& a = graph.command("a");
    a.arguments = {"train", "${{ inputs.data }}", "${{ outputs.model }}", "--c", "${{ params.c }}"};
    a.inputs = {{"data", {"data.csv", true}}};
    a.outputs = {{"model", {}}};
    a.env = {{"THREADS", "1"}};
    return graph;
}

Json recipe(const Graph& graph, Json parameters = {{"c", 1}}, const std::string& data = "1,2")
{
    World world;
    world.start(graph, std::move(parameters));
    auto made = recipeOf(world.state(), world.run(), world.instance("a"));
    EXPECT_TRUE(made.ok()) << made.error().message.id;
    addInput(*made, "data", sha256(data));
    addCode(*made, "train.py", sha256("code"));
    return *made;
}

std::string differing(const Json& before, const Json& now)
{
    std::string said;
    for (const Json& each : differences(before, now, 20))
        said += textAt(each, "part") + ' ' + textAt(each, "name") + '\n';
    return said;
}

} // namespace

TEST(Recipe, PlacesOnDiskAndNamesOfRunsAreNoPartOfIt)
{
    const std::string text = dumpJson(recipe(training()));
    EXPECT_NE(text.find("<input data>"), std::string::npos);
    EXPECT_NE(text.find("<output model>"), std::string::npos);
    EXPECT_EQ(text.find("PENSTOCK_RUN_ID"), std::string::npos);
    EXPECT_EQ(keyOf(recipe(training())).digest, keyOf(recipe(training())).digest);
}

TEST(Recipe, EachPartMakesAnotherKeyAndIsNamed)
{
    const Json before = recipe(training());
    const auto expect = [&](const Json& now, const std::string& said) {
        EXPECT_EQ(differing(before, now), said);
        EXPECT_NE(keyOf(before).digest, keyOf(now).digest) << said;
    };
    Graph words = training(), environment = training(), outputs = training();
    words.command("a").arguments.push_back("--fast");
    environment.command("a").env[0].second = "2";
    outputs.command("a").values = {{"status", {}}};
    expect(recipe(words), "command arguments\n");
    expect(recipe(environment), "environment env.THREADS\n");
    expect(recipe(outputs), "outputs values.status\n");
    expect(recipe(training(), {{"c", 1}}, "3,4"), "inputs data\n");
    expect(recipe(training(), {{"c", 2}}), "command arguments\nparameters c\n");
    Json code = before;
    addCode(code, "lib.py", sha256(""));
    expect(code, "code lib.py\n");
}

TEST(Recipe, AParameterThatTheStepDoesNotReferToIsNoDifference)
{
    EXPECT_EQ(differing(recipe(training()), recipe(training(), {{"c", 1}, {"other", "x"}})), "");
}

TEST(Recipe, AVariableThatIsPassedIsKnownByItsDigestOnly)
{
    Json set = recipe(training()), unset = set, empty = set;
    addPassed(set, "TOKEN", "secret words");
    addPassed(unset, "TOKEN", std::nullopt);
    addPassed(empty, "TOKEN", "");
    EXPECT_EQ(dumpJson(set).find("secret"), std::string::npos);
    EXPECT_EQ(differing(set, unset), "environment pass.TOKEN\n");
    EXPECT_EQ(differing(unset, empty), "environment pass.TOKEN\n");
}

TEST(Recipe, OfASecretOnlyTheNameCounts)
{
    Graph one = training(), other = training();
    one.command("a").secrets = {{"TOKEN", "mine"}};
    other.command("a").secrets = {{"TOKEN", "yours"}};
    EXPECT_EQ(differing(recipe(training()), recipe(one)), "environment secret.TOKEN\n");
    EXPECT_EQ(differing(recipe(one), recipe(other)), "environment secret.TOKEN\n");
}

TEST(Recipe, WhatWasKeptIsReadBackAndDamageIsSeen)
{
    const Json made = recipe(training());
    const RecipeKey key = keyOf(made);
    EXPECT_EQ(*recipeFrom(key.document, key.code), made);
    EXPECT_EQ(recipeFrom(key.document, "{}").error().code, ErrorCode::corrupt);
    EXPECT_EQ(recipeFrom("[", key.code).error().code, ErrorCode::corrupt);
}

TEST(Recipe, WithoutTheOldOneThePartsStillSayWhereItDiffers)
{
    const Json before = partDigests(recipe(training())), now = partDigests(recipe(training(), {{"c", 1}}, "3,4"));
    EXPECT_EQ(differentParts(before, now), Json::parse(R"([{"part": "inputs"}])"));
}

TEST(CachePolicy, AutomaticMeansDeclaredAndOutsideOfLoops)
{
    const auto policyOf = [](const Graph& graph) {
        World world;
        world.start(graph, {{"c", 1}});
        return cachePolicy(world.run(), world.instance("a"));
    };
    Graph graph = training();
    EXPECT_TRUE(policyOf(graph).takes);
    graph.command("a").outputs.clear();
    graph.command("a").arguments = {"x"};
    EXPECT_EQ(policyOf(graph).why.id, "engine.cache_undeclared");
    graph.command("a").metrics = "m.json";
    EXPECT_TRUE(policyOf(graph).takes);
    graph.command("a").cache = pipeline::CacheMode::off;
    EXPECT_EQ(policyOf(graph).why.id, "engine.cache_off");
    graph.command("a").metrics.clear();
    graph.command("a").cache = pipeline::CacheMode::on;
    EXPECT_TRUE(policyOf(graph).takes);
}

} // namespace penstock::engine
