#include "tests/core/expression/samples.h"

#include "core/expression/template_text.h"

#include <gtest/gtest.h>

#include <limits>

namespace penstock::expression {

namespace {

std::string rendered(std::string_view text)
{
    const auto parsed = Template::parse(text);
    if (!parsed)
        return "error: " + parsed.error().message.id + '@' + std::to_string(offsetOf(parsed.error()).value_or(9999));
    const auto value = parsed->render(sampleScope());
    return value ? dumpJson(*value)
                 : "error: " + value.error().message.id + '@' + std::to_string(offsetOf(value.error()).value_or(9999));
}

} // namespace

TEST(Template, OneExpressionAloneKeepsItsType)
{
    EXPECT_EQ(rendered("${{ params.c }}"), "1.5");
    EXPECT_EQ(rendered("${{ params.sizes }}"), "[8,16,32]");
    EXPECT_EQ(rendered("${{params.fast}}"), "false");
    EXPECT_EQ(rendered(" ${{ params.c }}"), "\" 1.5\"");
}

TEST(Template, ValuesInTextAreWrittenOut)
{
    EXPECT_EQ(rendered("--c=${{ params.c }} ${{ params.kernel }}!"), "\"--c=1.5 rbf!\"");
    EXPECT_EQ(rendered("${{ 1.0 }}/${{ 10 }}/${{ true }}/${{ null }}/${{ [1, 'a'] }}"),
              R"("1.0/10/true/null/[1,\"a\"]")");
    EXPECT_EQ(rendered("plain"), "\"plain\"");
    EXPECT_EQ(rendered(""), "\"\"");
}

TEST(Template, NumbersAreTheShortestTextThatReadsBack)
{
    EXPECT_EQ(toText(Value(0.1)), "0.1");
    EXPECT_EQ(toText(Value(1.0 / 3.0)), "0.3333333333333333");
    EXPECT_EQ(toText(Value(1e300)), "1e+300");
    EXPECT_EQ(toText(Value(std::numeric_limits<double>::quiet_NaN())), "nan");
    EXPECT_EQ(toText(Value(-std::numeric_limits<double>::infinity())), "-inf");
}

TEST(Template, ADollarInFrontTakesTheMarksMeaningAway)
{
    EXPECT_EQ(rendered("$${{ params.c }}"), "\"${{ params.c }}\"");
    EXPECT_EQ(rendered("a$${{b ${{ 1 }}"), "\"a${{b 1\"");
    EXPECT_EQ(rendered("${{ '$' }}${{ 1 }}"), "\"$1\"");
    EXPECT_EQ(rendered("cost: $5 $$ ${X}"), "\"cost: $5 $$ ${X}\"");
}

TEST(Template, ClosingMarksInsideAStringDoNotEndTheExpression)
{
    EXPECT_EQ(rendered("a${{ '}}' }}b"), "\"a}}b\"");
    EXPECT_EQ(rendered("a${{ \"\\\"}}\" }}b"), R"("a\"}}b")");
    EXPECT_EQ(rendered("${{ it's }} x"), "error: expression.unknown_root@4");
}

TEST(Template, MistakesAreFoundAtTheirPlaceInTheWholeText)
{
    EXPECT_EQ(rendered("abc ${{ 1 + }}"), "error: expression.expected_value_at_end@12");
    EXPECT_EQ(rendered("abc ${{ 1 "), "error: expression.unclosed@4");
    EXPECT_EQ(rendered("abc ${{ }}"), "error: expression.empty@7");
    EXPECT_EQ(rendered("abc ${{ 1 / 0 }}"), "error: expression.division_by_zero@10");
    EXPECT_EQ(rendered("${{ params.nothing }}"), "error: expression.unknown_name@4");
}

TEST(Template, PiecesCoverTheWholeTextInOrder)
{
    const std::string text = "a $${{ b ${{ params.c }}${{ 1 }} end";
    const auto parsed = Template::parse(text);
    ASSERT_TRUE(parsed);
    std::size_t at = 0;
    for (const Template::Piece& piece : parsed->pieces()) {
        EXPECT_EQ(piece.offset, at);
        at += piece.length;
    }
    EXPECT_EQ(at, text.size());
    EXPECT_EQ(parsed->pieces().size(), 4u);
}

TEST(Template, ReferencesPointIntoTheText)
{
    const std::string text = "x ${{ params.c }} y ${{ 1 + steps.train.outputs.model }}";
    const auto all = Template::parse(text)->references();
    ASSERT_EQ(all.size(), 2u);
    EXPECT_EQ(text.substr(all[0].offset, all[0].length), "params.c");
    EXPECT_EQ(text.substr(all[1].offset, all[1].length), "steps.train.outputs.model");
}

} // namespace penstock::expression
