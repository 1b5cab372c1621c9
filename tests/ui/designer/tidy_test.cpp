#include "ui/canvas/graph_view.h"
#include "ui/designer/tidy.h"

#include <QSignalSpy>
#include <QTest>

namespace penstock::designer {

using namespace Qt::Literals::StringLiterals;

namespace {

// Steps in a chain, written down the left side.
canvas::Graph column(int count)
{
    canvas::Graph graph;
    for (int i = 0; i < count; ++i) {
        canvas::Node node;
        node.id = node.title = QString::number(i);
        node.position = QPointF(0, 200 * i);
        graph.nodes.push_back(node);
        if (i > 0)
            graph.edges.push_back({QString::number(i - 1), node.id, canvas::EdgeKind::order, {}, false});
    }
    return graph;
}

} // namespace

class TidyTest final : public QObject {
    Q_OBJECT

    struct Taken {
        QStringList ids;
        QList<QPointF> places;
    };

    canvas::GraphView m_view;
    std::vector<Taken> m_taken;

    std::unique_ptr<Tidy> tidy()
    {
        return std::make_unique<Tidy>(m_view, [this](const QStringList& ids, const QList<QPointF>& places) { m_taken.push_back({ids, places}); });
    }

private Q_SLOTS:
    void init()
    {
        m_taken.clear();
        m_view.setGraph({});
        m_view.setGraph(column(5));
    }

    void everythingIsLaidOutInOneStep()
    {
        const auto tidying = tidy();
        QSignalSpy ended(tidying.get(), &Tidy::ended);
        tidying->all();
        QVERIFY(tidying->isRunning());
        QVERIFY(ended.wait(60'000));
        QCOMPARE(m_taken.size(), 1U);
        QCOMPARE(m_taken[0].ids.size(), 5);
        for (int i = 1; i < 4; ++i)
            QVERIFY(m_taken[0].places[i].x() > m_taken[0].places[i - 1].x());
    }

    void aSelectionLeavesTheOthersAlone()
    {
        m_view.select({u"1"_s, u"2"_s});
        const auto tidying = tidy();
        QSignalSpy ended(tidying.get(), &Tidy::ended);
        tidying->selection();
        QVERIFY(ended.wait(60'000));
        QCOMPARE(m_taken.size(), 1U);
        QCOMPARE(m_taken[0].ids, (QStringList{u"1"_s, u"2"_s}));
        QCOMPARE(m_taken[0].places[0], QPointF(0, 200));
        QVERIFY(m_taken[0].places[1].x() > 190);
    }

    void oneStepAloneIsNotLaidOut()
    {
        m_view.select({u"1"_s});
        const auto tidying = tidy();
        tidying->selection();
        QVERIFY(!tidying->isRunning());
    }

    void whatWasEditedMeanwhileIsLeftAsItIs()
    {
        const auto tidying = tidy();
        QSignalSpy ended(tidying.get(), &Tidy::ended);
        tidying->all();
        canvas::Graph edited = column(5);
        edited.edges.pop_back();
        m_view.setGraph(edited);
        QVERIFY(ended.wait(60'000));
        QVERIFY(m_taken.empty());
    }

    void aChangeOfStateIsNoEdit()
    {
        const auto tidying = tidy();
        QSignalSpy ended(tidying.get(), &Tidy::ended);
        tidying->all();
        canvas::Node running = column(5).nodes[2];
        running.mark = theme::Mark::running;
        m_view.updateNode(running);
        QVERIFY(ended.wait(60'000));
        QCOMPARE(m_taken.size(), 1U);
    }

    void aNoteStaysBesideItsStep()
    {
        canvas::Graph noted = column(5);
        canvas::Node note;
        note.id = u"note:why"_s;
        note.kind = canvas::NodeKind::note;
        note.title = u"why"_s;
        note.position = *noted.nodes[3].position + QPointF(210, 10);
        noted.nodes.push_back(note);
        m_view.setGraph(noted);
        const auto tidying = tidy();
        QSignalSpy ended(tidying.get(), &Tidy::ended);
        tidying->all();
        QVERIFY(ended.wait(60'000));
        QCOMPARE(m_taken[0].ids.last(), note.id);
        QCOMPARE(m_taken[0].places.last() - m_taken[0].places[3], QPointF(210, 10));
    }

    void whatIsStoppedGivesNothing()
    {
        const auto tidying = tidy();
        QSignalSpy ended(tidying.get(), &Tidy::ended);
        tidying->all();
        tidying->stop();
        QCOMPARE(ended.count(), 1);
        tidying->all(); // had the first still come, it would come first
        QVERIFY(ended.wait(60'000));
        QCOMPARE(m_taken.size(), 1U);
    }
};

} // namespace penstock::designer

QTEST_MAIN(penstock::designer::TidyTest)
#include "tidy_test.moc"
