// Frames of the canvas, the layout, a chart of a million points and a log of ten million lines, beside their budgets.
// Run it with QT_QPA_PLATFORM=offscreen: the raster paint engine is the same as on a screen.
#include "ui/canvas/graph_view.h"
#include "ui/canvas/layout.h"
#include "ui/charts/chart.h"
#include "ui/common/log_area.h"
#include "ui/common/log_search.h"
#include "ui/common/log_view.h"
#include "ui/theme/theme_controller.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QImage>
#include <QMouseEvent>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <random>

using namespace penstock;
using namespace Qt::Literals::StringLiterals;

namespace {

double since(const QElapsedTimer& timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

void report(const char* what, std::vector<double> values, const char* budget)
{
    std::sort(values.begin(), values.end());
    std::printf("%-44s p50 %8.2f  p95 %8.2f  max %8.2f ms   budget %s\n", what, values[values.size() / 2], values[values.size() * 95 / 100], values.back(), budget);
}

// Columns of 50 with wires between neighbours, some of them longer.
canvas::Graph denseGraph(int count)
{
    std::mt19937 random(1);
    canvas::Graph graph;
    for (int i = 0; i < count; ++i) {
        canvas::Node node;
        node.id = QString::number(i);
        node.kind = static_cast<canvas::NodeKind>(i % 10);
        node.title = u"step %1"_s.arg(i);
        node.subtitle = u"python3 train.py --c %1"_s.arg(i);
        node.mark = theme::allMarks[static_cast<std::size_t>(i % 11)];
        node.position = QPointF(i / 50 * 252, i % 50 * 88);
        graph.nodes.push_back(node);
        for (int k = 0; k < 2 && i >= 100; ++k) {
            const int from = i - (k == 1 && i % 7 == 0 ? 100 : 50) + static_cast<int>(random() % 9) - 4;
            graph.edges.push_back({QString::number(std::clamp(from, 0, i / 50 * 50 - 1)), node.id, canvas::EdgeKind::data, {}, false});
        }
    }
    return graph;
}

void benchLayout()
{
    std::mt19937 random(1);
    canvas::LayoutInput input;
    input.nodes.resize(1000);
    for (int i = 1; i < 1000; ++i) {
        for (int k = 0; k < 2; ++k)
            input.edges.push_back({std::max(0, i - 60) + static_cast<int>(random() % static_cast<unsigned>(std::min(i, 60))), i, false, 0});
    }
    const std::atomic<bool> never{false};
    std::vector<double> times;
    for (int i = 0; i < 5; ++i) {
        QElapsedTimer timer;
        timer.start();
        canvas::layoutLayered(input, never);
        times.push_back(since(timer));
    }
    report("layout of 1,000 steps", times, "500");
}

void benchCanvas()
{
    canvas::GraphView view;
    view.resize(1600, 900);
    view.show();
    view.setGraph(denseGraph(5000));
    QImage image(1600, 900, QImage::Format_ARGB32_Premultiplied);
    const auto frame = [&] {
        QElapsedTimer timer;
        timer.start();
        view.render(&image, {}, {}, QWidget::DrawWindowBackground);
        return since(timer);
    };
    const auto pan = [&](const char* what, double zoom, const char* budget) {
        view.setZoom(zoom);
        frame();
        std::vector<double> times;
        for (int i = 0; i < 200; ++i) {
            const QPoint by(i % 100 < 50 ? -37 : 37, i % 60 < 30 ? 9 : -9);
            QWheelEvent wheel({800, 450}, {800, 450}, by, by, Qt::NoButton, {}, Qt::NoScrollPhase, false);
            QCoreApplication::sendEvent(&view, &wheel);
            times.push_back(frame());
        }
        report(what, times, budget);
    };
    const auto whole = [&](const char* what, double zoom, const char* budget) {
        std::vector<double> times;
        for (int i = 0; i < 20; ++i) {
            view.setZoom(zoom * 1.02); // another zoom: nothing of the last frame can be used
            frame();
            view.setZoom(zoom);
            times.push_back(frame());
        }
        report(what, times, budget);
    };
    view.fit();
    whole("canvas, 5,000 steps all in view, whole frame", view.zoom(), "20");
    whole("canvas at 1:1, whole frame", 1, "-");
    whole("canvas at 0.4, whole frame", 0.4, "-");
    pan("canvas at 1:1, pan frame", 1, "p95 6");
    pan("canvas at 0.5, pan frame", 0.5, "-");
    view.setZoom(1);
    view.reveal(u"2525"_s);
    frame();
    const QPoint start = view.viewRect(u"2525"_s).center();
    QTest::mousePress(&view, Qt::LeftButton, {}, start);
    frame();
    std::vector<double> times;
    for (int i = 1; i < 100; ++i) {
        const QPoint at = start + QPoint(i * 2, i % 20);
        QElapsedTimer timer;
        timer.start();
        QMouseEvent move(QEvent::MouseMove, at, view.mapToGlobal(at), Qt::NoButton, Qt::LeftButton, {});
        QCoreApplication::sendEvent(&view, &move);
        const double handled = since(timer);
        times.push_back(handled + frame());
    }
    QTest::mouseRelease(&view, Qt::LeftButton, {}, start);
    report("canvas at 1:1, drag frame", times, "p95 6");
}

void benchChart()
{
    std::vector<QPointF> points;
    std::mt19937 random(3);
    for (int i = 0; i < 1'000'000; ++i)
        points.emplace_back(i, std::sin(i / 50'000.0) + static_cast<double>(random() % 1000) / 5000);
    const std::unique_ptr<charts::Chart> chart(charts::makeChart());
    chart->resize(1000, 500);
    chart->show();
    QImage image(1000, 500, QImage::Format_ARGB32_Premultiplied);
    QElapsedTimer timer;
    timer.start();
    chart->setLines({{u"#1"_s, points, -1, false}});
    report("chart, 1,000,000 points, load", {since(timer)}, "100");
    std::vector<double> times;
    for (int i = 0; i < 20; ++i) {
        chart->setCrosshair(i * 40'000);
        timer.restart();
        chart->render(&image);
        times.push_back(since(timer));
    }
    report("chart, 1,000,000 points, frame", times, "16");
}

void benchLog()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"log"_s));
    if (!file.open(QIODevice::WriteOnly))
        return;
    const QByteArray block = QByteArray("14:02:36.590 epoch 31/50 loss 0.0971 ok\n").repeated(100'000);
    for (int i = 0; i < 100; ++i)
        file.write(block);
    file.write("the needle\n");
    file.close();
    const auto source = std::make_shared<common::FileLogSource>(file.fileName());
    common::LogView view;
    view.resize(1000, 500);
    view.show();
    QElapsedTimer timer;
    timer.start();
    view.setSource(source);
    while (view.area()->lineCount() == 0)
        QCoreApplication::processEvents();
    view.grab();
    report("log of 10,000,000 lines, first screen", {since(timer)}, "200");
    while (view.area()->lineCount() < 10'000'001 || !view.area()->isIndexed())
        QCoreApplication::processEvents();
    report("log of 10,000,000 lines, whole index", {since(timer)}, "-");
    for (const auto rule : {common::CaseRule::exact, common::CaseRule::ignore}) {
        timer.restart();
        const common::LogSearch search(source, u"needle"_s, rule, [] {});
        while (!search.isFinished())
            QThread::usleep(200);
        const double seconds = since(timer) / 1000;
        std::printf("log search, %-32s %8.0f MB/s, %lld found   budget 500\n", rule == common::CaseRule::exact ? "upper and lower case" : "any case",
                    static_cast<double>(source->size()) / 1e6 / seconds, static_cast<long long>(search.count()));
    }
}

} // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    const theme::ThemeController themes(application, theme::ThemeController::Choice::light);
    benchLayout();
    benchCanvas();
    benchChart();
    benchLog();
    return 0;
}
