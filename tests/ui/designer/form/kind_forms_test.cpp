// Fields that are more than a line: waits, maps, virtual environments, what starts a pipeline, its parameters.
#include "form_of_text.h"

#include <QAction>
#include <QMenu>

#include <memory>

namespace penstock::designer {

using namespace Qt::Literals::StringLiterals;

namespace {

const std::string text = R"(penstock: 1   # mine
name: p
parameters:
  # how strong
  c: {type: number, default: 1.0}   # of the model
  kernel: rbf
  fast: {type: boolean, default: false}
on: {event: data.arrived, parameters: {c: "${{ event.c }}"}}   # every night
steps:
  pause: {wait: 10s}   # a while
  until: {wait: {file: data/ready, timeout: 2h}}
  sweep:
    map: {over: {c: [0.1, 1, 10], kernel: [rbf, poly]}, parallel: 2}   # all
    run: [python3, train.py, --c, "${{ item.c }}"]
    environment: {venv: requirements.txt}   # packages
  each:
    map: {over: [1, "2", {c: 3}]}
    run: [python3, train.py]
  later:
    map: {over: "${{ steps.sweep.outputs.items }}"}
    run: [python3, train.py]
)";

} // namespace

class KindFormsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        form = std::make_unique<FormOfText>(text);
        QVERIFY(form->isReady());
    }
    void cleanup() { form.reset(); }

    void aWaitOfSomeTimeIsOneLine()
    {
        form->inspector->showStep(u"pause"_s);
        QCOMPARE(form->line(u"For some time"_s)->text(), u"10s"_s);
        QVERIFY(!form->row(u"Gives up after"_s));
        form->write(u"For some time"_s, u"5m"_s);
        QCOMPARE(form->changed(text), QByteArray("pause: {wait: 5m}   # a while"));
    }

    void aWaitForSomethingElseIsChosenAndThenWritten()
    {
        form->inspector->showStep(u"pause"_s);
        form->choose(u"Wait"_s, u"For a condition"_s);
        QCOMPARE(form->now(), text); // nothing is lost until there is something instead
        QVERIFY(form->line(u"For a condition"_s)->hasFocus());
        form->write(u"For a condition"_s, u"production.exists"_s);
        QCOMPARE(form->changed(text), QByteArray("pause: {wait: {if: production.exists}}   # a while"));
        QVERIFY(form->row(u"Gives up after"_s));
        form->write(u"Gives up after"_s, u"1h"_s);
        QCOMPARE(form->changed(text), QByteArray("pause: {wait: {if: production.exists, timeout: 1h}}   # a while"));
        form->choose(u"Wait"_s, u"For some time"_s);
        form->write(u"For some time"_s, u"3s"_s);
        QCOMPARE(form->changed(text), QByteArray("pause: {wait: 3s}   # a while"));
    }

    void aWaitForAFileShowsWhichAndHowLong()
    {
        form->inspector->showStep(u"until"_s);
        QCOMPARE(form->line(u"For a file"_s)->text(), u"data/ready"_s);
        QCOMPARE(form->line(u"Gives up after"_s)->text(), u"2h"_s);
        form->inspector->showStep(u"pause"_s);
        QVERIFY(!form->line(u"For a file"_s));
    }

    void aMistakeIsFramedInItsOwnField()
    {
        form->inspector->showStep(u"until"_s);
        form->write(u"Gives up after"_s, u"soon"_s);
        QVERIFY(form->line(u"Gives up after"_s)->property("invalid").toBool());
        QVERIFY(!form->line(u"For a file"_s)->property("invalid").toBool());
        form->write(u"Gives up after"_s, u"2h"_s);
        QVERIFY(!form->line(u"Gives up after"_s)->property("invalid").toBool());
    }

    void theValuesOfAMapAreWrittenInRows()
    {
        form->inspector->showStep(u"sweep"_s);
        QCOMPARE(form->line(u"Items 1: Values"_s)->text(), u"0.1, 1, 10"_s);
        form->write(u"Items 1: Values"_s, u"0.1, 1, 10, 100"_s);
        QCOMPARE(form->changed(text), QByteArray("map: {over: {c: [0.1, 1, 10, 100], kernel: [rbf, poly]}, parallel: 2}   # all"));
        form->write(u"Items 2: Values"_s, u"${{ params.kernel }}"_s);
        QVERIFY(form->changed(text).contains(R"(kernel: "${{ params.kernel }}"})"));
    }

    void aRangeStandsInsteadOfValues()
    {
        form->inspector->showStep(u"sweep"_s);
        QVERIFY(!form->line(u"Items 1: From"_s));
        rowAction(u"Items 1: Name"_s, u"A range to draw from"_s)->trigger();
        form->write(u"Items 1: From"_s, u"0.001"_s);
        form->write(u"Items 1: To"_s, u"100"_s);
        form->choose(u"Items 1: Scale"_s, u"log"_s);
        QCOMPARE(form->changed(text), QByteArray("map: {over: {c: {from: 0.001, to: 100, scale: log}, kernel: [rbf, poly]}, parallel: 2}   # all"));
        QCOMPARE(form->line(u"Items 1: Values"_s)->text(), QString());
        QVERIFY(!form->row(u"Items"_s)->error().isEmpty()); // it wants a sample
        form->showAll();
        form->write(u"Combinations"_s, u"20"_s);
        QVERIFY2(form->row(u"Items"_s)->error().isEmpty(), qPrintable(form->row(u"Items"_s)->error()));
        QVERIFY(form->changed(text).contains("sample: {count: 20}"));
    }

    void aNameOfAMapIsFollowed()
    {
        form->inspector->showStep(u"sweep"_s);
        form->write(u"Items 1: Name"_s, u"strength"_s);
        QVERIFY(form->now().find("over: {strength: [0.1, 1, 10], kernel") != std::string::npos);
        QVERIFY(form->now().find("--c, \"${{ item.strength }}\"]") != std::string::npos);
        QCOMPARE(form->editor->history().position(), std::size_t(1));
    }

    void theLastNameOfAMapChangesFastestAndCanBeMoved()
    {
        form->inspector->showStep(u"sweep"_s);
        form->line(u"Items 2: Name"_s)->setFocus();
        QTest::keyClick(form->line(u"Items 2: Name"_s), Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(form->changed(text), QByteArray("map: {over: {kernel: [rbf, poly], c: [0.1, 1, 10]}, parallel: 2}   # all"));
        form->editor->undo();
        QCOMPARE(form->now(), text);
    }

    void whichItemStandsForAllIsSaidInFields()
    {
        form->inspector->showStep(u"sweep"_s);
        form->showAll();
        form->write(u"Metric"_s, u"accuracy"_s);
        form->choose(u"Better is"_s, u"minimize"_s);
        form->write(u"Target"_s, u"0.95"_s);
        QVERIFY(form->changed(text).contains("best: {metric: accuracy, direction: minimize, target: 0.95}"));
    }

    void itemsOfAListAreALineEachAndKeepTheirTypes()
    {
        form->inspector->showStep(u"each"_s);
        auto* items = form->find<QPlainTextEdit>(u"The items of a list"_s);
        QVERIFY(items);
        QCOMPARE(items->toPlainText(), u"1\n\"2\"\n{c: 3}"_s);
        items->setFocus();
        items->setPlainText(u"1\n\"2\"\n{c: 4}\nrbf"_s);
        QTest::keyClick(items, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(form->changed(text), QByteArray("map: {over: [1, \"2\", {c: 4}, rbf]}"));
    }

    void anExpressionThatGivesTheItemsIsALine()
    {
        form->inspector->showStep(u"later"_s);
        QCOMPARE(form->line(u"What an expression yields"_s)->text(), u"${{ steps.sweep.outputs.items }}"_s);
        form->choose(u"Items"_s, u"The items of a list"_s);
        QCOMPARE(form->now(), text);
        form->choose(u"Items"_s, u"What an expression yields"_s);
        form->write(u"What an expression yields"_s, u"${{ params.list }}"_s);
        QCOMPARE(form->changed(text), QByteArray("map: {over: \"${{ params.list }}\"}"));
    }

    void aVirtualEnvironmentHasItsFields()
    {
        form->inspector->showStep(u"sweep"_s);
        form->write(u"Requirements"_s, u"packages.txt"_s);
        QCOMPARE(form->changed(text), QByteArray("environment: {venv: packages.txt}   # packages"));
        form->editor->undo();
        form->write(u"Python interpreter"_s, u"/usr/bin/python3.11"_s);
        QCOMPARE(form->changed(text), QByteArray("environment: {venv: {requirements: requirements.txt, python: /usr/bin/python3.11}}   # packages"));
        form->write(u"Requirements"_s, u"packages.txt"_s);
        QCOMPARE(form->changed(text), QByteArray("environment: {venv: {requirements: packages.txt, python: /usr/bin/python3.11}}   # packages"));
    }

    void whatATriggerGivesIsWrittenInRows()
    {
        form->inspector->showStep({});
        QCOMPARE(form->line(u"Parameters of the run 1: Value"_s)->text(), u"${{ event.c }}"_s);
        form->write(u"Parameters of the run 1: Value"_s, u"${{ event.strength }}"_s);
        QCOMPARE(form->changed(text), QByteArray("on: {event: data.arrived, parameters: {c: \"${{ event.strength }}\"}}   # every night"));
        form->editor->undo();
        form->write(u"Started by 1: Condition"_s, u"event.rows > 100"_s);
        QVERIFY(form->changed(text).contains("if: event.rows > 100"));
    }

    void aTriggerGivesOneMoreParameter()
    {
        form->inspector->showStep({});
        form->button(u"Add: Parameters of the run"_s)->click();
        QLineEdit* name = form->line(u"Parameters of the run 2: Name"_s);
        QVERIFY(name && name->hasFocus());
        QTest::keyClicks(name, u"ker"_s);
        QTest::keyClick(name, Qt::Key_Down);
        QTest::keyClick(name, Qt::Key_Tab); // of those that the pipeline has
        QCOMPARE(name->text(), u"kernel"_s);
        QTest::keyClick(name, Qt::Key_Return);
        form->write(u"Parameters of the run 2: Value"_s, u"poly"_s);
        QCOMPARE(form->changed(text), QByteArray("on: {event: data.arrived, parameters: {c: \"${{ event.c }}\", kernel: \"poly\"}}   # every night")); // as the empty text before it was
    }

    void aParameterMovesWithItsComment()
    {
        form->inspector->showStep({});
        form->line(u"Parameters 1: Name"_s)->setFocus();
        QTest::keyClick(form->line(u"Parameters 1: Name"_s), Qt::Key_Down, Qt::AltModifier);
        QVERIFY(QString::fromStdString(form->now()).contains(u"parameters:\n  kernel: rbf\n  # how strong\n  c: {type: number, default: 1.0}   # of the model\n"_s));
        QCOMPARE(form->line(u"Parameters 2: Name"_s)->text(), u"c"_s);
        QVERIFY(form->line(u"Parameters 2: Name"_s)->hasFocus());
        form->editor->undo();
        QCOMPARE(form->now(), text);
    }

    void theDefaultIsOneOfTheChoices()
    {
        form->inspector->showStep({});
        form->write(u"Parameters 2: Choices"_s, u"rbf, poly, linear"_s);
        QLineEdit* standard = form->line(u"Parameters 2: Default"_s);
        FormOfText::type(standard, u"po"_s);
        QTest::keyClick(standard, Qt::Key_Down);
        QTest::keyClick(standard, Qt::Key_Tab);
        QCOMPARE(standard->text(), u"poly"_s);
        QLineEdit* fast = form->line(u"Parameters 3: Default"_s);
        FormOfText::type(fast, u"t"_s);
        QTest::keyClick(fast, Qt::Key_Down);
        QTest::keyClick(fast, Qt::Key_Tab);
        QTest::keyClick(fast, Qt::Key_Return);
        QVERIFY(form->now().find("fast: {type: boolean, default: true}") != std::string::npos);
        QVERIFY(form->now().find("kernel: {default: poly, choices: [rbf, poly, linear]}") != std::string::npos);
    }

    void aLimitIsFramedWhereItIsWrong()
    {
        form->inspector->showStep({});
        form->write(u"Parameters 1: Default"_s, u"much"_s);
        QVERIFY(form->line(u"Parameters 1: Default"_s)->property("invalid").toBool());
        QVERIFY(!form->line(u"Parameters 2: Default"_s)->property("invalid").toBool()); // that nothing uses it is no mistake of the value
    }

    void theNameOfThePipelineIsAField()
    {
        form->inspector->showStep({});
        QCOMPARE(form->line(u"Name"_s)->text(), u"p"_s); // above it is only a heading
        form->write(u"Name"_s, u"digits"_s);
        QCOMPARE(form->changed(text), QByteArray("name: digits"));
    }

    void anEmptyMapBeginsWithAName()
    {
        form->inspector->showStep(u"each"_s);
        form->editor->apply(edit::RemoveValue{{"steps", "each", "map"}});
        form->button(u"MAP"_s) ? form->button(u"MAP"_s)->click() : void();
        if (!form->button(u"Add: Items"_s))
            form->button(u"Map"_s)->click();
        form->button(u"Add: Items"_s)->click();
        form->write(u"Items 1: Name"_s, u"c"_s);
        form->write(u"Items 1: Values"_s, u"1, 2"_s);
        QVERIFY2(QString::fromStdString(form->now()).contains(u"c: [1, 2]"_s), form->now().c_str());
    }

private:
    QAction* rowAction(const QString& field, const QString& name) const
    {
        for (QWidget* widget = form->line(field); widget; widget = widget->parentWidget()) {
            for (QMenu* menu : widget->findChildren<QMenu*>()) {
                for (QAction* action : menu->actions()) {
                    if (action->text() == name)
                        return action;
                }
            }
        }
        return nullptr;
    }

    std::unique_ptr<FormOfText> form;
};

} // namespace penstock::designer

QTEST_MAIN(penstock::designer::KindFormsTest)
#include "kind_forms_test.moc"
