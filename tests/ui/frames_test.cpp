// Frames in the view: dragging nodes into them and out of them, and folding them.
#include "ui/canvas/folds.h"
#include "ui/canvas/graph_view.h"

#include <QImage>
#include <QSignalSpy>
#include <QTest>

using namespace penstock::canvas;
using namespace Qt::Literals::StringLiterals;

namespace {

Node node(const QString& id, double x, double y, NodeKind kind = NodeKind::command)
{
    Node result;
    result.id = result.title = id;
    result.kind = kind;
    result.position = QPointF(x, y);
    return result;
}

// a and b in a frame, c in another one with d; x and a note below.
Graph sample()
{
    Graph graph{{node(u"a"_s, 0, 0), node(u"b"_s, 0, 100), node(u"c"_s, 400, 0), node(u"d"_s, 400, 100), node(u"x"_s, 0, 320), node(u"remark"_s, 400, 320, NodeKind::note)},
                {{u"a"_s, u"c"_s, EdgeKind::data, {}, false}, {u"b"_s, u"x"_s, EdgeKind::order, {}, false}, {u"d"_s, u"x"_s, EdgeKind::order, {}, false}}};
    graph.frames = {{u"one"_s, u"One"_s, {u"a"_s, u"b"_s}}, {u"two"_s, u"Two"_s, {u"c"_s, u"d"_s}}};
    return graph;
}

class Anything final : public LinkJudge {
    QString refusal(const PortRef&, const PortRef&) const override { return {}; }
};

class NoGesture final : public Gesture {
    void moveTo(const QPointF&, Qt::KeyboardModifiers) override {}
    bool finish() override { return true; }
    void cancel() override {}
};

} // namespace

class FramesTest final : public QObject {
    Q_OBJECT

    std::unique_ptr<GraphView> m_view;
    std::unique_ptr<QSignalSpy> m_moved, m_reframed;

    void drag(const QPoint& from, const QPoint& to, Qt::KeyboardModifiers modifiers = {}, bool letGo = true)
    {
        QTest::mousePress(m_view.get(), Qt::LeftButton, {}, from);
        for (const QPoint& at : {(from + to) / 2, to}) {
            QMouseEvent move(QEvent::MouseMove, at, m_view->mapToGlobal(at), Qt::NoButton, Qt::LeftButton, modifiers);
            QCoreApplication::sendEvent(m_view.get(), &move);
        }
        if (letGo)
            QTest::mouseRelease(m_view.get(), Qt::LeftButton, modifiers, to);
    }
    QPoint middle(const QString& id) const { return m_view->viewRect(id).center(); }
    FrameChange change() const { return m_reframed->isEmpty() ? FrameChange() : m_reframed->last()[2].value<FrameChange>(); }
    QRectF frameOf(int index) const { return m_view->scene().frameRect(index); }

private Q_SLOTS:
    void init()
    {
        m_view = std::make_unique<GraphView>();
        m_view->resize(1000, 700);
        m_view->setLinking([] { return std::make_unique<Anything>(); }, [](Stage&, const Pull&, const QPointF&) { return std::make_unique<NoGesture>(); });
        m_view->setGraph(sample());
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
        m_view->setZoom(1);
        m_view->select({});
        m_moved = std::make_unique<QSignalSpy>(m_view.get(), &GraphView::nodesMoved);
        m_reframed = std::make_unique<QSignalSpy>(m_view.get(), &GraphView::nodesReframed);
    }

    void aStepThatIsDraggedIntoAFrameIsTakenByIt()
    {
        drag(middle(u"x"_s), middle(u"c"_s) + QPoint(0, 40));
        QCOMPARE(m_moved->count(), 0); // one gesture, one announcement
        QCOMPARE(m_reframed->count(), 1);
        QCOMPARE(m_reframed->first()[0].toStringList(), QStringList{u"x"_s});
        QCOMPARE(change(), (FrameChange{{}, u"two"_s}));
    }

    void fromOneFrameItGoesIntoTheOther()
    {
        drag(middle(u"a"_s), middle(u"c"_s) + QPoint(0, 40));
        QCOMPARE(change(), (FrameChange{{u"one"_s}, u"two"_s}));
    }

    void outsideOfItsFrameItLeavesIt()
    {
        drag(middle(u"b"_s), middle(u"x"_s) + QPoint(300, 60));
        QCOMPARE(change(), (FrameChange{{u"one"_s}, {}}));
    }

    void withinItsFrameItStays()
    {
        drag(middle(u"b"_s), middle(u"b"_s) + QPoint(0, -40));
        QCOMPARE(m_reframed->count(), 0);
        QCOMPARE(m_moved->count(), 1);
    }

