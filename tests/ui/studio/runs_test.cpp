#include "app/studio/parameter_form.h"
#include "tests/ui/studio/recorded_studio.h"
#include "ui/models/qt_text.h"
#include "ui/models/roles.h"
#include "ui/runs/code_chips.h"
#include "ui/runs/events_model.h"
#include "ui/runs/inbox_model.h"
#include "ui/runs/run_filter.h"
#include "core/engine/json_fields.h"
#include "ui/canvas/graph_view.h"
#include "ui/charts/chart.h"
#include "ui/common/label.h"
#include "ui/models/test_cases_model.h"
#include "ui/runs/run_page.h"
#include "ui/runs/step_explanation.h"
#include "ui/runs/step_history.h"
#include "ui/runs/step_tests.h"
#include "ui/runs/timeline_rows.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QPlainTextEdit>
#include <QTabBar>
#include <QTableView>
#include <QTest>

using namespace penstock;
using namespace penstock::test;
using namespace penstock::runs;
using namespace Qt::Literals::StringLiterals;

class RunsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aFilterFindsRunsByStatePersonAndAge();
    void theStepThatMattersIsShownFirst();
    void whatCanBeDoneFollowsTheRun();
    void aRunThatWasStartedIsShownWhenItComes();
    void barsCoverWhatRanAndWhatWasWaitedFor();
    void theScaleHasFewTicks();
    void eventsAreReadAndThenFollowed();
    void theHeaderSaysWithWhichCodeARunBegan();
    void aRunWhoseCommitIsKnownCanBeReproduced();
    void whatCameFromOutsideIsListedWithWhatBecameOfIt();
    void anEventCanBeReplayed();
    void testsAreShownCaseByCaseWhatFailedFirst();
    void aStepWithoutTestsSaysHowToHaveThem();
    void whatAStepMadeIsExplained();
    void aMetricHasAHistoryOverTheRuns();
    void aPipelineInsideIsEnteredAndLeft();
    void aRunIsBegunAgainFromAStepUpToItOrWithOtherParameters();
    void curvesGrowWhileTheStepRuns();
};

namespace {

RunId run(const char* text) { return *RunId::parse(text); }

} // namespace

void RunsTest::aFilterFindsRunsByStatePersonAndAge()
{
    OpenWorkspace workspace(digitsWorkspace());
    models::RunsModel runs(workspace.model);
    RunFilter filter(runs, workspace.model);
    const auto found = [&](const QString& text) {
        filter.setQuery(RunQuery::parse(text));
        QStringList ids;
        for (int i = 0; i < filter.rowCount(); ++i)
            ids.append(filter.index(i, models::RunsModel::RunColumn).data().toString());
        return ids.join(u' ');
    };
    QCOMPARE(found({}), u"digits-42 digits-41 digits-40 digits-39"_s);
    QCOMPARE(found(u"state:failed,running"_s), u"digits-42 digits-40"_s);
    QCOMPARE(found(u"since:4h"_s), u"digits-42 digits-41"_s);
    QCOMPARE(found(u"by:ada exit"_s), u"digits-40"_s);
    QCOMPARE(found(u"by:nobody"_s), QString());
}

void RunsTest::theStepThatMattersIsShownFirst()
{
    const RecordedWorkspace recorded = digitsWorkspace();
    const auto matters = [&](const char* id) { return stepThatMatters(*recorded.view().workspace.run(run(id)))->text(); };
    QCOMPARE(matters("digits-42"), std::string("train"));
    QCOMPARE(matters("digits-41"), std::string("ask"));
    QCOMPARE(matters("digits-40"), std::string("train"));
    QCOMPARE(matters("digits-39"), std::string("evaluate"));
}

