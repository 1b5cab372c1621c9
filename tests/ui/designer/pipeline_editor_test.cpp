#include <QSignalSpy>
#include <QTest>

#include "tests/support/failing_file_system.h"
#include "tests/support/manual_clock.h"
#include "ui/designer/pipeline_editor.h"

namespace penstock::designer {

using namespace Qt::Literals::StringLiterals;
using Kind = FileNotice::Kind;

namespace {

const QString file = u"pipelines/p.pipeline.yaml"_s;
const std::string path = "/w/pipelines/p.pipeline.yaml";
const std::string text = "penstock: 1\nname: p\nsteps:\n  train:\n    run: [python3, train.py]\n    # enough\n    timeout: 2h\n";

std::string with(std::string what, const std::string& from, const std::string& to) { return what.replace(what.find(from), from.size(), to); }

edit::SetValue timeout(const char* value) { return {{"steps", "train", "timeout"}, value}; }

std::string largePipeline(int steps)
{
    std::string made = "penstock: 1\nname: large\nsteps:\n";
    for (int i = 0; i < steps; ++i)
        made.append("  step_").append(std::to_string(i)).append(":\n    run: [python3, train.py]\n    needs: [").append(i ? "step_" + std::to_string(i - 1) : "").append("]\n");
    return made;
}

} // namespace

class PipelineEditorTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        leave(); // of the disk of before
        disk = std::make_unique<test::FailingFileSystem>();
        disk->put(path, text);
        place.folders = [] { return std::vector<std::string>{"/state/drafts"}; };
        place.hold = [](const std::string&) { return std::make_shared<int>(); }; // nobody else lives
        place.clock = &clock;
        begin();
    }

    void whatIsBeingTypedIsKeptAndIsNoStepOfUndo()
    {
        editor->setUnfinished({timeout("3")});
        editor->setUnfinished({timeout("3h")});
        QTRY_VERIFY(hasDraft());
        QCOMPARE(editor->document().text(), text);
        QVERIFY(!editor->history().canUndo());
        QVERIFY(editor->isSaved());
        crash();
        QCOMPARE(editor->document().text(), with(text, "2h", "3h"));
        QCOMPARE(editor->notice().kind, Kind::recovered);
    }

    void whatWasTypedAndTakenBackLeavesNoDraft()
    {
        editor->setUnfinished({timeout("3h")});
        QTRY_VERIFY(hasDraft());
        editor->setUnfinished({timeout("2h")});
        QTRY_VERIFY(!hasDraft());
        editor->setUnfinished({timeout("3h")});
        QTRY_VERIFY(hasDraft());
        editor->setUnfinished({});
        QTRY_VERIFY(!hasDraft());
    }

    void whatIsBeingTypedIsKeptBesideWhatIsUnsaved()
    {
        editor->apply(edit::SetValue{{"name"}, "q"});
        editor->setUnfinished({timeout("3h")});
        editor->apply(edit::SetValue{{"title"}, "Q"}); // from elsewhere: what is typed stays
        QTRY_VERIFY(hasDraft("timeout: 3h"));
        crash();
        QVERIFY(editor->document().text().find("3h") != std::string::npos);
        QVERIFY(editor->document().text().find("title: Q") != std::string::npos);
    }

    void ofALargeTextWhatIsTypedIsKeptInAnotherThread()
    {
        disk->put(path, largePipeline(6'000));
        editor->open(file);
        QTRY_VERIFY(!editor->isReading());
        editor->setUnfinished({edit::SetValue{{"steps", "step_5000", "timeout"}, "3h"}});
        QTRY_VERIFY(hasDraft());
        QVERIFY(editor->isSaved());
    }

    void aWindowThatIsClosedKeepsNothingThatWasRefused()
    {
        editor->setUnfinished({timeout("3h")});
        QTRY_VERIFY(hasDraft());
        editor->leave();
        QVERIFY(!hasDraft());
    }

    void aCrashLosesNothingThatWasOnDisk()
    {
        editor->apply(timeout("3h"));
        crash();
        QCOMPARE(editor->document().text(), with(text, "2h", "3h"));
        QCOMPARE(editor->notice().kind, Kind::recovered);
        QVERIFY(!editor->isSaved());
        QCOMPARE(*disk->content(path), text);
        editor->undo();
        QCOMPARE(editor->document().text(), text);
        QVERIFY(editor->isSaved());
        editor->redo();
        QVERIFY(editor->save().isEmpty());
        QCOMPARE(editor->notice().kind, Kind::none);
        crash();
        QCOMPARE(editor->notice().kind, Kind::none);
        QCOMPARE(editor->document().text(), with(text, "2h", "3h"));
    }

    void aSecondCrashLosesNothingEither()
    {
        editor->apply(timeout("3h"));
        crash();
        crash();
        QCOMPARE(editor->document().text(), with(text, "2h", "3h"));
    }

    void recoveredEditsCanBeDiscardedAndUndoBringsThemBack()
    {
        editor->apply(timeout("3h"));
        crash();
        editor->discardRecovered();
        QVERIFY(editor->isSaved());
        QCOMPARE(editor->notice().kind, Kind::none);
        editor->undo();
        QCOMPARE(editor->document().text(), with(text, "2h", "3h"));
        editor->redo();
        crash();
        QCOMPARE(editor->notice().kind, Kind::none);
    }

    void aNewerFileIsNotWrittenOverByRecoveredEdits()
    {
        editor->apply(timeout("3h"));
        leave();
        disk->put(path, with(text, "name: p", "name: q"));
        begin();
        QCOMPARE(editor->document().text(), with(with(text, "name: p", "name: q"), "2h", "3h"));
        QVERIFY(editor->notice().isMerged);
        editor->discardRecovered();
        QCOMPARE(editor->document().text(), with(text, "name: p", "name: q"));
    }

    void whereRecoveredEditsMeetANewerFileThePersonDecides()
    {
        editor->apply(timeout("3h"));
        leave();
        disk->put(path, with(text, "2h", "4h"));
        begin();
        QCOMPARE(editor->notice().kind, Kind::conflict);
        QCOMPARE(editor->fileText(), with(text, "2h", "4h"));
        QCOMPARE(editor->document().text(), with(text, "2h", "3h"));
        QVERIFY(!editor->save().isEmpty());
        QCOMPARE(*disk->content(path), with(text, "2h", "4h"));
        leave();
        begin(); // the question is still there
        QCOMPARE(editor->notice().kind, Kind::conflict);
        editor->takeTheirs();
        QCOMPARE(editor->document().text(), with(text, "2h", "4h"));
        QVERIFY(editor->isSaved());
        editor->undo();
        QCOMPARE(editor->document().text(), with(text, "2h", "3h"));
        QVERIFY(editor->save().isEmpty()); // now it is what the person wants
        QCOMPARE(*disk->content(path), with(text, "2h", "3h"));
    }

    void aChangeFromOutsideIsAStepOfUndo()
    {
        disk->put(path, with(text, "2h", "4h"));
        editor->look();
        QCOMPARE(editor->document().text(), with(text, "2h", "4h"));
        QVERIFY(editor->isSaved());
        QCOMPARE(editor->notice().kind, Kind::none);
        QCOMPARE(editor->history().undoName()->id, std::string("edit.outside"));
        editor->undo();
        QCOMPARE(editor->document().text(), text);
        QVERIFY(!editor->isSaved());
        editor->look(); // and it is not taken over again
        QCOMPARE(editor->document().text(), text);
    }

    void aChangeFromOutsideJoinsWhatIsUnsavedHere()
    {
        editor->apply(timeout("3h"));
        disk->put(path, with(text, "name: p", "name: q"));
        editor->look();
        QCOMPARE(editor->document().text(), with(with(text, "2h", "3h"), "name: p", "name: q"));
        QCOMPARE(editor->notice().kind, Kind::merged);
        editor->undo();
        QCOMPARE(editor->document().text(), with(text, "2h", "3h"));
        editor->redo();
        QVERIFY(editor->save().isEmpty());
        QCOMPARE(*disk->content(path), with(with(text, "2h", "3h"), "name: p", "name: q"));
    }

    void aConflictIsDecidedByThePerson()
    {
        editor->apply(timeout("3h"));
        disk->put(path, with(text, "2h", "4h"));
        editor->look();
        QCOMPARE(editor->notice().kind, Kind::conflict);
        QVERIFY(!editor->save().isEmpty());
        editor->keepMine();
        QCOMPARE(editor->notice().kind, Kind::none);
        QVERIFY(editor->save().isEmpty());
        QCOMPARE(*disk->content(path), with(text, "2h", "3h"));
    }

    void aConflictEndsWhenItsReasonIsGone()
    {
        editor->apply(timeout("3h"));
        disk->put(path, with(text, "2h", "4h"));
        editor->look();
        disk->put(path, text); // git takes it back
        editor->look();
        QCOMPARE(editor->notice().kind, Kind::none);
        disk->put(path, with(text, "2h", "4h"));
        editor->look();
        editor->apply(timeout("4h")); // the same is typed here
        QCOMPARE(editor->notice().kind, Kind::none);
        QVERIFY(editor->isSaved());
    }

    void savingLooksFirst()
    {
        editor->apply(timeout("3h"));
        disk->put(path, with(text, "name: p", "name: q")); // nobody told
        QVERIFY(editor->save().isEmpty());
        QCOMPARE(*disk->content(path), with(with(text, "2h", "3h"), "name: p", "name: q"));
    }

    void aFileThatIsGoneIsMadeAgainBySaving()
    {
        QVERIFY(disk->remove(path).ok());
        editor->look();
        QCOMPARE(editor->notice().kind, Kind::deleted);
        QVERIFY(!editor->isSaved());
        QVERIFY(!editor->hasEdits());
        QVERIFY(editor->save().isEmpty());
        QCOMPARE(*disk->content(path), text);
        QVERIFY(disk->remove(path).ok());
        editor->look();
        disk->put(path, text);
        editor->look();
        QCOMPARE(editor->notice().kind, Kind::none);
        QVERIFY(editor->isSaved());
    }

    void savingThatFailsLeavesTheOldFileAndSaysWhy()
    {
        editor->apply(timeout("3h"));
        for (int n = 0;; ++n) {
            disk->failAfter(n, ErrorCode::full);
            const QString problem = editor->save();
            disk->heal();
            if (problem.isEmpty())
                break;
            QCOMPARE(*disk->content(path), text);
            QVERIFY(!editor->isSaved());
        }
        QCOMPARE(*disk->content(path), with(text, "2h", "3h"));
    }

    void aLargeTextIsReadBesideTheWindow()
    {
        const std::string large = largePipeline(4'000);
        disk->put(path, large);
        QSignalSpy changed(editor.get(), &PipelineEditor::changed);
        QSignalSpy textChanged(editor.get(), &PipelineEditor::textChanged);
        QVERIFY(editor->open(file).isEmpty());
        QCOMPARE(textChanged.count(), 1);
        QCOMPARE(changed.count(), 0);
        QVERIFY(editor->isReading());
        editor->apply(edit::ReplaceText{large + "  last: {run: [make]}\n"}); // what is being read is stale now
        QTRY_COMPARE_WITH_TIMEOUT(changed.count(), 1, 20'000);
        QVERIFY(!editor->isReading());
        QCOMPARE(editor->lastGood().steps.size(), std::size_t(4'001));
        editor->apply(edit::ReplaceText{large + "  last: ["});
        QTRY_COMPARE_WITH_TIMEOUT(changed.count(), 2, 20'000);
        QCOMPARE(editor->lastGood().steps.size(), std::size_t(4'001));
        QVERIFY(editor->showsLastGood());
        QVERIFY(!editor->issues().empty());
    }

    void largeTextsAreBroughtTogetherBesideTheWindow()
    {
        const std::string large = largePipeline(4'000);
        disk->put(path, large);
        QVERIFY(editor->open(file).isEmpty());
        editor->apply(edit::ReplaceText{large + "  mine: {run: [make]}\n"});
        disk->put(path, with(large, "name: large", "name: larger"));
        editor->look();
        QTRY_COMPARE_WITH_TIMEOUT(editor->notice().kind, Kind::merged, 30'000);
        QCOMPARE(editor->document().text(), with(large, "name: large", "name: larger") + "  mine: {run: [make]}\n");
    }

private:
    void begin()
    {
        editor = std::make_unique<PipelineEditor>(u"/w"_s, *disk, place);
        QVERIFY(editor->open(file).isEmpty());
    }
    void leave() { editor.reset(); }
    // The window goes at a moment when all is written; what it wrote is all that the next one has.
    // Time goes on while it is waited for.
    bool hasDraft(const std::string& words = {})
    {
        clock.advance(Duration(3'000));
        const auto files = disk->list("/state/drafts");
        return files && std::any_of(files->begin(), files->end(), [&](const std::string& name) {
            const auto content = disk->content("/state/drafts/" + name);
            return name.ends_with(".draft") && content && content->find(words) != std::string::npos;
        });
    }

    void crash()
    {
        leave();
        begin();
    }

    test::ManualClock clock;
    DraftPlace place;
    std::unique_ptr<test::FailingFileSystem> disk;
    std::unique_ptr<PipelineEditor> editor;
};

} // namespace penstock::designer

QTEST_MAIN(penstock::designer::PipelineEditorTest)
#include "pipeline_editor_test.moc"
