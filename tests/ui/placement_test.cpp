#include "ui/canvas/layout.h"
#include "ui/canvas/placement.h"

#include <QSignalSpy>
#include <QTest>

#include <random>

using namespace penstock::canvas;
using namespace Qt::Literals::StringLiterals;

namespace {

Graph chain(int count)
{
    Graph graph;
    for (int i = 0; i < count; ++i) {
        Node node;
        node.id = QString::number(i);
        node.title = node.id;
        graph.nodes.push_back(node);
        if (i > 0)
            graph.edges.push_back({QString::number(i / 2), node.id, EdgeKind::data, {}, false});
    }
    return graph;
}

Graph added(Graph graph, const QString& id, const QString& after)
{
    Node node;
    node.id = node.title = id;
    graph.nodes.push_back(node);
    if (!after.isEmpty())
        graph.edges.push_back({after, id, EdgeKind::data, {}, false});
    return graph;
}

std::vector<QPointF> placesOf(const Graph& graph)
{
    std::vector<QPointF> places;
    for (const Node& node : graph.nodes)
        places.push_back(node.position.value_or(QPointF(-1e9, -1e9)));
    return places;
}

int overlaps(const Graph& graph)
{
    int count = 0;
    for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
        for (std::size_t k = 0; k < i; ++k)
            count += QRectF(*graph.nodes[i].position, sizeOf(graph.nodes[i])).intersects(QRectF(*graph.nodes[k].position, sizeOf(graph.nodes[k])));
    }
    return count;
}

} // namespace

class PlacementTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aSmallGraphIsLaidOutAtOnce()
    {
        Placement placement;
        Graph graph = chain(40);
        placement.place(graph);
        QVERIFY(placement.isSettled());
        Graph wanted = chain(40);
        placeNodes(wanted);
        QCOMPARE(placesOf(graph), placesOf(wanted));
    }

    void aNewLeafMovesNothingElse()
    {
        Placement placement;
        Graph graph = chain(30);
        placement.place(graph);
        const auto before = placesOf(graph);
        Graph more = added(chain(30), u"leaf"_s, u"7"_s);
        placement.place(more);
        auto after = placesOf(more);
        after.pop_back();
        QCOMPARE(after, before);
        QCOMPARE(overlaps(more), 0);
    }

    void aStepThatIsWiredAnewGoesWhereItsWiresLead()
    {
        Placement placement;
        Graph loose = added(chain(4), u"late"_s, {});
        placement.place(loose);
        Graph wired = added(chain(4), u"late"_s, u"3"_s);
        placement.place(wired);
        for (std::size_t i = 0; i < 4; ++i)
            QCOMPARE(*wired.nodes[i].position, *loose.nodes[i].position);
        QVERIFY(wired.nodes[4].position->x() > wired.nodes[3].position->x());
    }

    void placesThatADocumentForgetsAreFoundAnew()
    {
        Placement placement;
        Graph given = chain(6);
        for (std::size_t i = 0; i < 6; ++i)
            given.nodes[i].position = QPointF(0, 500.0 * static_cast<double>(i));
        const auto before = placesOf(given);
        placement.place(given);
        QCOMPARE(placesOf(given), before);
        Graph forgotten = chain(6);
        placement.place(forgotten);
        Graph wanted = chain(6);
        placeNodes(wanted);
        QCOMPARE(placesOf(forgotten), placesOf(wanted));
    }

    void aLargeGraphIsRoughAtFirstAndGoodSoon()
    {
        Placement placement;
        QSignalSpy settled(&placement, &Placement::settled);
        Graph graph = chain(1200);
        placement.place(graph);
        QVERIFY(!placement.isSettled());
        QCOMPARE(overlaps(graph), 0);
        QVERIFY(settled.wait(60'000));
        QVERIFY(placement.isSettled());
        Graph wanted = chain(1200);
        placeNodes(wanted);
        const auto places = settled[0][1].value<QList<QPointF>>();
        QCOMPARE(std::vector<QPointF>(places.begin(), places.end()), placesOf(wanted));
        // And there it stays.
        Graph again = chain(1200);
        placement.place(again);
        QVERIFY(placement.isSettled());
        QCOMPARE(placesOf(again), placesOf(wanted));
    }

    void anEditMeanwhileGetsTheGoodPlacesToo()
    {
        Placement placement;
        QSignalSpy settled(&placement, &Placement::settled);
        Graph first = chain(1200);
        placement.place(first);
        Graph second = added(chain(1200), u"leaf"_s, u"5"_s);
        placement.place(second);
        QVERIFY(settled.wait(60'000));
        QCOMPARE(settled.count(), 1); // the first was given up
        QCOMPARE(settled[0][0].toStringList().size(), 1201);
        Graph wanted = added(chain(1200), u"leaf"_s, u"5"_s);
        placeNodes(wanted);
        const auto places = settled[0][1].value<QList<QPointF>>();
        QCOMPARE(std::vector<QPointF>(places.begin(), places.end()), placesOf(wanted));
    }

    void aStepThatIsAddedToALargeGraphStartsBesideWhatFeedsIt()
    {
        Graph graph = chain(300);
        placeNodes(graph);
        graph = added(std::move(graph), u"leaf"_s, u"20"_s);
        const auto rough = roughPositions(layoutInputOf(graph, Placing::keepGiven));
        QVERIFY(rough.back().x > graph.nodes[20].position->x());
        QCOMPARE(rough.back().y, graph.nodes[20].position->y());
    }

    void whoeverGoesIsNotTold()
    {
        auto placement = std::make_unique<Placement>();
        Graph graph = chain(2000);
        placement->place(graph);
        placement.reset();
        LayoutJob job;
        QSignalSpy finished(&job, &LayoutJob::finished);
        job.start(layoutInputOf(graph, Placing::relayoutAll));
        job.stop();
        QVERIFY(!job.isRunning());
        job.start(layoutInputOf(chain(3), Placing::relayoutAll));
        QVERIFY(finished.wait(60'000));
        QCOMPARE(finished.count(), 1);
        QCOMPARE(finished[0][0].value<std::vector<Point>>().size(), 3U);
    }

    void cyclesGetRoughPlacesToo()
    {
        LayoutInput input;
        input.nodes.resize(3);
        input.edges = {{0, 1, false, 0, {}, {}}, {1, 0, false, 0, {}, {}}, {2, 2, false, 0, {}, {}}, {5, 1, false, 0, {}, {}}};
        QCOMPARE(roughPositions(input).size(), 3U);
    }
};

QTEST_MAIN(PlacementTest)
#include "placement_test.moc"
