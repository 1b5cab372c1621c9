#include "tests/ui/studio/recorded_studio.h"
#include "ui/models/qt_text.h"
#include "ui/runs/code_chips.h"
#include "ui/runs/events_model.h"
#include "ui/runs/run_filter.h"
#include "ui/runs/run_page.h"
#include "ui/runs/timeline_rows.h"

#include <QAbstractItemModelTester>
#include <QListView>
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
    attempt.record = {{"changedCode", Json::array({"train.py"})}};
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

QTEST_MAIN(RunsTest)
#include "runs_test.moc"
