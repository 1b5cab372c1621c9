#include "ui/canvas/graph_view.h"

#include <QAccessible>
#include <QAction>
#include <QSignalSpy>
#include <QTest>

using namespace penstock::canvas;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString press = QAccessibleActionInterface::pressAction();

Node node(const QString& id, double x, std::vector<Port> inputs, std::vector<Port> outputs)
{
    Node result;
    result.id = result.title = id;
    result.position = QPointF(x, 0);
    result.inputs = std::move(inputs);
    result.outputs = std::move(outputs);
    return result;
}

// prepare -train-> train, both before the lonely record.
Graph sample()
{
    Graph graph;
    graph.nodes = {node(u"prepare"_s, 0, {}, {{u"train"_s, PortKind::artifact, false, u"output train"_s}}),
                   node(u"train"_s, 260, {{u"data"_s, PortKind::artifact, false, u"input data"_s}}, {{u"model"_s, PortKind::model, false, u"output model"_s}}),
                   node(u"record"_s, 520, {{u"artifact"_s, PortKind::model, false, u"input artifact"_s}}, {})};
    Edge edge{u"prepare"_s, u"train"_s, EdgeKind::data, {}, false};
    edge.output = u"train"_s;
    edge.input = u"data"_s;
    graph.edges = {edge};
    graph.frames = {{u"frame:a"_s, u"Training"_s, {u"prepare"_s, u"train"_s}}};
    return graph;
}

class NothingIntoTrain final : public LinkJudge {
public:
    QString refusal(const PortRef&, const PortRef& to) const override { return to.node == u"train"_s ? u"Not into train."_s : QString(); }
};

} // namespace

class AccessibleGraphTest final : public QObject {
    Q_OBJECT

    std::unique_ptr<GraphView> m_view;

    QAccessibleInterface* list() const { return QAccessible::queryAccessibleInterface(m_view.get()); }
    static QAccessibleInterface* named(QAccessibleInterface* parent, const QString& beginning)
    {
        for (int i = 0; i < parent->childCount(); ++i) {
            QAccessibleInterface* child = parent->child(i);
            if (child->text(QAccessible::Name).startsWith(beginning))
                return child;
            if (QAccessibleInterface* deeper = child->role() == QAccessible::ListItem ? named(child, beginning) : nullptr)
                return deeper;
        }
        return nullptr;
    }
    QAccessibleInterface* named(const QString& beginning) const { return named(list(), beginning); }
    void act(const QString& beginning, const QString& action = press) const { named(beginning)->actionInterface()->doAction(action); }

private Q_SLOTS:
    void init()
    {
        m_view = std::make_unique<GraphView>();
        m_view->resize(1000, 400);
        m_view->setLinking([] { return std::make_unique<NothingIntoTrain>(); }, [](Stage&, Pull, const QPointF&) { return std::unique_ptr<Gesture>(); });
        m_view->setGraph(sample());
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    }

    void portsAreChildrenThatSayWhereTheyLead()
    {
        QAccessibleInterface* train = named(u"train, Command"_s);
        QCOMPARE(train->childCount(), 2);
        QCOMPARE(train->child(0)->text(QAccessible::Name), u"input data of train, linked from prepare"_s);
        QCOMPARE(train->child(1)->text(QAccessible::Name), u"output model of train, not linked"_s);
        QCOMPARE(train->child(1)->role(), QAccessible::PushButton);
        QCOMPARE(train->child(1)->parent(), train);
        QCOMPARE(train->indexOfChild(train->child(1)), 1);
        QCOMPARE(train->text(QAccessible::Description), u"from prepare"_s);
        const QPoint middle = train->child(1)->rect().center();
        QVERIFY((middle - QPoint(train->rect().right(), middle.y())).manhattanLength() <= 2);
    }

    void whereNothingIsLinkedThereAreNoPorts()
    {
        m_view->setLinking({}, {});
        QCOMPARE(named(u"train, Command"_s)->childCount(), 0);
    }

    void edgesAreKnownChosenAndDeleted()
    {
        QAccessibleInterface* edge = named(u"data from prepare to train"_s);
        QVERIFY(edge);
        QCOMPARE(edge->text(QAccessible::Description), u"output train, into input data"_s);
        QCOMPARE(list()->child(list()->indexOfChild(edge)), edge);
        QVERIFY(!edge->state().selected);
        edge->actionInterface()->doAction(press);
        QVERIFY(edge->state().selected);
        const QPoint middle = edge->rect().center();
        QCOMPARE(list()->childAt(middle.x(), middle.y()), edge);
        QSignalSpy removed(m_view.get(), &GraphView::edgesRemoved);
        edge->actionInterface()->doAction(u"delete"_s);
        QTRY_COMPARE(removed.count(), 1);
    }

    void anOutputAndThenAnInputAreLinked()
    {
        QSignalSpy made(m_view.get(), &GraphView::linkMade);
        act(u"output model of train"_s);
        QVERIFY(named(u"output model of train"_s)->state().checked);
        QCOMPARE(made.count(), 0);
        act(u"input artifact of record"_s);
        QCOMPARE(made.count(), 1);
        QCOMPARE(made[0][0].value<PortRef>(), (PortRef{u"train"_s, PortSide::out, u"model"_s}));
        QCOMPARE(made[0][1].value<PortRef>(), (PortRef{u"record"_s, PortSide::in, u"artifact"_s}));
        QVERIFY(!named(u"output model of train"_s)->state().checked);
    }

