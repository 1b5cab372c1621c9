#include "ui/canvas/graph_view.h"

#include <QAbstractEventDispatcher>
#include <QAccessible>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

using namespace penstock::canvas;
using namespace Qt::Literals::StringLiterals;
using penstock::theme::Mark;

namespace {

Node node(const QString& id, double x, double y, NodeKind kind = NodeKind::command)
{
    Node result;
    result.id = id;
    result.title = id;
    result.kind = kind;
    result.position = QPointF(x, y);
    return result;
}

// a -> b -> c in a row, d below b, fed by a.
Graph sample()
{
    return {{node(u"a"_s, 0, 0), node(u"b"_s, 260, 0), node(u"c"_s, 520, 0), node(u"d"_s, 260, 120)},
            {{u"a"_s, u"b"_s, EdgeKind::data, {}, false}, {u"b"_s, u"c"_s, EdgeKind::data, {}, false}, {u"a"_s, u"d"_s, EdgeKind::data, {}, false}}};
}

class CountingFilter final : public QObject {
public:
    QList<QRect> areas;

protected:
    bool eventFilter(QObject*, QEvent* event) override
    {
        if (event->type() == QEvent::Paint)
            areas.append(static_cast<QPaintEvent*>(event)->rect());
        return false;
    }
};

} // namespace

class GraphViewTest final : public QObject {
    Q_OBJECT

    std::unique_ptr<GraphView> m_view;