void RunsTest::whatCanBeDoneFollowsTheRun()
{
    RecordedStudio studio;
    const auto mode = studio::ModeId::runs;
    studio.window->show({models::Target::Kind::run, u"digits-42"_s, {}});
    QVERIFY(studio.action(mode, u"Cancel"_s)->isVisible());
    QVERIFY(!studio.action(mode, u"Run again"_s)->isVisible());
    studio.window->show({models::Target::Kind::run, u"digits-40"_s, {}});
    QVERIFY(!studio.action(mode, u"Cancel"_s)->isVisible());
    QVERIFY(studio.action(mode, u"Resume"_s)->isVisible());
    studio.window->show({models::Target::Kind::run, u"digits-39"_s, {}});
    QVERIFY(studio.action(mode, u"Run again"_s)->isVisible());
    QVERIFY(!studio.action(mode, u"Resume"_s)->isVisible());
    studio.window->show({models::Target::Kind::run, u"digits-41"_s, {}});
    studio.action(mode, u"Review…"_s)->trigger();
    QCOMPARE(studio.window->mode(), studio::ModeId::approvals);
    QCOMPARE(studio.window->screen(studio::ModeId::approvals)->place(), u"digits 1.2 → Production"_s);
}

void RunsTest::aRunThatWasStartedIsShownWhenItComes()
{
    RecordedStudio studio;
    studio.window->show({models::Target::Kind::run, u"digits-39"_s, {}});
    studio.action(studio::ModeId::runs, u"Run again"_s)->trigger();
    const auto command = std::get<session::StartRun>(studio.source->commands().back());
    QCOMPARE(command.file, std::string("pipelines/digits.pipeline.yaml"));
    QCOMPARE(command.parameters.at("c").get<double>(), 0.5);
    studio.recorded.start(command.parameters);
    studio.source->answer(Json{{"run", "digits-43"}}); // before its first event
    studio.source->deliver(studio.recorded.events());
    QTRY_COMPARE(studio.window->screen(studio::ModeId::runs)->place(), u"run 43 of digits"_s);
}

void RunsTest::barsCoverWhatRanAndWhatWasWaitedFor()
{
    RecordedWorkspace recorded = digitsWorkspace();
    const engine::Run& waiting = *recorded.view().workspace.run(run("digits-41"));
    const auto rows = timelineRows(waiting, recorded.now());
    QCOMPARE(rows[0].bars.size(), std::size_t(1));
    QCOMPARE(rows[0].bars[0].to.count(), 2400);
    QCOMPARE(rows[1].bars[0].from, rows[0].bars[0].to);
    QCOMPARE(rows[1].bars[0].mark, theme::Mark::succeeded);
    QVERIFY(rows[5].bars.empty());
    QCOMPARE(rows[5].wait->mark, theme::Mark::waitingForPerson);
    QCOMPARE(rows[5].wait->to, recorded.now() - waiting.createdAt);
    QVERIFY(!rows[6].wait && rows[6].bars.empty());
}

void RunsTest::theScaleHasFewTicks()
{
    using std::chrono::hours;
    using std::chrono::seconds;
    QCOMPARE(tickStep(seconds(72), 8), Duration(seconds(10)));
    QCOMPARE(tickStep(hours(3), 8), Duration(std::chrono::minutes(30)));
    QCOMPARE(tickText(seconds(80)), u"1:20"_s);
    QCOMPARE(tickText(hours(2)), u"2:00:00"_s);
    QCOMPARE(tickText(Duration(200)), u"0:00.2"_s);
}

void RunsTest::eventsAreReadAndThenFollowed()
{
    RecordedWorkspace recorded = digitsWorkspace();
    OpenWorkspace workspace(recorded);
    EventsModel model(workspace.model);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setRun(run("digits-42"));
    const int before = model.rowCount();
    QVERIFY(before > 3);
    QVERIFY(model.index(0, EventsModel::EventColumn).data().toString().startsWith(u"run began"_s));
    recorded.cancel(run("digits-42"), "changed my mind");
    workspace.source->deliver(recorded.events());
    QTRY_VERIFY(model.rowCount() > before);
    QCOMPARE(model.index(before, EventsModel::EventColumn).data().toString(), u"cancel was asked for: changed my mind"_s);
}