    void anInputAndThenAnOutputAreTheSameLink()
    {
        QSignalSpy made(m_view.get(), &GraphView::linkMade);
        act(u"input artifact of record"_s);
        act(u"output model of train"_s);
        QCOMPARE(made.count(), 1);
        QCOMPARE(made[0][0].value<PortRef>().node, u"train"_s);
    }

    void aRefusedLinkSaysWhyAndMayEndElsewhere()
    {
        QSignalSpy made(m_view.get(), &GraphView::linkMade), refused(m_view.get(), &GraphView::linkRefused);
        act(u"output train of prepare"_s);
        QCOMPARE(named(u"input data of train"_s)->text(QAccessible::Description), u"Not into train."_s);
        QCOMPARE(named(u"input artifact of record"_s)->text(QAccessible::Description), u"Press to link prepare with record."_s);
        act(u"input data of train"_s);
        QCOMPARE(refused.count(), 1);
        QCOMPARE(refused[0][0].toString(), u"Not into train."_s);
        QCOMPARE(made.count(), 0);
        act(u"input artifact of record"_s);
        QCOMPARE(made.count(), 1);
    }

    void aLinkIsGivenUpWhereItBegan()
    {
        act(u"output model of train"_s);
        act(u"output model of train"_s);
        QVERIFY(!named(u"output model of train"_s)->state().checked);
        QSignalSpy made(m_view.get(), &GraphView::linkMade);
        act(u"input artifact of record"_s);
        QCOMPARE(made.count(), 0);
    }

    void aLinkWhoseStepHasGoneIsGivenUp()
    {
        act(u"output model of train"_s);
        Graph without = sample();
        without.nodes.erase(without.nodes.begin() + 1);
        without.edges.clear();
        m_view->setGraph(without);
        QSignalSpy made(m_view.get(), &GraphView::linkMade);
        act(u"input artifact of record"_s);
        QCOMPARE(made.count(), 0);
    }

    void whatStandsInTheNextGraphStaysTheSameObject()
    {
        QAccessibleInterface *train = named(u"train, Command"_s), *port = named(u"output model of train"_s), *edge = named(u"data from"_s), *frame = named(u"Training"_s);
        Graph next = sample();
        next.nodes.insert(next.nodes.begin(), node(u"first"_s, -260, {}, {}));
        m_view->setGraph(next);
        QCOMPARE(named(u"train, Command"_s), train);
        QCOMPARE(list()->indexOfChild(train), 2);
        QCOMPARE(named(u"output model of train"_s), port);
        QCOMPARE(named(u"data from"_s), edge);
        QCOMPARE(named(u"Training"_s), frame);
        m_view->setGraph({});
        for (QAccessibleInterface* gone : {train, port, edge, frame}) {
            QVERIFY(!gone->isValid());
            QVERIFY(gone->text(QAccessible::Name).isEmpty());
            QVERIFY(gone->rect().isEmpty());
            gone->actionInterface()->doAction(press); // nothing happens
        }
    }

    void aFrameSelectsWhatItHolds()
    {
        QCOMPARE(named(u"Training"_s)->text(QAccessible::Name), u"Training, Frame around prepare, train"_s);
        act(u"Training"_s);
        QCOMPARE(m_view->selection(), (QStringList{u"prepare"_s, u"train"_s}));
        QVERIFY(named(u"Training"_s)->state().selected);
        QSignalSpy activated(m_view.get(), &GraphView::frameActivated);
        act(u"Training"_s, u"rename"_s);
        QTRY_COMPARE(activated.count(), 1);
    }

    void aNodeSaysThatItIsDisabledOrHasProblems()
    {
        Graph graph = sample();
        graph.nodes[0].enabled = false;
        graph.nodes[2].problem = true;
        m_view->setGraph(graph);
        QCOMPARE(list()->child(0)->text(QAccessible::Name), u"prepare, Command, pending, disabled"_s);
        QVERIFY(list()->child(0)->state().disabled);
        QCOMPARE(list()->child(2)->text(QAccessible::Name), u"record, Command, pending, has problems"_s);
    }

    void whatCanBeDoneWithANodeIsDoneToThatNode()
    {
        QAction rename(u"Rename"_s), other(u"Paste"_s);
        rename.setShortcut(Qt::Key_F2);
        m_view->addActions({&rename, &other});
        m_view->setNodeActions({&rename});
        QStringList chosen;
        connect(&rename, &QAction::triggered, this, [&] { chosen = m_view->selection(); });
        auto* actions = named(u"train, Command"_s)->actionInterface();
        QVERIFY(actions->actionNames().contains(u"Rename"_s));
        QVERIFY(!actions->actionNames().contains(u"Paste"_s));
        QCOMPARE(actions->keyBindingsForAction(u"Rename"_s), QStringList{u"F2"_s});
        actions->doAction(u"Rename"_s);
        QTRY_COMPARE(chosen, QStringList{u"train"_s});
        QSignalSpy activated(m_view.get(), &GraphView::nodeActivated);
        actions->doAction(u"open"_s);
        QTRY_COMPARE(activated.count(), 1);
    }
};

QTEST_MAIN(AccessibleGraphTest)
#include "accessible_graph_test.moc"
