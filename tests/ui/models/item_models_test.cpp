#include "tests/ui/support/recorded_source.h"
#include "ui/models/comparison_model.h"
#include "ui/models/requests_model.h"
#include "ui/models/runs_model.h"
#include "ui/models/steps_model.h"
#include "ui/models/versions_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace penstock;
using namespace penstock::test;
using namespace penstock::models;
using namespace Qt::Literals::StringLiterals;
using theme::Mark;

namespace {

RunId run(const char* text) { return *RunId::parse(text); }

QStringList column(const QAbstractItemModel& model, int column, int role = Qt::DisplayRole)
{
    QStringList texts;
    for (int row = 0; row < model.rowCount(); ++row)
        texts.append(model.index(row, column).data(role).toString());
    return texts;
}

Mark mark(const QModelIndex& index) { return index.data(MarkRole).value<Mark>(); }

} // namespace

class ItemModelsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void runsStandNewestFirst();
    void aRunSaysInOneLineWhatItIsAbout();
    void aNewRunIsInsertedAndAChangedOneUpdated();
    void stepsSayWhatTheyWaitFor();
    void aRetriedStepCountsItsAttempts();
    void manyItemsOfAMapAreOneRowAndThoseThatFailedAreSeen();
    void whatWaitsForAPersonStandsFirst();
    void versionsKnowTheirStage();
    void metricsAreComparedWithProduction();
    void onlyParametersThatDifferAreColumns();
    void tickingARunChangesTheCharts();
    void aColourStaysWithItsRun();
};

void ItemModelsTest::runsStandNewestFirst()
{
    OpenWorkspace workspace(digitsWorkspace());
    RunsModel model(workspace.model);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(column(model, RunsModel::RunColumn), (QStringList{u"digits-42"_s, u"digits-41"_s, u"digits-40"_s, u"digits-39"_s}));
    QCOMPARE(model.indexOf(run("digits-40")).row(), 2);
    QVERIFY(!model.indexOf(run("digits-7")).isValid());
    QCOMPARE(model.index(3, RunsModel::RunColumn).data(RawRole).toULongLong(), 39u);
}

void ItemModelsTest::aRunSaysInOneLineWhatItIsAbout()
{
    OpenWorkspace workspace(digitsWorkspace());
    RunsModel model(workspace.model);
    QCOMPARE(column(model, RunsModel::WhatColumn),
             (QStringList{u"train"_s, u"asks for lead"_s, u"train: exit 1"_s, u"digits 1.1 → Production"_s}));
    QCOMPARE(mark(model.index(0, 0)), Mark::running);
    QCOMPARE(mark(model.index(1, 0)), Mark::waitingForPerson);
    QCOMPARE(mark(model.index(2, 0)), Mark::failed);
    QCOMPARE(mark(model.index(3, 0)), Mark::succeeded);
    QCOMPARE(model.index(0, RunsModel::DurationColumn).data().toString(), u"33s"_s);
    QCOMPARE(model.index(0, RunsModel::WhoColumn).data().toString(), u"Ada"_s);
}

void ItemModelsTest::aNewRunIsInsertedAndAChangedOneUpdated()
{
    RecordedWorkspace recorded = digitsWorkspace(Until::threeRuns);
    OpenWorkspace workspace(recorded);
    RunsModel model(workspace.model);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    recorded.start(Json::object());
    recorded.decide(run("digits-41"), false, "grace", "too slow");
    workspace.source->deliver(recorded.events());
    QVERIFY(inserted.wait());
    QCOMPARE(model.rowCount(), 4);
    QCOMPARE(model.runAt(model.index(0, 0))->text(), std::string("digits-42"));
    QCOMPARE(mark(model.indexOf(run("digits-41"))), Mark::rejected);
}