void RunsTest::theHeaderSaysWithWhichCodeARunBegan()
{
    const auto texts = [](const engine::Run& run) {
        QStringList all;
        for (const RunChip& chip : codeChips(run))
            all.append(chip.text);
        return all.join(u'|');
    };
    engine::Run run;
    QCOMPARE(texts(run), QString());
    run.source = {{"commit", "4e1c9a2b77"}, {"branch", "main"}, {"dirty", true}, {"changed", 1}, {"untracked", 2}};
    QCOMPARE(texts(run), u"commit 4e1c9a2 · main|3 file(s) not committed"_s); // without a language plurals stand as written
    run.source = {{"commit", "4e1c9a2b77"}, {"branch", nullptr}, {"dirty", false}};
    QCOMPARE(texts(run), u"commit 4e1c9a2"_s);
    run.checkout = engine::Checkout{"digits-42", "v1", "4e1c9a2b77", {}, {}};
    run.reproduces = "digits-3";
    QCOMPARE(texts(run), u"checkout of v1 · 4e1c9a2|makes digits-3 again"_s);
    engine::Attempt attempt;
    attempt.phase = engine::Attempt::Phase::ended;
    attempt.record = PackedJson(Json{{"changedCode", Json::array({"train.py"})}});
    run.instances.emplace_back().attempts.push_back(attempt);
    QCOMPARE(codeChips(run).back(), (RunChip{u"train.py changed under way"_s, theme::Role::warning}));
}

void RunsTest::aRunWhoseCommitIsKnownCanBeReproduced()
{
    RecordedStudio studio;
    const auto mode = studio::ModeId::runs;
    studio.window->show({models::Target::Kind::run, u"digits-39"_s, {}});
    QVERIFY(!studio.action(mode, u"Reproduce"_s)->isVisible());
    studio.recorded.commit = "4e1c9a2b77";
    const RunId fresh = studio.recorded.start(Json::object());
    studio.recorded.cancel(fresh, "");
    studio.source->deliver(studio.recorded.events());
    studio.window->show({models::Target::Kind::run, models::qt(fresh.text()), {}});
    QTRY_VERIFY(studio.action(mode, u"Reproduce"_s)->isVisible());
    studio.action(mode, u"Reproduce"_s)->trigger();
    QCOMPARE(std::get<session::ReproduceRun>(studio.source->commands().back()).run, fresh);
}

void RunsTest::whatCameFromOutsideIsListedWithWhatBecameOfIt()
{
    RecordedWorkspace recorded = digitsWorkspace();
    recorded.receive("data.arrived", "k");
    recorded.receive("data.arrived", "k");
    OpenWorkspace workspace(recorded);
    InboxModel model(workspace.model);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.index(0).data().toString(), u"data.arrived"_s);
    QVERIFY(model.index(0).data(models::DetailRole).toString().startsWith(u"Received · 1 time"_s));
    using What = engine::EventOutcome::What;
    recorded.receive("nightly");
    recorded.handle({1}, {{"pipelines/a.pipeline.yaml", What::started, "digits-42", {}},
                          {"pipelines/b.pipeline.yaml", What::failed, {}, {"engine.trigger_did_not_hold", {}}}});
    workspace.source->deliver(recorded.events());
    QTRY_COMPARE(model.rowCount(), 2);
    QCOMPARE(model.index(0).data().toString(), u"nightly"_s);
    QTRY_VERIFY(model.index(1).data(models::DetailRole).toString().endsWith(u"\ndigits-42\npipelines/b.pipeline.yaml: its condition does not hold"_s));
    QVERIFY(model.index(1).data(models::DetailRole).toString().startsWith(u"Not started"_s));
    QCOMPARE(model.index(1).data(models::MarkRole).value<theme::Mark>(), theme::Mark::failed);
    QCOMPARE(model.runAt(model.index(1)), run("digits-42"));
    QVERIFY(!model.runAt(model.index(0)));
}

