#include "core/pipeline/document.h"
#include "core/pipeline/parameters.h"

#include <gtest/gtest.h>

#include <limits>

using namespace penstock;
using namespace penstock::pipeline;

namespace {

std::string accepted(const Parameter& parameter, const Json& value)
{
    const Result<Json> result = acceptParameter(parameter, value);
    return result.ok() ? dumpJson(*result) : result.error().message.id;
}

Parameter of(ParameterType type)
{
    Parameter parameter;
    parameter.name = "p";
    parameter.type = type;
    return parameter;
}

Pipeline digits()
{
    Pipeline pipeline;
    pipeline.name = "digits";
    Parameter kernel = of(ParameterType::string);
    kernel.name = "kernel";
    kernel.standard = "rbf";
    kernel.choices = {"rbf", "poly"};
    Parameter c = of(ParameterType::number);
    c.name = "c";
    c.minimum = 0.001;
    pipeline.parameters = {kernel, c};
    return pipeline;
}

} // namespace

TEST(Parameters, ConvertTheTextOfACommandLine)
{
    EXPECT_EQ(accepted(of(ParameterType::number), "1.5"), "1.5");
    EXPECT_EQ(accepted(of(ParameterType::number), "+2e3"), "2000.0");
    EXPECT_EQ(accepted(of(ParameterType::integer), "-7"), "-7");
    EXPECT_EQ(accepted(of(ParameterType::boolean), "true"), "true");
    EXPECT_EQ(accepted(of(ParameterType::string), "1.5"), "\"1.5\"");
}

TEST(Parameters, GiveEqualNumbersOneForm)
{
    EXPECT_EQ(accepted(of(ParameterType::number), 1), "1.0");
    EXPECT_EQ(accepted(of(ParameterType::number), 1.0), "1.0");
    EXPECT_EQ(accepted(of(ParameterType::integer), 3.0), "3");
}

TEST(Parameters, RefuseWhatIsNotOfTheirType)
{
    const std::string wrong = "parameter.wrong_type";
    for (const char* text : {"", " 1", "1 ", "0x10", "1.5.2", "nan", "inf", "1e999", "--2", "+-2"})
        EXPECT_EQ(accepted(of(ParameterType::number), text), wrong) << text;
    for (const char* text : {"1.0", "9223372036854775808", "one", ""})
        EXPECT_EQ(accepted(of(ParameterType::integer), text), wrong) << text;
    EXPECT_EQ(accepted(of(ParameterType::integer), 1.5), wrong);
    EXPECT_EQ(accepted(of(ParameterType::integer), 1e300), wrong);
    EXPECT_EQ(accepted(of(ParameterType::integer), std::numeric_limits<std::uint64_t>::max()), wrong);
    EXPECT_EQ(accepted(of(ParameterType::boolean), "yes"), wrong);
    EXPECT_EQ(accepted(of(ParameterType::boolean), 1), wrong);
    EXPECT_EQ(accepted(of(ParameterType::string), 1), wrong);
    EXPECT_EQ(accepted(of(ParameterType::string), Json::array()), wrong);
}

TEST(Parameters, RefuseTextThatNoProcessCanBeGiven)
{
    EXPECT_EQ(accepted(of(ParameterType::string), std::string("a\0b", 3)), "parameter.has_nul");
    EXPECT_EQ(accepted(of(ParameterType::string), std::string(70'000, 'x')), "parameter.too_long");
}

TEST(Parameters, KeepToTheirLimits)
{
    Parameter c = of(ParameterType::number);
    c.minimum = 0.5;
    c.maximum = 2;
    EXPECT_EQ(accepted(c, 0.5), "0.5");
    EXPECT_EQ(accepted(c, 2), "2.0");
    EXPECT_EQ(accepted(c, 0.49), "parameter.too_small");
    EXPECT_EQ(accepted(c, "2.01"), "parameter.too_large");
}

TEST(Parameters, NameTheChoicesThatThereAre)
{
    Parameter size = of(ParameterType::number);
    size.choices = {1, 2.5};
    EXPECT_EQ(accepted(size, "1"), "1.0");
    const Result<Json> refused = acceptParameter(size, 3);
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().message,
              (Message{"parameter.not_a_choice", {{"name", "p"}, {"value", "3"}, {"choices", "1, 2.5"}}}));
}

TEST(Parameters, AreFilledInFromTheirDefaults)
{
    const Result<Json> all = acceptParameters(digits(), {{"c", "2"}});
    ASSERT_TRUE(all.ok());
    EXPECT_EQ(dumpJson(*all), R"({"c":2.0,"kernel":"rbf"})");
}

TEST(Parameters, MustBeGivenWhenTheyHaveNoDefault)
{
    const Result<Json> all = acceptParameters(digits(), {});
    ASSERT_FALSE(all.ok());
    EXPECT_EQ(all.error().message, (Message{"parameter.missing", {{"name", "c"}}}));
}

TEST(Parameters, ThatNobodyKnowsAreRefusedWithTheNearestName)
{
    const Result<Json> all = acceptParameters(digits(), {{"kernl", "rbf"}, {"c", 1}});
    ASSERT_FALSE(all.ok());
    EXPECT_EQ(all.error().message, (Message{"parameter.unknown_near", {{"name", "kernl"}, {"nearest", "kernel"}}}));
    EXPECT_EQ(acceptParameters(digits(), {{"zebra", 1}}).error().message.id, "parameter.unknown");
    EXPECT_EQ(acceptParameters(digits(), Json::array()).error().message.id, "parameter.not_an_object");
}
