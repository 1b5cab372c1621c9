#include <QTest> // before the standard headers, on which moc of Qt 6.4 stumbles otherwise

#include "core/engine/plan.h"
#include "core/format/pipeline_reader.h"
#include "tests/ui/support/recorded_workspace.h"
#include "ui/models/run_graph.h"

using namespace penstock;
using namespace penstock::test;
using namespace Qt::Literals::StringLiterals;
using canvas::EdgeKind;
using theme::Mark;

namespace {

QStringList printed(const canvas::Graph& graph)
{
    QStringList lines;
    for (const canvas::Edge& edge : graph.edges)
        lines.append(edge.from % (edge.taken ? u" => "_s : u" -> "_s) % edge.to % (edge.label.isEmpty() ? QString() : u": "_s % edge.label));
    return lines;
}

canvas::Graph graphOfRun(const RecordedWorkspace& recorded, const char* run)
{
    const engine::WorkspaceState& state = recorded.view().workspace;
    return models::graphOf(state, *state.run(*RunId::parse(run)), recorded.now());
}

canvas::Graph drawn(const std::string& steps)
{
    return models::graphOf(*engine::Plan::outline(format::readPipeline("penstock: 1\nname: p\nsteps:\n" + steps).pipeline));
}

const canvas::Node& node(const canvas::Graph& graph, const QString& id)
{
    return *std::find_if(graph.nodes.begin(), graph.nodes.end(), [&](const canvas::Node& each) { return each.id == id; });
}

} // namespace

class RunGraphTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void wiresAreFewAndTheWayTakenIsMarked();
    void aBranchThatWasNotTakenStaysQuiet();
    void nodesSayWhatTheyRunAndHowItIs();
    void aNodeThatReadsItsInputShowsHowFarItIs();
    void branchesAreToldApartByTheirLabels();
};

void RunGraphTest::wiresAreFewAndTheWayTakenIsMarked()
{
    QCOMPARE(printed(graphOfRun(digitsWorkspace(), "digits-39")),
             (QStringList{u"prepare => train"_s, u"prepare => evaluate"_s, u"train => evaluate"_s, u"train => record"_s, u"evaluate => record"_s, u"record => better"_s,
                          u"better => ask: yes"_s, u"better -> stop: otherwise"_s, u"ask => ship"_s}));
}

void RunGraphTest::branchesAreToldApartByTheirLabels()
{
    const canvas::Graph graph = drawn("  look: {run: [x], values: {status: {choices: [running, ready]}}}\n"
                                      "  done:\n    needs: [look]\n    choose:\n"
                                      "      - {if: \"steps.look.outputs.status == 'running'\", then: look, at_most: 2}\n"
                                      "      - {if: \"steps.look.outputs.status == 'ready' && params.region == 'eu'\", then: ship}\n"
                                      "      - {else: stop}\n"
                                      "  ship: {end: succeeded}\n"
                                      "  stop: {end: failed}\n");
    QStringList labels;
    for (const canvas::Edge& edge : graph.edges) {
        if (!edge.label.isEmpty())
            labels.append(edge.label);
    }
    QCOMPARE(labels, (QStringList{u"status == 'running' · back ≤ 2×"_s, u"status == 'rea…egion == 'eu'"_s, u"otherwise"_s}));
}

void RunGraphTest::aBranchThatWasNotTakenStaysQuiet()
{
    const canvas::Graph graph = graphOfRun(digitsWorkspace(), "digits-40");
    for (const canvas::Edge& edge : graph.edges)
        QCOMPARE(edge.taken, edge.from == u"prepare"_s && edge.to == u"train"_s);
}

void RunGraphTest::nodesSayWhatTheyRunAndHowItIs()
{
    const RecordedWorkspace recorded = digitsWorkspace();
    const canvas::Graph running = graphOfRun(recorded, "digits-42");
    QCOMPARE(node(running, u"train"_s).mark, Mark::running);
    QCOMPARE(node(running, u"train"_s).subtitle, u"train.py · 31s"_s);
    QCOMPARE(node(running, u"ask"_s).subtitle, u"policy digits · lead"_s);
    QCOMPARE(node(running, u"ship"_s).subtitle, u"to Production"_s);
    const canvas::Graph failed = graphOfRun(recorded, "digits-40");
    QCOMPARE(node(failed, u"train"_s).mark, Mark::failed);
    QCOMPARE(node(failed, u"train"_s).subtitle, u"train.py · exit 1"_s);
    QCOMPARE(node(graphOfRun(recorded, "digits-39"), u"record"_s).subtitle, u"digits 1.1"_s);
}

void RunGraphTest::aNodeThatReadsItsInputShowsHowFarItIs()
{
    const RecordedWorkspace recorded = digitsWorkspace();
    const engine::WorkspaceState& state = recorded.view().workspace;
    const RunId run = *RunId::parse("digits-42");
    const AttemptId attempt = *AttemptId::parse("digits-42/train/1");
    const auto nodeWhile = [&](const session::InputProgress& reading) {
        return node(models::graphOf(state, *state.run(run), recorded.now(), {{reading.attempt, reading}}), u"train"_s);
    };
    const canvas::Node part = nodeWhile({attempt, "data/raw.csv", 1'200'000'000, 5'000'000'000});
    QCOMPARE(part.subtitle, u"reading 1.2 of 5.0 GB"_s);
    QCOMPARE(part.progress, 0.24);
    const canvas::Node unknown = nodeWhile({attempt, "data/raw.csv", 500, 0});
    QCOMPARE(unknown.subtitle, u"reading 500 bytes"_s);
    QVERIFY(unknown.progress < 0);
    QCOMPARE(nodeWhile({*AttemptId::parse("digits-42/train/2"), "data/raw.csv", 500, 1'000}).subtitle, u"train.py · 31s"_s);
}

QTEST_MAIN(RunGraphTest)
#include "run_graph_test.moc"