void ItemModelsTest::stepsSayWhatTheyWaitFor()
{
    OpenWorkspace workspace(digitsWorkspace());
    StepsModel model(workspace.model);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 0);
    model.setRun(run("digits-42"));
    QCOMPARE(column(model, StepsModel::StepColumn),
             (QStringList{u"prepare"_s, u"train"_s, u"evaluate"_s, u"record"_s, u"better"_s, u"ask"_s, u"ship"_s, u"stop"_s}));
    QCOMPARE(mark(model.index(1, 0)), Mark::running);
    QVERIFY(model.index(2, StepsModel::WhyColumn).data().toString().contains(u"train"_s));
    QCOMPARE(model.index(1, StepsModel::DurationColumn).data().toString(), u"31s"_s);
    model.setRun(run("digits-40"));
    QVERIFY(model.index(1, StepsModel::WhyColumn).data().toString().contains(u"exit"_s));
    QCOMPARE(mark(model.index(2, 0)), Mark::skipped);
}

void ItemModelsTest::manyItemsOfAMapAreOneRowAndThoseThatFailedAreSeen()
{
    RecordedWorkspace recorded("penstock: 1\nname: p\nsteps:\n  sweep:\n    run: [\"true\"]\n    map: {over: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, "
                               "18, 19, 20, 21, 22, 23, 24], on_failure: collect, parallel: 1}\n  use: {run: [\"true\"], needs: [sweep]}\n", 1);
    const RunId id = recorded.start(Json::object());
    const auto finish = [&](int item, bool fine) {
        StepResult result;
        if (!fine)
            result.outcome = {engine::OutcomeKind::exited, 1, 0, {}};
        recorded.finishItem({id, {"sweep", 1, item}, 1}, result);
    };
    for (int item = 0; item < 19; ++item)
        finish(item, true);
    {
        OpenWorkspace workspace(recorded);
        StepsModel model(workspace.model);
        model.setRun(id);
        QCOMPARE(model.rowCount(), 2 + 20); // 19 have ended, one runs
    }
    finish(19, true);
    finish(20, false);
    finish(21, true);
    OpenWorkspace workspace(recorded);
    StepsModel model(workspace.model);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setRun(id);
    QStringList steps = column(model, StepsModel::StepColumn);
    QVERIFY2(steps[1].startsWith(u"21 more"_s) && steps[1].endsWith(u"of sweep"_s), qPrintable(steps[1]));
    steps.removeAt(1);
    QCOMPARE(steps, (QStringList{u"sweep"_s, u"use"_s, u"sweep[20]"_s, u"sweep[22]"_s}));
    QCOMPARE(model.index(1, StepsModel::WhyColumn).data().toString(), u"21 succeeded, 1 failed, 1 under way, 2 to come. Enter lists them."_s);
    QVERIFY(!model.toggle(model.index(0, 0)));
    QVERIFY(model.toggle(model.index(1, 0)));
    QCOMPARE(model.rowCount(), 2 + 23);
}

void ItemModelsTest::aRetriedStepCountsItsAttempts()
{
    RecordedWorkspace recorded = digitsWorkspace();
    recorded.finish(run("digits-42"), "train", {.lasted = Duration(500), .outcome = {engine::OutcomeKind::exited, 75, 0, {}}});
    OpenWorkspace workspace(recorded);
    StepsModel model(workspace.model);
    model.setRun(run("digits-42"));
    QCOMPARE(model.index(1, StepsModel::AttemptsColumn).data().toString(), u"1"_s);
    QCOMPARE(mark(model.index(1, 0)), Mark::pending); // it is tried again after a while
    QCOMPARE(model.instanceAt(model.index(1, 0))->text(), std::string("train"));
}

