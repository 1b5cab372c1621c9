#include "ui/canvas/arrange.h"
#include "ui/canvas/guides.h"

#include <QTest>

using namespace penstock::canvas;

namespace {

const std::vector<Box> boxes{{10, 20, 100, 40}, {300, 0, 60, 80}, {120, 200, 100, 40}};

std::vector<double> xs(const std::vector<Point>& points)
{
    std::vector<double> values;
    for (const Point& p : points)
        values.push_back(p.x);
    return values;
}

std::vector<double> ys(const std::vector<Point>& points)
{
    std::vector<double> values;
    for (const Point& p : points)
        values.push_back(p.y);
    return values;
}

} // namespace

class ArrangeTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void edgesMeetAtTheOutermost()
    {
        QCOMPARE(xs(arranged(boxes, Arrangement::left)), (std::vector<double>{10, 10, 10}));
        QCOMPARE(ys(arranged(boxes, Arrangement::left)), (std::vector<double>{20, 0, 200}));
        QCOMPARE(xs(arranged(boxes, Arrangement::right)), (std::vector<double>{260, 300, 260}));
        QCOMPARE(ys(arranged(boxes, Arrangement::top)), (std::vector<double>{0, 0, 0}));
        QCOMPARE(ys(arranged(boxes, Arrangement::bottom)), (std::vector<double>{200, 160, 200}));
        QCOMPARE(xs(arranged(boxes, Arrangement::bottom)), (std::vector<double>{10, 300, 120}));
    }

    void middlesMeetInTheMiddle()
    {
        QCOMPARE(xs(arranged(boxes, Arrangement::column)), (std::vector<double>{135, 155, 135}));
        QCOMPARE(ys(arranged(boxes, Arrangement::row)), (std::vector<double>{100, 80, 100}));
    }

    void gapsBecomeEqualAndTheOutermostStay()
    {
        const auto across = arranged({{0, 0, 100, 10}, {400, 0, 100, 10}, {110, 0, 50, 10}}, Arrangement::spreadAcross);
        QCOMPARE(xs(across), (std::vector<double>{0, 400, 225})); // 125 between each two
        // Two of 40 and one of 80 in 240: 40 between each two, from top to bottom by their middles.
        QCOMPARE(ys(arranged({{0, 0, 9, 40}, {5, 60, 9, 80}, {7, 200, 9, 40}}, Arrangement::spreadDown)), (std::vector<double>{0, 80, 200}));
    }

    void aboutTooFewNothingIsDone()
    {
        QCOMPARE(arranged({{5, 5, 1, 1}}, Arrangement::left), (std::vector<Point>{{5, 5}}));
        QCOMPARE(arranged({{5, 5, 1, 1}, {50, 9, 1, 1}}, Arrangement::spreadDown), (std::vector<Point>{{5, 5}, {50, 9}}));
        QVERIFY(arranged({}, Arrangement::top).empty());
    }

    void whatIsArrangedStaysArranged()
    {
        for (const auto how : {Arrangement::left, Arrangement::right, Arrangement::top, Arrangement::bottom, Arrangement::column, Arrangement::row, Arrangement::spreadAcross,
                               Arrangement::spreadDown}) {
            auto again = boxes;
            const auto once = arranged(boxes, how);
            for (std::size_t i = 0; i < again.size(); ++i) {
                again[i].x = once[i].x;
                again[i].y = once[i].y;
            }
            QCOMPARE(arranged(again, how), once);
        }
    }

    void aGuideAppearsWhereEdgesLineUp()
    {
        const auto alignment = alignmentOf({104, 300, 50, 20}, {{100, 0, 80, 40}}, 6);
        QVERIFY(alignment.x == -4.0);
        QVERIFY(!alignment.y.has_value());
        QCOMPARE(alignment.guides, (std::vector<Guide>{{{100, 0}, {100, 320}}}));
    }

    void middlesLineUpToo()
    {
        const auto alignment = alignmentOf({300, 13, 60, 20}, {{0, 0, 80, 40}}, 6);
        QVERIFY(alignment.y == -3.0);
        QCOMPARE(alignment.guides, (std::vector<Guide>{{{0, 20}, {360, 20}}}));
    }

    void theNearestWinsAndFarOnesDoNot()
    {
        const std::vector<Box> others{{100, 0, 80, 40}, {107, 500, 80, 40}};
        QVERIFY(alignmentOf({105, 250, 300, 20}, others, 6).x == 2.0);
        QVERIFY(!alignmentOf({140, 250, 300, 20}, {{100, 0, 20, 40}}, 6).x.has_value());
        QVERIFY(alignmentOf({140, 250, 300, 20}, {}, 6).guides.empty());
    }

    void likeGoesWithLikeBeforeTheRest()
    {
        // Left meets left at a distance of 3, right meets left at one of 3 as well.
        const auto alignment = alignmentOf({3, 100, 94, 20}, {{0, 0, 500, 40}, {100, 300, 500, 40}}, 6);
        QVERIFY(alignment.x == -3.0);
    }
};

QTEST_GUILESS_MAIN(ArrangeTest)
#include "arrange_test.moc"
