#include <QAction>
#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTest>

#include "core/platform/disk_file_system.h"
#include "tests/support/temporary_folder.h"
#include "tests/ui/support/recorded_source.h"
#include "ui/canvas/graph_view.h"
#include "ui/designer/design_screen.h"
#include "ui/designer/edge_panel.h"
#include "ui/designer/first_pipeline.h"

#include <algorithm>
#include <filesystem>

namespace penstock::designer {

using namespace Qt::Literals::StringLiterals;

namespace {

const std::string text = "# mine\npenstock: 1\nname: p\nsteps:\n  train:\n    run: [python3, train.py]   # keep\n    timeout: 2h\n"
                         "  evaluate: {run: [python3, evaluate.py], needs: [train]}\n";

} // namespace

class DesignScreenTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        folder = std::make_unique<test::TemporaryFolder>();
        folder->write("pipelines/p.pipeline.yaml", text);
        recorded = std::make_unique<test::RecordedWorkspace>(text);
        clock = std::make_unique<test::StandingClock>(recorded->now());
        models::WorkspaceInfo info;
        info.folder = QString::fromStdString(folder->path());
        info.trusted = true;
        source = new test::RecordedSource;
        model = std::make_unique<models::WorkspaceModel>(info, std::unique_ptr<models::EventSource>(source), *clock);
        screen = std::make_unique<DesignScreen>(*model, files);
        screen->resize(1400, 900);
        screen->show();
    }

    void cleanup()
    {
        screen.reset();
        model.reset();
    }

    void aWorkspaceWithoutPipelinesOffersItsScripts()
    {
        std::filesystem::remove_all(*folder / "pipelines");
        for (const char* name : {"evaluate.py", "setup.py", "src/train.py", "test_train.py", "notes.txt", "build.sh", ".hidden.py", "x.py", "z.py"})
            folder->write(name, "");
        QCOMPARE(likelyScripts(files, QString::fromStdString(folder->path())),
                 (QStringList{u"src/train.py"_s, u"build.sh"_s, u"evaluate.py"_s, u"x.py"_s}));
        DesignScreen empty(*model, files);
        empty.show();
        QSignalSpy wanted(&empty, &models::Screen::pipelineWanted);
        for (QPushButton* button : empty.findChildren<QPushButton*>()) {
            if (button->accessibleName() == u"Make a pipeline from src/train.py"_s || button->text() == u"Another script…"_s)
                button->click();
        }
        QCOMPARE(wanted.size(), 2);
        QCOMPARE(wanted.at(0).at(0).toString(), u"src/train.py"_s);
        QCOMPARE(wanted.at(1).at(0).toString(), QString());

        folder->write("pipelines/made.pipeline.yaml", text);
        QTRY_COMPARE(empty.place(), u"made"_s); // nobody told it
    }

    void choosingAStepShowsItEverywhere()
    {
        canvas()->select({u"evaluate"_s});
        QCOMPARE(outline()->currentIndex().data().toString(), u"evaluate"_s);
        QCOMPARE(yaml()->textCursor().blockNumber(), 7);
        outline()->setCurrentIndex(outline()->model()->index(0, 0));
        QCOMPARE(canvas()->selection(), QStringList{u"train"_s});
        QVERIFY(field(u"Timeout"_s));
        QCOMPARE(field(u"Timeout"_s)->text(), u"2h"_s);
    }

    void aStepThatWasJustMadeIsTheOneInTheOutline()
    {
        canvas()->select({u"train"_s});
        const auto actions = screen->moreActions();
        (*std::ranges::find(actions, u"Duplicate"_s, &QAction::text))->trigger();
        QCOMPARE(canvas()->selection(), QStringList{u"train_2"_s});
        QCOMPARE(outline()->selectionModel()->selectedIndexes().size(), 1);
        QCOMPARE(outline()->selectionModel()->selectedIndexes().first().data().toString(), u"train_2"_s);
    }

    void aParameterIsAddedByItsCommand()
    {
        canvas()->select({u"train"_s});
        const auto actions = screen->moreActions();
        (*std::ranges::find(actions, u"Add a parameter"_s, &QAction::text))->trigger();
        QVERIFY(canvas()->selection().isEmpty());
        auto* name = qobject_cast<QLineEdit*>(screen->focusWidget());
        QVERIFY(name);
        name->setText(u"rate"_s);
        Q_EMIT name->editingFinished();
        QVERIFY2(yaml()->toPlainText().contains(u"parameters:"_s) && yaml()->toPlainText().contains(u"rate"_s), qPrintable(yaml()->toPlainText()));
    }

    void aFieldChangesOnlyItsLineAndUndoGivesItBack()
    {
        canvas()->select({u"train"_s});
        edit(u"Timeout"_s, u"3h"_s);
        std::string expected = text;
        expected.replace(expected.find("2h"), 2, "3h");
        QCOMPARE(yaml()->toPlainText().toStdString(), expected);
        action(u"Save"_s)->trigger();
        QCOMPARE(folder->read("pipelines/p.pipeline.yaml"), expected);
        action(u"Undo"_s)->trigger();
        QCOMPARE(yaml()->toPlainText().toStdString(), text);
        QCOMPARE(field(u"Timeout"_s)->text(), u"2h"_s);
    }

    void savingTakesAlongWhatIsStillBeingWritten()
    {
        QVERIFY(QTest::qWaitForWindowActive(screen.get()));
        canvas()->select({u"train"_s});
        QLineEdit* timeout = field(u"Timeout"_s);
        timeout->setFocus();
        timeout->selectAll();
        QTest::keyClicks(timeout, u"5h"_s);
        QTest::keyClick(timeout, Qt::Key_S, Qt::ControlModifier); // at once: it has not become an edit yet
        QVERIFY(folder->read("pipelines/p.pipeline.yaml").find("timeout: 5h") != std::string::npos);

        yaml()->setFocus();
        yaml()->moveCursor(QTextCursor::End);
        QTest::keyClicks(yaml(), u"# more"_s);
        QTest::keyClick(yaml(), Qt::Key_S, Qt::ControlModifier);
        QVERIFY(folder->read("pipelines/p.pipeline.yaml").ends_with("# more"));
    }

    void aMistakeIsSaidBesideItsField()
    {
        canvas()->select({u"train"_s});
        edit(u"Timeout"_s, u"soon"_s);
        QVERIFY(!action(u"Run"_s)->isEnabled());
        edit(u"Timeout"_s, u"3h"_s);
        QVERIFY(action(u"Run"_s)->isEnabled());
    }

    void aMovedNodeIsKeptInTheLayoutFile()
    {
        canvas()->select({u"train"_s});
        Q_EMIT canvas()->nodesMoved({u"train"_s}, {QPointF(40, 60)});
        QVERIFY(QString::fromStdString(folder->read("pipelines/p.layout.yaml")).contains(u"train"_s));
        QCOMPARE(folder->read("pipelines/p.pipeline.yaml"), text);
        action(u"Undo"_s)->trigger();
        QVERIFY(!QString::fromStdString(folder->read("pipelines/p.layout.yaml")).contains(u"train"_s));
    }

    void layingOutIsOneStepThatUndoTakesBack()
    {
        action(u"Lay out"_s)->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(files.exists(*folder / "pipelines/p.layout.yaml"), 60'000);
        const QString laidOut = QString::fromStdString(folder->read("pipelines/p.layout.yaml"));
        QVERIFY(laidOut.contains(u"train"_s) && laidOut.contains(u"evaluate"_s));
        action(u"Undo"_s)->trigger();
        QVERIFY(!QString::fromStdString(folder->read("pipelines/p.layout.yaml")).contains(u"train"_s));
        QVERIFY(!action(u"Undo"_s)->isEnabled());
        QCOMPARE(folder->read("pipelines/p.pipeline.yaml"), text);
    }

    void whatAPipelineOpensIsLookedInto()
    {
        yaml()->setPlainText(QString::fromStdString(text + "  clean: {pipeline: {file: pipelines/inner.pipeline.yaml}}\n"));
        QTRY_VERIFY(!action(u"Run"_s)->isEnabled());
        folder->write("pipelines/inner.pipeline.yaml", "penstock: 1\nname: inner\nsteps:\n  a: {run: [\"true\"]}\n");
        yaml()->setPlainText(QString::fromStdString(text + "  clean: {pipeline: {file: pipelines/inner.pipeline.yaml}} # there now\n"));
        QTRY_VERIFY(action(u"Run"_s)->isEnabled());
    }

    void brokenTextKeepsTheLastGoodGraph()
    {
        yaml()->setPlainText(u"penstock: 1\nsteps: ["_s);
        QTRY_VERIFY(!action(u"Run"_s)->isEnabled());
        QCOMPARE(canvas()->graph().nodes.size(), std::size_t(2));
        yaml()->setPlainText(QString::fromStdString(text));
        QTRY_VERIFY(action(u"Run"_s)->isEnabled());
    }

    void runSavesFirstAndNamesTheFile()
    {
        QSignalSpy wanted(screen.get(), &models::Screen::runWanted);
        canvas()->select({u"train"_s});
        edit(u"Timeout"_s, u"5h"_s);
        action(u"Run"_s)->trigger();
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(wanted.first().first().value<session::StartRun>().file, std::string("pipelines/p.pipeline.yaml"));
        QVERIFY(QString::fromStdString(folder->read("pipelines/p.pipeline.yaml")).contains(u"5h"_s));
    }

    void aRunChangesTheLooksOfNodesAndNothingElse()
    {
        QSignalSpy drawnAnew(canvas(), &canvas::GraphView::viewChanged);
        const RunId run = recorded->start(Json::object());
        recorded->begin(run, "train");
        source->deliver(recorded->events());
        QTRY_COMPARE(canvas()->graph().nodes.front().mark, theme::Mark::running);
        QCOMPARE(drawnAnew.count(), 0);
        QVERIFY(outline()->model()->index(0, 0).data(Qt::AccessibleTextRole).toString().contains(theme::StateMark::word(theme::Mark::running)));

        canvas()->select({u"train"_s});
        edit(u"Timeout"_s, u"3h"_s); // it is not the step that ran any more
        QCOMPARE(canvas()->graph().nodes.front().mark, theme::Mark::pending);
    }

    void whatWasTypedThisMomentIsSaved()
    {
        yaml()->setPlainText(QString::fromStdString(text + "# more\n"));
        action(u"Save"_s)->trigger();
        QCOMPARE(folder->read("pipelines/p.pipeline.yaml"), text + "# more\n");

        canvas()->select({u"train"_s});
        QLineEdit* timeout = field(u"Timeout"_s);
        QVERIFY(timeout);
        screen->activateWindow();
        timeout->setFocus();
        QTRY_VERIFY(timeout->hasFocus());
        timeout->selectAll();
        QTest::keyClicks(timeout, u"7h"_s);
        action(u"Save"_s)->trigger();
        QVERIFY(QString::fromStdString(folder->read("pipelines/p.pipeline.yaml")).contains(u"timeout: 7h"_s));
    }

    void noTwoActionsHaveTheSameKey()
    {
        QHash<QString, QString> known;
        for (const QAction* each : screen->findChildren<QAction*>()) {
            const QString key = each->shortcut().toString();
            if (key.isEmpty())
                continue;
            QVERIFY2(!known.contains(key), qPrintable(u"%1: %2 and %3"_s.arg(key, known[key], each->text())));
            known.insert(key, each->text());
        }
        QVERIFY(known.contains(u"Ctrl+E"_s) && known.contains(u"Ctrl+P"_s));
    }

    void theWayOfTheRunIsShownAndHowOftenItLedBack()
    {
        const std::string loop = "penstock: 1\nname: p\nsteps:\n  look: {run: [look]}\n  done: {needs: [look], choose: [{if: \"true\", then: look, at_most: 2}, {else: stop}]}\n"
                                 "  stop: {end: succeeded}\n";
        folder->write("pipelines/p.pipeline.yaml", loop);
        QTRY_COMPARE(canvas()->graph().nodes.size(), std::size_t{3});
        const auto edges = [this] {
            QStringList shown;
            for (const canvas::Edge& edge : canvas()->graph().edges)
                shown.append(edge.from + (edge.taken ? u" => "_s : u" -> "_s) + edge.to + u' ' + edge.label);
            return shown;
        };
        const QStringList plain = edges();
        recorded = std::make_unique<test::RecordedWorkspace>(loop);
        const RunId run = recorded->start(Json::object());
        recorded->finish(run, "look", {});
        source->deliver(recorded->events());
        QTRY_VERIFY(edges() != plain);
        QVERIFY2(edges().join(u'\n').contains(QRegularExpression(u"done => look .* back ≤ 2× · taken 1×"_s)), qPrintable(edges().join(u'\n')));
        QVERIFY(edges().contains(u"look -> done "_s)); // not yet in this round
        QVERIFY(edges().join(u'\n').contains(u"done -> stop"_s));
    }

    void savingDoesNotDrawAnything()
    {
        canvas()->select({u"train"_s});
        edit(u"Timeout"_s, u"3h"_s);
        QSignalSpy drawnAnew(canvas(), &canvas::GraphView::viewChanged);
        action(u"Save"_s)->trigger();
        QCOMPARE(drawnAnew.count(), 0);
    }

    void theFirstStepStandsWhereItWasDroppedAndTheViewStaysThere()
    {
        folder->write("pipelines/empty.pipeline.yaml", "penstock: 1\nname: empty\nsteps: {}\n");
        folder->write("work.py", "");
        screen->show({models::Target::Kind::pipeline, u"pipelines/empty.pipeline.yaml"_s, {}});
        QVERIFY(canvas()->graph().nodes.empty());
        const QString script = QString::fromStdString(*folder / "work.py");
        Q_EMIT canvas()->filesDropped({script}, canvas()->toScene(QPointF(300, 200)));
        QCOMPARE(canvas()->graph().nodes.size(), std::size_t{1});
        const QString first = canvas()->graph().nodes.front().id;
        QCOMPARE(canvas()->viewRect(first).topLeft(), QPoint(300, 200));
        Q_EMIT canvas()->filesDropped({script}, canvas()->toScene(QPointF(20, 400)));
        QCOMPARE(canvas()->viewRect(canvas()->graph().nodes.back().id).topLeft(), QPoint(20, 400));
        QCOMPARE(canvas()->viewRect(first).topLeft(), QPoint(300, 200));
    }

    void aFileThatIsOpenedIsFitted()
    {
        folder->write("pipelines/far.pipeline.yaml", "penstock: 1\nname: far\nsteps:\n  one: {run: a}\n");
        folder->write("pipelines/far.layout.yaml", "nodes:\n  one: {x: 90, y: 70}\n");
        screen->show({models::Target::Kind::pipeline, u"pipelines/far.pipeline.yaml"_s, {}});
        QCOMPARE(canvas()->viewRect(u"one"_s).center().x() / 4, canvas()->rect().center().x() / 4);
    }

    void foldedFramesAreRememberedAcrossStarts()
    {
        folder->write("pipelines/p.pipeline.yaml", text + "frames: {both: {title: Both, steps: [train, evaluate]}}\n");
        const auto start = [this](const QByteArray& state) {
            screen = std::make_unique<DesignScreen>(*model, files);
            screen->restoreViewState(state);
            screen->show();
            screen->show({models::Target::Kind::pipeline, u"pipelines/p.pipeline.yaml"_s, {}});
        };
        start({});
        QVERIFY(!canvas()->viewRect(u"train"_s).isEmpty());
        Q_EMIT canvas()->nodeActivated(u"frame:both"_s);
        QVERIFY(canvas()->viewRect(u"train"_s).isEmpty());
        QCOMPARE(outline()->model()->rowCount(), 2); // it has all steps as before
        outline()->setCurrentIndex(outline()->model()->index(0, 0));
        QCOMPARE(canvas()->selection(), QStringList{u"frame:both"_s});
        QVERIFY(field(u"Timeout"_s)); // the form is that of the step
        const QByteArray folded = screen->viewState();
        start(folded);
        QVERIFY(canvas()->viewRect(u"train"_s).isEmpty());
        QVERIFY(!canvas()->viewRect(u"frame:both"_s).isEmpty());
        QVERIFY(yaml()->toPlainText().endsWith(u"[train, evaluate]}}\n"_s)); // nothing of it is the document's
        Q_EMIT canvas()->nodeActivated(u"frame:both"_s);
        QVERIFY(!canvas()->viewRect(u"train"_s).isEmpty());
        QVERIFY(screen->viewState().isEmpty());
    }

    void withoutAStepTheFormIsThePipelines()
    {
        QVERIFY(field(u"About"_s));
        edit(u"About"_s, u"Trains."_s);
        QVERIFY(yaml()->toPlainText().contains(u"about: Trains."_s));
        canvas()->select({u"train"_s});
        QVERIFY(field(u"Timeout"_s));
        canvas()->setFocus();
        QTest::keyClick(canvas(), Qt::Key_Escape);
        QVERIFY(!field(u"Condition"_s));
        QCOMPARE(field(u"About"_s)->text(), u"Trains."_s);
    }

    void aFileChangedElsewhereIsTakenOverUnlessThereIsUnsavedWork()
    {
        folder->write("pipelines/p.pipeline.yaml", text + "  more: {end: succeeded}\n");
        QTRY_COMPARE(canvas()->graph().nodes.size(), std::size_t(3));
        action(u"Undo"_s)->trigger(); // also what others did
        QCOMPARE(canvas()->graph().nodes.size(), std::size_t(2));
        action(u"Redo"_s)->trigger();
        canvas()->select({u"train"_s});
        edit(u"Timeout"_s, u"9h"_s);
        folder->write("pipelines/p.pipeline.yaml", text); // in other lines
        QTRY_COMPARE(canvas()->graph().nodes.size(), std::size_t(2));
        QVERIFY(yaml()->toPlainText().contains(u"9h"_s));
        QCOMPARE(canvas()->selection(), QStringList{u"train"_s});
    }

    void whoChangesTheSameLineAsAnotherIsAsked()
    {
        canvas()->select({u"train"_s});
        edit(u"Timeout"_s, u"9h"_s);
        std::string theirs = text;
        theirs.replace(theirs.find("2h"), 2, "4h");
        folder->write("pipelines/p.pipeline.yaml", theirs);
        QTRY_VERIFY(button(u"Take theirs"_s));
        QSignalSpy met(screen.get(), &models::Screen::problemMet);
        action(u"Save"_s)->trigger();
        QCOMPARE(met.count(), 1);
        QCOMPARE(folder->read("pipelines/p.pipeline.yaml"), theirs);
        button(u"Show the difference"_s)->click();
        auto* difference = named<QPlainTextEdit>(u"Difference"_s);
        QVERIFY(difference && difference->toPlainText().contains(u"-    timeout: 4h\n+    timeout: 9h"_s));
        difference->window()->close();
        button(u"Keep mine"_s)->click();
        QVERIFY(!button(u"Take theirs"_s));
        action(u"Save"_s)->trigger();
        QVERIFY(QString::fromStdString(folder->read("pipelines/p.pipeline.yaml")).contains(u"9h"_s));
    }

    void whatWentThroughAnEdgeIsShownAsLongAsItIsChosen()
    {
        auto* tabs = screen->findChild<QTabWidget*>();
        const int before = tabs->currentIndex();
        canvas()->chooseEdge(canvas()->graph().edges.front());
        QVERIFY(qobject_cast<EdgePanel*>(tabs->currentWidget()));
        canvas()->select({u"train"_s});
        QCOMPARE(tabs->currentIndex(), before);
    }

    void aFileThatIsRemovedStaysOpen()
    {
        std::filesystem::remove(*folder / "pipelines/p.pipeline.yaml");
        QTRY_COMPARE(screen->place(), u"p (edited)"_s);
        QCOMPARE(canvas()->graph().nodes.size(), std::size_t(2));
        action(u"Save"_s)->trigger();
        QCOMPARE(folder->read("pipelines/p.pipeline.yaml"), text);
        std::filesystem::remove(*folder / "pipelines/p.pipeline.yaml");
        action(u"Save"_s)->trigger(); // before anybody noticed
        QCOMPARE(folder->read("pipelines/p.pipeline.yaml"), text);
    }

private:
    canvas::GraphView* canvas() const { return screen->findChild<canvas::GraphView*>(); }
    QPlainTextEdit* yaml() const { return named<QPlainTextEdit>(u"YAML"_s); }
    QListView* outline() const { return named<QListView>(u"Outline"_s); }
    QLineEdit* field(const QString& name) const
    {
        for (QWidget* editor : screen->findChildren<QWidget*>()) {
            if (editor->accessibleName() == name) {
                if (auto* line = qobject_cast<QLineEdit*>(editor))
                    return line;
                if (auto* inner = editor->findChild<QLineEdit*>())
                    return inner;
            }
        }
        return nullptr;
    }
    void edit(const QString& name, const QString& value) const
    {
        QLineEdit* line = field(name);
        line->setText(value);
        Q_EMIT line->editingFinished();
    }
    QAction* action(const QString& name) const
    {
        for (QAction* each : screen->barActions()) {
            if (each->text() == name)
                return each;
        }
        return nullptr;
    }
    QPushButton* button(const QString& name) const
    {
        for (QPushButton* each : screen->findChildren<QPushButton*>()) {
            if (each->text() == name && each->isVisibleTo(screen.get()))
                return each;
        }
        return nullptr;
    }
    template <class Widget>
    Widget* named(const QString& name) const
    {
        for (Widget* widget : screen->findChildren<Widget*>()) {
            if (widget->accessibleName() == name)
                return widget;
        }
        return nullptr;
    }

    std::unique_ptr<test::TemporaryFolder> folder;
    std::unique_ptr<test::RecordedWorkspace> recorded;
    std::unique_ptr<test::StandingClock> clock;
    platform::DiskFileSystem files;
    test::RecordedSource* source = nullptr; // the model's
    std::unique_ptr<models::WorkspaceModel> model;
    std::unique_ptr<DesignScreen> screen;
};

} // namespace penstock::designer

QTEST_MAIN(penstock::designer::DesignScreenTest)
#include "design_screen_test.moc"
