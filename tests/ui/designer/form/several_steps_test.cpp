// Fields of two and of twenty steps at once: what differs is shown as such, what is set is set in all of them, as one step of undo.
#include "form_of_text.h"

#include <memory>

namespace penstock::designer {

using namespace Qt::Literals::StringLiterals;

namespace {

std::string steps(int count)
{
    std::string made = "penstock: 1\nname: p\nparameters: {c: 1}\nsteps:\n";
    for (int i = 0; i < count; ++i) {
        const std::string n = std::to_string(i);
        made.append("  s").append(n).append(":\n    run: [python3, s").append(n).append(".py]   # ").append(n).append("\n");
        made.append("    timeout: ").append(n).append("1s\n    cache: ").append(i % 2 ? "on" : "off").append("\n    advisory: ").append(i % 2 ? "true" : "false");
        made.append("\n    retry: {attempts: ").append(std::to_string(i + 2)).append(", backoff: ").append(std::to_string(i + 2)).append(", on: [exit ").append(n).append("]}\n");
        made.append("    env: {ALL: \"1\", OWN: \"").append(n).append("\", O").append(n).append(": x}\n    pass: [V").append(n).append("]\n    secrets: [T").append(n).append("]\n");
        made.append("    if: params.c > ").append(n).append("\n    environment: {venv: r").append(n).append(".txt}\n    resources: {memory: ").append(std::to_string(i + 1)).append("GiB}\n");
    }
    return made;
}

} // namespace

class SeveralStepsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aFieldIsSetInAll_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("written");
        for (const int count : {2, 20}) {
            const auto row = [&](const char* what, const QString& field, const QString& value, const QString& written) {
                QTest::addRow("%s of %d", what, count) << count << field << value << written;
            };
            row("a duration", u"Timeout"_s, u"9h"_s, u"    timeout: 9h\n"_s);
            row("an integer", u"Attempts"_s, u"50"_s, u"{attempts: 50, "_s);
            row("a number", u"Backoff"_s, u"1.5"_s, u"backoff: 1.5"_s);
            row("a short list", u"Retry on"_s, u"timeout, lost"_s, u"on: [timeout, lost]"_s);
            row("a size", u"Memory"_s, u"64GiB"_s, u"{memory: 64GiB}"_s);
            row("an expression", u"Condition"_s, u"params.c == 7"_s, u"    if: params.c == 7\n"_s);
            row("a path that stands for more", u"Requirements"_s, u"all.txt"_s, u"{venv: all.txt}"_s);
        }
    }

    void aFieldIsSetInAll()
    {
        QFETCH(int, count);
        QFETCH(QString, field);
        QFETCH(QString, value);
        QFETCH(QString, written);
        show(count);
        QCOMPARE(form->line(field)->text(), QString());
        QCOMPARE(form->line(field)->placeholderText(), u"differs"_s);
        form->write(field, value);
        QCOMPARE(QString::fromStdString(form->now()).count(written), count);
        QCOMPARE(form->line(field)->text(), value);
        expectOneStep();
        QCOMPARE(form->line(field)->placeholderText(), u"differs"_s);
    }

    void aChoiceIsMadeForAll()
    {
        for (const int count : {2, 20}) {
            show(count);
            auto* cache = form->find<QComboBox>(u"Cache"_s);
            QCOMPARE(cache->currentIndex(), -1);
            QCOMPARE(cache->placeholderText(), u"differs"_s);
            form->choose(u"Cache"_s, u"auto"_s);
            QCOMPARE(QString::fromStdString(form->now()).count(u"cache: auto"_s), count);
            expectOneStep();
            form->choose(u"Advisory"_s, u"as usual"_s);
            QCOMPARE(QString::fromStdString(form->now()).count(u"advisory"_s), 0);
            expectOneStep();
        }
    }

    void ofVariablesThatDifferOnlyTheOneThatIsWrittenChanges()
    {
        for (const int count : {2, 20}) {
            show(count);
            QCOMPARE(form->line(u"Environment variables 1: Variable"_s) ? 1 : 0, 0); // they are called names
            QCOMPARE(form->line(u"Environment variables 1: Name"_s)->text(), u"ALL"_s);
            QVERIFY(!form->line(u"Environment variables 2: Name"_s));
            form->write(u"Environment variables 1: Value"_s, u"2"_s);
            QCOMPARE(QString::fromStdString(form->now()).count(u"{ALL: \"2\", OWN: "_s), count);
            expectOneStep();
            form->button(u"Add: Environment variables"_s)->click();
            form->write(u"Environment variables 2: Name"_s, u"MORE"_s);
            QCOMPARE(QString::fromStdString(form->now()).count(u"OWN: "_s), count); // what differs stays
            QCOMPARE(QString::fromStdString(form->now()).count(u"MORE: "_s), count);
            expectOneStep();
            QTest::keyClick(form->line(u"Environment variables 1: Value"_s), Qt::Key_Delete, Qt::AltModifier);
            QCOMPARE(QString::fromStdString(form->now()).count(u"ALL: "_s), 0);
            expectOneStep();
        }
    }

    void aListIsWrittenOverInAll()
    {
        for (const int count : {2, 20}) {
            show(count);
            auto* pass = form->find<QPlainTextEdit>(u"Passed variables"_s);
            QCOMPARE(pass->toPlainText(), QString());
            pass->setFocus();
            pass->setPlainText(u"HOME\nLANG"_s);
            QTest::keyClick(pass, Qt::Key_Return, Qt::ControlModifier);
            QCOMPARE(QString::fromStdString(form->now()).count(u"pass: [HOME, LANG]"_s), count);
            expectOneStep();
            form->button(u"Add: Secrets"_s)->click();
            form->write(u"Secrets 1: Variable"_s, u"TOKEN"_s);
            QCOMPARE(QString::fromStdString(form->now()).count(u"secrets: [TOKEN]"_s), count);
            expectOneStep();
        }
    }

    void twoWaitsAreSetAtOnce()
    {
        before = "penstock: 1\nname: p\nsteps:\n  a: {wait: 10s}\n  b: {wait: {until: \"2026-12-01T08:00:00Z\"}}\n";
        form = std::make_unique<FormOfText>(before);
        form->inspector->showSteps({u"a"_s, u"b"_s});
        QCOMPARE(form->line(u"For some time"_s)->placeholderText(), u"differs"_s);
        form->write(u"For some time"_s, u"1m"_s);
        QCOMPARE(QString::fromStdString(form->now()).count(u"{wait: 1m}"_s), 2);
        expectOneStep();
    }

private:
    void show(int count)
    {
        before = steps(count);
        form = std::make_unique<FormOfText>(before);
        QVERIFY(form->isReady());
        QStringList names;
        for (int i = 0; i < count; ++i)
            names.append(u"s%1"_s.arg(i));
        form->inspector->showSteps(names);
    }
    void expectOneStep() const
    {
        QCOMPARE(form->editor->history().position(), std::size_t(1));
        form->editor->undo();
        QCOMPARE(form->now(), before);
    }

    std::string before;
    std::unique_ptr<FormOfText> form;
};

} // namespace penstock::designer

QTEST_MAIN(penstock::designer::SeveralStepsTest)
#include "several_steps_test.moc"
