#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QListView>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

#include "core/platform/disk_file_system.h"
#include "tests/support/temporary_folder.h"
#include "ui/canvas/graph_view.h"
#include "ui/common/label.h"
#include "ui/designer/form/fields_model.h"
#include "ui/designer/pipeline_editor.h"
#include "ui/designer/versions/differences_model.h"
#include "ui/designer/versions/versions_page.h"

#include <filesystem>
#include <thread>

namespace penstock::designer {

using namespace Qt::Literals::StringLiterals;
using canvas::Change;

namespace {

const std::string before = "penstock: 1\nname: p\nparameters: {c: {type: number, default: 1}}\nsteps:\n"
                           "  prepare: {run: [python3, prepare.py], outputs: {data: a.csv}}\n"
                           "  train: {run: [python3, train.py], inputs: {data: \"${{ steps.prepare.outputs.data }}\"}, timeout: 2h}\n"
                           "  old: {run: [make], needs: [prepare]}\n";
const std::string after = "# a remark\npenstock: 1\nname: p\nparameters: {c: {type: number, default: 3}}\nsteps:\n"
                          "  clean: {run: [python3, prepare.py], outputs: {data: a.csv}}\n"
                          "  train: {run: [python3, train.py], inputs: {data: \"${{ steps.clean.outputs.data }}\"}, timeout: 3h}\n"
                          "  report: {run: [make, report], needs: [train]}\n";

class FakeRevisions final : public Revisions {
public:
    std::vector<std::pair<Revision, std::string>> kept; // newest first
    bool isEndless = false;                             // a history that nobody waits for
    mutable std::atomic<int> asked{0};

    Result<std::vector<Revision>> of(const std::string&, const std::atomic<bool>& stop) const override
    {
        ++asked;
        while (isEndless && !stop)
            std::this_thread::yield();
        std::vector<Revision> revisions;
        for (const auto& [revision, text] : kept)
            revisions.push_back(revision);
        return revisions;
    }
    Result<std::string> read(const std::string& file, const std::string& commit) const override
    {
        for (const auto& [revision, text] : kept) {
            if (revision.commit == commit && file.ends_with(".pipeline.yaml"))
                return text;
        }
        return Error{ErrorCode::notFound, {"host.file_missing", {{"path", file}}}, {}};
    }
};

const canvas::Node* nodeIn(const canvas::Graph& graph, const QString& id)
{
    const auto found = std::find_if(graph.nodes.begin(), graph.nodes.end(), [&](const canvas::Node& node) { return node.id == id; });
    return found == graph.nodes.end() ? nullptr : &*found;
}

Change changeIn(const canvas::Graph& graph, const QString& from, const QString& to)
{
    for (const canvas::Edge& edge : graph.edges) {
        if (edge.from == from && edge.to == to)
            return edge.change;
    }
    return Change::none;
}

} // namespace

class VersionsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theGraphHoldsBothVersions()
    {
        const VersionsComparison found = compareVersions({before, {}}, {after, "penstock: 1\nnodes:\n  train: [8, 16]\n"});
        QVERIFY(found.isReadable);
        const canvas::Graph& graph = found.graph;
        QCOMPARE(graph.nodes.size(), std::size_t(4));
        QCOMPARE(nodeIn(graph, u"clean"_s)->change, Change::renamed);
        QVERIFY(nodeIn(graph, u"clean"_s)->subtitle.contains(u"prepare"_s));
        QCOMPARE(nodeIn(graph, u"train"_s)->change, Change::changed);
        QVERIFY(nodeIn(graph, u"train"_s)->subtitle.contains(u"timeout"_s));
        QCOMPARE(nodeIn(graph, u"train"_s)->position, QPointF(8, 16));
        QCOMPARE(nodeIn(graph, u"report"_s)->change, Change::added);
        QCOMPARE(nodeIn(graph, u"old"_s)->change, Change::removed);
        QCOMPARE(changeIn(graph, u"clean"_s, u"train"_s), Change::same); // its step has another name, nothing else
        QCOMPARE(changeIn(graph, u"train"_s, u"report"_s), Change::added);
        QCOMPARE(changeIn(graph, u"clean"_s, u"old"_s), Change::removed);
        QVERIFY(canvas::spoken(*nodeIn(graph, u"old"_s)).contains(canvas::wordOf(Change::removed)));
    }

    void anotherOutputBetweenTheSameStepsIsAnotherEdge()
    {
        const std::string one = "penstock: 1\nname: p\nsteps:\n  a: {run: x, outputs: {m: m, n: n}}\n  b: {run: y, inputs: {i: \"${{ steps.a.outputs.m }}\"}}\n";
        std::string two = one;
        two.replace(two.find("outputs.m }}"), 9, "outputs.n");
        const canvas::Graph graph = compareVersions({one, {}}, {two, {}}).graph;
        QCOMPARE(graph.edges.size(), std::size_t(2));
        QCOMPARE(graph.edges[0].change, Change::added);
        QCOMPARE(graph.edges[0].output, u"n"_s);
        QCOMPARE(graph.edges[1].change, Change::removed);
    }

