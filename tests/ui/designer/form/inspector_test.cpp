#include "ui/designer/form/inspector.h"
#include "ui/designer/form/last_values.h"

#include "core/platform/disk_file_system.h"
#include "tests/support/temporary_folder.h"
#include "tests/ui/support/recorded_workspace.h"
#include "ui/common/form_row.h"
#include "ui/designer/form/completion_model.h"
#include "ui/designer/form/completion_popup.h"
#include "ui/designer/form/form_section.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QApplication>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QWheelEvent>

namespace penstock::designer {

using namespace Qt::Literals::StringLiterals;

namespace {

const std::string text = R"(penstock: 1   # mine
name: p
parameters:
  c: {type: number, default: 1.0, minimum: 0.1}   # strength
steps:
  prepare:
    run: [python3, prepare.py]
    outputs: {train: data/train.csv, test: data/test.csv}   # two
  train:
    run: [python3, train.py, --c, "${{ params.c }}"]   # fit
    inputs:
      data: "${{ steps.prepare.outputs.train }}"   # rows
    outputs: {model: {path: build/model, kind: model}}
    timeout: 2h
  evaluate:
    run: [python3, evaluate.py]
    timeout: 3h
  check:
    needs: [train]
    choose:
      - {if: "params.c > 1", then: train, at_most: 3}   # first
      - {else: bad}
  bad: {end: failed}
)";

} // namespace

class InspectorTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        folder = std::make_unique<test::TemporaryFolder>();
        folder->write("pipelines/p.pipeline.yaml", text);
        editor = std::make_unique<PipelineEditor>(QString::fromStdString(folder->path()), files);
        QCOMPARE(editor->open(u"pipelines/p.pipeline.yaml"_s), QString());
        inspector = std::make_unique<Inspector>(*editor);
        inspector->resize(340, 900);
        inspector->show();
        QVERIFY(QTest::qWaitForWindowActive(inspector.get()));
    }

    void cleanup()
    {
        inspector.reset();
        editor.reset();
    }

    void tabLeadsThroughTheFormAndNotInCircles()
    {
        inspector->showStep(u"train"_s);
        inspector->focusFirst();
        QList<QWidget*> passed;
        for (int i = 0; i < 12; ++i) {
            QWidget* now = QApplication::focusWidget();
            QVERIFY(now);
            QVERIFY2(!passed.contains(now), qPrintable(QString::number(i) % u' ' % QLatin1String(now->metaObject()->className()) % u' ' % now->accessibleName()));
            passed.append(now);
            QTest::keyClick(now, Qt::Key_Tab);
        }
    }

    void aCellChangesOnlyItsEntry()
    {
        inspector->showStep(u"prepare"_s);
        write(line(u"Outputs 1: Path"_s), u"data/all.csv"_s);
        expectChanged("train: data/train.csv", "train: data/all.csv");
        inspector->showStep(u"train"_s);
        write(line(u"Outputs 1: Kind"_s), u"network"_s);
        expectChanged("kind: model}", "kind: network}");
    }

    void anInputIsAddedUnderItsName()
    {
        inspector->showStep(u"evaluate"_s);
        toolButton(u"Add: Inputs"_s)->click();
        write(line(u"Inputs 1: Name"_s), u"model"_s);
        write(line(u"Inputs 1: Output of a step"_s), u"${{ steps.train.outputs.model }}"_s);
        const auto& step = *editor->document().pipeline().step("evaluate");
        QCOMPARE(std::get<pipeline::Command>(step.body).inputs.size(), std::size_t(1));
        QCOMPARE(std::get<pipeline::Command>(step.body).inputs.front().second.source, std::string("${{ steps.train.outputs.model }}"));
        QVERIFY(QString::fromStdString(now()).contains(u"fit\n"_s)); // comments of others are there
    }

    void aRowGoesWithItsKey()
    {
        inspector->showStep(u"prepare"_s);
        QLineEdit* path = line(u"Outputs 2: Path"_s);
        path->setFocus();
        QTest::keyClick(path, Qt::Key_Delete, Qt::AltModifier);
        expectChanged(", test: data/test.csv", "");
    }

    void aRenamedEntryStaysWhereItStands()
    {
        inspector->showStep(u"prepare"_s);
        write(line(u"Outputs 1: Name"_s), u"learn"_s);
        expectChanged("{train: data/train.csv, test", "{learn: data/train.csv, test");
        write(line(u"Outputs 1: Name"_s), u"test"_s);
        QVERIFY(row(u"Outputs"_s)->error().contains(u"test"_s));
    }

    void aRenamedParameterIsFollowed()
    {
        inspector->showStep({});
        write(line(u"Parameters 1: Name"_s), u"strength"_s);
        QVERIFY(QString::fromStdString(now()).contains(u"strength: {type: number, default: 1.0, minimum: 0.1}   # strength"_s));
        QVERIFY(QString::fromStdString(now()).contains(u"\"${{ params.strength }}\"]   # fit"_s));
        QVERIFY(QString::fromStdString(now()).contains(u"\"params.strength > 1\""_s));
        editor->undo();
        QCOMPARE(now(), text);
    }

    void branchesAreMovedWithTheKeyboard()
    {
        inspector->showStep(u"check"_s);
        QLineEdit* condition = line(u"Branches 1: otherwise"_s);
        write(condition, u"params.c > 2"_s);
        expectChanged("params.c > 1", "params.c > 2");
        condition->setFocus();
        QTest::keyClick(condition, Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(branches().front().target, std::string("bad"));
        QCOMPARE(branches().back().atMost, std::optional(3));
    }

    void aFieldGoesBackToItsDefault()
    {
        inspector->showStep(u"train"_s);
        line(u"Timeout"_s)->setFocus();
        QTest::keyClick(line(u"Timeout"_s), Qt::Key_Delete, Qt::AltModifier);
        QCOMPARE(line(u"Timeout"_s)->text(), QString());
        expectChanged("    timeout: 2h\n", "");
    }

    void severalStepsShowWhatTheyShareAndAreSetAsOneStepOfUndo()
    {
        inspector->showSteps({u"train"_s, u"evaluate"_s});
        QVERIFY(!inspector->findChild<QPlainTextEdit*>(u"Command"_s));
        QCOMPARE(line(u"Timeout"_s)->text(), QString());
        QCOMPARE(line(u"Timeout"_s)->placeholderText(), u"differs"_s);
        write(line(u"Timeout"_s), u"4h"_s);
        QCOMPARE(QString::fromStdString(now()).count(u"timeout: 4h"_s), 2);
        QCOMPARE(line(u"Timeout"_s)->text(), u"4h"_s);
        editor->undo();
        QCOMPARE(now(), text);
    }

    void aMistakeIsSaidWhileItIsTyped()
    {
        inspector->showStep(u"train"_s);
        QLineEdit* timeout = line(u"Timeout"_s);
        timeout->setFocus();
        timeout->selectAll();
        QTest::keyClicks(timeout, u"soon"_s);
        QTRY_VERIFY(!row(u"Timeout"_s)->error().isEmpty());
        QCOMPARE(now(), text); // nothing is committed
        timeout->selectAll();
        QTest::keyClicks(timeout, u"5h"_s);
        QTRY_VERIFY(row(u"Timeout"_s)->error().isEmpty());
    }

    void anotherStepTakesWhatWasTypedForTheOneBefore()
    {
        inspector->showStep(u"train"_s);
        line(u"Timeout"_s)->setFocus();
        line(u"Timeout"_s)->selectAll();
        QTest::keyClicks(line(u"Timeout"_s), u"9h"_s);
        inspector->showStep(u"evaluate"_s);
        expectChanged("timeout: 2h", "timeout: 9h");
        QCOMPARE(line(u"Timeout"_s)->text(), u"3h"_s);
    }

    void savingTakesWhatIsBeingTyped()
    {
        inspector->showStep(u"train"_s);
        QLineEdit* timeout = line(u"Timeout"_s);
        timeout->setFocus();
        timeout->selectAll();
        QTest::keyClicks(timeout, u"7h"_s);
        QCOMPARE(editor->save(), QString());
        QVERIFY(QString::fromStdString(folder->read("pipelines/p.pipeline.yaml")).contains(u"timeout: 7h"_s));
        QVERIFY(timeout->hasFocus());
    }

    void theWheelScrollsAndChangesNoChoice()
    {
        inspector->showStep(u"bad"_s);
        auto* ends = inspector->findChild<QComboBox*>();
        QCOMPARE(ends->currentText(), u"failed"_s);
        ends->clearFocus();
        QWheelEvent wheel({5, 5}, ends->mapToGlobal(QPointF(5, 5)), {0, 120}, {0, 120}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(ends, &wheel);
        QCOMPARE(ends->currentText(), u"failed"_s);
        QCOMPARE(now(), text);
    }

    void anExpressionIsCompletedWordByWord()
    {
        inspector->showStep(u"evaluate"_s);
        QLineEdit* condition = line(u"Condition"_s);
        condition->setFocus();
        QTest::keyClicks(condition, u"ste"_s);
        QTRY_VERIFY(popup() && popup()->isVisible());
        const QAbstractItemModelTester tester(popup()->model());
        QCOMPARE(popup()->currentIndex().data().toString(), u"steps"_s);
        QTest::keyClick(condition, Qt::Key_Return);
        QCOMPARE(condition->text(), u"steps."_s);
        QVERIFY(popup()->isVisible()); // the next word is asked for
        QTest::keyClick(condition, Qt::Key_Down);
        QTest::keyClick(condition, Qt::Key_Tab);
        QCOMPARE(condition->text(), u"steps.train."_s);
        QTest::keyClick(condition, Qt::Key_Escape);
        QVERIFY(!popup()->isVisible());
        QCOMPARE(now(), text);
    }

    void stepsThatMayBeNeededAreChosenWithTheKeyboard()
    {
        inspector->showStep(u"evaluate"_s);
        toolButton(u"Add: Needs"_s)->click();
        QLineEdit* need = line(u"Needs 1: Name of a step"_s);
        QTRY_VERIFY(need->hasFocus());
        QTest::keyClick(need, Qt::Key_Down);
        QVERIFY(popup()->isVisible());
        QTest::keyClick(need, Qt::Key_Down);
        QTest::keyClick(need, Qt::Key_Return);
        QCOMPARE(need->text(), u"train"_s);
        QTest::keyClick(need, Qt::Key_Return);
        QCOMPARE(editor->document().pipeline().step("evaluate")->needs, std::vector<std::string>{"train"});
    }

    void aCertainMendIsOneKeyAway()
    {
        inspector->showStep(u"train"_s);
        write(line(u"Timeout"_s), u"2 hours"_s);
        QVERIFY(button(u"Mend"_s)->isVisible());
        line(u"Timeout"_s)->setFocus();
        QTest::keyClick(line(u"Timeout"_s), Qt::Key_Return, Qt::AltModifier);
        QCOMPARE(now(), text);
        QVERIFY(row(u"Timeout"_s)->error().isEmpty());
    }

    void theNameInTheHeadRenamesTheStep()
    {
        QSignalSpy renamed(inspector.get(), &Inspector::renamed);
        inspector->showStep(u"train"_s);
        line(u"Timeout"_s)->setFocus();
        QTest::keyClick(line(u"Timeout"_s), Qt::Key_F2);
        QCOMPARE(QApplication::focusWidget(), line(u"Name"_s));
        write(line(u"Name"_s), u"fit"_s);
        QCOMPARE(renamed.count(), 1);
        QCOMPARE(inspector->step(), u"fit"_s);
        QVERIFY(editor->document().pipeline().step("fit"));
        write(line(u"Name"_s), u"evaluate"_s); // taken
        QCOMPARE(inspector->step(), u"fit"_s);
        QCOMPARE(line(u"Name"_s)->text(), u"fit"_s);
    }

    void theSwitchDisables()
    {
        inspector->showStep(u"train"_s);
        auto* enabled = inspector->findChild<QCheckBox*>();
        QVERIFY(enabled->isChecked());
        enabled->click();
        QVERIFY(!editor->document().pipeline().step("train")->enabled);
        editor->undo();
        QCOMPARE(now(), text);
    }

    void aCommandLineBecomesAScriptAndBack()
    {
        inspector->showStep(u"train"_s);
        QPlainTextEdit* command = command_();
        QCOMPARE(command->toPlainText(), u"python3 train.py\n--c ${{ params.c }}"_s);
        toolButton(u"Make it a script"_s)->click();
        QVERIFY(QString::fromStdString(now()).contains(u"run: python3 train.py --c ${{ params.c }}   # fit"_s));
        toolButton(u"Make it a command line"_s)->click();
        QCOMPARE(std::get<pipeline::Command>(editor->document().pipeline().step("train")->body).arguments.size(), std::size_t(4));
        command->setFocus();
        command->setPlainText(u"python3 'train it.py'"_s);
        QTest::keyClick(command, Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(QString::fromStdString(now()).contains(u"run: [python3, train it.py]   # fit"_s));
    }

    void aLongCommandIsFoldedNotHiddenBehindABar()
    {
        inspector->showStep(u"train"_s);
        command_()->setPlainText(u"python3 train.py --a 1 --b 2 some/rather/long/path/to/some/data.csv another/long/path/to/other/data.csv"_s);
        QTRY_VERIFY(command_()->height() > 3 * command_()->fontMetrics().lineSpacing());
        QCOMPARE(command_()->verticalScrollBarPolicy(), Qt::ScrollBarAlwaysOff);
    }

    void whatIsRareWaitsBehindMore()
    {
        inspector->showStep(u"train"_s);
        QVERIFY(!row(u"Backoff"_s));
        for (QToolButton* more : inspector->findChildren<QToolButton*>()) {
            if (more->text().contains(u"Backoff"_s))
                more->click();
        }
        QVERIFY(row(u"Backoff"_s) && row(u"Backoff"_s)->isVisible());
        inspector->showStep(u"evaluate"_s);
        QVERIFY(!row(u"Backoff"_s)->isVisible());
    }

    void whatIsFoldedStaysFolded()
    {
        inspector->showStep(u"train"_s);
        toolButton(u"LIMITS"_s)->click();
        QVERIFY(!line(u"Timeout"_s)->isVisible());
        inspector->showStep(u"check"_s);
        inspector->showStep(u"evaluate"_s);
        QVERIFY(!line(u"Timeout"_s) || !line(u"Timeout"_s)->isVisible());
        toolButton(u"LIMITS"_s)->click();
        QVERIFY(line(u"Timeout"_s)->isVisible());
    }

    void theValueOfTheLastRunStandsBelowAnExpression()
    {
        test::RecordedWorkspace recorded(text);
        const RunId run = recorded.start(Json{{"c", 2.5}});
        recorded.finish(run, "prepare", {.lasted = Duration(1000), .outcome = {}, .outputs = {"train", "test"}});
        inspector->showStep(u"train"_s);
        const auto& state = recorded.view().workspace;
        inspector->showLast(state, state.run(run));
        QVERIFY(says(u"python3 train.py --c 2.5"_s));
        QVERIFY(says(QString::fromStdString(run.text())));
        inspector->showLast(state, nullptr);
        QVERIFY(!says(QString::fromStdString(run.text()))); // not known is not said
    }

    void tabLeadsAsOneReadsAlsoThroughRowsThatCameLater()
    {
        inspector->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(inspector.get()));
        inspector->showStep(u"evaluate"_s);
        inspector->showStep(u"train"_s); // the same form; its rows are made now
        QTRY_VERIFY(line(u"Inputs 1: Name"_s) && line(u"Inputs 1: Name"_s)->isVisible());
        inspector->focusFirst();
        QStringList names;
        while (names.size() < 40 && QApplication::focusWidget() != inspector.get() && (names.isEmpty() || names.last() != u"Metrics"_s)) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            names.append(QApplication::focusWidget()->accessibleName());
        }
        const qsizetype input = names.indexOf(u"Inputs 1: Name"_s), output = names.indexOf(u"Outputs 1: Name"_s), metrics = names.indexOf(u"Metrics"_s);
        QVERIFY2(input >= 0 && input < output && output < metrics, qPrintable(names.join(u'|')));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backtab, Qt::ShiftModifier);
        QVERIFY(QApplication::focusWidget()->accessibleName() != u"Metrics"_s);
    }

    void aPathSaysWhatItWasInTheLastRun()
    {
        test::RecordedWorkspace recorded(text);
        const RunId run = recorded.start(Json{{"c", 2.5}});
        recorded.finish(run, "prepare", {.lasted = Duration(1000), .outcome = {}, .outputs = {"train", "test"}});
        const auto& state = recorded.view().workspace;
        const LastValues of(state, state.run(run), "train");
        QCOMPARE(of.at("params.c"), u"= 2.5"_s);
        QCOMPARE(of.at("steps.prepare.outputs.train"), u"= train (prepare)"_s);
        QCOMPARE(of.at("steps.prepare.outputs"), QString()); // too much for a line
        QCOMPARE(of.at("steps.nobody.state"), QString());
        QCOMPARE(LastValues(state, state.run(run), "drawn_since").at("params.c"), u"= 2.5"_s);
        QCOMPARE(LastValues(state, nullptr, "train").at("params.c"), QString());
    }

    void brokenTextLeavesTheFormWaiting()
    {
        inspector->showStep(u"train"_s);
        editor->apply(edit::ReplaceText{"penstock: ["});
        QCOMPARE(line(u"Timeout"_s)->text(), u"2h"_s);
        QVERIFY(!line(u"Timeout"_s)->isEnabled());
        editor->undo();
        QVERIFY(line(u"Timeout"_s)->isEnabled());
    }

