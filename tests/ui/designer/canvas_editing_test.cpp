#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMouseEvent>
#include <QSignalSpy>
#include <QTest>

#include "core/platform/disk_file_system.h"
#include "tests/support/temporary_folder.h"
#include "ui/canvas/frame_folding.h"
#include "ui/designer/canvas_editing.h"
#include "ui/designer/design_links.h"
#include "ui/designer/link_offers.h"
#include "ui/designer/pipeline_graph.h"
#include "ui/designer/step_actions.h"

namespace penstock::designer {

using namespace Qt::Literals::StringLiterals;
using canvas::PortRef;
using canvas::PortSide;

namespace {

const std::string text = "penstock: 1   # mine\nname: p\nsteps:\n"
                         "  prepare: {run: [python3, prepare.py], outputs: {train: data/train.csv}}\n"
                         "  # learns\n"
                         "  train:\n    run: [python3, train.py]\n    inputs: {data: \"${{ steps.prepare.outputs.train }}\"}\n    outputs: {model: {path: m, kind: model}}\n"
                         "  evaluate: {run: [python3, evaluate.py], needs: [train]}\n"
                         "  lonely: {run: [clean], outputs: {out: data/clean.csv}}\n"
                         "  stop: {end: succeeded}\n";

} // namespace

class CanvasEditingTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        folder = std::make_unique<test::TemporaryFolder>();
        folder->write("pipelines/p.pipeline.yaml", text);
        folder->write("train.py", "parser.add_argument('--rate', type=float, default=0.5)\n");
        const QString path = QString::fromStdString(folder->path());
        editor = std::make_unique<PipelineEditor>(path, files);
        view = std::make_unique<canvas::GraphView>();
        editing = std::make_unique<CanvasEditing>(*view, *editor, files, path, nullptr);
        actions = std::make_unique<StepActions>(*view, *editor, *editing, nullptr);
        connect(editor.get(), &PipelineEditor::changed, view.get(), [this] {
            view->setGraph(designGraph(editor->lastGood(), editor->document().positions(), editor->issues()).graph);
            editing->openFresh();
        });
        QVERIFY(editor->open(u"pipelines/p.pipeline.yaml"_s).isEmpty());
        view->resize(1200, 800);
        view->show();
        QVERIFY(QTest::qWaitForWindowExposed(view.get()));
        view->resetZoom();
        view->setFocus();
    }

    void cleanup()
    {
        actions.reset();
        editing.reset();
        view.reset();
        editor.reset();
    }

    void aLinkIsPulledFromPortToPort()
    {
        drag(port(u"lonely"_s, PortSide::out, u"out"_s), port(u"train"_s, PortSide::in, {}));
        const auto* train = command("train");
        QCOMPARE(train->inputs.size(), std::size_t{2});
        QCOMPARE(train->inputs[1].second.source, std::string("${{ steps.lonely.outputs.out }}"));
        QVERIFY(now().find("# mine\nname: p") != std::string::npos);
        QVERIFY(now().find("  # learns\n  train:") != std::string::npos);
        editor->undo();
        QCOMPARE(now(), text);
    }

    void aCircleIsRefusedWithAReason()
    {
        const auto judge = DocumentJudge(editor->document());
        const QString why = judge.refusal({u"evaluate"_s, PortSide::out, {}}, {u"prepare"_s, PortSide::in, {}});
        QVERIFY2(!why.isEmpty(), qPrintable(why));
        drag(port(u"evaluate"_s, PortSide::out, {}), port(u"prepare"_s, PortSide::in, {}));
        QCOMPARE(now(), text);
    }

    void aLinkThatIsDroppedOnTheGroundOffersSteps()
    {
        const QPoint ground = view->viewRect(u"train"_s).bottomRight() + QPoint(120, 160);
        drag(port(u"train"_s, PortSide::out, u"model"_s), ground);
        auto* chooser = view->findChild<models::Chooser*>();
        QVERIFY(chooser);
        auto* field = chooser->findChild<QLineEdit*>();
        QTest::keyClicks(field, u"register"_s);
        QTest::keyClick(field, Qt::Key_Return);
        const pipeline::Step* record = editor->document().pipeline().step("record");
        QVERIFY(record);
        QCOMPARE(std::get<pipeline::Register>(record->body).artifact, std::string("${{ steps.train.outputs.model }}"));
        QCOMPARE(view->selection(), QStringList{u"record"_s});
        editor->undo(); // one gesture
        QCOMPARE(now(), text);
    }

    void aLineCutsAllEdgesThatItCrosses()
    {
        const QPoint above = view->viewRect(u"prepare"_s).topRight() + QPoint(28, -60), below = view->viewRect(u"prepare"_s).bottomRight() + QPoint(28, 400);
        drag(above, below, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(command("train")->inputs.empty());
        QCOMPARE(view->graph().edges.size(), std::size_t{1}); // train to evaluate is farther on
        editor->undo();
        QCOMPARE(now(), text);
    }

    void chosenStepsAreLinkedInARow()
    {
        view->select({u"lonely"_s, u"stop"_s, u"evaluate"_s});
        const canvas::Graph& graph = view->graph();
        QTest::keyClick(view.get(), Qt::Key_L, Qt::ShiftModifier);
        QStringList order = view->selection();
        std::sort(order.begin(), order.end(), [&](const QString& a, const QString& b) { return view->viewRect(a).left() < view->viewRect(b).left(); });
        QCOMPARE(graph.edges.size(), std::size_t{4});
        for (qsizetype i = 0; i + 1 < order.size(); ++i)
            QCOMPARE(edgeBetween(order[i], order[i + 1]).to, order[i + 1]);
        editor->undo(); // one gesture
        QCOMPARE(now(), text);
    }

    void aRowThatWouldBeACircleIsNotMade()
    {
        view->select({u"prepare"_s, u"evaluate"_s});
        editor->apply(edit::MoveNodes{{{"evaluate", {-900, 0}}}});
        QSignalSpy problem(editing.get(), &CanvasEditing::problemMet);
        QTest::keyClick(view.get(), Qt::Key_L, Qt::ShiftModifier);
        QCOMPARE(problem.count(), 1);
        QCOMPARE(now(), text);
    }

    void whoPlacesOneStepSeesTheSamePictureInTheOpenedFile()
    {
        editing->add(editing->offers().front(), {-500, 40});
        const canvas::Graph drawn = view->graph();
        QVERIFY(editor->save().isEmpty());
        QVERIFY(editor->open(u"pipelines/p.pipeline.yaml"_s).isEmpty());
        view->setGraph({}); // nothing is remembered
        view->setGraph(designGraph(editor->lastGood(), editor->document().positions(), editor->issues()).graph);
        QCOMPARE(view->graph().nodes.size(), drawn.nodes.size());
        for (std::size_t i = 0; i < drawn.nodes.size(); ++i)
            QCOMPARE(*view->graph().nodes[i].position, *drawn.nodes[i].position);
    }

    void aRowThatOnlyTogetherWouldBeACircleIsNotMade()
    {
        editor->apply(edit::MoveNodes{{{"evaluate", {-900, 0}}, {"lonely", {-600, 0}}, {"prepare", {-300, 0}}}});
        view->select({u"prepare"_s, u"lonely"_s, u"evaluate"_s}); // prepare leads to evaluate already
        QSignalSpy problem(editing.get(), &CanvasEditing::problemMet);
        QTest::keyClick(view.get(), Qt::Key_L, Qt::ShiftModifier);
        QCOMPARE(problem.count(), 1);
        QVERIFY(problem.first().first().toString().contains(u"prepare"_s));
        QCOMPARE(now(), text);
    }

    void aLinkThatIsCutMovesNothing()
    {
        const canvas::Graph before = view->graph();
        editing->removeEdge(edgeBetween(u"prepare"_s, u"train"_s));
        QCOMPARE(view->graph().edges.size() + 1, before.edges.size());
        for (std::size_t i = 0; i < before.nodes.size(); ++i)
            QCOMPARE(*view->graph().nodes[i].position, *before.nodes[i].position);
    }

    void undoAndRedoShowWhatTheyChanged()
    {
        editing->apply(edit::SetEnabled{{"evaluate"}, false});
        view->select({u"prepare"_s});
        view->fitSelection();
        const QRect seen = view->rect();
        QVERIFY(!seen.contains(view->viewRect(u"evaluate"_s)));
        for (const bool redone : {false, true}) {
            redone ? editor->redo() : editor->undo();
            QCOMPARE(view->selection(), QStringList{u"evaluate"_s});
            QVERIFY(seen.contains(view->viewRect(u"evaluate"_s)));
            view->select({u"prepare"_s});
        }
        editor->redo(); // nothing to redo: nothing is shown
        QCOMPARE(view->selection(), QStringList{u"prepare"_s});
    }

    void anEdgeIsTakenByItsEnd()
    {
        drag(port(u"train"_s, PortSide::in, u"data"_s), view->viewRect(u"prepare"_s).bottomLeft() + QPoint(40, 140));
        QVERIFY(command("train")->inputs.empty());
    }

    void aStepIsPutIntoAnEdge()
    {
        const canvas::Edge edge = edgeBetween(u"prepare"_s, u"train"_s);
        Q_EMIT view->nodeDropped(u"lonely"_s, edge, {300, 0}, {});
        QCOMPARE(command("lonely")->inputs.size(), std::size_t{1});
        QCOMPARE(command("lonely")->inputs[0].second.source, std::string("${{ steps.prepare.outputs.train }}"));
        QCOMPARE(command("train")->inputs[0].second.source, std::string("${{ steps.lonely.outputs.out }}"));
        editor->undo();
        QCOMPARE(now(), text);
    }

    void whatIsDroppedOntoAnEdgeCoversNothing()
    {
        canvas::Graph graph = view->graph();
        const canvas::Edge edge = edgeBetween(u"prepare"_s, u"train"_s);
        QPointF first;
        for (const canvas::Node& node : graph.nodes) {
            if (node.id == u"prepare"_s)
                first = *node.position;
        }
        const auto places = roomBetween(graph, u"lonely"_s, first + QPointF(90, 10), edge);
        QVERIFY(places.at("lonely").x >= first.x() + theme::Metrics::nodeWidth);
        QVERIFY(places.at("train").x >= places.at("lonely").x + theme::Metrics::nodeWidth);
        QVERIFY(places.at("evaluate").x > places.at("train").x); // all that follows goes along
    }

    void whatIsPutIntoAnEdgeCoversNothing()
    {
        Q_EMIT view->nodeDropped(u"lonely"_s, edgeBetween(u"prepare"_s, u"train"_s), view->toScene(view->viewRect(u"prepare"_s).topLeft()) + QPointF(60, 0), {});
        const QRect put = view->viewRect(u"lonely"_s);
        QVERIFY(!put.intersects(view->viewRect(u"prepare"_s)));
        QVERIFY(!put.intersects(view->viewRect(u"train"_s)));
    }

    void anOfferIsMadeOfThePipelineAsItIsNow()
    {
        const auto early = editing->offers();
        const auto record = std::find_if(early.begin(), early.end(), [](const StepOffer& offer) { return offer.name == "record"; });
        const auto ship = std::find_if(early.begin(), early.end(), [](const StepOffer& offer) { return offer.name == "ship"; });
        editing->add(*record);
        editing->add(*ship);
        const auto* promote = std::get_if<pipeline::Promote>(&editor->document().pipeline().step("ship")->body);
        QVERIFY(promote);
        QCOMPARE(promote->version, std::string("${{ steps.record.version }}"));
    }

    void keysEditWhatIsChosen()
    {
        view->select({u"evaluate"_s});
        actions->refresh(true, false);
        QTest::keyClick(view.get(), Qt::Key_D);
        QVERIFY(!editor->document().pipeline().step("evaluate")->enabled);
        QTest::keyClick(view.get(), Qt::Key_F2);
        auto* field = view->findChild<QLineEdit*>();
        QVERIFY(field);
        field->setText(u"judge"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(editor->document().pipeline().step("judge"));
        QCOMPARE(view->selection(), QStringList{u"judge"_s});
        actions->refresh(true, false);
        QTest::keyClick(view.get(), Qt::Key_Delete);
        QVERIFY(!editor->document().pipeline().step("judge"));
        for (int i = 0; i < 3; ++i)
            editor->undo();
        QCOMPARE(now(), text);
    }

    void tabOffersWhatComesAfterTheChosenStep()
    {
        view->select({u"evaluate"_s});
        view->setCurrent(u"evaluate"_s);
        QTest::keyClick(view.get(), Qt::Key_Tab);
        auto* chooser = view->findChild<models::Chooser*>();
        QVERIFY(chooser);
        auto* field = chooser->findChild<QLineEdit*>();
        QTest::keyClicks(field, u"approv"_s);
        QTest::keyClick(field, Qt::Key_Return);
        const pipeline::Step* ask = editor->document().pipeline().step("ask");
        QVERIFY(ask);
        QCOMPARE(ask->needs, std::vector<std::string>{"evaluate"});
    }

    void aScriptThatIsDroppedBecomesACommandWithItsArguments()
    {
        Q_EMIT view->filesDropped({QString::fromStdString(*folder / "train.py")}, {0, 300});
        QCOMPARE(command("train_2")->arguments, (std::vector<std::string>{"python3", "train.py", "--rate", "0.5"}));
        QSignalSpy problems(editing.get(), &CanvasEditing::problemMet);
        Q_EMIT view->filesDropped({u"/elsewhere/x.py"_s}, {0, 300});
        QCOMPARE(problems.size(), 1);
    }

    void stepsAreFramedAndNotesStandBesideThem()
    {
        view->select({u"prepare"_s, u"train"_s});
        actions->refresh(true, false);
        QTest::keyClick(view.get(), Qt::Key_G, Qt::ControlModifier);
        answer(u"Learn"_s);
        QCOMPARE(view->graph().frames.size(), std::size_t{1});
        QCOMPARE(view->graph().frames[0].title, u"Learn"_s);
        QCOMPARE(view->graph().frames[0].nodes, (QStringList{u"prepare"_s, u"train"_s}));
        const canvas::Graph folded = canvas::foldFrames(view->graph(), {view->graph().frames[0].id});
        QCOMPARE(folded.nodes.size(), view->graph().nodes.size() - 1);
        QVERIFY(folded.frames.empty());

        QTest::keyClick(view.get(), Qt::Key_N);
        answer(u"on purpose"_s);
        QVERIFY(now().find("notes:") != std::string::npos && now().find("on purpose") != std::string::npos);
        QVERIFY(editor->document().positions().contains("note:note"));
        view->select({u"note:note"_s});
        actions->refresh(true, false);
        QTest::keyClick(view.get(), Qt::Key_Delete);
        QVERIFY(now().find("on purpose") == std::string::npos);
    }

    void aStepIsDraggedIntoAFrameAndOutInOneStepOfUndo()
    {
        frameOf({u"prepare"_s, u"train"_s});
        const std::string framed = now();
        const QString frame = view->graph().frames[0].id;
        Q_EMIT view->nodesReframed({u"lonely"_s}, {QPointF(40, 40)}, {{}, frame});
        QCOMPARE(view->graph().frames[0].nodes, (QStringList{u"prepare"_s, u"train"_s, u"lonely"_s}));
        QCOMPARE(editor->document().positions().at("lonely").x, 40.0);
        Q_EMIT view->nodesReframed({u"train"_s}, {QPointF(900, 40)}, {{frame}, {}});
        QCOMPARE(view->graph().frames[0].nodes, (QStringList{u"prepare"_s, u"lonely"_s}));
        editor->undo();
        editor->undo();
        QCOMPARE(now(), framed);
        QVERIFY(!editor->document().positions().contains("lonely"));
    }

    void aFrameThatIsAMereListStaysOne()
    {
        QVERIFY(editor->apply(edit::SetValue{{"frames", "plain"}, format::YamlValue::array({"prepare", "train"})}).isEmpty());
        Q_EMIT view->nodesReframed({u"lonely"_s}, {QPointF(40, 40)}, {{}, u"frame:plain"_s});
        QCOMPARE(view->graph().frames[0].nodes, (QStringList{u"prepare"_s, u"train"_s, u"lonely"_s}));
        QVERIFY(editor->document().pipeline().frames["plain"].is_array());
        editing->rename(u"frame:plain"_s);
        answer(u"Learn"_s); // now it needs more
        QCOMPARE(view->graph().frames[0].title, u"Learn"_s);
        QCOMPARE(view->graph().frames[0].nodes.size(), 3);
    }

    void aStepIsPutIntoAnEdgeAndAFrameAtOnce()
    {
        frameOf({u"prepare"_s, u"train"_s});
        const std::string framed = now();
        Q_EMIT view->nodeDropped(u"lonely"_s, edgeBetween(u"prepare"_s, u"train"_s), {300, 0}, {{}, view->graph().frames[0].id});
        QVERIFY(view->graph().frames[0].nodes.contains(u"lonely"_s));
        QVERIFY(!command("lonely")->inputs.empty());
        editor->undo();
        QCOMPARE(now(), framed);
    }

    void keysPutStepsIntoFramesAndTakeThemOut()
    {
        frameOf({u"prepare"_s, u"train"_s});
        view->select({u"lonely"_s});
        actions->refresh(true, false);
        QTest::keyClick(view.get(), Qt::Key_G, Qt::ShiftModifier);
        auto* chooser = view->findChild<models::Chooser*>();
        QVERIFY(chooser);
        QTest::keyClick(chooser->findChild<QLineEdit*>(), Qt::Key_Return);
        QVERIFY(view->graph().frames[0].nodes.contains(u"lonely"_s));
        view->select({u"prepare"_s, u"lonely"_s});
        actions->refresh(true, false);
        QTest::keyClick(view.get(), Qt::Key_U, Qt::ShiftModifier);
        QCOMPARE(view->graph().frames[0].nodes, QStringList{u"train"_s});
        view->select({u"train"_s});
        actions->refresh(true, false);
        QTest::keyClick(view.get(), Qt::Key_U, Qt::ShiftModifier);
        QVERIFY(view->graph().frames.empty()); // nor is an empty one left behind
    }

    void aDisabledStepKeepsItsEdges()
    {
        view->select({u"train"_s});
        actions->refresh(true, false);
        QTest::keyClick(view.get(), Qt::Key_D);
        QVERIFY(!editor->document().pipeline().step("train")->enabled);
        QCOMPARE(edgeBetween(u"prepare"_s, u"train"_s).input, u"data"_s);
        drag(port(u"lonely"_s, PortSide::out, u"out"_s), port(u"train"_s, PortSide::in, {}));
        QCOMPARE(edgeBetween(u"lonely"_s, u"train"_s).kind, canvas::EdgeKind::data);
    }

    void whatMayBeLinkedFollowsTheDocument_data()
    {
        QTest::addColumn<int>("more"); // steps
        QTest::newRow("found out when asked") << 0;
        QTest::newRow("found out beforehand") << 400;
    }
    void whatMayBeLinkedFollowsTheDocument()
    {
        QFETCH(int, more);
        std::string large = text;
        for (int i = 0; i < more; ++i)
            large.append("  more_").append(std::to_string(i)).append(": {run: [work], needs: [prepare]}\n");
        folder->write("pipelines/large.pipeline.yaml", large);
        QVERIFY(editor->open(u"pipelines/large.pipeline.yaml"_s).isEmpty());
        const PortRef from{u"lonely"_s, PortSide::out, {}}, to{u"evaluate"_s, PortSide::in, {}}, back{u"evaluate"_s, PortSide::out, {}}, start{u"lonely"_s, PortSide::in, {}};
        const auto mayBe = [this](const PortRef& a, const PortRef& b) { return view->stage().judge()->refusal(a, b).isEmpty(); };
        QVERIFY(mayBe(from, to) && mayBe(back, start));
        Q_EMIT view->linkMade(from, to);
        for (int again = 0; again < 2; ++again) {
            QVERIFY(!mayBe(back, start)); // a circle by now
            QCoreApplication::processEvents();
        }
        editor->undo();
        QVERIFY(mayBe(from, to) && mayBe(back, start));
    }

    void whatALinkCostsIsOfferedLast()
    {
        const auto offers = linkOffers(DocumentJudge(editor->document()), view->graph(), u"lonely"_s);
        QList<std::pair<QString, QString>> intoTrain; // its input, and what would go
        for (const LinkOffer& offer : offers) {
            if (offer.to.node == u"train"_s && offer.from.port == u"out"_s)
                intoTrain.append({offer.to.port, offer.replaces});
        }
        QCOMPARE(intoTrain, (QList<std::pair<QString, QString>>{{QString(), QString()}, {u"data"_s, u"prepare"_s}}));
    }

    void stepsAreCopiedAsText()
    {
        view->select({u"train"_s});
        actions->refresh(true, false);
        QTest::keyClick(view.get(), Qt::Key_C, Qt::ControlModifier);
        QVERIFY(QGuiApplication::clipboard()->text().contains(u"run: [python3, train.py]"_s));
        QTest::keyClick(view.get(), Qt::Key_V, Qt::ControlModifier);
        QVERIFY(command("train_2"));
        QCOMPARE(view->selection(), QStringList{u"train_2"_s});
        const std::string before = now();
        QSignalSpy problems(actions.get(), &StepActions::problemMet);
        QGuiApplication::clipboard()->setText(u"not a pipeline: ["_s);
        QTest::keyClick(view.get(), Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(problems.size(), 1);
        QCOMPARE(now(), before);
    }

private:
    void frameOf(const QStringList& steps)
    {
        view->select(steps);
        actions->refresh(true, false);
        QTest::keyClick(view.get(), Qt::Key_G, Qt::ControlModifier);
        answer(u"Learn"_s);
    }
    std::string now() const { return editor->document().text(); }
    const pipeline::Command* command(const std::string& step) const
    {
        const pipeline::Step* found = editor->document().pipeline().step(step);
        return found ? std::get_if<pipeline::Command>(&found->body) : nullptr;
    }
    canvas::Edge edgeBetween(const QString& from, const QString& to) const
    {
        for (const canvas::Edge& edge : view->graph().edges) {
            if (edge.from == from && edge.to == to)
                return edge;
        }
        return {};
    }
    QPoint port(const QString& step, PortSide side, const QString& name) const
    {
        for (const canvas::Node& node : view->graph().nodes) {
            if (node.id == step)
                return view->toView(*node.position + canvas::portOffset(node, sizeOf(node), side, name)).toPoint();
        }
        return {};
    }
    void answer(const QString& text) const
    {
        auto* field = view->findChild<QLineEdit*>();
        QVERIFY(field);
        field->setText(text);
        QTest::keyClick(field, Qt::Key_Return);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    void drag(const QPoint& from, const QPoint& to, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mouseMove(view.get(), from);
        QTest::mousePress(view.get(), Qt::LeftButton, modifiers, from);
        for (const QPoint& at : {(from + to) / 2, to}) {
            QMouseEvent move(QEvent::MouseMove, at, view->mapToGlobal(at), Qt::NoButton, Qt::LeftButton, {});
            QCoreApplication::sendEvent(view.get(), &move);
        }
        QTest::mouseRelease(view.get(), Qt::LeftButton, {}, to);
    }

    std::unique_ptr<test::TemporaryFolder> folder;
    platform::DiskFileSystem files;
    std::unique_ptr<PipelineEditor> editor;
    std::unique_ptr<canvas::GraphView> view;
    std::unique_ptr<CanvasEditing> editing;
    std::unique_ptr<StepActions> actions;
};

} // namespace penstock::designer

QTEST_MAIN(penstock::designer::CanvasEditingTest)
#include "canvas_editing_test.moc"
