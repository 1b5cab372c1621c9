#include "digits.h"
#include "graph.h"

#include "core/engine/plan.h"

#include <gtest/gtest.h>

namespace penstock::engine {

namespace {

using test::Graph;

std::vector<std::string> names(const Plan& plan, const std::vector<std::size_t>& steps)
{
    std::vector<std::string> names;
    for (const std::size_t step : steps)
        names.push_back(plan.step(step).name);
    return names;
}

std::string refusal(const Graph& graph)
{
    const auto plan = Plan::make(graph.pipeline());
    return plan ? "made" : plan.error().message.id;
}

using Names = std::vector<std::string>;

TEST(Plan, NeedsAreDeclaredOnesAndThoseThatAreReferredTo)
{
    const auto plan = Plan::make(test::digits());
    ASSERT_TRUE(plan.ok());
    const auto needs = [&](const char* step) { return names(*plan, plan->steps()[*plan->find(step)].needs); };
    EXPECT_EQ(needs("train"), Names{"prepare"});
    EXPECT_EQ(needs("evaluate"), (Names{"prepare", "train"}));
    EXPECT_EQ(needs("record"), (Names{"train", "evaluate"}));
    EXPECT_EQ(needs("better"), (Names{"evaluate", "record"}));
    EXPECT_EQ(needs("ask"), Names{"record"});
    EXPECT_EQ(needs("ship"), (Names{"record", "ask"}));
    EXPECT_EQ(names(*plan, plan->steps()[*plan->find("ask")].routedBy), Names{"better"});
    EXPECT_EQ(plan->lines(), Names{"digits v1"});
}

TEST(Plan, KnowsWhatAnApprovalShowsAndWhatAPromotionRestsOn)
{
    const auto plan = Plan::make(test::digits());
    EXPECT_EQ(plan->steps()[*plan->find("ask")].candidate, plan->find("record"));
    EXPECT_EQ(plan->steps()[*plan->find("ship")].approval, plan->find("ask"));
    EXPECT_EQ(plan->steps()[*plan->find("train")].candidate, std::nullopt);
}

TEST(Plan, TheVersionThatTheQuestionNamesIsItsCandidate)
{
    Graph graph("a, one, two, one two -> ask");
    graph.command("a").outputs = {{"m", {"m", ""}}};
    const pipeline::Register record{"m", 1, "${{ steps.a.outputs.m }}", ""};
    graph["one"].body = record;
    graph["two"].body = record;
    graph["two"].needs = {"one"};
    graph["ask"].body = pipeline::Approve{"${{ steps.one.version }}?", "", {}, {}, ""};
    graph["ask"].needs = {};
    graph["pick"].needs = {"two"};
    graph.choose("pick", {{"", "ask", {}}});
    const auto plan = Plan::make(graph.pipeline());
    ASSERT_TRUE(plan.ok());
    EXPECT_EQ(plan->steps()[*plan->find("ask")].candidate, plan->find("one"));
}

TEST(Plan, ReferencesInDefaultsCountForEveryCommand)
{
    Graph graph("a, b");
    graph.pipeline().defaults.env = {{"X", "${{ params.x }}"}};
    graph["c"].body = pipeline::End{true};
    EXPECT_TRUE(Plan::make(graph.pipeline()).ok());
    graph.pipeline().defaults.env = {{"X", "${{ steps.c.state }}"}};
    const auto plan = Plan::make(graph.pipeline());
    EXPECT_EQ(names(*plan, plan->steps()[0].needs), Names{"c"});
    EXPECT_EQ(names(*plan, plan->steps()[1].needs), Names{"c"});
}

TEST(Plan, ClaimsAreNormalisedAndEqualClaimsShareALane)
{
    Graph graph("a, b, c");
    graph.command("a").outputs = {{"x", {"./build//x", ""}}, {"y", {"", ""}}};
    graph.command("a").metrics = "build/m.json";
    graph.command("b").outputs = {{"x", {"build/x", ""}}};
    graph.command("b").metrics = "build/sub/../m.json";
    const auto plan = Plan::make(graph.pipeline());
    EXPECT_EQ(plan->steps()[0].claims, (Names{"build/m.json", "build/x"}));
    EXPECT_EQ(plan->steps()[0].lane, plan->steps()[1].lane);
    EXPECT_NE(plan->steps()[0].lane, plan->steps()[2].lane);
}

TEST(Plan, PathsAreNormalisedInsideTheWorkspaceOnly)
{
    EXPECT_EQ(normalisedPath("./a//b/../c"), "a/c");
    EXPECT_EQ(normalisedPath("a/"), "a");
    EXPECT_EQ(normalisedPath("a/.."), "");
    EXPECT_EQ(normalisedPath("../a"), "");
    EXPECT_EQ(normalisedPath("a/../../a"), "");
    EXPECT_EQ(normalisedPath("/etc"), "");
    EXPECT_EQ(normalisedPath(""), "");
    EXPECT_EQ(normalisedPath("..."), "...");
}

TEST(Plan, OrderPutsEveryStepAfterWhatItWaitsFor)
{
    const auto plan = Plan::make(Graph("d -> c, c -> b, b -> a").pipeline());
    EXPECT_EQ(names(*plan, plan->order()), (Names{"d", "c", "b", "a"}));
}

TEST(Plan, RefusesWhatCannotRun)
{
    EXPECT_EQ(refusal(Graph("a -> b, b -> a")), "engine.cycle");
    EXPECT_EQ(refusal(Graph("a -> a")), "engine.cycle");
    Graph unknown("a");
    unknown["a"].needs = {"nobody"};
    EXPECT_EQ(refusal(unknown), "engine.unknown_step");
    Graph back("a -> b, b -> pick");
    back.choose("pick", {{"true", "a", {}}, {"", "b", {}}});
    EXPECT_EQ(refusal(back), "engine.cycle");
    Graph outside("a");
    outside.command("a").metrics = "../m.json";
    EXPECT_EQ(refusal(outside), "engine.path_outside");
    Graph twice("a");
    twice.pipeline().steps.push_back(twice.pipeline().steps.front());
    EXPECT_EQ(refusal(twice), "engine.duplicate_step");
    Graph broken("a");
    broken["a"].condition = "1 +";
    EXPECT_EQ(refusal(broken).substr(0, 11), "expression.");
}

TEST(Plan, AnEdgeWithABoundHasToLeadBack)
{
    Graph forward("a -> b");
    forward["a"].onFailure = pipeline::OnFailure{"b", 3};
    EXPECT_EQ(refusal(forward), "engine.bound_leads_forward");
    Graph aside("a, b");
    aside["b"].onFailure = pipeline::OnFailure{"a", 3};
    EXPECT_EQ(refusal(aside), "engine.bound_leads_forward");
    aside["b"].enabled = false;
    EXPECT_EQ(refusal(aside), "made");
}

TEST(Plan, AWayBackKnowsWhatComesAfterItsTargetAndWhatLiesInsideTheLoop)
{
    Graph graph("a -> b, b -> c, a -> aside, c -> d");
    graph["c"].onFailure = pipeline::OnFailure{"a", 3};
    graph["b"].onFailure = pipeline::OnFailure{"b", 2};
    const auto plan = Plan::make(graph.pipeline());
    ASSERT_TRUE(plan.ok());
    const auto names = [&](const std::vector<std::size_t>& steps) {
        std::string text;
        for (const std::size_t each : steps)
            text += plan->step(each).name + ' ';
        return text;
    };
    const auto way = [&](const char* step) { return plan->waysBack()[plan->steps()[*plan->find(step)].waysBack[0]]; };
    EXPECT_EQ(names(way("c").region), "a b c aside d ");
    EXPECT_EQ(names(way("c").body), "a b c ");
    EXPECT_EQ(way("c").resets.size(), 1u) << "the inner loop counts anew";
    EXPECT_TRUE(way("b").resets.empty());
    EXPECT_FALSE(plan->steps()[*plan->find("aside")].inLoop);
}

TEST(Plan, SubPipelinesAreFoundInTheLibraryAndDoNotOpenThemselves)
{
    Graph outer("a");
    outer["a"].body = pipeline::SubPipeline{"./pipelines/inner.pipeline.yaml", {}};
    EXPECT_EQ(refusal(outer), "engine.pipeline_missing");
    Graph inner("x");
    EXPECT_TRUE(Plan::make(outer.pipeline(), {{"pipelines/inner.pipeline.yaml", inner.pipeline()}}).ok());
    const auto circle = Plan::make(outer.pipeline(), {{"pipelines/inner.pipeline.yaml", outer.pipeline()}});
    ASSERT_FALSE(circle.ok());
    EXPECT_EQ(circle.error().message.id, "engine.pipeline_opens_itself");
}

TEST(Plan, ADeepChainCostsNoStack)
{
    Graph graph("");
    for (int i = 0; i < 20'000; ++i) {
        pipeline::Step step;
        step.name = "s" + std::to_string(i);
        step.body = pipeline::End{true};
        if (i > 0)
            step.needs = {"s" + std::to_string(i - 1)};
        graph.pipeline().steps.push_back(std::move(step));
    }
    EXPECT_EQ(Plan::make(graph.pipeline())->order().size(), 20'000u);
}

} // namespace

} // namespace penstock::engine
