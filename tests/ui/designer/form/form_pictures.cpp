// Draws the forms of all kinds of steps in both themes and in Chinese into the build folder, and says how long another step takes.
#include "core/messages/language.h"
#include "core/platform/disk_file_system.h"
#include "tests/support/temporary_folder.h"
#include "tests/ui/support/recorded_workspace.h"
#include "ui/designer/form/completion_popup.h"
#include "ui/designer/form/inspector.h"
#include "ui/theme/theme_controller.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTest>

#include <algorithm>
#include <cstdio>

using namespace penstock;
using namespace Qt::Literals::StringLiterals;

namespace {

const std::string text = R"(penstock: 1
name: p
about: Train a digit classifier; put it into production when it beats what is there.
parameters:
  kernel: {type: string, default: rbf, choices: [rbf, poly, linear]}
  c: {type: number, default: 1.0, minimum: 0.001}
on: {event: data.arrived, if: event.rows > 100, parameters: {c: "${{ event.c }}", kernel: rbf}}
defaults: {env: {PYTHONUNBUFFERED: "1"}, timeout: 6h}
steps:
  prepare: {run: [python3, prepare.py], outputs: {train: data/train.csv, test: data/test.csv}}
  train:
    title: Train the classifier
    run: [python3, train.py, --kernel, "${{ params.kernel }}", --c, "${{ params.c }}"]
    inputs: {data: "${{ steps.prepare.outputs.train }}", raw: {file: data/raw}}
    outputs: {model: {path: build/model, kind: model}}
    metrics: build/train-metrics.json
    retry: {attempts: 3, delay: 10s, on: [timeout, lost]}
    timeout: 2 hours
    resources: {cpu: 1, memory: 1GiB}
    env: {OMP_NUM_THREADS: "1"}
    needs: [prepare]
    if: params.c > 0.5
  script:
    run: |
      set -x
      for name in a b; do
        echo "${{ params.c }}" > "$name" # a comment
      done
    map: {over: {c: {from: 0.1, to: 10, scale: log}, kernel: [rbf, poly, linear]}, parallel: 2, sample: {count: 20}, best: {metric: accuracy, direction: maximize}}
    environment: {venv: requirements.txt}
  better:
    needs: [train]
    choose:
      - {if: "params.c > 1", then: train, at_most: 3}
      - {else: stop}
  ask: {approve: {question: "Put it into production?", policy: digits, approvers: [lead], expires: 7d}}
  record: {register: {model: digits, major: 1, artifact: "${{ steps.train.outputs.model }}"}}
  pause: {wait: 10s}
  until: {wait: {file: data/incoming/ready, timeout: 2h}}
  stop: {end: succeeded}
)";

bool take(QWidget& widget, const QString& name)
{
    QTest::qWait(50);
    return widget.grab().save(QStringLiteral(PENSTOCK_PICTURES_DIR "/form-%1.png").arg(name));
}

bool takeAll(const QString& suffix, int width)
{
    const test::TemporaryFolder folder;
    folder.write("pipelines/p.pipeline.yaml", text);
    platform::DiskFileSystem files;
    designer::PipelineEditor editor(QString::fromStdString(folder.path()), files);
    editor.open(u"pipelines/p.pipeline.yaml"_s);
    test::RecordedWorkspace recorded(text);
    const RunId run = recorded.start(Json{{"c", 2.5}});
    recorded.finish(run, "prepare", {.lasted = Duration(1000), .outcome = {}, .outputs = {"train", "test"}});
    designer::Inspector inspector(editor);
    inspector.resize(width, 1600);
    inspector.show();
    bool well = take(inspector, u"pipeline-"_s + suffix);
    for (const QString& step : {u"train"_s, u"script"_s, u"better"_s, u"ask"_s, u"record"_s, u"pause"_s, u"until"_s}) {
        inspector.showStep(step);
        inspector.setState(u"succeeded in 2.4s"_s);
        inspector.showLast(recorded.view().workspace, recorded.view().workspace.run(run));
        well &= take(inspector, step + u'-' + suffix);
    }
    inspector.showStep(u"better"_s);
    auto* condition = inspector.findChild<QPlainTextEdit*>() ? nullptr : inspector.findChildren<QLineEdit*>().at(1);
    if (condition) {
        condition->setFocus();
        condition->clear();
        QTest::keyClicks(condition, u"s"_s);
        QTest::qWait(50);
        if (auto* popup = inspector.findChild<designer::CompletionPopup*>())
            well &= take(*popup, u"completion-"_s + suffix);
        condition->clear();
    }
    inspector.showSteps({u"prepare"_s, u"train"_s});
    return take(inspector, u"several-"_s + suffix) && well;
}

// Of 300 steps, by turns of another kind and of the same.
void measure()
{
    std::string many = "penstock: 1\nname: many\nsteps:\n";
    for (int i = 0; i < 150; ++i) {
        const std::string n = std::to_string(i);
        many += "  a" + n + ":\n    run: [python3, \"a" + n + ".py\"]\n    inputs: {data: {file: data/x}}\n    outputs: {model: {path: build/a" + n + ", kind: model}}\n    retry: {attempts: 3}\n    timeout: 2h\n";
        many += "  b" + n + ":\n    needs: [a" + n + "]\n    approve: {question: Go on?}\n";
    }
    const test::TemporaryFolder folder;
    folder.write("pipelines/many.pipeline.yaml", many);
    platform::DiskFileSystem files;
    designer::PipelineEditor editor(QString::fromStdString(folder.path()), files);
    editor.open(u"pipelines/many.pipeline.yaml"_s);
    designer::Inspector inspector(editor);
    inspector.resize(320, 1000);
    inspector.show();
    QTest::qWait(50);
    for (const bool otherKind : {true, false}) {
        std::vector<double> times;
        for (int i = 0; i < 40; ++i) {
            QElapsedTimer timer;
            timer.start();
            inspector.showStep((otherKind && i % 2 ? u"b%1"_s : u"a%1"_s).arg(i));
            inspector.repaint();
            times.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        }
        std::ranges::sort(times);
        std::printf("%s: p50 %.1f ms, p95 %.1f ms\n", otherKind ? "step of another kind" : "step of the same kind", times[times.size() / 2], times[times.size() * 95 / 100]);
    }
}

} // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    QDir().mkpath(QStringLiteral(PENSTOCK_PICTURES_DIR));
    const int width = argc > 1 ? QString::fromLocal8Bit(argv[1]).toInt() : 320; // of the panel
    messages::Language language;
    language.choose(u"en"_s);
    theme::ThemeController theme(application, theme::ThemeController::Choice::light);
    bool well = takeAll(u"light"_s, width);
    measure();
    theme.choose(theme::ThemeController::Choice::dark);
    well &= takeAll(u"dark"_s, width);
    language.choose(u"zh_CN"_s);
    well &= takeAll(u"chinese"_s, width);
    return well ? 0 : 1;
}
