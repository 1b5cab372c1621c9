#include "ui/canvas/route.h"

#include <QTest>

#include <cmath>

using namespace penstock::canvas;

namespace {

Point pointAt(const Route& route, std::size_t segment, double t)
{
    const Point *a = &route.points[segment * 3], *b = a + 1, *c = a + 2, *d = a + 3;
    const double u = 1 - t;
    return {u * u * u * a->x + 3 * u * u * t * b->x + 3 * u * t * t * c->x + t * t * t * d->x,
            u * u * u * a->y + 3 * u * u * t * b->y + 3 * u * t * t * c->y + t * t * t * d->y};
}

bool passesThrough(const Route& route, const Box& box)
{
    for (std::size_t segment = 0; segment < route.points.size() / 3; ++segment) {
        for (int i = 0; i <= 50; ++i) {
            const Point p = pointAt(route, segment, i / 50.0);
            if (p.x > box.x && p.x < box.right() && p.y > box.y && p.y < box.bottom())
                return true;
        }
    }
    return false;
}

constexpr Box left{0, 0, 196, 58};
constexpr Box right{800, 0, 196, 58};

} // namespace

class RouteTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aFreeWayIsOneCurveFromRightToLeft()
    {
        const Route route = Router({left, right}).route(0, 1, Passage::forward, 0);
        QCOMPARE(route.points.size(), std::size_t{4});
        QCOMPARE(route.points.front(), (Point{196, 29}));
        QCOMPARE(route.points.back(), (Point{800, 29}));
    }

    void labelsOfWiresThatRunSideBySideStandBesideEachOther()
    {
        const Box source{1200, 0, 196, 58}, below{0, 300, 196, 58}, furtherBelow{0, 400, 196, 58};
        const Router router({source, below, furtherBelow});
        std::vector<Point> labels;
        for (const int lane : {0, 1, 2})
            labels.push_back(router.route(0, lane == 0 ? 1 : 2, Passage::forward, lane).label);
        QVERIFY(std::abs(labels[0].x - labels[1].x) > 150);
        QVERIFY(std::abs(labels[0].x - labels[2].x) > 150);
        QVERIFY(std::abs(labels[1].x - labels[2].x) > 150);
    }

    void aNodeInTheWayIsPassed()
    {
        const Box middle{400, 0, 196, 58};
        const Route route = Router({left, right, middle}).route(0, 1, Passage::forward, 0);
        QVERIFY(!passesThrough(route, middle));
    }

    void aWallIsPassedAtItsNearestGap()
    {
        std::vector<Box> boxes{left, right};
        for (int i = -4; i <= 4; ++i)
            boxes.push_back({400, i * 100.0, 196, 58}); // gaps of 42 below each
        const Route route = Router(boxes).route(0, 1, Passage::forward, 0);
        for (std::size_t i = 2; i < boxes.size(); ++i)
            QVERIFY(!passesThrough(route, boxes[i]));
        QVERIFY(route.bounds().height < 120);
    }

    void aWayBackAvoidsTheNodesBelowItsTarget()
    {
        const Box below{0, 100, 196, 58};
        const Router router({left, right, below});
        const Route route = router.route(1, 0, Passage::back, 0);
        QVERIFY(!passesThrough(route, below));
    }

    void aWayBackInOneRowRunsOutsideTheRow()
    {
        const Box middle{400, 0, 196, 58};
        const Route route = Router({left, right, middle}).route(1, 0, Passage::back, 0);
        QVERIFY(!passesThrough(route, middle));
        QVERIFY(route.bounds().bottom() > 58 || route.bounds().y < 0);
    }

    void aFoldedWireRunsBetweenTheRows()
    {
        const Box next{0, 160, 196, 58};
        const Route route = Router({left, right, next}).route(1, 2, Passage::forward, 0);
        QCOMPARE(route.points.front(), (Point{996, 29}));
        QCOMPARE(route.points.back(), (Point{0, 189}));
        QVERIFY(!passesThrough(route, left));
    }

    void wiresOfOneNodeAreSpread()
    {
        const Router router({left, right, {400, 0, 196, 58}});
        QVERIFY(!(router.route(1, 0, Passage::back, 0) == router.route(1, 0, Passage::back, 1)));
    }

    void aStepThatRepeatsItselfGetsALoop()
    {
        const Route route = Router({left}).route(0, 0, Passage::back, 0);
        QVERIFY(route.bounds().bottom() > 70);
    }

    void wiresFollowAMovedNode()
    {
        Router router({left, right});
        router.move(1, {800, 300, 196, 58});
        QCOMPARE(router.route(0, 1, Passage::forward, 0).points.back(), (Point{800, 329}));
    }
};

QTEST_GUILESS_MAIN(RouteTest)
#include "route_test.moc"
