#include "ui/designer/form/argument_text.h"

#include <QTest>

#include <cstdint>

namespace penstock::designer {

namespace {

using Arguments = std::vector<std::string>;

} // namespace

class ArgumentTextTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aCommandReadsAsOneWouldTypeIt()
    {
        QCOMPARE(argumentText({"python3", "train.py"}), std::string("python3 train.py"));
        QCOMPARE(argumentText({"python3", "train.py", "--kernel", "${{ params.kernel }}", "--c", "${{ params.c }}"}),
                 std::string("python3 train.py\n--kernel ${{ params.kernel }}\n--c ${{ params.c }}"));
        QCOMPARE(argumentText({"echo", "two words", "it's", "", "a\nb"}), std::string("echo 'two words' 'it'\\''s' '' 'a\nb'"));
        QCOMPARE(argumentText({"echo", "n = ${{ params.n }}"}), std::string("echo \"n = ${{ params.n }}\""));
        QCOMPARE(argumentLine({"python3", "train.py", "--kernel", "a very long value of it", "--c", "1"}), std::string("python3 train.py --kernel 'a very long value of it' --c 1"));
    }

    void quotesOfAShellAreUnderstood()
    {
        QCOMPARE(*argumentsOf("  a\t'b c'\n\"d \\\" e\" f\\ g x'y'z ''  "), (Arguments{"a", "b c", "d \" e", "f g", "xyz", ""}));
        QCOMPARE(*argumentsOf("--c=${{ params['a b'] }}!"), (Arguments{"--c=${{ params['a b'] }}!"}));
        QVERIFY(!argumentsOf("echo 'open"));
        QVERIFY(argumentsOf("")->empty());
    }

    void anyArgumentsComeBackAsTheyWere()
    {
        const std::string pieces[] = {"a", " ", "'", "\"", "\\", "\n", "${{", "}}", "$", "`", "-", "${{ x }}", "${{ '", "é", "="};
        std::uint32_t seed = 3;
        const auto next = [&](std::uint32_t below) { return (seed = seed * 1'664'525 + 1'013'904'223) >> 16 & 0xFFFF ? (seed >> 16) % below : 0; };
        for (int round = 0; round < 20'000; ++round) {
            Arguments arguments(next(4) + 1);
            for (std::string& argument : arguments) {
                for (std::uint32_t i = next(6); i > 0; --i)
                    argument += pieces[next(std::size(pieces))];
            }
            for (const std::string& text : {argumentText(arguments), argumentLine(arguments)}) {
                const auto again = argumentsOf(text);
                QVERIFY2(again, text.c_str());
                QVERIFY2(*again == arguments, text.c_str());
            }
        }
    }
};

} // namespace penstock::designer

QTEST_APPLESS_MAIN(penstock::designer::ArgumentTextTest)
#include "argument_text_test.moc"
