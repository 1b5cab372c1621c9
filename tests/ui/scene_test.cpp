#include "ui/canvas/scene.h"

#include <QTest>

#include <algorithm>

using namespace penstock::canvas;
using namespace Qt::Literals::StringLiterals;

namespace {

// Columns of 40; each node takes from two of the column before.
Graph columns(int count)
{
    Graph graph;
    for (int i = 0; i < count; ++i) {
        Node node;
        node.id = node.title = QString::number(i);
        node.position = QPointF(i / 40 * 260, i % 40 * 90);
        graph.nodes.push_back(node);
        for (const int from : {i - 40, i - 43}) {
            if (i >= 43 && from / 40 == i / 40 - 1)
                graph.edges.push_back({QString::number(from), node.id, EdgeKind::data, {}, false});
        }
    }
    return graph;
}

long ledIn(const Scene& scene)
{
    return std::count_if(scene.wires().begin(), scene.wires().end(), [](const Wire& wire) { return wire.isLed; });
}

} // namespace

class SceneTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aSmallSceneHasAllItsWires()
    {
        Scene scene;
        scene.setGraph(columns(200));
        QCOMPARE(ledIn(scene), static_cast<long>(scene.wires().size()));
    }

    void aLargeSceneLeadsOnlyWhatIsLookedAt()
    {
        Scene scene;
        scene.setGraph(columns(4000));
        QCOMPARE(ledIn(scene), 0L);
        QVERIFY(scene.wiresIn(scene.bounds()).size() > 7'000);
        QCOMPARE(ledIn(scene), 0L); // as a whole it is drawn with straight lines
        const auto wires = scene.wiresIn(QRectF(5000, 500, 1600, 900));
        QVERIFY(!wires.empty());
        for (const int wire : wires)
            QVERIFY(scene.wires()[static_cast<std::size_t>(wire)].isLed);
        QVERIFY(ledIn(scene) < 2'000);
    }

    void whatIsLedLateIsLedTheSame()
    {
        Scene late, all;
        late.setGraph(columns(4000));
        all.setGraph(columns(4000));
        all.leadAll();
        const QRectF area(5000, 500, 1600, 900);
        QCOMPARE(late.wiresIn(area), all.wiresIn(area));
        for (const int index : late.wiresIn(area)) {
            const Wire &one = late.wires()[static_cast<std::size_t>(index)], &other = all.wires()[static_cast<std::size_t>(index)];
            QCOMPARE(one.path, other.path);
            QCOMPARE(one.bounds, other.bounds);
            QCOMPARE(one.label, other.label);
        }
    }

    void wiresFollowWhenEverythingMoves()
    {
        Scene scene;
        scene.setGraph(columns(2000));
        (void)scene.wiresIn(QRectF(1000, 500, 800, 600));
        std::vector<int> nodes;
        std::vector<QPointF> positions;
        for (int i = 0; i < scene.nodeCount(); ++i) {
            nodes.push_back(i);
            positions.push_back(scene.rect(i).topLeft() + QPointF(10'000, 300));
        }
        scene.moveNodes(nodes, positions, Scene::Settle::yes);
        QVERIFY(scene.wiresIn(QRectF(1000, 500, 800, 600)).empty());
        const auto wires = scene.wiresIn(QRectF(11'000, 800, 800, 600));
        QVERIFY(!wires.empty());
        for (const int index : wires) {
            const Wire& wire = scene.wires()[static_cast<std::size_t>(index)];
            QVERIFY(wire.isLed);
            QCOMPARE(wire.path.elementAt(0).x, scene.rect(wire.from).right());
        }
    }
};

QTEST_MAIN(SceneTest)
#include "scene_test.moc"
