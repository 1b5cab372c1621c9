#include "tests/core/expression/samples.h"

#include <gtest/gtest.h>

namespace penstock::expression {

TEST(Parse, NamesThePlaceAndTheKindOfEveryMistake)
{
    EXPECT_EQ(mistake(""), "expression.empty@0");
    EXPECT_EQ(mistake("  "), "expression.empty@0");
    EXPECT_EQ(mistake("1 +"), "expression.expected_value_at_end@3");
    EXPECT_EQ(mistake("1 + * 2"), "expression.expected_value@4");
    EXPECT_EQ(mistake("(1"), "expression.expected_symbol_at_end@2");
    EXPECT_EQ(mistake("(1]"), "expression.expected_symbol@2");
    EXPECT_EQ(mistake("1 2"), "expression.expected_end@2");
    EXPECT_EQ(mistake("params."), "expression.expected_name_at_end@7");
    EXPECT_EQ(mistake("params.3"), "expression.expected_name@7");
    EXPECT_EQ(mistake("'abc"), "expression.unterminated_string@0");
    EXPECT_EQ(mistake("\"abc\\\""), "expression.unterminated_string@0");
    EXPECT_EQ(mistake("1 + \"\\q\""), "expression.bad_escape@4");
    EXPECT_EQ(mistake("12abc"), "expression.bad_number@0");
    EXPECT_EQ(mistake("1.2.3"), "expression.bad_number@0");
    EXPECT_EQ(mistake("1."), "expression.bad_number@0");
    EXPECT_EQ(mistake("9223372036854775808"), "expression.number_too_large@0");
    EXPECT_EQ(mistake("1e999"), "expression.number_too_large@0");
    EXPECT_EQ(mistake("params.c = 1"), "expression.single_operator@9");
    EXPECT_EQ(mistake("true & false"), "expression.single_operator@5");
    EXPECT_EQ(mistake("1 # 2"), "expression.bad_character@2");
    EXPECT_EQ(mistake("true ? 1"), "expression.expected_symbol_at_end@8");
    EXPECT_EQ(mistake("success"), "expression.call_needed@0");
    EXPECT_EQ(mistake("success(1)"), "expression.argument_count@0");
    EXPECT_EQ(mistake("1 + default(2)"), "expression.argument_count@4");
}

TEST(Parse, ShowsAWholeCharacterAndNotHalfOfOne)
{
    const auto expression = parse("1 + \xE4\xBD\xA0");
    ASSERT_FALSE(expression);
    EXPECT_EQ(argument(expression.error(), "character"), "\xE4\xBD\xA0");
}

TEST(Parse, SuggestsTheWordThatWasMeant)
{
    const auto root = parse("parms.kernel");
    ASSERT_FALSE(root);
    EXPECT_EQ(root.error().message.id, "expression.unknown_root_near");
    EXPECT_EQ(argument(root.error(), "nearest"), "params");

    const auto function = parse("lenght('abc')");
    ASSERT_FALSE(function);
    EXPECT_EQ(argument(function.error(), "nearest"), "length");

    EXPECT_EQ(mistake("kernel"), "expression.unknown_root@0");
    EXPECT_EQ(mistake("frobnicate(1)"), "expression.unknown_function@0");
}

TEST(Parse, TellsThoseWhoWriteWordsForOperatorsWhichSignToWrite)
{
    for (const auto& [text, sign] : std::vector<std::pair<std::string, std::string>>{
             {"true and false", "&&"}, {"true or false", "||"}, {"not true", "!"}, {"not (true)", "!"}}) {
        const auto expression = parse(text);
        ASSERT_FALSE(expression) << text;
        EXPECT_EQ(expression.error().message.id, "expression.word_operator") << text;
        EXPECT_EQ(argument(expression.error(), "instead"), sign) << text;
    }
}

TEST(Parse, WantsAStepThatIsWrittenOut)
{
    // The plan is made from the references, so which step is meant may not depend on a value.
    EXPECT_EQ(mistake("steps"), "expression.expected_step@0");
    EXPECT_EQ(mistake("steps[params.x].outputs.y"), "expression.expected_step@0");
    EXPECT_EQ(mistake("steps[0]"), "expression.expected_step@0");
    EXPECT_EQ(mistake("1 + previous"), "expression.expected_step@4");
    EXPECT_EQ(mistake("steps['train'].outputs.model"), "fine");
}

TEST(Parse, WantsAModelLineThatIsWrittenOut)
{
    EXPECT_EQ(mistake("production('digits v1').exists"), "fine");
    EXPECT_EQ(mistake("production(params.line).exists"), "expression.expected_line@11");
    EXPECT_EQ(mistake("production('digits').exists"), "expression.bad_line@11");
    EXPECT_EQ(mistake("production()"), "expression.expected_line@11");
}

TEST(Parse, RefusesTextsThatAreTooLong)
{
    EXPECT_EQ(mistake(std::string(maximumLength, ' ') + '1'), "expression.too_long@8192");
    EXPECT_EQ(mistake(std::string(maximumLength - 1, ' ') + '1'), "fine");
}

TEST(Parse, RefusesNestingThatIsTooDeepWhateverItIsMadeOf)
{
    const auto repeated = [](std::string_view part, int times) {
        std::string text;
        for (int i = 0; i < times; ++i)
            text += part;
        return text;
    };
    const auto isTooDeep = [](const std::string& text) { return mistake(text).starts_with("expression.too_deep"); };
    EXPECT_TRUE(isTooDeep(repeated("(", 4000) + '1' + repeated(")", 4000)));
    EXPECT_TRUE(isTooDeep(repeated("[", 4000) + repeated("]", 4000)));
    EXPECT_TRUE(isTooDeep(repeated("!", 8000) + "true"));
    EXPECT_TRUE(isTooDeep(repeated("-", 8000) + "1"));
    EXPECT_TRUE(isTooDeep("1" + repeated("+1", 4000)));
    EXPECT_TRUE(isTooDeep(repeated("abs(", 1000) + '1' + repeated(")", 1000)));
    EXPECT_TRUE(isTooDeep(repeated("true?1:", 1000) + '1'));
    EXPECT_TRUE(isTooDeep("[1]" + repeated("[0]", 2000)));
    EXPECT_TRUE(isTooDeep(repeated("params[", 1000) + '1' + repeated("]", 1000)));
    EXPECT_EQ(mistake(repeated("(", 90) + '1' + repeated(")", 90)), "fine");
    EXPECT_EQ(mistake("1" + repeated("+1", 90)), "fine");
}

TEST(Parse, TakesAConditionWithAndWithoutMarks)
{
    for (const char* text : {"params.fast", "${{ params.fast }}", "  ${{params.fast}} \n"}) {
        const auto condition = parseCondition(text);
        ASSERT_TRUE(condition) << text;
        ASSERT_EQ(references(*condition).size(), 1u);
        const Reference& reference = references(*condition).front();
        EXPECT_EQ(std::string(text).substr(reference.offset, reference.length), "params.fast");
    }
    EXPECT_FALSE(parseCondition("${{ params.fast"));
    EXPECT_FALSE(parseCondition("${{ params.fast }} && ${{ true }}"));
    EXPECT_EQ(parseCondition(" ").error().message.id, "expression.empty");
}

TEST(Parse, OffsetsOfAConditionCountFromTheStartOfItsText)
{
    const auto condition = parseCondition("  ${{ parms.x }}");
    ASSERT_FALSE(condition);
    EXPECT_EQ(offsetOf(condition.error()), 6u);
}

} // namespace penstock::expression
