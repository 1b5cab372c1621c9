#include <QTest> // before the standard headers, on which moc of Qt 6.4 stumbles otherwise

#include "tests/ui/support/recorded_source.h"
#include "ui/models/live_series.h"

#include <QSignalSpy>

using namespace penstock;
using namespace penstock::test;

namespace {

const AttemptId train = *AttemptId::parse("digits-42/train/1");

tracking::MetricPoint point(const char* name, int step, double value)
{
    return {name, step, value, Instant(Duration(1000 * step))};
}

std::size_t valuesOf(const models::LiveSeries& series, const char* name)
{
    const auto* all = series.of(train);
    for (const auto& each : all ? *all : std::vector<tracking::LoggedSeries>{}) {
        if (each.name == name)
            return each.values.size();
    }
    return 0;
}

} // namespace

class LiveSeriesTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsNewIsReadWhenItHasGrown();
    void onlyPointsThatAreWantedAreRead();
    void whatIsFollowedNoLongerIsForgotten();
    void aBurstIsToldAFewTimes();
};

void LiveSeriesTest::whatIsNewIsReadWhenItHasGrown()
{
    OpenWorkspace workspace(digitsWorkspace());
    models::LiveSeries series(workspace.model);
    workspace.source->log(train, {point("loss", 0, 1), point("loss", 1, 0.5)});
    series.want({"loss"});
    series.follow({train});
    QVERIFY(!series.of(train));
    QTRY_COMPARE(valuesOf(series, "loss"), std::size_t(2));
    workspace.source->log(train, {point("loss", 2, 0.25)});
    QTRY_COMPARE(valuesOf(series, "loss"), std::size_t(3));
    const auto& known = workspace.source->questions().back().known;
    QCOMPARE(known.size(), std::size_t(1)); // the third point was asked for, not all three
    QCOMPARE(series.of(train)->front().values.back().value, 0.25);
}

void LiveSeriesTest::onlyPointsThatAreWantedAreRead()
{
    OpenWorkspace workspace(digitsWorkspace());
    models::LiveSeries series(workspace.model);
    workspace.source->log(train, {point("acc", 0, 1), point("loss", 0, 1)});
    series.want({"loss"});
    series.follow({train});
    QTRY_COMPARE(valuesOf(series, "loss"), std::size_t(1));
    QCOMPARE(valuesOf(series, "acc"), std::size_t(0));
    QCOMPARE(series.names(), (std::set<std::string>{"acc", "loss"}));
    series.want({"acc"});
    QTRY_COMPARE(valuesOf(series, "acc"), std::size_t(1));
}

void LiveSeriesTest::whatIsFollowedNoLongerIsForgotten()
{
    OpenWorkspace workspace(digitsWorkspace());
    models::LiveSeries series(workspace.model);
    workspace.source->log(train, {point("loss", 0, 1)});
    series.want({"loss"});
    series.follow({train});
    QTRY_VERIFY(series.of(train));
    series.follow({*AttemptId::parse("digits-41/train/1")});
    QVERIFY(!series.of(train));
    const auto asked = workspace.source->questions().size();
    workspace.source->log(train, {point("loss", 1, 1)});
    QCOMPARE(workspace.source->questions().size(), asked);
}

void LiveSeriesTest::aBurstIsToldAFewTimes()
{
    OpenWorkspace workspace(digitsWorkspace());
    models::LiveSeries series(workspace.model);
    QSignalSpy changes(&series, &models::LiveSeries::changed);
    series.want({"loss"});
    series.follow({train});
    for (int i = 0; i < 500; ++i)
        workspace.source->log(train, {point("loss", i, i)});
    QTRY_COMPARE(valuesOf(series, "loss"), std::size_t(500));
    QTRY_VERIFY(changes.count() > 0);
    QVERIFY(changes.count() < 50);
    QVERIFY(workspace.source->questions().size() < 50); // one at a time, not one a notice
}

QTEST_MAIN(LiveSeriesTest)
#include "live_series_test.moc"
