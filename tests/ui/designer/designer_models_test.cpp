#include "ui/designer/history_model.h"
#include "ui/designer/outline_model.h"
#include "ui/designer/problems_model.h"
#include "ui/designer/problems_view.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

namespace penstock::designer {

using namespace Qt::Literals::StringLiterals;

namespace {

canvas::Node node(const QString& id, theme::Mark mark = theme::Mark::pending)
{
    canvas::Node made;
    made.id = made.title = id;
    made.mark = mark;
    return made;
}

} // namespace

class DesignerModelsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theOutlineFollowsTheGraphAndNamesStates()
    {
        OutlineModel model;
        QAbstractItemModelTester tester(&model);
        model.setGraph({{node(u"a"_s), node(u"b"_s)}, {}});
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.rowOf(u"b"_s), 1);
        QCOMPARE(model.rowOf(u"gone"_s), -1);

        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        model.setGraph({{node(u"a"_s), node(u"b"_s, theme::Mark::running)}, {}});
        QCOMPARE(changed.count(), 1); // a change of state is no new list: the selection stays
        QCOMPARE(reset.count(), 0);
        QVERIFY(model.index(1).data(Qt::AccessibleTextRole).toString().contains(theme::StateMark::word(theme::Mark::running)));

        model.setGraph({});
        QCOMPARE(model.rowCount(), 0);
    }

    void theHistoryNamesItsStepsAndSaysWhereOneIs()
    {
        edit::History history{edit::Document("", "")};
        HistoryModel model;
        QAbstractItemModelTester tester(&model);
        model.setHistory(history);
        QCOMPARE(model.rowCount(), 1);
        QVERIFY(history.apply(edit::ReplaceText{"a: 1\n"}).ok());
        history.put(edit::Document("a: 2\n", ""), {"edit.outside", {}});
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        model.setHistory(history);
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.position(), 2);
        QCOMPARE(model.index(2).data().toString(), u"Change from outside"_s);
        history.goTo(0);
        model.setHistory(history);
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.position(), 0);
        QVERIFY(model.index(2).data(Qt::AccessibleTextRole).toString().contains(u"undone"_s));
        QVERIFY(history.apply(edit::ReplaceText{"b: 1\n"}).ok()); // another way from here
        model.setHistory(history);
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.position(), 1);
        QCOMPARE(reset.count(), 0); // so that a list keeps its place
    }

    void problemsSayLineSeverityAndMend()
    {
        ProblemsModel model;
        QAbstractItemModelTester tester(&model);
        pipeline::Issue issue;
        issue.what = {"format.unknown_key", {{"key", "tiemout"}}};
        issue.mend = {"format.did_you_mean", {{"key", "timeout"}}};
        issue.place = {7, 5};
        model.setIssues({issue});
        const QString text = model.index(0).data().toString();
        QVERIFY2(text.contains(u"7"_s) && text.contains(u"tiemout"_s) && text.contains(u"timeout"_s), qPrintable(text));
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        model.setIssues({issue});
        QCOMPARE(reset.count(), 0);
    }

    void aProblemWithACertainMendHasAButtonAndAKey()
    {
        pipeline::Issue one, other;
        one.what = other.what = {"format.unknown_key", {{"key", "x"}}};
        one.path = "steps.a";
        ProblemsModel model;
        model.setMends([](const pipeline::Issue& issue) { return issue.path == "steps.a"; });
        model.setIssues({one, other});
        ProblemsView view;
        view.setModel(&model);
        view.resize(500, 200);
        view.show();
        QSignalSpy wanted(&view, &ProblemsView::mendWanted);
        view.setCurrentIndex(model.index(0));
        QTest::keyClick(&view, Qt::Key_Return, Qt::AltModifier);
        QCOMPARE(wanted.count(), 1);
        const QRect row = view.visualRect(model.index(0));
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, QPoint(row.right() - 20, row.center().y()));
        QCOMPARE(wanted.count(), 2);
        view.setCurrentIndex(model.index(1));
        QTest::keyClick(&view, Qt::Key_Return, Qt::AltModifier);
        QCOMPARE(wanted.count(), 2);
    }
};

} // namespace penstock::designer

QTEST_MAIN(penstock::designer::DesignerModelsTest)
#include "designer_models_test.moc"