    void whatIsWrittenAnotherWayAndPlacesMakeNoDifference()
    {
        const VersionsComparison found = compareVersions({before, {}}, {"# other\n" + before, "penstock: 1\nnodes:\n  train: [8, 16]\n"});
        QVERIFY(found.difference.isEmpty());
        QVERIFY(!found.lines.empty());
        for (const canvas::Node& node : found.graph.nodes)
            QCOMPARE(node.change, Change::same);
        QVERIFY(compareVersions({before, {}}, {before, {}}).lines.empty());
    }

    void aTextThatMakesNoSenseIsComparedByLines()
    {
        const VersionsComparison found = compareVersions({before, {}}, {"steps: [", {}});
        QVERIFY(!found.isReadable);
        QVERIFY(!found.lines.empty());
        QVERIFY(found.graph.nodes.empty());
    }

    void theModelsTellWhatDiffersAndHow()
    {
        DifferencesModel differences;
        QAbstractItemModelTester tester(&differences);
        FieldsModel fields;
        QAbstractItemModelTester fieldsTester(&fields);
        const VersionsComparison found = compareVersions({before, {}}, {after, {}});
        differences.setDifference(found.difference);
        QCOMPARE(differences.rowCount(), 1 + 4 + 2); // a parameter, steps, edges
        const int train = differences.rowOf(u"train"_s);
        QCOMPARE(differences.index(train).data(DifferencesModel::WordRole).toString(), canvas::wordOf(Change::changed));
        QVERIFY(differences.index(train).data(Qt::AccessibleTextRole).toString().contains(canvas::wordOf(Change::changed)));
        QCOMPARE(differences.rowOf(u"nothing"_s), -1);

        fields.setFields(differences.fields(train));
        QCOMPARE(fields.rowCount(), 1);
        QCOMPARE(fields.index(0, FieldsModel::KeyColumn).data().toString(), u"timeout"_s);
        QCOMPARE(fields.index(0, FieldsModel::BeforeColumn).data().toString(), u"2h"_s);
        QCOMPARE(fields.index(0, FieldsModel::AfterColumn).data().toString(), u"3h"_s);
        fields.setFields(differences.fields(differences.rowOf(u"report"_s))); // all of it is new
        QCOMPARE(fields.rowCount(), 2);
        QCOMPARE(fields.index(0, FieldsModel::BeforeColumn).data().toString(), u"—"_s);
        differences.setDifference({});
        QCOMPARE(differences.rowCount(), 0);
    }

    void aLongValueIsShownFromWhereItDiffers()
    {
        FieldsModel fields;
        const std::string script = "python3 train.py --kernel rbf --gamma scale --epochs ";
        fields.setFields({{"run", script + "10", script + "50"}});
        const QModelIndex now = fields.index(0, FieldsModel::AfterColumn);
        QCOMPARE(now.data().toString(), u"…scale --epochs 50"_s);
        QCOMPARE(now.data(Qt::ToolTipRole).toString(), QString::fromStdString(script + "50"));
        QCOMPARE(now.data(Qt::AccessibleTextRole).toString(), QString::fromStdString(script + "50"));
    }

