#include <QAbstractItemView>
#include <QApplication>
#include <QClipboard>
#include <QHelpEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>
#include <QToolTip>

#include "tests/support/failing_file_system.h"
#include "ui/designer/form/completion_model.h"
#include "ui/designer/form/completion_popup.h"
#include "ui/designer/text/yaml_gutter.h"
#include "ui/designer/text/yaml_panel.h"
#include "ui/designer/text/yaml_text.h"

namespace penstock::designer {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString file = u"pipelines/p.pipeline.yaml"_s;
const std::string path = "/w/pipelines/p.pipeline.yaml";
const std::string text = "penstock: 1\nname: p\nsteps:\n  train:\n    run: [python3, train.py]\n    timeout: 2h\n\n  evaluate:\n    run: [python3, evaluate.py]\n    needs: [train]\n";

} // namespace

class YamlPanelTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        panel.reset();
        editor.reset();
        disk = std::make_unique<test::FailingFileSystem>();
        disk->put(path, text);
        editor = std::make_unique<PipelineEditor>(u"/w"_s, *disk);
        QVERIFY(editor->open(file).isEmpty());
        panel = std::make_unique<YamlPanel>(*editor);
        panel->resize(700, 400);
        panel->show();
        yaml = panel->findChild<YamlText*>();
        yaml->setFocus();
        QVERIFY(QTest::qWaitForWindowActive(panel.get()));
    }

    void typingIsTakenOverAlsoWhileItGoesOn()
    {
        put(2, 0);
        QElapsedTimer timer;
        for (timer.start(); editor->isSaved() && timer.elapsed() < 10'000;)
            QTest::keyClick(yaml, Qt::Key_X, Qt::NoModifier, 50); // never a pause that is long enough
        QVERIFY(!editor->isSaved());
    }

    void whatWasJustTypedIsNotLostToAnEditElsewhere()
    {
        put(1, 7); // behind "name: p"
        QTest::keyClicks(yaml, u"q"_s);
        QVERIFY(editor->apply(edit::SetValue{{"steps", "train", "timeout"}, "3h"}).isEmpty()); // before the pause is over
        std::string both = text;
        both.replace(both.find("2h"), 2, "3h").replace(both.find("name: p"), 7, "name: pq");
        QCOMPARE(editor->document().text(), both);
        panel->takeOver();
        QCOMPARE(editor->document().text(), both);
        QCOMPARE(yaml->toPlainText().toStdString(), both);
    }

    void coloursAreNoEdit()
    {
        QSignalSpy edited(yaml, &YamlText::edited);
        yaml->verticalScrollBar()->setValue(3);
        panel->resize(700, 120);
        QCoreApplication::processEvents();
        QCOMPARE(edited.count(), 0);
    }

    void enterGoesOnWhereYamlWantsIt()
    {
        put(3, 8); // behind "train:"
        QTest::keyClick(yaml, Qt::Key_Return);
        QCOMPARE(line(4), u"    "_s);
        put(6, 15); // behind "timeout: 2h"
        QTest::keyClick(yaml, Qt::Key_Return);
        QCOMPARE(line(7), u"    "_s);
    }

    void tabMovesTheSelectedLinesAndShiftTabBack()
    {
        select(3, 4);
        QTest::keyClick(yaml, Qt::Key_Tab);
        QCOMPARE(line(3), u"    train:"_s);
        QCOMPARE(line(4), u"      run: [python3, train.py]"_s);
        QCOMPARE(line(5), u"    timeout: 2h"_s);
        QTest::keyClick(yaml, Qt::Key_Backtab);
        panel->takeOver();
        QCOMPARE(editor->document().text(), text);
        put(6, 0);
        QTest::keyClick(yaml, Qt::Key_Tab);
        QCOMPARE(line(6), u"  "_s);
    }

    void linesAreCommentedAndBroughtBack()
    {
        select(3, 7);
        QTest::keyClick(yaml, Qt::Key_Slash, Qt::ControlModifier);
        QCOMPARE(line(3), u"  # train:"_s);
        QCOMPARE(line(4), u"  #   run: [python3, train.py]"_s);
        QCOMPARE(line(6), QString());
        QTest::keyClick(yaml, Qt::Key_Slash, Qt::ControlModifier);
        panel->takeOver();
        QCOMPARE(editor->document().text(), text);
    }

    void aMistakeIsMarkedInTheMarginWithItsMend()
    {
        type(text, "timeout", "tiemout");
        QVERIFY(yaml->marks().hasError(6));
        const QString said = yaml->marks().say(6);
        QVERIFY2(said.contains(u"tiemout"_s) && said.contains(u"timeout"_s), qPrintable(said));
        auto* gutter = panel->findChild<YamlGutter*>();
        QPoint place;
        for (const VisibleLine& each : yaml->visibleLines()) {
            if (each.number == 6)
                place = {5, each.top + each.height / 2};
        }
        QHelpEvent help(QEvent::ToolTip, place, gutter->mapToGlobal(place));
        QApplication::sendEvent(gutter, &help);
        QVERIFY(QToolTip::text().contains(u"tiemout"_s));
        QTest::mouseClick(gutter, Qt::LeftButton, {}, place);
        QCOMPARE(yaml->textCursor().blockNumber(), 5);
    }

    void brokenTextSaysThatTheDrawingIsOlder()
    {
        const auto isSaid = [this] { return !panel->findChildren<QWidget*>(Qt::FindDirectChildrenOnly).front()->isHidden(); };
        QVERIFY(!isSaid());
        type(text, "[train]", "[train");
        QVERIFY(isSaid());
        QCOMPARE(editor->lastGood().steps.size(), std::size_t(2));
        QVERIFY(yaml->marks().isMarked(editor->issues().front().place.line));
        type(text, "2h", "3h");
        QVERIFY(!isSaid());
    }

    void theLinesOfTheChosenStepAreTinted()
    {
        yaml->clearFocus();
        panel->showStep(u"train"_s);
        QCOMPARE(yaml->textCursor().blockNumber(), 3);
        QCOMPARE(tinted(), (QList<int>{4, 5, 6}));
        panel->showStep(u"evaluate"_s);
        QCOMPARE(tinted(), (QList<int>{8, 9, 10}));
    }

    void aStepThatIsChosenBeforeTheTextHasItIsShownWhenItDoes()
    {
        yaml->clearFocus();
        panel->showStep(u"ship"_s);
        const int before = yaml->textCursor().blockNumber();
        QVERIFY(editor->apply(edit::AddSteps{{{"ship", {{"end", "succeeded"}}, std::nullopt}}}).isEmpty());
        QVERIFY(yaml->textCursor().blockNumber() > before);
        QVERIFY(yaml->textCursor().block().text().contains(u"ship"_s));
    }

    void whereTheCursorIsTheStepIsChosen()
    {
        QSignalSpy reached(panel.get(), &YamlPanel::stepReached);
        put(4, 6);
        QCOMPARE(reached.last().first().toString(), u"train"_s);
        put(9, 2);
        QCOMPARE(reached.last().first().toString(), u"evaluate"_s);
        put(0, 0);
        QCOMPARE(reached.last().first().toString(), QString());
    }

    void keysAreProposedWhileTypingAndEnterTakesThem()
    {
        put(5, 15);
        QTest::keyClick(yaml, Qt::Key_Return);
        QTest::keyClicks(yaml, u"retr"_s);
        QTRY_VERIFY(isOffering());
        QCOMPARE(popup()->model()->index(0, 0).data().toString(), u"retry"_s);
        QVERIFY(!popup()->model()->index(0, 0).data(CompletionModel::AboutRole).toString().isEmpty());
        QTest::keyClick(yaml, Qt::Key_Return);
        QCOMPARE(line(6), u"    retry: "_s);
        QVERIFY(!popup()->isVisible());
    }

    void stepsAreProposedWhenAskedFor()
    {
        put(9, 12); // needs: [|train]
        QTest::keyClick(yaml, Qt::Key_Space, Qt::ControlModifier);
        QVERIFY(isOffering());
        QCOMPARE(popup()->model()->rowCount(), 2);
        QSignalSpy left(panel.get(), &YamlPanel::left);
        QTest::keyClick(yaml, Qt::Key_Escape);
        QVERIFY(!popup()->isVisible());
        QCOMPARE(left.count(), 0); // the next one leaves the text
        panel->takeOver();
        QCOMPARE(editor->document().text(), text);
    }

    void expressionsAreCompleted()
    {
        put(8, 18); // behind "python3,"
        QTest::keyClicks(yaml, u" \"${{ step"_s);
        QTRY_VERIFY(isOffering());
        QTest::keyClick(yaml, Qt::Key_Return);
        QVERIFY2(line(8).contains(u"${{ steps."_s), qPrintable(line(8)));
        QVERIFY(popup()->isVisible()); // a step comes next
        QStringList steps;
        for (int row = 0; row < popup()->model()->rowCount(); ++row)
            steps.append(popup()->model()->index(row, 0).data().toString());
        QVERIFY2(steps.contains(u"train"_s), qPrintable(steps.join(u' ')));
        QTest::keyClick(yaml, Qt::Key_Escape);
    }

    void whatASubPipelineGivesIsCompleted()
    {
        disk->put("/w/parts/clean.pipeline.yaml", "penstock: 1\nname: clean\noutputs: {rows: \"${{ steps.wash.outputs.rows }}\"}\nsteps:\n  wash: {run: [make], values: {rows: {}}}\n");
        editor->apply(edit::ReplaceText{text + "  clean: {pipeline: {file: parts/clean.pipeline.yaml}}\n"});
        put(8, 18);
        QTest::keyClicks(yaml, u" \"${{ steps.clean.outputs."_s);
        QTRY_VERIFY(isOffering());
        QCOMPARE(popup()->model()->rowCount(), 1);
        QCOMPARE(popup()->model()->index(0, 0).data().toString(), u"rows"_s);
        QTest::keyClick(yaml, Qt::Key_Escape);
    }

    void anInputIsProposedInQuotes()
    {
        editor->apply(edit::ReplaceText{"penstock: 1\nname: p\nsteps:\n  make: {run: [make], outputs: {out: data/x}}\n  use:\n    run: [make]\n    inputs:\n      data: \n"});
        put(7, 12);
        QTest::keyClick(yaml, Qt::Key_Space, Qt::ControlModifier);
        QVERIFY(isOffering());
        QTest::keyClick(yaml, Qt::Key_Return);
        QCOMPARE(line(7), u"      data: \"${{ steps.make.outputs.out }}\""_s);
    }

    void whatAnExpressionWasInTheLastRunStandsBesideIt()
    {
        panel->showStep(u"evaluate"_s);
        panel->setLastValue([](const std::string& step, const std::string& path) { return QString::fromStdString(step + " sees " + path); });
        put(8, 18);
        QTest::keyClicks(yaml, u" \"${{ steps.train.sta"_s);
        QTRY_VERIFY(isOffering());
        QCOMPARE(popup()->model()->index(0, 0).data(CompletionModel::ValueRole).toString(), u"evaluate sees steps.train.state"_s);
        QTest::keyClick(yaml, Qt::Key_Tab);
        QVERIFY2(line(8).contains(u"steps.train.state"_s), qPrintable(line(8)));
    }

    void theTextIsSearchedFromTheKeyboard()
    {
        QTest::keyClick(yaml, Qt::Key_F, Qt::ControlModifier);
        auto* field = panel->findChild<QLineEdit*>();
        QVERIFY(field->isVisible());
        QTest::keyClicks(field, u"python3"_s);
        QCOMPARE(yaml->textCursor().blockNumber(), 4);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(yaml->textCursor().blockNumber(), 8);
        QTest::keyClick(field, Qt::Key_Return); // once round
        QCOMPARE(yaml->textCursor().blockNumber(), 4);
        QTest::keyClick(field, Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(yaml->textCursor().blockNumber(), 8);
        QTest::keyClick(field, Qt::Key_Escape);
        QVERIFY(!field->isVisible());
        QTest::keyClick(yaml, Qt::Key_F3);
        QCOMPARE(yaml->textCursor().blockNumber(), 4);
    }

    void whatIsNoTextOrTooMuchIsNotPasted()
    {
        QSignalSpy refused(panel.get(), &YamlPanel::refused);
        for (const QString& garbage : {QString(u"a\0b"_s), QString::fromUtf8("\x7f" "ELF\x02\xff\xfe", 7), QString(50 << 20, u'x')}) {
            QApplication::clipboard()->setText(garbage);
            yaml->paste();
        }
        QCOMPARE(refused.count(), 3);
        QCOMPARE(yaml->toPlainText().toStdString(), text);
        QApplication::clipboard()->setText(u"\tfine\r\n"_s);
        yaml->paste();
        QCOMPARE(refused.count(), 3);
        QVERIFY(yaml->toPlainText().toStdString() != text);
    }

    void undoIsTheDocuments()
    {
        put(5, 15);
        QTest::keyClicks(yaml, u"0"_s);
        QKeyEvent asked(QEvent::ShortcutOverride, Qt::Key_Z, Qt::ControlModifier);
        asked.ignore();
        QApplication::sendEvent(yaml, &asked);
        QVERIFY(!asked.isAccepted()); // so that the screen's action is called
        QVERIFY(editor->history().canUndo()); // with what was typed a moment ago
        editor->undo();
        QCOMPARE(yaml->toPlainText().toStdString(), text);
    }

    void linesOfTheFileKeepTheirEnds()
    {
        std::string dos = text;
        for (std::size_t at = 0; (at = dos.find('\n', at)) != std::string::npos; at += 2)
            dos.insert(at, 1, '\r');
        disk->put(path, dos);
        QVERIFY(editor->open(file).isEmpty());
        panel->takeOver();
        QCOMPARE(editor->document().text(), dos);
        put(5, 15);
        QTest::keyClicks(yaml, u"0"_s);
        panel->takeOver();
        dos.replace(dos.find("2h"), 2, "2h0");
        QCOMPARE(editor->document().text(), dos);
    }

    void aLongTextIsLookedAtOnlyWhereItIsSeen()
    {
        std::string large = text;
        for (int i = 0; i < 5'000; ++i)
            large.append("  step_").append(std::to_string(i)).append(": {run: [make], wrong: 1}\n");
        disk->put(path, large);
        QVERIFY(editor->open(file).isEmpty());
        QTRY_VERIFY_WITH_TIMEOUT(!editor->isReading(), 20'000);
        QVERIFY(editor->issues().size() > 1'000);
        QVERIFY(yaml->extraSelections().size() < 200);
        const auto isColoured = [this](int number) { return !yaml->document()->findBlockByNumber(number).layout()->formats().isEmpty(); };
        QVERIFY(isColoured(1));
        QVERIFY(!isColoured(3'000));
        yaml->goTo({3'001, 1});
        QVERIFY(isColoured(3'000));
        QVERIFY(yaml->extraSelections().size() < 200);
    }

private:
    void put(int lineNumber, int column) const
    {
        QTextCursor cursor(yaml->document()->findBlockByNumber(lineNumber));
        cursor.movePosition(QTextCursor::Right, QTextCursor::MoveAnchor, column);
        yaml->setTextCursor(cursor);
    }
    void select(int first, int last) const
    {
        QTextCursor cursor(yaml->document()->findBlockByNumber(first));
        cursor.setPosition(yaml->document()->findBlockByNumber(last).position() + 1, QTextCursor::KeepAnchor);
        yaml->setTextCursor(cursor);
    }
    QString line(int number) const { return yaml->document()->findBlockByNumber(number).text(); }
    void type(std::string now, const std::string& from, const std::string& to) const
    {
        yaml->setPlainText(QString::fromStdString(now.replace(now.find(from), from.size(), to)));
        panel->takeOver();
    }
    QList<int> tinted() const
    {
        QList<int> lines;
        const QTextBlock current = yaml->textCursor().block();
        int onCurrent = 0;
        for (const QTextEdit::ExtraSelection& each : yaml->extraSelections()) {
            if (!each.format.hasProperty(QTextFormat::FullWidthSelection) || (each.cursor.block() == current && ++onCurrent == 2))
                continue; // the line of the cursor has a tint of its own
            lines.append(each.cursor.blockNumber() + 1);
        }
        return lines;
    }
    CompletionPopup* popup() const { return panel->findChild<CompletionPopup*>(); }
    bool isOffering() const { return popup() && popup()->isVisible(); }

    std::unique_ptr<test::FailingFileSystem> disk;
    std::unique_ptr<PipelineEditor> editor;
    std::unique_ptr<YamlPanel> panel;
    YamlText* yaml = nullptr; // the panel's
};

} // namespace penstock::designer

QTEST_MAIN(penstock::designer::YamlPanelTest)
#include "yaml_panel_test.moc"
