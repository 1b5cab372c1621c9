#include "tests/core/expression/fuzz_case.h"
#include "tests/core/expression/samples.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstring>
#include <random>

namespace penstock::expression {

namespace {

class Generator {
public:
    explicit Generator(unsigned seed) : m_random(seed) {}

    int below(int limit) { return static_cast<int>(m_random() % static_cast<unsigned>(limit)); }

    std::string soup()
    {
        static const std::vector<std::string> parts{
            "params", ".",   "kernel",  "c",     "[",          "]",         "(",
            ")",      "1",   "0",       "2.5",   "'",          "\"",        "a",
            " ",      "+",   "-",       "*",     "/",          "%",         "==",
            "!=",     "<",   "&&",      "||",    "!",          "?",         ":",
            ",",      "in",  "default", "steps", "train",      "outputs",   "true",
            "null",   "${{", "}}",      "$",     "\\",         "\n",        "#",
            "<<E\n",  "E\n", "length",  "join",  "production", "success()", "\xE4\xBD\xA0",
            "\xFF"};
        std::string text;
        for (int i = below(30); i >= 0; --i)
            text += parts[static_cast<std::size_t>(below(static_cast<int>(parts.size())))];
        return text;
    }

    // A fully parenthesised integer expression and its value, computed on the way.
    std::pair<std::string, std::int64_t> sum(int depth)
    {
        if (depth == 0) {
            const int number = below(100);
            return {std::to_string(number), number};
        }
        const auto [leftText, left] = sum(depth - 1);
        const auto [rightText, right] = sum(depth - 1);
        switch (below(3)) {
        case 0:
            return {"(" + leftText + "+" + rightText + ")", left + right};
        case 1:
            return {"(" + leftText + "-" + rightText + ")", left - right};
        default:
            return {"(" + leftText + "*" + rightText + ")", left * right};
        }
    }

private:
    std::mt19937 m_random;
};

} // namespace

TEST(Property, AnyTextIsReadOrRefusedWithAPlace)
{
    Generator generator(1);
    for (int i = 0; i < 20'000; ++i)
        checkAnyText(generator.soup());
}

TEST(Property, CutAndChangedExpressionsAreReadOrRefusedWithAPlace)
{
    const std::string text =
        "x ${{ default(steps.train.outputs['odd name'], \"a\\n\") in [1, 2.5] ? !true : -params.c }} 'y' $(z)";
    Generator generator(2);
    for (int i = 0; i < 20'000; ++i) {
        std::string changed = text.substr(static_cast<std::size_t>(generator.below(40)));
        changed[static_cast<std::size_t>(generator.below(static_cast<int>(changed.size())))] =
            static_cast<char>(generator.below(256));
        changed.resize(changed.size() - static_cast<std::size_t>(generator.below(10)));
        checkAnyText(changed);
    }
}

TEST(Property, ArithmeticAgreesWithTheMachine)
{
    Generator generator(3);
    for (int i = 0; i < 2'000; ++i) {
        const auto [text, value] = generator.sum(3);
        EXPECT_EQ(outcome(text), std::to_string(value)) << text;
    }
}

TEST(Property, NumbersCompareAsATotalOrder)
{
    const std::vector<Value> numbers{
        -1.5,   -1,        0,         0.0,    0.5, 1, 9007199254740992, 9007199254740992.0, 9007199254740993,
        9.3e18, INT64_MAX, INT64_MIN, -9.3e18};
    for (const Value& a : numbers) {
        for (const Value& b : numbers) {
            EXPECT_EQ(compareNumbers(a, b), -compareNumbers(b, a)) << a << ' ' << b;
            EXPECT_EQ(equals(a, b), compareNumbers(a, b) == 0);
            for (const Value& c : numbers) {
                if (compareNumbers(a, b) <= 0 && compareNumbers(b, c) <= 0) {
                    EXPECT_LE(compareNumbers(a, c), 0) << a << ' ' << b << ' ' << c;
                }
            }
        }
    }
}

TEST(Property, ValuesWrittenAsTextReadBackAsThemselves)
{
    std::mt19937_64 random(4);
    for (int i = 0; i < 5'000; ++i) {
        std::uint64_t bits = random();
        double real = 0;
        static_assert(sizeof bits == sizeof real);
        std::memcpy(&real, &bits, sizeof real);
        if (!std::isfinite(real))
            continue;
        const auto again = parse(toText(Value(std::fabs(real))));
        ASSERT_TRUE(again) << toText(Value(real));
        EXPECT_EQ(evaluate(*again, sampleScope())->get<double>(), std::fabs(real));
    }
}

} // namespace penstock::expression