void RunsTest::anEventCanBeReplayed()
{
    RecordedStudio studio;
    const auto mode = studio::ModeId::runs;
    studio.window->show({models::Target::Kind::run, u"digits-39"_s, {}});
    studio.recorded.receive("nightly");
    studio.recorded.handle({1}, {{"pipelines/a.pipeline.yaml", engine::EventOutcome::What::started, "digits-40", {}}});
    studio.source->deliver(studio.recorded.events());
    auto* tabs = studio.find<QTabBar>(u"Runs, or the events that start them"_s);
    QVERIFY(tabs);
    QVERIFY(!studio.action(mode, u"Replay"_s)->isVisible());
    tabs->setCurrentIndex(1);
    auto* list = studio.find<QListView>(u"Events from outside"_s);
    QVERIFY(list);
    QTRY_COMPARE(list->model()->rowCount(), 1);
    list->setCurrentIndex(list->model()->index(0, 0));
    QCOMPARE(studio.window->screen(mode)->place(), u"run 40 of digits"_s); // the one that it started
    QVERIFY(studio.action(mode, u"Replay"_s)->isVisible());
    studio.action(mode, u"Replay"_s)->trigger();
    QCOMPARE(std::get<session::ReplayEvent>(studio.source->commands().back()).event, (EventId{1}));
}

namespace {

const std::string cases = R"({"penstock": 1, "cases": [{"name": "fine", "state": "passed", "ms": 20, "class": "t.a"},
    {"name": "breaks", "state": "failed", "ms": 1500, "class": "t.a", "message": "assert 1 == 2", "details": "def test():\n  assert 1 == 2"},
    {"name": "later", "state": "skipped", "ms": 0, "suite": "t"}]})";

// digits-42 has ended: its training failed, and so did one of its tests.
RecordedWorkspace failedTests()
{
    RecordedWorkspace workspace = digitsWorkspace();
    const Json tests{{"passed", 1}, {"failed", 1}, {"errored", 0}, {"skipped", 1}, {"ms", 1520}, {"suites", 2},
                     {"cases", engine::toJson(ArtifactRef{sha256(cases), ArtifactShape::file, cases.size()})},
                     {"reports", {{{"path", "build/junit.xml"}}, {{"path", "build/gone.xml"}, {"problem", {{"id", "host.report_missing"}, {"arguments", {{"path", "build/gone.xml"}}}}}}}}};
    StepResult result;
    result.outcome = {engine::OutcomeKind::exited, 1, 0, {}};
    result.record = {{"tests", tests}};
    workspace.finish(run("digits-42"), "train", result);
    return workspace;
}

QString row(const QAbstractItemModel& model, int row)
{
    QStringList cells;
    for (int column = 0; column < model.columnCount(); ++column)
        cells.append(model.index(row, column).data().toString());
    return cells.join(u'|');
}

} // namespace

void RunsTest::testsAreShownCaseByCaseWhatFailedFirst()
{
    RecordedStudio studio(failedTests());
    const std::string digest = sha256(cases).hex();
    studio.folder.write("digits-workspace/.penstock/objects/" + digest.substr(0, 2) + '/' + digest.substr(2), cases);
    studio.window->show({models::Target::Kind::run, u"digits-42"_s, {}});
    auto* tabs = studio.find<QTabBar>(u"Views of the step"_s);
    QVERIFY(tabs);
    QCOMPARE(tabs->tabText(1), u"Tests (1 failed)"_s);
    tabs->setCurrentIndex(1);
    auto* table = studio.find<QTableView>(u"Tests"_s);
    QVERIFY(table);
    QTRY_COMPARE(table->model()->rowCount(), 3);
    QCOMPARE(row(*table->model(), 0), u"failed|breaks|t.a|1.5s|assert 1 == 2"_s);
    QCOMPARE(row(*table->model(), 1).section(u'|', 0, 1), u"skipped|later"_s);
    QCOMPARE(studio.find<QPlainTextEdit>(u"What the test says"_s)->toPlainText(), u"def test():\n  assert 1 == 2"_s);
    studio.find<QLineEdit>(u"Filter tests"_s)->setText(u"passed t.a"_s);
    QCOMPARE(table->model()->rowCount(), 1);
    QCOMPARE(row(*table->model(), 0).section(u'|', 1, 1), u"fine"_s);
    QVERIFY(!studio.find<QPlainTextEdit>(u"What the test says"_s));
    bool isSaid = false;
    for (auto* label : studio.window->findChildren<common::Label*>())
        isSaid |= label->text().startsWith(u"build/gone.xml: The step declares"_s);
    QVERIFY(isSaid);
}

