// What fades around a node: calmly, also while a pointer moves through.
#include "ui/canvas/fading.h"
#include "ui/canvas/scene.h"
#include "ui/canvas/selection.h"

#include <QSignalSpy>
#include <QTest>

using namespace penstock::canvas;
using namespace Qt::Literals::StringLiterals;

namespace {

Node node(const QString& id, double x)
{
    Node result;
    result.id = result.title = id;
    result.position = QPointF(x, 0);
    return result;
}

} // namespace

class FadingTest final : public QObject {
    Q_OBJECT

    enum : int { a, b, c };

    struct Table {
        Scene scene;
        Selection selection{scene};
        Fading fading{scene, selection};
        QSignalSpy changed{&fading, &Fading::changed};

        Table() // a -> b, and c alone
        {
            scene.setGraph({{node(u"a"_s, 0), node(u"b"_s, 300), node(u"c"_s, 600)}, {{u"a"_s, u"b"_s, EdgeKind::data, {}, false}}});
            fading.setOn(true);
        }
        void hover(int node)
        {
            selection.setHovered(node);
            fading.hover();
        }
        QSet<int> spared() const { return fading.spared() ? *fading.spared() : QSet<int>(); }
    };

private Q_SLOTS:
    void whereThePointerRestsTheRestFadesAfterAMoment()
    {
        Table table;
        table.hover(a);
        QVERIFY(!table.fading.spared()); // not at once
        QTRY_COMPARE(table.spared(), (QSet<int>{a, b}));
        table.hover(Selection::none);
        QCOMPARE(table.spared(), (QSet<int>{a, b})); // nor is it over at once
        QTRY_VERIFY(!table.fading.spared());
    }

    void aPointerThatMovesThroughCausesNoFlicker()
    {
        Table table;
        for (const int node : {int(a), Selection::none, int(b), Selection::none, int(c)})
            table.hover(node);
        QTRY_COMPARE(table.spared(), (QSet<int>{c}));
        QCOMPARE(table.changed.count(), 1);
        for (const int node : {Selection::none, int(b), Selection::none, int(c)})
            table.hover(node);
        table.hover(a);
        QTRY_COMPARE(table.spared(), (QSet<int>{a, b}));
        QCOMPARE(table.changed.count(), 2);
    }

    void theSelectionCountsAtOnceAndBeforeThePointer()
    {
        Table table;
        table.hover(c);
        table.selection.set({a});
        table.fading.refresh();
        QCOMPARE(table.spared(), (QSet<int>{a, b}));
        table.hover(c);
        table.selection.set({});
        table.fading.refresh();
        QVERIFY(!table.fading.spared());
    }

    void withoutTheToggleNothingFades()
    {
        Table table;
        table.hover(a);
        QTRY_VERIFY(table.fading.spared());
        table.fading.setOn(false);
        QVERIFY(!table.fading.spared());
        table.hover(c);
        QCOMPARE(table.changed.count(), 2);
    }
};

QTEST_MAIN(FadingTest)
#include "fading_test.moc"