    void escapeClosesTheListOfVersionsFirst()
    {
        open(before);
        Shown page(*this);
        QSignalSpy closed(&page.versions, &VersionsPage::closed);
        auto* old = page.versions.findChildren<QComboBox*>().front();
        old->showPopup();
        QVERIFY(QTest::qWaitForWindowExposed(old->view()->window()));
        QTest::keyClick(old->view(), Qt::Key_Escape);
        QVERIFY(!old->view()->isVisible());
        QCOMPARE(closed.count(), 0);
        page.versions.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&page.versions));
        QTest::keyClick(page.list, Qt::Key_Escape);
        QCOMPARE(closed.count(), 1);
    }

    void unsavedEditsAreComparedWithTheSavedFileFirst()
    {
        open(before);
        editor->apply(edit::ReplaceText{after});
        Shown page(*this);
        QTRY_COMPARE(page.list->model()->rowCount(), 7);
        QCOMPARE(nodeIn(page.graph->graph(), u"report"_s)->change, Change::added);
        QCOMPARE(page.versions.findChildren<QComboBox*>().front()->currentIndex(), 1);

        const int train = page.rowOf(u"train"_s);
        page.list->setCurrentIndex(page.list->model()->index(train, 0));
        QCOMPARE(page.graph->selection(), QStringList{u"train"_s});
        QCOMPARE(page.fields->model()->index(0, FieldsModel::AfterColumn).data().toString(), u"3h"_s);
        page.graph->select({u"old"_s});
        QCOMPARE(page.list->currentIndex().row(), page.rowOf(u"old"_s));
        QVERIFY(page.lines->toPlainText().contains(u"-  old: {run: [make], needs: [prepare]}"_s));

        editor->undo(); // it follows
        QTRY_COMPARE(page.list->model()->rowCount(), 0);
    }

    void withoutEditsItIsTheNewestRevisionThatWasAnother()
    {
        revisions->kept = {{{"bbbbbbbbbb", "ada", "train longer", Instant(Duration(2000))}, after}, {{"aaaaaaaaaa", "ada", "draw it", Instant(Duration(1000))}, before}};
        folder->write("pipelines/other.pipeline.yaml", "penstock: 1\nname: other\nsteps:\n  a: {run: x}\n");
        open(after);
        Shown page(*this);
        QTRY_COMPARE(page.list->model()->rowCount(), 7);
        auto* old = page.versions.findChildren<QComboBox*>().front();
        QVERIFY(old->currentText().contains(u"draw it"_s));
        QCOMPARE(old->count(), 5); // here, saved, two revisions, another pipeline

        old->setCurrentIndex(4);
        Q_EMIT old->activated(4);
        QTRY_VERIFY(nodeIn(page.graph->graph(), u"a"_s));
        QCOMPARE(nodeIn(page.graph->graph(), u"a"_s)->change, Change::removed);
    }

    void whatCannotBeReadIsSaid()
    {
        revisions->kept = {{{"aaaaaaaaaa", "ada", "gone", Instant(Duration(1000))}, before}};
        open(before);
        Shown page(*this);
        QTRY_VERIFY(!page.versions.isReading());
        std::filesystem::remove(*folder / "pipelines/p.pipeline.yaml");
        auto* old = page.versions.findChildren<QComboBox*>().front();
        old->setCurrentIndex(1);
        Q_EMIT old->activated(1);
        QTRY_VERIFY(page.says(u"p.pipeline.yaml"_s));
        QCOMPARE(page.list->model()->rowCount(), 0);
    }

    void escapeClosesItWhereverTheFocusIs()
    {
        open(before);
        Shown page(*this);
        QSignalSpy closed(&page.versions, &VersionsPage::closed);
        page.versions.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&page.versions));
        for (QWidget* focused : {static_cast<QWidget*>(page.list), static_cast<QWidget*>(page.graph)}) {
            focused->setFocus();
            QTest::keyClick(focused, Qt::Key_Escape);
        }
        QCOMPARE(closed.count(), 2);
    }

    void aThousandStepsAreCompared()
    {
        std::string one = "penstock: 1\nname: p\nsteps:\n  s0: {run: x}\n", two = one;
        for (int i = 1; i < 1000; ++i) {
            const std::string name = "s" + std::to_string(i), need = "s" + std::to_string(i - 1);
            one += "  " + name + ": {run: x, needs: [" + need + "]}\n";
            two += "  " + name + ": {run: " + (i % 2 ? "x" : "y") + ", needs: [" + need + "]}\n";
        }
        open(one);
        editor->apply(edit::ReplaceText{two});
        Shown page(*this);
        QTRY_COMPARE_WITH_TIMEOUT(page.list->model()->rowCount(), 499, 60'000);
        QCOMPARE(page.graph->graph().nodes.size(), std::size_t(1000));
    }

    void aLongHistoryHoldsNobodyUp()
    {
        open(before);
        revisions->isEndless = true;
        {
            Shown page(*this);
            QTRY_COMPARE(revisions->asked.load(), 1);
            page.versions.open();
            QTRY_COMPARE(revisions->asked.load(), 2); // the first was told to stop
        }
        QCOMPARE(revisions->asked.load(), 2); // and the second, when the page went
    }

    void init()
    {
        folder = std::make_unique<test::TemporaryFolder>();
        revisions = std::make_shared<FakeRevisions>();
    }

    void cleanup() { editor.reset(); }

private:
    struct Shown {
        explicit Shown(const VersionsTest& test)
            : versions(*test.editor, test.files, QString::fromStdString(test.folder->path()), test.revisions)
            , list(versions.findChild<QListView*>(u"differences"_s))
            , fields(versions.findChild<QTableView*>())
            , graph(versions.findChild<canvas::GraphView*>())
            , lines(versions.findChild<QPlainTextEdit*>())
        {
            versions.resize(1200, 800);
            versions.show();
            versions.open();
        }
        int rowOf(const QString& title) const
        {
            for (int row = 0; row < list->model()->rowCount(); ++row) {
                if (list->model()->index(row, 0).data().toString() == title)
                    return row;
            }
            return -1;
        }
        bool says(const QString& text) const
        {
            for (const common::Label* label : versions.findChildren<common::Label*>()) {
                if (label->text().contains(text))
                    return true;
            }
            return false;
        }

        VersionsPage versions;
        QListView* list;
        QTableView* fields;
        canvas::GraphView* graph;
        QPlainTextEdit* lines;
    };

    void open(const std::string& text)
    {
        folder->write("pipelines/p.pipeline.yaml", text);
        editor = std::make_unique<PipelineEditor>(QString::fromStdString(folder->path()), files);
        QCOMPARE(editor->open(u"pipelines/p.pipeline.yaml"_s), QString());
    }

    std::unique_ptr<test::TemporaryFolder> folder;
    std::shared_ptr<FakeRevisions> revisions;
    platform::DiskFileSystem files;
    std::unique_ptr<PipelineEditor> editor;
};

} // namespace penstock::designer

QTEST_MAIN(penstock::designer::VersionsTest)
#include "versions_test.moc"
