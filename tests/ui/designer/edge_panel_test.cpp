#include <QImage>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

#include "tests/support/temporary_folder.h"
#include "tests/ui/support/recorded_source.h"
#include "ui/common/label.h"
#include "ui/designer/edge_panel.h"
#include "ui/models/ports.h"

namespace penstock::designer {

using namespace Qt::Literals::StringLiterals;
using Kind = PassedThing::Kind;

namespace {

const std::string text = "penstock: 1\nname: p\nsteps:\n"
                         "  train:\n    run: [python3, train.py]\n    outputs: {model: {path: build/model, kind: model}}\n    values: {state: {}}\n    metrics: m.json\n"
                         "  check: {run: [make], inputs: {model: \"${{ steps.train.outputs.model }}\"}}\n"
                         "  pick: {choose: [{if: \"steps.train.metrics.f1 > 0.5\", then: good}, {else: bad}]}\n"
                         "  good: {end: succeeded}\n  bad: {end: failed}\n";

canvas::Edge edgeOf(const QString& from, const QString& to, const QString& output, canvas::EdgeKind kind = canvas::EdgeKind::data)
{
    canvas::Edge edge;
    edge.from = from;
    edge.to = to;
    edge.output = output;
    edge.kind = kind;
    return edge;
}

} // namespace

class EdgePanelTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        folder = std::make_unique<test::TemporaryFolder>();
        recorded = std::make_unique<test::RecordedWorkspace>(text);
        clock = std::make_unique<test::StandingClock>(recorded->now());
        models::WorkspaceInfo info;
        info.folder = QString::fromStdString(folder->path());
        info.stateFolder = info.folder + u"/.penstock"_s;
        source = new test::RecordedSource;
        model = std::make_unique<models::WorkspaceModel>(info, std::unique_ptr<models::EventSource>(source), *clock);
        panel = std::make_unique<EdgePanel>(*model);
        panel->resize(900, 300);
        panel->QWidget::show();
    }

    void cleanup()
    {
        panel.reset();
        model.reset();
    }

    void beforeAnyRunNothingHasGoneThrough()
    {
        QVERIFY(says(u"Choose an edge"_s));
        panel->show(edgeOf(u"train"_s, u"check"_s, u"model"_s), nullptr);
        QVERIFY(says(u"no run"_s));
        panel->show(edgeOf(u"train"_s, u"check"_s, {}, canvas::EdgeKind::order), nullptr);
        QVERIFY(says(u"order of the two steps"_s));
    }

    void anArtifactIsNamedWithItsBeginning()
    {
        const engine::Run& run = runTrain();
        const PassedThing thing = passedThrough(edgeOf(u"train"_s, u"check"_s, u"model"_s), recorded->view().workspace, &run);
        QCOMPARE(thing.kind, Kind::artifact);
        QCOMPARE(thing.declared, u"model"_s);
        QCOMPARE(thing.path, u"build/model"_s);
        putObject(thing.artifact->digest, "x,y\n1,2\n");
        panel->show(edgeOf(u"train"_s, u"check"_s, u"model"_s), &run);
        QTRY_COMPARE(preview()->toPlainText(), u"x,y\n1,2\n"_s);
        QVERIFY(says(u"build/model"_s));
        QVERIFY(says(u"p-39"_s));
        QVERIFY(panel->findChild<QPushButton*>()->isVisible());
    }

    void aRemovedArtifactIsSaidToBeGone()
    {
        panel->show(edgeOf(u"train"_s, u"check"_s, u"model"_s), &runTrain());
        QTRY_VERIFY(says(u"no longer in the store"_s));
    }

    void valuesAndMetricsAreShownWhole()
    {
        const engine::Run& run = runTrain();
        panel->show(edgeOf(u"train"_s, u"check"_s, u"state"_s), &run);
        QCOMPARE(preview()->toPlainText(), u"ready"_s);
        panel->show(edgeOf(u"train"_s, u"check"_s, models::metricsPort), &run);
        QVERIFY(preview()->toPlainText().contains(u"\"f1\": 0.75"_s));
    }

    void aWayOfAChoiceWasTakenOrNot()
    {
        const engine::Run& run = runTrain();
        canvas::Edge way = edgeOf(u"pick"_s, u"good"_s, {}, canvas::EdgeKind::branch);
        way.branch = 0;
        QVERIFY(passedThrough(way, recorded->view().workspace, &run).isTaken);
        way.to = u"bad"_s;
        way.branch = 1;
        const PassedThing other = passedThrough(way, recorded->view().workspace, &run);
        QCOMPARE(other.kind, Kind::way);
        QVERIFY(!other.isTaken);
    }

    void aPreviewIsBounded()
    {
        const QString file = QString::fromStdString(folder->path()) + u"/long"_s;
        std::string lines;
        for (int i = 0; i < 100'000; ++i)
            lines += "line " + std::to_string(i) + "\n";
        folder->write("long", lines);
        const ArtifactPreview cut = previewOf(file, ArtifactShape::file);
        QVERIFY(cut.isCut);
        QCOMPARE(cut.text.count(u'\n'), 199);
        folder->write("long", std::string("\x00\x01\x02", 3));
        QVERIFY(previewOf(file, ArtifactShape::file).text.isEmpty());
        QVERIFY(!previewOf(file + u"er"_s, ArtifactShape::file).isThere);

        QImage image(900, 300, QImage::Format_RGB32);
        image.fill(Qt::red);
        QVERIFY(image.save(file, "PNG"));
        const ArtifactPreview picture = previewOf(file, ArtifactShape::file);
        QCOMPARE(picture.pictureSize, QSize(900, 300));
        QCOMPARE(picture.picture.size(), QSize(480, 160));

        folder->write("long", "penstock-folder 1\nf 3 abc 5 a.csv\nx 9 abc 8 b/run me\nd 5 empty\n");
        QCOMPARE(previewOf(file, ArtifactShape::folder).text, u"a.csv\nb/run me\nempty/"_s);
    }

private:
    const engine::Run& runTrain()
    {
        const RunId run = recorded->start(Json::object());
        test::StepResult result;
        result.outputs = {"model"};
        result.metrics = {{"f1", 0.75}};
        result.values = {{"state", "ready"}};
        recorded->finish(run, "train", result);
        source->deliverOpening(recorded->events());
        return *recorded->view().workspace.run(run);
    }
    void putObject(const Digest& digest, const std::string& content) const
    {
        const std::string hex = digest.hex();
        folder->write(std::string(".penstock/objects/").append(hex.substr(0, 2)).append("/").append(hex.substr(2)), content);
    }
    QPlainTextEdit* preview() const { return panel->findChild<QPlainTextEdit*>(); }
    bool says(const QString& text) const
    {
        for (const common::Label* label : panel->findChildren<common::Label*>()) {
            if (label->isVisible() && label->text().contains(text))
                return true;
        }
        return false;
    }

    std::unique_ptr<test::TemporaryFolder> folder;
    std::unique_ptr<test::RecordedWorkspace> recorded;
    std::unique_ptr<test::StandingClock> clock;
    test::RecordedSource* source = nullptr; // the model's
    std::unique_ptr<models::WorkspaceModel> model;
    std::unique_ptr<EdgePanel> panel;
};

} // namespace penstock::designer

QTEST_MAIN(penstock::designer::EdgePanelTest)
#include "edge_panel_test.moc"
