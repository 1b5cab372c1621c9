// Reading large graphs in the view: what belongs to a step, and putting steps in order.
#include "ui/canvas/graph_view.h"

#include <QImage>
#include <QSignalSpy>
#include <QTest>

using namespace penstock::canvas;
using namespace Qt::Literals::StringLiterals;

namespace {

Node node(const QString& id, double x, double y)
{
    Node result;
    result.id = result.title = id;
    result.position = QPointF(x, y);
    return result;
}

// a -> b -> c in a row with a way back from c to a; x -> b from below; y alone.
Graph sample()
{
    return {{node(u"a"_s, 0, 0), node(u"b"_s, 260, 0), node(u"c"_s, 520, 0), node(u"x"_s, 0, 150), node(u"y"_s, 520, 300)},
            {{u"a"_s, u"b"_s, EdgeKind::data, {}, false},
             {u"b"_s, u"c"_s, EdgeKind::data, {}, false},
             {u"x"_s, u"b"_s, EdgeKind::data, {}, false},
             {u"c"_s, u"a"_s, EdgeKind::back, {}, false}}};
}

} // namespace

class GraphReadingTest final : public QObject {
    Q_OBJECT

    std::unique_ptr<GraphView> m_view;

    QImage shot() const
    {
        QImage image(m_view->size(), QImage::Format_RGB32);
        m_view->render(&image);
        return image;
    }
    QImage shotOf(const QString& id) const { return shot().copy(m_view->viewRect(id)); }
    void drag(const QString& id, const QPoint& by, Qt::KeyboardModifiers modifiers = {}, bool letGo = true)
    {
        const QPoint from = m_view->viewRect(id).center();
        QTest::mousePress(m_view.get(), Qt::LeftButton, {}, from);
        for (const QPoint& at : {from + by / 2, from + by}) {
            QMouseEvent move(QEvent::MouseMove, at, m_view->mapToGlobal(at), Qt::NoButton, Qt::LeftButton, modifiers);
            QCoreApplication::sendEvent(m_view.get(), &move);
        }
        if (letGo)
            QTest::mouseRelease(m_view.get(), Qt::LeftButton, modifiers, from + by);
    }
    QPointF placeOf(const QString& id) const
    {
        for (const Node& each : m_view->graph().nodes) {
            if (each.id == id)
                return *each.position;
        }
        return {};
    }

private Q_SLOTS:
    void init()
    {
        m_view = std::make_unique<GraphView>();
        m_view->resize(1000, 700);
        m_view->setGraph(sample());
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
        m_view->setZoom(1);
        m_view->select({});
    }

    void whatComesBeforeAndAfterIsSelectedAlongTheWires()
    {
        m_view->select({u"b"_s});
        m_view->selectReach(Reach::upstream);
        QCOMPARE(m_view->selection(), (QStringList{u"a"_s, u"b"_s, u"x"_s}));
        m_view->select({u"b"_s});
        m_view->selectReach(Reach::downstream);
        QCOMPARE(m_view->selection(), (QStringList{u"b"_s, u"c"_s})); // not round by the way back
        m_view->select({u"x"_s});
        m_view->selectReach(Reach::connected);
        QCOMPARE(m_view->selection(), (QStringList{u"a"_s, u"b"_s, u"c"_s, u"x"_s}));
    }

    void withoutSelectionTheCurrentStepIsMeant()
    {
        m_view->setCurrent(u"c"_s);
        m_view->select({});
        m_view->selectReach(Reach::upstream);
        QCOMPARE(m_view->selection(), (QStringList{u"a"_s, u"b"_s, u"c"_s, u"x"_s}));
    }

    void theUnrelatedFadesAsLongAsSomethingIsSelected()
    {
        const QImage plain = shotOf(u"y"_s);
        m_view->setOnlyRelated(true);
        QCOMPARE(shotOf(u"y"_s), plain); // nothing is selected yet
        const QImage before = shotOf(u"x"_s);
        m_view->select({u"b"_s});
        QVERIFY(shotOf(u"y"_s) != plain);
        QCOMPARE(shotOf(u"x"_s), before);
        m_view->select({});
        QCOMPARE(shotOf(u"y"_s), plain);
        m_view->select({u"b"_s});
        m_view->setOnlyRelated(false);
        QCOMPARE(shotOf(u"y"_s), plain);
    }

