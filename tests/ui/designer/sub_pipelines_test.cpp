#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

#include "core/platform/disk_file_system.h"
#include "tests/support/temporary_folder.h"
#include "tests/ui/support/recorded_source.h"
#include "ui/canvas/graph_view.h"
#include "ui/common/label.h"
#include "ui/designer/design_canvas.h"
#include "ui/designer/design_screen.h"
#include "ui/designer/edge_panel.h"
#include "ui/designer/trail_bar.h"
#include "ui/designer/versions/versions_page.h"

namespace penstock::designer {

using namespace Qt::Literals::StringLiterals;

namespace {

const std::string outer = "penstock: 1\nname: digits\nsteps:\n  clean: {pipeline: {file: parts/clean.pipeline.yaml}}\n  gone: {pipeline: {file: parts/gone.pipeline.yaml}}\n"
                          "  train: {run: [python3, train.py], needs: [clean]}\n";
const std::string inner = "penstock: 1\nname: clean\nsteps:\n  deep: {pipeline: {file: parts/deep.pipeline.yaml}}\n";
const std::string deep = "penstock: 1\nname: deep\nsteps:\n  wash: {run: [make], outputs: {out: data/x.csv}}\n  count: {run: [make], inputs: {data: \"${{ steps.wash.outputs.out }}\"}}\n";
const std::string ran = "penstock: 1\nname: digits\nsteps:\n  clean: {pipeline: {file: parts/clean.pipeline.yaml}}\n";

} // namespace

class SubPipelinesTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        folder = std::make_unique<test::TemporaryFolder>();
        folder->write("pipelines/digits.pipeline.yaml", outer);
        folder->write("parts/clean.pipeline.yaml", inner);
        folder->write("parts/deep.pipeline.yaml", deep);
        recorded = std::make_unique<test::RecordedWorkspace>(ran);
        recorded->knows("parts/clean.pipeline.yaml", inner);
        recorded->knows("parts/deep.pipeline.yaml", deep);
        clock = std::make_unique<test::StandingClock>(recorded->now());
        models::WorkspaceInfo info;
        info.folder = QString::fromStdString(folder->path());
        info.trusted = true;
        source = new test::RecordedSource;
        model = std::make_unique<models::WorkspaceModel>(info, std::unique_ptr<models::EventSource>(source), *clock);
        screen = std::make_unique<DesignScreen>(*model, files);
        screen->resize(1400, 900);
        screen->show();
        screen->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(screen.get()));
    }

    void cleanup()
    {
        screen.reset();
        model.reset();
    }

    void enterOpensWhatAStepOpensAndBackspaceLeadsBack()
    {
        QVERIFY(!bar()->isVisible());
        activate(u"clean"_s);
        QCOMPARE(screen->place(), u"clean"_s);
        QVERIFY(bar()->isVisible());
        QTRY_COMPARE(crumbs(), QStringList{u"digits"_s});
        activate(u"deep"_s);
        QCOMPARE(screen->place(), u"deep"_s);
        QTRY_COMPARE(crumbs(), (QStringList{u"digits"_s, u"clean"_s}));
        QCOMPARE(canvas()->graph().nodes.front().id, u"wash"_s);

        QTest::keyClick(canvas(), Qt::Key_Backspace);
        QCOMPARE(screen->place(), u"clean"_s);
        QCOMPARE(canvas()->selection(), QStringList{u"deep"_s}); // where one came from
        QTest::keyClick(canvas(), Qt::Key_Backspace);
        QCOMPARE(screen->place(), u"digits"_s);
        QVERIFY(!bar()->isVisible());
        QTest::keyClick(canvas(), Qt::Key_Backspace); // nothing is outside of it
        QCOMPARE(screen->place(), u"digits"_s);
    }

    void aCrumbLeadsToItsPipelineAtOnce()
    {
        activate(u"clean"_s);
        activate(u"deep"_s);
        bar()->findChildren<QPushButton*>().front()->click();
        QCOMPARE(screen->place(), u"digits"_s);
        QCOMPARE(canvas()->selection(), QStringList{u"clean"_s});
        QTRY_VERIFY(crumbs().isEmpty());
    }

    void anotherPipelineOfTheListHasNothingOutside()
    {
        activate(u"clean"_s);
        screen->show(models::Target{models::Target::Kind::pipeline, u"pipelines/digits.pipeline.yaml"_s, {}});
        QVERIFY(!bar()->isVisible());
    }

    void ctrlUpLeadsBackToo()
    {
        activate(u"clean"_s);
        QTest::keyClick(canvas(), Qt::Key_Up, Qt::ControlModifier);
        QCOMPARE(screen->place(), u"digits"_s);
    }

    void actionsOfASubPipelineAreThereForItsStepAlone()
    {
        canvas()->select({u"train"_s});
        QVERIFY(!action(u"Open the sub-pipeline"_s)->isEnabled());
        canvas()->select({u"clean"_s});
        QVERIFY(action(u"Open the sub-pipeline"_s)->isEnabled());
        QMenu menu;
        screen->fillMenu(menu);
        QVERIFY(menu.actions().contains(action(u"Open the sub-pipeline"_s)));
        action(u"Open the sub-pipeline"_s)->trigger();
        QCOMPARE(screen->place(), u"clean"_s);
        QTRY_COMPARE(crumbs(), QStringList{u"digits"_s});
    }

    void itsFileOpensByItself()
    {
        canvas()->select({u"clean"_s});
        canvas()->setFocus();
        QTest::keyClick(canvas(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(screen->place(), u"clean"_s);
        QVERIFY(!bar()->isVisible());
        QVERIFY(canvas()->hasFocus());
    }

    void renamingTakesEnterBeforeTheSubPipelineDoes()
    {
        canvas()->select({u"clean"_s});
        canvas()->setFocus();
        QTest::keyClick(canvas(), Qt::Key_F2);
        QTest::keyClicks(QApplication::focusWidget(), u"wash"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(screen->place(), u"digits (edited)"_s);
        QCOMPARE(canvas()->selection(), QStringList{u"wash"_s});
    }

    void insideTheRunIsThatOfTheOuterPipeline()
    {
        const RunId run = recorded->start(Json::object());
        test::StepResult result;
        result.outputs = {"out"};
        recorded->finish(run, "clean/deep/wash", result);
        source->deliverOpening(recorded->events());
        activate(u"clean"_s);
        activate(u"deep"_s);
        QVERIFY(says(u"states of digits-39 (in clean/deep)"_s));
        const canvas::Edge edge = canvas()->graph().edges.front();
        QCOMPARE(edge.from, u"wash"_s);
        auto* panel = screen->findChild<EdgePanel*>();
        QVERIFY(canvas()->graph().nodes.front().mark == theme::Mark::succeeded);
        canvas()->chooseEdge(edge);
        QTRY_VERIFY(!panel->isReading());
        QVERIFY(says(u"The artifact out, as it went through in digits-39 (in clean/deep)."_s));
    }

    void aSubPipelineThatIsOpenByItselfShowsItsOwnRuns()
    {
        recorded->start(Json::object());
        source->deliverOpening(recorded->events());
        screen->show(models::Target{models::Target::Kind::pipeline, u"parts/clean.pipeline.yaml"_s, {}});
        QVERIFY(says(u"not run yet"_s));
    }

    void whatIsNotThereIsSaidAndNothingElseHappens()
    {
        QSignalSpy met(screen.get(), &models::Screen::problemMet);
        activate(u"gone"_s);
        QCOMPARE(met.count(), 1);
        QVERIFY(met.first().first().toString().contains(u"parts/gone.pipeline.yaml"_s));
        QCOMPARE(screen->place(), u"digits"_s);
        QCOMPARE(canvas()->graph().nodes.size(), std::size_t(3));
    }

    void versionsOpenAndCloseOverTheCanvas()
    {
        for (QAction* each : screen->barActions()) {
            if (each->shortcut() == QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_D))
                each->trigger();
        }
        auto* versions = screen->findChild<VersionsPage*>();
        QVERIFY(versions && versions->isVisible());
        QTRY_VERIFY(!versions->isReading());
        folder->write("pipelines/another.pipeline.yaml", deep); // the list of pipelines is read again
        QTRY_COMPARE(screen->findChild<QComboBox*>(u"pipelines"_s)->count(), 2);
        QVERIFY(versions->isVisible());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(!versions->isVisible());
        QVERIFY(canvas()->isVisible());
    }

private:
    canvas::GraphView* canvas() const { return screen->findChild<DesignCanvas*>()->findChild<canvas::GraphView*>(); }
    TrailBar* bar() const { return screen->findChild<TrailBar*>(); }
    QStringList crumbs() const
    {
        QStringList names;
        for (const QPushButton* crumb : bar()->findChildren<QPushButton*>()) {
            if (crumb->isVisibleTo(bar()))
                names.append(crumb->text());
        }
        return names;
    }
    QAction* action(const QString& text) const
    {
        const auto actions = screen->moreActions();
        const auto found = std::ranges::find(actions, text, &QAction::text);
        return found == actions.end() ? nullptr : *found;
    }
    bool says(const QString& text) const
    {
        return std::ranges::any_of(screen->findChildren<common::Label*>(), [&](const common::Label* label) { return label->text().contains(text); });
    }
    void activate(const QString& step) const
    {
        canvas()->select({step});
        canvas()->setCurrent(step);
        canvas()->setFocus();
        QTest::keyClick(canvas(), Qt::Key_Return);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }

    std::unique_ptr<test::TemporaryFolder> folder;
    std::unique_ptr<test::RecordedWorkspace> recorded;
    std::unique_ptr<test::StandingClock> clock;
    test::RecordedSource* source = nullptr; // the model's
    platform::DiskFileSystem files;
    std::unique_ptr<models::WorkspaceModel> model;
    std::unique_ptr<DesignScreen> screen;
};

} // namespace penstock::designer

QTEST_MAIN(penstock::designer::SubPipelinesTest)
#include "sub_pipelines_test.moc"
