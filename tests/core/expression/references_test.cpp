#include "tests/core/expression/samples.h"

#include <gtest/gtest.h>

namespace penstock::expression {

namespace {

// "text@offset+length" of each reference, "?" behind those inside default().
std::string listed(std::string_view text)
{
    const auto expression = parse(text);
    if (!expression)
        return expression.error().message.id;
    std::string all;
    for (const Reference& reference : references(*expression))
        all += (all.empty() ? "" : ", ") + reference.text() + '@' + std::to_string(reference.offset) + '+' +
               std::to_string(reference.length) + (reference.insideDefault ? "?" : "");
    return all;
}

} // namespace

TEST(References, AreTheWholePathsWithTheirPlaces)
{
    EXPECT_EQ(listed("params.kernel"), "params.kernel@0+13");
    EXPECT_EQ(listed("!production.exists || steps.evaluate.metrics.accuracy > production.metrics.accuracy"),
              "production.exists@1+17, steps.evaluate.metrics.accuracy@22+31, production.metrics.accuracy@56+27");
    EXPECT_EQ(listed("1 + 2"), "");
}

TEST(References, EndBeforeAComputedIndex)
{
    EXPECT_EQ(listed("params.sizes[0]"), "params.sizes[0]@0+15");
    EXPECT_EQ(listed("params.sizes[ params.row ].x"), "params.row@14+10, params.sizes@0+12");
    EXPECT_EQ(listed("steps.train.outputs['odd name']"), "steps.train.outputs['odd name']@0+31");
    EXPECT_EQ(listed("item [ 'c' ] . d"), "item.c.d@0+16");
}

TEST(References, NamesAfterADotMayContainAMinus)
{
    EXPECT_EQ(listed("steps.train-big.outputs.model-1"), "steps.train-big.outputs.model-1@0+31");
    EXPECT_EQ(listed("params.a - 1"), "params.a@0+8");
}

TEST(References, TellWhichOnesMayBeMissing)
{
    EXPECT_EQ(listed("default(steps.a.outputs.x + 1, steps.b.outputs.x)"),
              "steps.a.outputs.x@8+17?, steps.b.outputs.x@31+17");
    EXPECT_EQ(listed("default(default(params.a, params.b), params.c)"),
              "params.a@16+8?, params.b@26+8?, params.c@37+8");
}

TEST(References, NameTheLineOfAProduction)
{
    EXPECT_EQ(listed("production( 'digits v1' ).metrics.accuracy"), "production('digits v1').metrics.accuracy@0+42");
    const auto expression = parse("production('digits v1').exists && production.exists");
    EXPECT_EQ(references(*expression)[0].line, "digits v1");
    EXPECT_FALSE(references(*expression)[1].line);
    EXPECT_EQ(references(*expression)[0].nameAt(0), "exists");
    EXPECT_EQ(references(*expression)[0].nameAt(1), "");
}

TEST(References, TextReadsBackAsTheSamePath)
{
    for (const char* text : {"params['it''s']", "steps.a.outputs['x y'][3].z", "production('digits v1').exists"}) {
        const auto first = parse(text);
        ASSERT_TRUE(first) << text;
        EXPECT_EQ(references(*first).front().text(), text);
    }
}

TEST(References, StatusFunctionsAreNoticed)
{
    EXPECT_TRUE(usesStatus(*parse("failure() && params.fast")));
    EXPECT_TRUE(usesStatus(*parse("!(always())")));
    EXPECT_FALSE(usesStatus(*parse("params.success == 'success()'")));
}

} // namespace penstock::expression