    void withoutASelectionItFadesAroundWhatThePointerRestsOn()
    {
        const QImage plain = shotOf(u"y"_s);
        m_view->setOnlyRelated(true);
        const QPoint over = m_view->viewRect(u"b"_s).center();
        QMouseEvent move(QEvent::MouseMove, over, m_view->mapToGlobal(over), Qt::NoButton, {}, {});
        QCoreApplication::sendEvent(m_view.get(), &move);
        QCOMPARE(shotOf(u"y"_s), plain); // it has only just come
        QTRY_VERIFY(shotOf(u"y"_s) != plain);
        QEvent leave(QEvent::Leave);
        QCoreApplication::sendEvent(m_view.get(), &leave);
        QTRY_COMPARE(shotOf(u"y"_s), plain);
    }

    void stepsAreAlignedInOneGesture()
    {
        QSignalSpy moved(m_view.get(), &GraphView::nodesMoved);
        m_view->select({u"a"_s, u"b"_s, u"y"_s});
        m_view->arrange(Arrangement::left);
        QCOMPARE(moved.count(), 1);
        QCOMPARE(moved[0][0].toStringList(), (QStringList{u"b"_s, u"y"_s})); // a stands there already
        QCOMPARE(placeOf(u"y"_s), QPointF(0, 300));
        m_view->arrange(Arrangement::left);
        QCOMPARE(moved.count(), 1);
        m_view->setEditable(false);
        m_view->arrange(Arrangement::bottom);
        QCOMPARE(moved.count(), 1);
    }

    void aDraggedStepSnapsToItsNeighbours()
    {
        drag(u"y"_s, QPoint(-257, 0)); // 263: three pixels beside b
        QCOMPARE(placeOf(u"y"_s), QPointF(260, 300));
    }

    void aGuideIsShownWhileTheDragGoesOn()
    {
        drag(u"y"_s, QPoint(-257, 0), {}, false);
        const QImage lined = shot();
        const QPoint between(m_view->viewRect(u"b"_s).left(), (m_view->viewRect(u"b"_s).bottom() + m_view->viewRect(u"y"_s).top()) / 2);
        const QRgb ground = lined.pixel(between + QPoint(5, 1));
        QVERIFY(lined.pixel(between) != ground);
        QTest::keyClick(m_view.get(), Qt::Key_Escape);
        QCOMPARE(shot().pixel(between), ground);
        QCOMPARE(placeOf(u"y"_s), QPointF(520, 300));
    }

    void withAltNothingSnaps()
    {
        drag(u"y"_s, QPoint(-257, 5), Qt::AltModifier);
        QCOMPARE(placeOf(u"y"_s), QPointF(263, 305));
    }

    void aLargeGraphIsShownBeforeItIsLaidOut()
    {
        Graph large;
        for (int i = 0; i < 600; ++i) {
            large.nodes.push_back(node(QString::number(i), 0, 0));
            large.nodes.back().position.reset();
            if (i > 0)
                large.edges.push_back({QString::number(i / 3), QString::number(i), EdgeKind::data, {}, false});
        }
        QSignalSpy moved(m_view.get(), &GraphView::nodesMoved);
        Graph wanted = large;
        placeNodes(wanted);
        m_view->setGraph({});
        m_view->setGraph(large);
        QCOMPARE(m_view->graph().nodes.size(), 600U);
        QVERIFY(m_view->graph() != wanted);
        QTRY_COMPARE_WITH_TIMEOUT(m_view->graph(), wanted, 60'000);
        QCOMPARE(moved.count(), 0); // nobody moved them: the document has nothing to keep
        QVERIFY(m_view->rect().contains(m_view->viewRect(u"599"_s).center()));
    }
};

QTEST_MAIN(GraphReadingTest)
#include "graph_reading_test.moc"