void RunsTest::aStepWithoutTestsSaysHowToHaveThem()
{
    OpenWorkspace workspace(digitsWorkspace());
    StepTests tests(workspace.model);
    const engine::Run& shown = *workspace.model.run(run("digits-40"));
    tests.show(shown, *shown.newest("train"));
    QStringList texts;
    for (auto* label : tests.findChildren<common::Label*>())
        texts.append(label->text());
    QVERIFY(texts.join(u' ').contains(u"reports: [build/junit.xml]"_s));
}

void RunsTest::whatAStepMadeIsExplained()
{
    session::Explanation explanation;
    explanation.way = session::Way::ran;
    explanation.why = {"session.cache_differs", {{"step", "digits-3/train"}}};
    explanation.against = "digits-3/train";
    explanation.same = {"command", "inputs"};
    explanation.differing = {"parameters", "code"};
    explanation.differences = {{{"part", "parameters"}, {"name", "c"}, {"was", 1}, {"is", 2}}, {{"part", "parameters"}, {"name", "kernel"}, {"was", nullptr}, {"is", "rbf"}}};
    QStringList lines;
    for (const Fact& fact : ExplanationText::facts(explanation))
        lines.append(fact.name + u": "_s + fact.value);
    QCOMPARE(lines.join(u" | "_s), u"Reason: Not all is the same as for digits-3/train. | Against: digits-3/train | Parameters: c: 1 → 2\nkernel: nothing → rbf | "
                                   "Code: differs | The same: Command, Inputs"_s);
    OpenWorkspace workspace(digitsWorkspace());
    StepExplanation page(workspace.model);
    const engine::Run& shown = *workspace.model.run(run("digits-42"));
    page.show(shown, *shown.newest("evaluate"));
    QStringList texts;
    for (auto* label : page.findChildren<common::Label*>())
        texts.append(label->text());
    QVERIFY2(texts.join(u' ').contains(u"It waits. Reason Waits for: train"_s), qPrintable(texts.join(u' ')));
}

void RunsTest::aMetricHasAHistoryOverTheRuns()
{
    RecordedStudio studio;
    studio.window->show({models::Target::Kind::run, u"digits-41"_s, u"evaluate"_s});
    studio.find<QTabBar>(u"Views of the step"_s)->setCurrentIndex(3);
    auto* names = studio.find<QComboBox>(u"Value"_s);
    QVERIFY(names);
    names->setCurrentText(u"accuracy"_s);
    Q_EMIT names->activated(names->currentIndex());
    auto* table = studio.find<QTableView>(u"History"_s);
    QCOMPARE(table->model()->rowCount(), 2);
    QCOMPARE(row(*table->model(), 0).section(u'|', 0, 3), u"digits-41|evaluate|0.9861|number"_s);
    QCOMPARE(row(*table->model(), 1).section(u'|', 0, 2), u"digits-39|evaluate|0.9777"_s);
    QCOMPARE(studio.find<charts::Chart>(u"Chart of the value over runs"_s)->givenPoints(), std::size_t(2));
    Q_EMIT table->activated(table->model()->index(1, 0));
    QCOMPARE(studio.window->screen(studio::ModeId::runs)->place(), u"run 39 of digits"_s);
}

void RunsTest::aPipelineInsideIsEnteredAndLeft()
{
    RecordedWorkspace recorded("penstock: 1\nname: outer\nsteps:\n  begin: {run: [\"true\"]}\n  clean: {needs: [begin], pipeline: {file: inner.yaml}}\n");
    recorded.knows("inner.yaml", "penstock: 1\nname: inner\nsteps:\n  read: {run: [\"true\"]}\n  write: {run: [\"true\"], needs: [read]}\n");
    const RunId id = recorded.start(Json::object());
    recorded.finish(id, "begin", {});
    recorded.begin(id, "clean/read");
    OpenWorkspace workspace(recorded);
    RunPage page(workspace.model);
    page.showRun(id);
    auto* graph = page.findChild<canvas::GraphView*>();
    const auto nodes = [&] {
        QStringList ids;
        for (const canvas::Node& node : graph->graph().nodes)
            ids.append(node.id);
        return ids.join(u' ');
    };
    QCOMPARE(nodes(), u"begin clean"_s);
    Q_EMIT graph->nodeActivated(u"begin"_s); // opens nothing
    QCOMPARE(nodes(), u"begin clean"_s);
    Q_EMIT graph->nodeActivated(u"clean"_s);
    QCOMPARE(nodes(), u"read write"_s);
    QCOMPARE(graph->graph().nodes.front().mark, theme::Mark::running);
    QCOMPARE(graph->current(), u"read"_s);
    graph->setCurrent(u"write"_s);
    QCOMPARE(nodes(), u"read write"_s);
    QPushButton* back = nullptr;
    for (auto* button : page.findChildren<QPushButton*>()) {
        if (button->accessibleName() == u"Go to outer-39"_s)
            back = button;
    }
    QVERIFY(back && back->isEnabled());
    back->click();
    QTRY_COMPARE(nodes(), u"begin clean"_s);
    QCOMPARE(graph->current(), u"clean"_s);
}