    QPoint center(const QString& id) const { return m_view->viewRect(id).center(); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(m_view.get(), key, modifiers); }
    void wheel(const QPointF& at, int delta, Qt::KeyboardModifiers modifiers)
    {
        QWheelEvent event(at, m_view->mapToGlobal(at), {}, {0, delta}, Qt::NoButton, modifiers, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(m_view.get(), &event);
    }
    void drag(const QPoint& from, const QPoint& to, Qt::MouseButton button = Qt::LeftButton, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mousePress(m_view.get(), button, modifiers, from);
        for (const QPoint& at : {(from + to) / 2, to}) {
            QMouseEvent move(QEvent::MouseMove, at, m_view->mapToGlobal(at), Qt::NoButton, button, modifiers);
            QCoreApplication::sendEvent(m_view.get(), &move);
        }
        QTest::mouseRelease(m_view.get(), button, modifiers, to);
    }

private Q_SLOTS:
    void init()
    {
        m_view = std::make_unique<GraphView>();
        m_view->resize(1000, 600);
        m_view->setGraph(sample());
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
        m_view->resetZoom();
        m_view->setFocus();
    }

    void theFirstGraphIsFittedIntoTheView()
    {
        for (const QString& id : {u"a"_s, u"b"_s, u"c"_s, u"d"_s})
            QVERIFY(m_view->rect().contains(m_view->viewRect(id)));
    }

    void aClickSelectsOneNode()
    {
        QSignalSpy changed(m_view.get(), &GraphView::selectionChanged);
        QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, center(u"b"_s));
        QCOMPARE(m_view->selection(), QStringList{u"b"_s});
        QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, center(u"c"_s));
        QCOMPARE(m_view->selection(), QStringList{u"c"_s});
        QCOMPARE(changed.count(), 2);
    }

    void controlClickAddsAndRemoves()
    {
        QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, center(u"a"_s));
        QTest::mouseClick(m_view.get(), Qt::LeftButton, Qt::ControlModifier, center(u"c"_s));
        QCOMPARE(m_view->selection(), (QStringList{u"a"_s, u"c"_s}));
        QTest::mouseClick(m_view.get(), Qt::LeftButton, Qt::ControlModifier, center(u"a"_s));
        QCOMPARE(m_view->selection(), QStringList{u"c"_s});
    }

    void aBandSelectsWhatItTouches()
    {
        const QPoint start = m_view->viewRect(u"b"_s).topLeft() - QPoint(20, 20);
        drag(start, m_view->viewRect(u"d"_s).bottomRight() + QPoint(10, 10));
        QCOMPARE(m_view->selection(), (QStringList{u"b"_s, u"d"_s}));
    }

    void aClickOnEmptyGroundSelectsNothing()
    {
        m_view->select({u"a"_s});
        QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, m_view->viewRect(u"a"_s).bottomLeft() + QPoint(0, 60));
        QVERIFY(m_view->selection().isEmpty());
    }

    void draggingANodeAnnouncesItsPlaceOnceAtTheEnd()
    {
        QSignalSpy moved(m_view.get(), &GraphView::nodesMoved);
        const QPoint from = center(u"b"_s);
        drag(from, from + QPoint(83, 41));
        QCOMPARE(moved.count(), 1);
        QCOMPARE(moved[0][0].toStringList(), QStringList{u"b"_s});
        QCOMPARE(moved[0][1].value<QList<QPointF>>(), QList<QPointF>{QPointF(344, 40)}); // on the grid of 8
        QCOMPARE(*m_view->graph().nodes[1].position, QPointF(344, 40));
    }

    void allSelectedNodesMoveTogether()
    {
        m_view->select({u"b"_s, u"d"_s});
        QSignalSpy moved(m_view.get(), &GraphView::nodesMoved);
        const QPoint from = center(u"d"_s);
        drag(from, from + QPoint(0, 80));
        QCOMPARE(moved.count(), 1);
        QCOMPARE(moved[0][0].toStringList(), (QStringList{u"b"_s, u"d"_s}));
        QCOMPARE(*m_view->graph().nodes[1].position, QPointF(260, 80));
        QCOMPARE(*m_view->graph().nodes[3].position, QPointF(260, 200));
        QCOMPARE(m_view->selection(), (QStringList{u"b"_s, u"d"_s}));
    }

    void aClickThatTremblesMovesNothing()
    {
        QSignalSpy moved(m_view.get(), &GraphView::nodesMoved);
        const QPoint from = center(u"b"_s);
        drag(from, from + QPoint(2, 1));
        QCOMPARE(moved.count(), 0);
        QCOMPARE(*m_view->graph().nodes[1].position, QPointF(260, 0));
    }

    void escapeTakesADragBack()
    {
        QSignalSpy moved(m_view.get(), &GraphView::nodesMoved);
        const QPoint from = center(u"b"_s);
        QTest::mousePress(m_view.get(), Qt::LeftButton, {}, from);
        QMouseEvent move(QEvent::MouseMove, from + QPoint(100, 0), m_view->mapToGlobal(from), Qt::NoButton, Qt::LeftButton, {});
        QCoreApplication::sendEvent(m_view.get(), &move);
        QVERIFY(m_view->graph().nodes[1].position != QPointF(260, 0));
        press(Qt::Key_Escape);
        QTest::mouseRelease(m_view.get(), Qt::LeftButton, {}, from);
        QCOMPARE(*m_view->graph().nodes[1].position, QPointF(260, 0));
        QCOMPARE(moved.count(), 0);
    }

    void aViewThatIsNotEditableMovesNothing()
    {
        m_view->setEditable(false);
        QSignalSpy moved(m_view.get(), &GraphView::nodesMoved);
        drag(center(u"b"_s), center(u"b"_s) + QPoint(100, 0));
        m_view->select({u"b"_s});
        press(Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(moved.count(), 0);
    }

    void theWheelWithControlZoomsAboutThePointer()
    {
        const QPointF at = center(u"c"_s);
        const QPointF before = m_view->toScene(at.toPoint());
        wheel(at, 120, Qt::ControlModifier);
        QCOMPARE(qRound(m_view->zoom() * 100), 120);
        QVERIFY((m_view->toScene(at.toPoint()) - before).manhattanLength() < 1.5);
    }

    void theWheelPans()
    {
        const QRect before = m_view->viewRect(u"a"_s);
        wheel(QPointF(500, 300), -120, {});
        QCOMPARE(m_view->viewRect(u"a"_s).top(), before.top() - 64);
    }

    void theMiddleButtonAndSpacePan()
    {
        const QPoint before = m_view->viewRect(u"a"_s).topLeft();
        drag({500, 500}, {540, 520}, Qt::MiddleButton);
        QCOMPARE(m_view->viewRect(u"a"_s).topLeft(), before + QPoint(40, 20));
        QTest::keyPress(m_view.get(), Qt::Key_Space);
        drag(center(u"b"_s), center(u"b"_s) - QPoint(40, 20));
        QTest::keyRelease(m_view.get(), Qt::Key_Space);
        QCOMPARE(m_view->viewRect(u"a"_s).topLeft(), before);
        QVERIFY(m_view->selection().isEmpty());
    }

    void theGraphCannotBePannedOutOfSight()
    {
        for (int i = 0; i < 100; ++i)
            wheel(QPointF(500, 300), -1200, {});
        QRect all;
        for (const QString& id : {u"a"_s, u"b"_s, u"c"_s, u"d"_s})
            all |= m_view->viewRect(id);
        QVERIFY(m_view->rect().intersects(all.adjusted(-8, -8, 8, 8)));
    }

    void keysZoomAndFit()
    {
        press(Qt::Key_Plus);
        QVERIFY(m_view->zoom() > 1);
        press(Qt::Key_0);
        QCOMPARE(m_view->zoom(), 1.0);
        press(Qt::Key_Minus);
        QVERIFY(m_view->zoom() < 1);
        m_view->resize(400, 300);
        press(Qt::Key_1);
        for (const QString& id : {u"a"_s, u"c"_s, u"d"_s})
            QVERIFY(m_view->rect().contains(m_view->viewRect(id)));
        m_view->select({u"c"_s});
        press(Qt::Key_Period);
        QVERIFY((m_view->viewRect(u"c"_s).center() - m_view->rect().center()).manhattanLength() < 4);
    }

    void arrowsWalkAlongTheWires()
    {
        m_view->setCurrent({});
        press(Qt::Key_Right);
        QCOMPARE(m_view->current(), u"a"_s);
        press(Qt::Key_Right);
        QCOMPARE(m_view->current(), u"b"_s);
        press(Qt::Key_Right);
        QCOMPARE(m_view->current(), u"c"_s);
        press(Qt::Key_Left);
        press(Qt::Key_Down);
        QCOMPARE(m_view->current(), u"d"_s);
        press(Qt::Key_Left);
        QCOMPARE(m_view->current(), u"a"_s);
        QCOMPARE(m_view->selection(), QStringList{u"a"_s});
        press(Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(m_view->selection(), (QStringList{u"a"_s, u"b"_s}));
        press(Qt::Key_End);
        QCOMPARE(m_view->current(), u"c"_s);
    }

    void altAndArrowsMoveTheSelection()
    {
        m_view->select({u"b"_s});
        QSignalSpy moved(m_view.get(), &GraphView::nodesMoved);
        press(Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(*m_view->graph().nodes[1].position, QPointF(260, 8));
        QCOMPARE(moved.count(), 1);
    }

    void enterAndDoubleClickActivate()
    {
        QSignalSpy activated(m_view.get(), &GraphView::nodeActivated);
        m_view->setCurrent(u"b"_s);
        press(Qt::Key_Return);
        QTest::mouseDClick(m_view.get(), Qt::LeftButton, {}, center(u"c"_s));
        QCOMPARE(activated.count(), 2);
        QCOMPARE(activated[0][0].toString(), u"b"_s);
        QCOMPARE(activated[1][0].toString(), u"c"_s);
    }

    void aChangedNodeRepaintsOnlyItsRectangle()
    {
        m_view->setCurrent({});
        QCoreApplication::processEvents();
        CountingFilter filter;
        m_view->installEventFilter(&filter);
        Node changed = m_view->graph().nodes[2];
        changed.mark = Mark::succeeded;
        m_view->updateNode(changed);
        QTRY_VERIFY(!filter.areas.isEmpty());
        const QRect around = m_view->viewRect(u"c"_s).adjusted(-12, -12, 12, 12);
        for (const QRect& area : std::as_const(filter.areas))
            QVERIFY(around.contains(area));
        QCOMPARE(*m_view->graph().nodes[2].position, QPointF(520, 0));
    }

    void aWireThatWasTakenIsColoured()
    {
        m_view->select({});
        const QPoint between = (m_view->viewRect(u"a"_s).center() + m_view->viewRect(u"b"_s).center()) / 2;
        const QColor quiet = m_view->grab().toImage().pixelColor(between);
        Edge taken = m_view->graph().edges[0];
        taken.taken = true;
        m_view->updateEdge(taken);
        QVERIFY(m_view->graph().edges[0].taken);
        QVERIFY(!m_view->graph().edges[2].taken);
        QVERIFY(m_view->grab().toImage().pixelColor(between) != quiet);
    }

    void onlyARunningStepInSightAnimates()
    {
        const auto timers = [this] { return QAbstractEventDispatcher::instance()->registeredTimers(m_view->findChild<Turning*>()); };
        QVERIFY(timers().isEmpty());
        Node running = m_view->graph().nodes[0];
        running.mark = Mark::running;
        m_view->updateNode(running);
        QCOMPARE(timers().size(), 1);
        QVERIFY(timers().first().interval >= 33); // at most 30 frames a second
        QCoreApplication::processEvents();
        CountingFilter filter;
        m_view->installEventFilter(&filter);
        QTRY_VERIFY(filter.areas.size() >= 3); // turns
        for (const QRect& area : std::as_const(filter.areas))
            QVERIFY(area.width() <= 24 && m_view->viewRect(u"a"_s).contains(area.center()));
        drag({500, 500}, {500 - 2000, 500}, Qt::MiddleButton); // out of sight
        QVERIFY(!m_view->rect().intersects(m_view->viewRect(u"a"_s)));
        QVERIFY(timers().isEmpty());
        m_view->fit();
        QCOMPARE(timers().size(), 1);
        running.mark = Mark::succeeded;
        m_view->updateNode(running);
        QVERIFY(timers().isEmpty());
    }

    void selectionAndCurrentNodeSurviveANewGraph()
    {
        m_view->select({u"b"_s, u"d"_s});
        m_view->setCurrent(u"d"_s);
        Graph smaller = sample();
        smaller.nodes.erase(smaller.nodes.begin() + 1);
        m_view->setGraph(smaller);
        QCOMPARE(m_view->selection(), QStringList{u"d"_s});
        QCOMPARE(m_view->current(), u"d"_s);
    }

    void nodesWithoutAPlaceAreLaidOut()
    {
        Graph graph = sample();
        for (Node& each : graph.nodes)
            each.position.reset();
        m_view->setGraph(graph);
        for (const Node& each : m_view->graph().nodes)
            QVERIFY(each.position.has_value());
        QVERIFY(m_view->graph().nodes[0].position->x() < m_view->graph().nodes[2].position->x());
    }

    void aDiamondIsHitOnlyInsideItsShape()
    {
        m_view->setGraph({{node(u"choice"_s, 0, 0, NodeKind::choice)}, {}});
        m_view->fit();
        const QRect box = m_view->viewRect(u"choice"_s);
        QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, box.topLeft() + QPoint(4, 4));
        QVERIFY(m_view->selection().isEmpty());
        QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, box.center());
        QCOMPARE(m_view->selection(), QStringList{u"choice"_s});
    }

    void assistiveToolsSeeEachNodeWithItsState()
    {
        QAccessibleInterface* list = QAccessible::queryAccessibleInterface(m_view.get());
        QVERIFY(list->childCount() >= 4);
        QAccessibleInterface* third = list->child(2);
        QCOMPARE(third->text(QAccessible::Name), u"c, Command, pending"_s);
        QCOMPARE(third->role(), QAccessible::ListItem);
        QCOMPARE(list->indexOfChild(third), 2);
        QVERIFY(!third->state().selected);
        third->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(m_view->selection(), QStringList{u"c"_s});
        QVERIFY(third->state().selected);
        QCOMPARE(third->rect().size(), m_view->viewRect(u"c"_s).size());
        const QPoint middle = third->rect().center();
        QCOMPARE(list->childAt(middle.x(), middle.y()), third);
        QVERIFY(!third->state().invisible);
        m_view->hide();
        QVERIFY(third->state().invisible);
        m_view->setGraph({});
        QVERIFY(!third->isValid());
    }

    void aChosenEdgeIsToldAndAlsoWhenItGoes()
    {
        QSignalSpy told(m_view.get(), &GraphView::edgeChosen);
        m_view->chooseEdge(m_view->graph().edges.front());
        QCOMPARE(told.count(), 1);
        m_view->select({u"c"_s});
        QCOMPARE(told.count(), 2);
        QVERIFY(!m_view->chosenEdge());
        m_view->chooseEdge(m_view->graph().edges.front());
        Graph without = m_view->graph();
        without.edges.erase(without.edges.begin());
        m_view->setGraph(without);
        QCOMPARE(told.count(), 4);
        QVERIFY(!m_view->chosenEdge());
    }

    void edgesAreReachedByKeyFromTheirNode()
    {
        m_view->setCurrent(u"a"_s); // has two
        press(Qt::Key_E);
        const auto first = m_view->chosenEdge();
        press(Qt::Key_E);
        const auto second = m_view->chosenEdge();
        QVERIFY(first && second && !isSameLink(*first, *second));
        press(Qt::Key_E);
        QVERIFY(isSameLink(*m_view->chosenEdge(), *first));
        QCOMPARE(m_view->current(), u"a"_s);
    }

    void aChangeIsSaidInsteadOfAState()
    {
        Node changed = node(u"a"_s, 0, 0);
        changed.change = Change::removed;
        QCOMPARE(stateOf(changed), wordOf(Change::removed));
        QVERIFY(spoken(changed).contains(wordOf(Change::removed)));
        QVERIFY(!spoken(changed).contains(penstock::theme::StateMark::word(Mark::pending)));
        m_view->updateNode(changed);
        const QImage ghost = m_view->grab().toImage();
        changed.change = Change::added;
        m_view->updateNode(changed);
        QVERIFY(m_view->grab().toImage() != ghost);
    }

    void aThousandNodesCanBeShown()
    {
        Graph big;
        for (int i = 0; i < 1000; ++i) {
            Node each;
            each.id = QString::number(i);
            each.title = each.id;
            big.nodes.push_back(each);
            if (i > 10)
                big.edges.push_back({QString::number(i - 10), each.id, EdgeKind::data, {}, false});
        }
        m_view->setGraph(big);
        m_view->fit();
        QVERIFY(!m_view->grab().isNull());
        m_view->reveal(u"999"_s);
        QVERIFY(m_view->rect().intersects(m_view->viewRect(u"999"_s)));
    }
};

QTEST_MAIN(GraphViewTest)
#include "graph_view_test.moc"
