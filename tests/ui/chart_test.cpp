#include "ui/charts/chart.h"
#include "ui/charts/decimate.h"
#include "ui/charts/ticks.h"

#include <QSignalSpy>
#include <QTest>

#include <cmath>
#include <limits>

using namespace penstock::charts;
using namespace Qt::Literals::StringLiterals;

namespace {

std::vector<QPointF> wave(int count)
{
    std::vector<QPointF> points;
    for (int i = 0; i < count; ++i)
        points.emplace_back(i, std::sin(i / 1000.0));
    return points;
}

} // namespace

class ChartTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fewPointsStayAsTheyAre()
    {
        const auto points = wave(50);
        QVERIFY(decimate(points, 0, 49, 400) == points);
    }

    void manyPointsBecomeAFewPerPixel()
    {
        const auto points = wave(1'000'000);
        const auto drawn = decimate(points, 0, 999'999, 500);
        QVERIFY(drawn.size() <= 500 * 4 + 8);
        QVERIFY(drawn.size() >= 500);
        QCOMPARE(drawn.front(), points.front());
        QCOMPARE(drawn.back(), points.back());
        QVERIFY(std::is_sorted(drawn.begin(), drawn.end(), [](const QPointF& a, const QPointF& b) { return a.x() < b.x(); }));
    }

    void aSpikeOfOnePointIsKept()
    {
        auto points = wave(100'000);
        points[54'321].setY(50);
        points[12'345].setY(-50);
        const auto drawn = decimate(points, 0, 99'999, 300);
        QVERIFY(std::find(drawn.begin(), drawn.end(), QPointF(54'321, 50)) != drawn.end());
        QVERIFY(std::find(drawn.begin(), drawn.end(), QPointF(12'345, -50)) != drawn.end());
    }

    void aPartShowsItsNeighboursToo()
    {
        const auto drawn = decimate(wave(100), 20, 30, 400);
        QCOMPARE(drawn.front().x(), 19.0);
        QCOMPARE(drawn.back().x(), 31.0);
    }

    void whatIsNotFiniteIsLeftOut()
    {
        const double nan = std::numeric_limits<double>::quiet_NaN();
        const std::vector<QPointF> points{{0, 1}, {1, nan}, {2, std::numeric_limits<double>::infinity()}, {3, 2}};
        QCOMPARE(decimate(points, 0, 3, 100).size(), std::size_t{2});
        QVERIFY(decimate({}, 0, 1, 100).empty());
    }

    void ticksAreRound()
    {
        const Ticks ticks = niceTicks(0.8613, 0.9755, 5);
        QCOMPARE(ticks.step, 0.02);
        QCOMPARE(ticks.decimals, 2);
        QVERIFY(ticks.least <= 0.8613 && ticks.greatest >= 0.9755);
        QCOMPARE(niceTicks(0, 50, 5).step, 10.0);
        QVERIFY(niceTicks(3, 3, 5).greatest > 3);
        QVERIFY(niceTicks(std::nan(""), 1, 5).greatest > 0);
    }

    void aChartDrawsNoMoreThanItsPixelsNeed()
    {
        const std::unique_ptr<Chart> chart(makeChart());
        chart->resize(600, 300);
        chart->setLines({{u"#1"_s, wave(200'000), -1, false}});
        chart->show();
        QVERIFY(QTest::qWaitForWindowExposed(chart.get()));
        QCOMPARE(chart->givenPoints(), std::size_t{200'000});
        QVERIFY(chart->drawnPoints() < 600 * 4 + 10);
        QVERIFY(chart->drawnPoints() > 500);
        QVERIFY(!chart->grab().isNull());
    }

    void theCrosshairListsValuesWithTheLargestFirst()
    {
        const std::unique_ptr<Chart> chart(makeChart());
        chart->resize(600, 300);
        chart->setLines({{u"#1"_s, {{0, 1}, {1, 2}, {2, 3}}, -1, false}, {u"#2"_s, {{0, 5}, {1, 6}, {2, 7}}, -1, false}, {u"raw"_s, {{0, 9}, {2, 9}}, 0, true}});
        QCOMPARE(chart->valuesAt(1.1), (QStringList{u"#2 6"_s, u"#1 2"_s}));
        QCOMPARE(chart->valuesAt(2), (QStringList{u"#2 7"_s, u"#1 3"_s}));
    }

    void seriesThatEndEarlierAreNotListedBeyondTheirEnd()
    {
        const std::unique_ptr<Chart> chart(makeChart());
        chart->setLines({{u"short"_s, {{0, 1}, {10, 1}}, -1, false}, {u"long"_s, {{0, 2}, {100, 2}}, -1, false}});
        QCOMPARE(chart->valuesAt(50), QStringList{u"long 2"_s});
    }

    void keysMoveTheCrosshairFromPointToPoint()
    {
        const std::unique_ptr<Chart> chart(makeChart());
        chart->resize(600, 300);
        chart->setLines({{u"#1"_s, {{0, 1}, {5, 2}, {10, 3}}, -1, false}});
        chart->show();
        QSignalSpy moved(chart.get(), &Chart::crosshairMoved);
        QTest::keyClick(chart.get(), Qt::Key_Right);
        QTest::keyClick(chart.get(), Qt::Key_Right);
        QCOMPARE(moved.last()[0].toDouble(), 5.0);
        QCOMPARE(chart->accessibleDescription(), u"#1 2"_s);
        QTest::keyClick(chart.get(), Qt::Key_Left);
        QCOMPARE(moved.last()[0].toDouble(), 0.0);
        QTest::keyClick(chart.get(), Qt::Key_Escape);
        QVERIFY(std::isnan(moved.last()[0].toDouble()));
    }

    void emptyAndOddDataIsDrawnWithoutHarm()
    {
        const std::unique_ptr<Chart> chart(makeChart());
        chart->resize(400, 200);
        chart->show();
        chart->setLines({});
        chart->setLines({{u"none"_s, {}, -1, false}, {u"one"_s, {{3, 3}}, -1, false}, {u"nan"_s, {{0, std::nan("")}}, -1, false}});
        chart->setAxes({u"step"_s, true}, {u"loss"_s, true});
        chart->setCrosshair(3);
        QVERIFY(!chart->grab().isNull());
        chart->setBars({{u"accuracy"_s}, {{u"#1"_s, {std::nan("")}, -1}, {u"#2"_s, {}, -1}}});
        chart->setBars({});
        QVERIFY(!chart->grab().isNull());
    }
};

QTEST_MAIN(ChartTest)
#include "chart_test.moc"