private:
    std::string now() const { return editor->document().text(); }
    void expectChanged(const std::string& before, const std::string& after) const
    {
        std::string expected = text;
        expected.replace(expected.find(before), before.size(), after);
        QCOMPARE(now(), expected);
        editor->undo();
        QCOMPARE(now(), text);
    }
    const std::vector<pipeline::Branch>& branches() const { return std::get<pipeline::Choose>(editor->document().pipeline().step("check")->body).branches; }
    QLineEdit* line(const QString& name) const
    {
        for (QWidget* widget : inspector->findChildren<QWidget*>()) {
            if (widget->accessibleName() == name)
                return qobject_cast<QLineEdit*>(widget) ? qobject_cast<QLineEdit*>(widget) : widget->findChild<QLineEdit*>();
        }
        return nullptr;
    }
    static void write(QLineEdit* field, const QString& value)
    {
        QVERIFY(field);
        field->setText(value);
        Q_EMIT field->editingFinished();
    }
    common::FormRow* row(const QString& name) const
    {
        for (auto* row : inspector->findChildren<common::FormRow*>()) {
            if (row->editor()->accessibleName() == name)
                return row;
        }
        return nullptr;
    }
    QPlainTextEdit* command_() const { return row(u"Command"_s)->findChild<QPlainTextEdit*>(); }
    QPushButton* button(const QString& name) const
    {
        for (auto* button : inspector->findChildren<QPushButton*>()) {
            if (button->accessibleName() == name || button->text() == name)
                return button;
        }
        return nullptr;
    }
    QToolButton* toolButton(const QString& name) const
    {
        for (auto* button : inspector->findChildren<QToolButton*>()) {
            if (button->text() == name || button->accessibleName() == name)
                return button;
        }
        return nullptr;
    }
    CompletionPopup* popup() const { return inspector->findChild<CompletionPopup*>(); }
    bool says(const QString& words) const
    {
        for (QLabel* label : inspector->findChildren<QLabel*>()) {
            if (label->text().contains(words) && !label->isHidden())
                return true;
        }
        return false;
    }

    std::unique_ptr<test::TemporaryFolder> folder;
    platform::DiskFileSystem files;
    std::unique_ptr<PipelineEditor> editor;
    std::unique_ptr<Inspector> inspector;
};

} // namespace penstock::designer

QTEST_MAIN(penstock::designer::InspectorTest)
#include "inspector_test.moc"