void RunsTest::aRunIsBegunAgainFromAStepUpToItOrWithOtherParameters()
{
    RecordedStudio studio;
    studio.window->show({models::Target::Kind::run, u"digits-40"_s, {}});
    auto* page = studio.window->findChild<RunPage*>();
    const auto choose = [&](const QString& entry) {
        Q_EMIT page->menuWanted({"train", 1, -1}, {});
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        for (QAction* action : menu ? menu->actions() : QList<QAction*>()) {
            if (action->text() == entry) {
                action->trigger();
                menu->close();
                return true;
            }
        }
        return false;
    };
    const auto last = [&] { return std::get<session::StartRun>(studio.source->commands().back()); };
    QVERIFY(choose(u"Run from “train” on"_s));
    QCOMPARE(last().from, std::vector<std::string>{"train"});
    QCOMPARE(last().reuse, std::string("digits-40"));
    QCOMPARE(textAt(last().parameters, "kernel"), std::string("poly"));
    QVERIFY(choose(u"Run up to “train”"_s));
    QCOMPARE(last().to, std::vector<std::string>{"train"});
    QVERIFY(last().from.empty() && last().reuse.empty());
    QVERIFY(choose(u"Run only “train”"_s));
    QVERIFY(!last().from.empty() && !last().to.empty());
    QVERIFY(choose(u"Why it ran or did not"_s));
    QCOMPARE(studio.find<QTabBar>(u"Views of the step"_s)->currentIndex(), 2);
    studio.action(studio::ModeId::runs, u"Run again with…"_s)->trigger();
    QTRY_VERIFY(studio.window->findChild<studio::ParameterForm*>());
    auto* form = studio.window->findChild<studio::ParameterForm*>();
    QCOMPARE(textAt(form->order().parameters, "kernel"), std::string("poly"));
    QCOMPARE(form->order().reuse, std::string());
    for (auto* box : form->findChildren<QCheckBox*>())
        box->setChecked(true);
    QCOMPARE(form->order().reuse, std::string("digits-40"));
    QVERIFY(form->order().noCache);
    form->accept();
    QTRY_VERIFY(last().noCache);
}

void RunsTest::curvesGrowWhileTheStepRuns()
{
    RecordedStudio studio;
    const AttemptId train = studio.recorded.attemptOf(run("digits-42"), "train");
    const auto log = [&](int from, int to) {
        std::vector<tracking::MetricPoint> points;
        for (int step = from; step < to; ++step)
            points.push_back({"loss", step, 1.0 / (step + 1), Instant(Duration(step))});
        studio.source->log(train, points);
    };
    studio.window->show({models::Target::Kind::run, u"digits-42"_s, {}});
    studio.find<QTabBar>(u"Views of the step"_s)->setCurrentIndex(4);
    QVERIFY(!studio.find<charts::Chart>(u"Chart of loss"_s));
    log(0, 10);
    QTRY_VERIFY(studio.find<charts::Chart>(u"Chart of loss"_s));
    auto* chart = studio.find<charts::Chart>(u"Chart of loss"_s);
    QTRY_COMPARE(chart->givenPoints(), std::size_t(10));
    log(10, 1000);
    QTRY_COMPARE(chart->givenPoints(), std::size_t(1000));
    QCOMPARE(chart->valuesAt(999).size(), 1);
}

QTEST_MAIN(RunsTest)
#include "runs_test.moc"