void ItemModelsTest::whatWaitsForAPersonStandsFirst()
{
    RecordedWorkspace recorded = digitsWorkspace();
    OpenWorkspace workspace(recorded);
    RequestsModel model(workspace.model);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(column(model, RequestsModel::SubjectColumn), (QStringList{u"digits 1.2 → Production"_s, u"digits 1.1 → Production"_s}));
    QCOMPARE(column(model, 0, SectionRole), (QStringList{u"Waiting"_s, u"Decided"_s}));
    QVERIFY(model.index(0, 0).data(DetailRole).toString().contains(u"3 h ago"_s));
    QVERIFY(model.index(1, 0).data(DetailRole).toString().contains(u"Grace"_s));

    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    recorded.decide(run("digits-41"), false, "grace", "too slow");
    workspace.source->deliver(recorded.events());
    QVERIFY(reset.wait());
    QCOMPARE(column(model, 0, SectionRole), (QStringList{u"Decided"_s, u"Decided"_s}));
    QCOMPARE(model.index(0, 0).data(DetailRole).toString(), u"rejected: too slow"_s);
}

void ItemModelsTest::versionsKnowTheirStage()
{
    OpenWorkspace workspace(digitsWorkspace());
    VersionsModel model(workspace.model);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(column(model, VersionsModel::VersionColumn), (QStringList{u"digits 1.2"_s, u"digits 1.1"_s}));
    QCOMPARE(column(model, VersionsModel::StageColumn), (QStringList{u"Candidate"_s, u"Production"_s}));
    QCOMPARE(model.index(1, VersionsModel::CommentColumn).data().toString(), u"clear gain on 3 and 5"_s);
    model.setLine(ModelLine{"other", 1});
    QCOMPARE(model.rowCount(), 0);
}

void ItemModelsTest::metricsAreComparedWithProduction()
{
    OpenWorkspace workspace(digitsWorkspace());
    ComparisonModel model(workspace.model);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(column(model, 0), (QStringList{u"digits-41"_s, u"digits-39"_s}));
    QCOMPARE(*model.baseline(), std::size_t(1));
    for (int i = 0; i < model.columnCount(); ++i) {
        if (!model.headerData(i, Qt::Horizontal, Qt::DisplayRole).toString().startsWith(u"accuracy"_s))
            continue;
        QCOMPARE(model.index(0, i).data().toString(), u"0.9861"_s);
        QCOMPARE(model.index(0, i + 1).data().toString(), u"+0.0084"_s);
        QCOMPARE(model.index(0, i + 1).data(VerdictRole).toInt(), 1);
        QCOMPARE(model.index(1, i + 1).data().toString(), u"base"_s);
        return;
    }
    QFAIL("no column for accuracy");
}

void ItemModelsTest::onlyParametersThatDifferAreColumns()
{
    OpenWorkspace workspace(digitsWorkspace());
    ComparisonModel model(workspace.model);
    QStringList parameters;
    for (int i = 0; i < model.columnCount(); ++i) {
        if (model.columnInfo(i).kind == ComparisonModel::ColumnKind::parameter)
            parameters.append(model.headerData(i, Qt::Horizontal, Qt::DisplayRole).toString());
    }
    QCOMPARE(parameters, QStringList{u"c"_s}); // both used the rbf kernel
}

void ItemModelsTest::tickingARunChangesTheCharts()
{
    OpenWorkspace workspace(digitsWorkspace());
    ComparisonModel model(workspace.model);
    QCOMPARE(model.ticked().size(), std::size_t(2));
    QSignalSpy ticked(&model, &ComparisonModel::tickedChanged);
    QVERIFY(model.setData(model.index(0, 0), Qt::Unchecked, Qt::CheckStateRole));
    QCOMPARE(ticked.size(), 1);
    QCOMPARE(model.ticked(), std::vector<std::size_t>{1});
    QVERIFY(!model.setData(model.index(0, 1), Qt::Checked, Qt::CheckStateRole));
}

void ItemModelsTest::aColourStaysWithItsRun()
{
    OpenWorkspace workspace(digitsWorkspace());
    ComparisonModel model(workspace.model);
    const int colour = model.seriesIndex(1);
    QVERIFY(model.setData(model.index(0, 0), Qt::Unchecked, Qt::CheckStateRole));
    QCOMPARE(model.seriesIndex(1), colour);
    QCOMPARE(model.seriesIndex(0), -1);
}

QTEST_MAIN(ItemModelsTest)
#include "item_models_test.moc"
