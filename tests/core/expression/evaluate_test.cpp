#include "tests/core/expression/samples.h"

#include <gtest/gtest.h>

#include <cmath>

namespace penstock::expression {

TEST(Evaluate, LiteralsAreTheirValues)
{
    EXPECT_EQ(outcome("42"), "42");
    EXPECT_EQ(outcome("1e3"), "1000.0");
    EXPECT_EQ(outcome("0.1"), "0.1");
    EXPECT_EQ(outcome("'it''s \\n'"), R"("it's \\n")");
    EXPECT_EQ(outcome(R"("a\tb\u00e9\"")"), "\"a\\tb\xC3\xA9\\\"\"");
    EXPECT_EQ(outcome("\"two\nlines\""), R"("two\nlines")");
    EXPECT_EQ(outcome("[1, 'a', [], null, true]"), R"([1,"a",[],null,true])");
}

TEST(Evaluate, PrecedenceIsThatOfC)
{
    EXPECT_EQ(outcome("1 + 2 * 3"), "7");
    EXPECT_EQ(outcome("(1 + 2) * 3"), "9");
    EXPECT_EQ(outcome("10 - 4 - 3"), "3");
    EXPECT_EQ(outcome("100 / 5 / 2"), "10");
    EXPECT_EQ(outcome("-2 + 3"), "1");
    EXPECT_EQ(outcome("!true || true"), "true");
    EXPECT_EQ(outcome("true || true && false"), "true");
    EXPECT_EQ(outcome("1 < 2 == true"), "true");
    EXPECT_EQ(outcome("1 + 1 < 3 && 2 != 3"), "true");
    EXPECT_EQ(outcome("false ? 1 : true ? 2 : 3"), "2");
    EXPECT_EQ(outcome("1 in [1] && true"), "true");
}

TEST(Evaluate, PathsReadTheScope)
{
    EXPECT_EQ(outcome("params.kernel"), "\"rbf\"");
    EXPECT_EQ(outcome("params.sizes[1]"), "16");
    EXPECT_EQ(outcome("params.sizes[params.row + 1]"), "32");
    EXPECT_EQ(outcome("params['a-1']"), "7");
    EXPECT_EQ(outcome("params.a-1"), "7");
    EXPECT_EQ(outcome("params[\"ker\" + 'nel']"), "\"rbf\"");
    EXPECT_EQ(outcome("production('digits v1').exists"), "false");
    EXPECT_EQ(outcome("previous.look.outputs.count + 1"), "4");
    EXPECT_EQ(outcome("!production.exists || steps.evaluate.metrics.accuracy > production.metrics.accuracy"), "true");
}

TEST(Evaluate, AMissingMemberNamesTheNearestOneAndItsPlace)
{
    const auto value = evaluate(*parse("1 + steps.evaluate.metrics.acuracy"), sampleScope());
    ASSERT_FALSE(value);
    EXPECT_EQ(value.error().code, ErrorCode::notFound);
    EXPECT_EQ(value.error().message.id, "expression.unknown_name_near");
    EXPECT_EQ(argument(value.error(), "nearest"), "accuracy");
    EXPECT_EQ(argument(value.error(), "path"), "steps.evaluate.metrics");
    EXPECT_EQ(offsetOf(value.error()), 4u);
}

TEST(Evaluate, MembersOfWhatHasNoneAreMistakesAndNotMissing)
{
    EXPECT_EQ(outcome("params.kernel.size"), "error: expression.no_members");
    EXPECT_EQ(outcome("params[0]"), "error: expression.no_elements");
    EXPECT_EQ(outcome("params.sizes[3]"), "error: expression.index_range");
    EXPECT_EQ(outcome("params.sizes[-1]"), "error: expression.index_range");
    EXPECT_EQ(outcome("params.sizes[0.5]"), "error: expression.index_type");
    EXPECT_EQ(outcome("default(params.kernel.size, 1)"), "error: expression.no_members");
}

TEST(Evaluate, DefaultCatchesWhatIsMissingAndNothingElse)
{
    EXPECT_EQ(outcome("default(params.nothing, 5)"), "5");
    EXPECT_EQ(outcome("default(params.nothing + 1, 5)"), "5");
    EXPECT_EQ(outcome("default(params.epochs, 5)"), "10");
    EXPECT_EQ(outcome("default(params.fast, true)"), "false");
    EXPECT_EQ(outcome("default(null, 5)"), "null");
    EXPECT_EQ(outcome("default(1 / 0, 5)"), "error: expression.division_by_zero");
    EXPECT_EQ(outcome("default(params.sizes[9], 5)"), "5");
    EXPECT_EQ(outcome("default(params.kernel < 1, true)"), "error: expression.type_mismatch");
}

TEST(Evaluate, TypesAreStrict)
{
    EXPECT_EQ(outcome("'1' < 2"), "error: expression.type_mismatch");
    EXPECT_EQ(outcome("true < false"), "error: expression.type_mismatch");
    EXPECT_EQ(outcome("1 < 2 < 3"), "error: expression.type_mismatch");
    EXPECT_EQ(outcome("1 + 'a'"), "error: expression.type_mismatch");
    EXPECT_EQ(outcome("1 && true"), "error: expression.wants_boolean");
    EXPECT_EQ(outcome("true && 1"), "error: expression.wants_boolean");
    EXPECT_EQ(outcome("!1"), "error: expression.wants_boolean");
    EXPECT_EQ(outcome("-'a'"), "error: expression.wants_number");
    EXPECT_EQ(outcome("1 ? 2 : 3"), "error: expression.wants_boolean");
    EXPECT_EQ(outcome("1 in 2"), "error: expression.cannot_contain");
    EXPECT_EQ(outcome("lower(1)"), "error: expression.argument_type");
}

TEST(Evaluate, EqualityOfDifferentTypesIsFalseExceptForNumbers)
{
    EXPECT_EQ(outcome("1 == '1'"), "false");
    EXPECT_EQ(outcome("1 != '1'"), "true");
    EXPECT_EQ(outcome("1 == 1.0"), "true");
    EXPECT_EQ(outcome("0 == false"), "false");
    EXPECT_EQ(outcome("null == false"), "false");
    EXPECT_EQ(outcome("[1, [2.0]] == [1.0, [2]]"), "true");
    EXPECT_EQ(outcome("[1] == [1, 2]"), "false");
    EXPECT_EQ(outcome("9007199254740993 == 9007199254740992.0"), "false");
    EXPECT_EQ(outcome("9007199254740993 > 9007199254740992.0"), "true");
}

TEST(Evaluate, LogicStopsAtTheSideThatDecides)
{
    EXPECT_EQ(outcome("false && params.nothing"), "false");
    EXPECT_EQ(outcome("true || 1 / 0 == 1"), "true");
    EXPECT_EQ(outcome("true ? 1 : params.nothing"), "1");
}

TEST(Evaluate, IntegersStayIntegersWhereTheResultIsOne)
{
    EXPECT_EQ(outcome("7 / 2"), "3.5");
    EXPECT_EQ(outcome("8 / 2"), "4");
    EXPECT_EQ(outcome("-7 % 3"), "-1");
    EXPECT_EQ(outcome("7.5 % 2"), "1.5");
    EXPECT_EQ(outcome("1 + 0.5"), "1.5");
    EXPECT_EQ(outcome("'a' + 'b'"), "\"ab\"");
}

TEST(Evaluate, ResultsThatDoNotFitAreErrors)
{
    EXPECT_EQ(outcome("9223372036854775807 + 1"), "error: expression.overflow");
    EXPECT_EQ(outcome("-9223372036854775807 - 2"), "error: expression.overflow");
    EXPECT_EQ(outcome("9223372036854775807 * 2"), "error: expression.overflow");
    EXPECT_EQ(outcome("(-9223372036854775807 - 1) / -1"), "error: expression.overflow");
    EXPECT_EQ(outcome("(-9223372036854775807 - 1) % -1"), "0");
    EXPECT_EQ(outcome("-(-9223372036854775807 - 1)"), "error: expression.overflow");
    EXPECT_EQ(outcome("abs(-9223372036854775807 - 1)"), "error: expression.overflow");
    EXPECT_EQ(outcome("1e308 * 10"), "error: expression.overflow");
    EXPECT_EQ(outcome("1 / 0"), "error: expression.division_by_zero");
    EXPECT_EQ(outcome("1 % 0"), "error: expression.division_by_zero");
    EXPECT_EQ(outcome("1.5 / 0.0"), "error: expression.division_by_zero");
    EXPECT_EQ(outcome("round(1e300)"), "error: expression.overflow");
}

TEST(Evaluate, AMetricThatIsNotANumberDecidesNothing)
{
    const JsonScope scope(Value{{"params", {{"x", std::nan("")}}}});
    EXPECT_EQ(outcome("params.x > 0.5", scope), "error: expression.not_a_number");
    EXPECT_EQ(outcome("max(params.x, 1)", scope), "error: expression.not_a_number");
    EXPECT_EQ(outcome("params.x == params.x", scope), "false");
    EXPECT_EQ(outcome("round(params.x)", scope), "error: expression.overflow");
}

TEST(Evaluate, InLooksIntoListsObjectsAndStrings)
{
    EXPECT_EQ(outcome("16 in params.sizes"), "true");
    EXPECT_EQ(outcome("'16' in params.sizes"), "false");
    EXPECT_EQ(outcome("'kernel' in params"), "true");
    EXPECT_EQ(outcome("'rb' in params.kernel"), "true");
    EXPECT_EQ(outcome("contains(params.sizes, 8)"), "true");
    EXPECT_EQ(outcome("contains('abc', 'd')"), "false");
}

TEST(Evaluate, FunctionsAreTheOnesDescribed)
{
    EXPECT_EQ(outcome("starts_with('model.pkl', 'model')"), "true");
    EXPECT_EQ(outcome("ends_with('model.pkl', '.pt')"), "false");
    EXPECT_EQ(outcome("lower('ABC\xC3\x84') + upper('x1')"), "\"abc\xC3\x84X1\"");
    EXPECT_EQ(outcome("length('\xE4\xBD\xA0\xE5\xA5\xBD!')"), "3");
    EXPECT_EQ(outcome("length(params.sizes) + length([]) + length(production)"), "5");
    EXPECT_EQ(outcome("min(3, 1.5, 2)"), "1.5");
    EXPECT_EQ(outcome("max(params.sizes)"), "32");
    EXPECT_EQ(outcome("max([])"), "error: expression.empty_list");
    EXPECT_EQ(outcome("round(2.5)"), "3");
    EXPECT_EQ(outcome("round(-2.5)"), "-3");
    EXPECT_EQ(outcome("round(0.12345, 3)"), "0.123");
    EXPECT_EQ(outcome("round(5, 2)"), "5");
    EXPECT_EQ(outcome("round(1.5, 99)"), "error: expression.round_digits");
    EXPECT_EQ(outcome("abs(-3) + abs(2.5)"), "5.5");
    EXPECT_EQ(outcome("join([1, 'a', true, 2.0], '-')"), "\"1-a-true-2.0\"");
    EXPECT_EQ(outcome("join(['', ''], ',')"), "\",\"");
    EXPECT_EQ(outcome("json([1, 'a'])"), R"("[1,\"a\"]")");
}

TEST(Evaluate, StatusComesFromTheScope)
{
    const JsonScope good(Value::object(), true);
    const JsonScope bad(Value::object(), false);
    EXPECT_EQ(outcome("success()", good), "true");
    EXPECT_EQ(outcome("failure()", good), "false");
    EXPECT_EQ(outcome("success()", bad), "false");
    EXPECT_EQ(outcome("failure() || success()", bad), "true");
    EXPECT_EQ(outcome("always()", bad), "true");
}

TEST(Evaluate, AConditionMustBeABoolean)
{
    EXPECT_EQ(*evaluateCondition(*parse("params.epochs > 5"), sampleScope()), true);
    const auto wrong = evaluateCondition(*parse("params.epochs"), sampleScope());
    ASSERT_FALSE(wrong);
    EXPECT_EQ(wrong.error().message.id, "expression.condition_type");
    EXPECT_EQ(argument(wrong.error(), "type"), "number");
}

TEST(Evaluate, MemoryIsBoundedWhateverTheScopeHolds)
{
    const JsonScope scope(
        Value{{"params", {{"big", std::string(1 << 20, 'x')}, {"many", Value::array_t(100'000, 1)}}}});
    std::string text = "length([";
    for (int i = 0; i < 600; ++i)
        text += i ? ",params.big" : "params.big";
    EXPECT_EQ(outcome(text + "])", scope), "error: expression.too_large");
    EXPECT_EQ(outcome("length(join(params.many, params.big))", scope), "error: expression.too_large");
    EXPECT_EQ(outcome("length(params.big + params.big)", scope), "2097152");
}

} // namespace penstock::expression
