// A chart of a million points and a log of ten million lines, beside their budgets.
// Run it with QT_QPA_PLATFORM=offscreen: the raster paint engine is the same as on a screen.
#include "ui/charts/chart.h"
#include "ui/common/log_area.h"
#include "ui/common/log_search.h"
#include "ui/common/log_view.h"
#include "ui/theme/theme_controller.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QImage>
#include <QTemporaryDir>
#include <QThread>

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
    benchChart();
    benchLog();
    return 0;
}