    void withAltNoFrameTakesOrLosesIt()
    {
        const QRectF before = frameOf(0);
        drag(middle(u"b"_s), middle(u"c"_s) + QPoint(0, 40), Qt::AltModifier);
        QCOMPARE(m_reframed->count(), 0);
        QCOMPARE(m_moved->count(), 1);
        QVERIFY(frameOf(0).width() > before.width()); // it goes along
    }

    void aFrameThatIsTakenByItsTitleMovesItsStepsAndJoinsNothing()
    {
        const QPoint title = m_view->frameTitleRect(u"one"_s).center();
        drag(title, title + QPoint(400, 20));
        QCOMPARE(m_reframed->count(), 0);
        QCOMPARE(m_moved->first()[0].toStringList(), (QStringList{u"a"_s, u"b"_s}));
    }

    void notesAreInNoFrame()
    {
        drag(middle(u"remark"_s), middle(u"c"_s));
        QCOMPARE(m_reframed->count(), 0);
        QCOMPARE(m_moved->count(), 1);
    }

    void theFrameThatWouldTakeItIsHighlightedAndFramesStandStillMeanwhile()
    {
        const auto edgeOf = [this] {
            QImage image(m_view->size(), QImage::Format_RGB32);
            m_view->render(&image);
            const QRect frame = QRectF(m_view->toView(frameOf(1).topLeft()), frameOf(1).size()).toRect();
            return image.pixel(frame.left() + 1, frame.center().y());
        };
        const QRgb plain = edgeOf();
        const QRectF own = frameOf(0);
        drag(middle(u"b"_s), middle(u"c"_s) + QPoint(0, 40), {}, false);
        QVERIFY(edgeOf() != plain);
        QCOMPARE(frameOf(0), own);
        QTest::keyClick(m_view.get(), Qt::Key_Escape);
        QCOMPARE(edgeOf(), plain);
        QCOMPARE(frameOf(0), own);
        QCOMPARE(m_reframed->count(), 0);
    }

    void whereNothingIsEditedNoFrameTakesAnything()
    {
        m_view->setLinking({}, {});
        drag(middle(u"x"_s), middle(u"c"_s) + QPoint(0, 40));
        QCOMPARE(m_reframed->count(), 0);
        QCOMPARE(m_moved->count(), 1);
    }

    void aFoldedFrameIsOneNodeThatSaysHowItsStepsAre()
    {
        m_view->setFolded({u"one"_s});
        m_view->setGraph(sample());
        QVERIFY(m_view->viewRect(u"a"_s).isEmpty());
        QVERIFY(!m_view->viewRect(u"one"_s).isEmpty());
        Node running = sample().nodes[1];
        running.mark = penstock::theme::Mark::running;
        m_view->updateNode(running);
        const auto& nodes = m_view->graph().nodes;
        const auto folded = std::find_if(nodes.begin(), nodes.end(), [](const Node& each) { return each.id == u"one"_s; });
        QCOMPARE(folded->mark, penstock::theme::Mark::running);
    }

    void aFoldedFrameTakesAlongWhatItHolds()
    {
        Folds folds;
        folds.set({u"one"_s});
        QVERIFY(folds.show(sample()).nodes.size() < sample().nodes.size());
        QStringList ids{u"one"_s, u"x"_s};
        QList<QPointF> places{{100, 50}, {7, 7}};
        folds.unfold(ids, places);
        QCOMPARE(ids, (QStringList{u"a"_s, u"b"_s, u"x"_s}));
        QCOMPARE(places, (QList<QPointF>{{100, 50}, {100, 150}, {7, 7}}));
    }

    // More nodes than are laid out while the window waits.
    void aLargeGraphWithAFoldedFrameIsPlacedInAThread()
    {
        Graph graph;
        for (int i = 0; i < 200; ++i) {
            graph.nodes.push_back(node(QString::number(i), 0, 0));
            graph.nodes.back().position.reset();
            if (i > 0)
                graph.edges.push_back({QString::number((i - 1) / 2), QString::number(i), EdgeKind::data, {}, false});
        }
        graph.frames = {{u"one"_s, u"One"_s, {u"3"_s, u"4"_s}}};
        m_view->setFolded({u"one"_s});
        m_view->setGraph(graph);
        const auto placeOf = [this](const QString& id) { return m_view->toScene(m_view->viewRect(id).topLeft()); };
        const QRectF rough = m_view->scene().bounds();
        QVERIFY(!m_view->viewRect(u"one"_s).isEmpty());
        QTRY_VERIFY(m_view->scene().bounds() != rough);
        QVERIFY(!m_view->viewRect(u"one"_s).isEmpty());
        QVERIFY(m_view->viewRect(u"3"_s).isEmpty());
        QVERIFY(placeOf(u"199"_s) != placeOf(u"0"_s));
    }
};

QTEST_MAIN(FramesTest)
#include "frames_test.moc"
