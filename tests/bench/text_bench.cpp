// The text beside the canvas with a pipeline of 10,000 steps (some 60,000 lines): how long the window is blocked while it opens,
// while somebody types and scrolls, and while a thousand mistakes are marked. Run it with QT_QPA_PLATFORM=offscreen.
#include "core/platform/disk_file_system.h"
#include "ui/designer/pipeline_editor.h"
#include "ui/designer/problems_model.h"
#include "ui/designer/text/yaml_panel.h"
#include "ui/designer/text/yaml_text.h"
#include "ui/theme/theme_controller.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QListView>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <cstdio>

using namespace penstock;
using namespace Qt::Literals::StringLiterals;

namespace {

double since(const QElapsedTimer& timer) { return static_cast<double>(timer.nsecsElapsed()) / 1e6; }

void report(const char* what, std::vector<double> values, const char* budget)
{
    std::sort(values.begin(), values.end());
    std::printf("%-52s p50 %8.2f  p95 %8.2f  max %8.2f ms   budget %s\n", what, values[values.size() / 2], values[values.size() * 95 / 100], values.back(), budget);
}

QByteArray pipelineOf(int steps, const char* oddKey)
{
    QByteArray text = "penstock: 1\nname: large\nsteps:\n";
    for (int i = 0; i < steps; ++i) {
        const QByteArray number = QByteArray::number(i);
        text += "  step_" + number + ":\n    run: [python3, train.py, --c, \"" + number + "\"]   # one of many\n    needs: [" + (i > 0 ? "step_" + QByteArray::number(i / 2) : QByteArray())
                + "]\n    timeout: 2h\n    " + oddKey + ": step " + number + "\n\n";
    }
    return text;
}

// The longest time that the event loop did not turn, until `done`.
template <class Done>
double longestBlock(Done done)
{
    QElapsedTimer timer;
    timer.start();
    double longest = 0;
    while (!done()) {
        timer.restart();
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 5);
        longest = std::max(longest, since(timer));
    }
    return longest;
}

void write(const QString& path, const QByteArray& text)
{
    QFile file(path);
    if (file.open(QIODevice::WriteOnly))
        file.write(text);
}

void bench(const QString& folder, const char* title, const QByteArray& text)
{
    std::printf("\n%s: %lld kB\n", title, static_cast<long long>(text.size() / 1000));
    write(folder + u"/pipelines/p.pipeline.yaml"_s, text);
    platform::DiskFileSystem files;
    designer::PipelineEditor editor(folder, files);
    designer::YamlPanel panel(editor);
    designer::ProblemsModel problems;
    QListView list;
    list.setModel(&problems);
    list.setWordWrap(true);
    list.setLayoutMode(QListView::Batched);
    list.show();
    QObject::connect(&editor, &designer::PipelineEditor::changed, &problems, [&] { problems.setIssues(editor.issues()); });
    panel.resize(900, 500);
    panel.show();
    QElapsedTimer timer;
    timer.start();
    editor.open(u"pipelines/p.pipeline.yaml"_s);
    const double shown = since(timer);
    const double block = longestBlock([&] { return !editor.isReading(); });
    report("opening: the call", {shown}, "100");
    report("opening: until all is read and checked", {since(timer)}, "3000");
    report("opening: longest block", {block}, "100");
    auto* yaml = panel.findChild<designer::YamlText*>();
    yaml->setFocus();
    yaml->goTo({30'000, 20});
    QCoreApplication::processEvents();
    std::vector<double> keys, pages;
    for (int i = 0; i < 100; ++i) {
        timer.restart();
        QTest::keyClick(yaml, i % 10 == 9 ? Qt::Key_Return : Qt::Key_X);
        QCoreApplication::processEvents();
        keys.push_back(since(timer));
    }
    report("a key, until it is painted", keys, "16");
    timer.restart();
    panel.takeOver();
    report("what was typed is taken over", {since(timer)}, "16");
    report("longest block until that is read and checked", {longestBlock([&] { return !editor.isReading(); })}, "100");
    for (int i = 0; i < 100; ++i) {
        timer.restart();
        QTest::keyClick(yaml, Qt::Key_PageDown);
        QCoreApplication::processEvents();
        pages.push_back(since(timer));
    }
    report("a page", pages, "16");
    timer.restart();
    editor.undo();
    report("undo", {since(timer)}, "100");
    report("longest block until that is read and checked", {longestBlock([&] { return !editor.isReading(); })}, "100");
}

} // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    theme::ThemeController theme(application, theme::ThemeController::Choice::light);
    QTemporaryDir folder;
    QDir(folder.path()).mkdir(u"pipelines"_s);
    bench(folder.path(), "10,000 steps", pipelineOf(10'000, "title"));
    bench(folder.path(), "10,000 steps, each with a mistake", pipelineOf(10'000, "titel"));
    return 0;
}
