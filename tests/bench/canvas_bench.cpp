// Frames of the canvas beside items of QGraphicsView, the layout beside dot, and the opening of a large file. Run it with
// QT_QPA_PLATFORM=offscreen: the raster paint engine is the same as on a screen. Words choose parts: frames layouts opening
// pulling.
#include "tests/bench/canvas_bench/layouts.h"
#include "tests/bench/canvas_bench/measure.h"
#include "tests/bench/canvas_bench/scenes.h"
#include "tests/bench/canvas_bench/stand.h"
#include "ui/theme/theme_controller.h"

#include <QApplication>
#include <QImage>

using namespace penstock;
using namespace penstock::bench;
using namespace Qt::Literals::StringLiterals;

namespace {

struct Frames {
    std::vector<double> whole, pan, drag, zoom, all;
};

Frames framesOf(Stand& stand, int rounds)
{
    QImage image(1600, 900, QImage::Format_ARGB32_Premultiplied);
    const auto frame = [&] { return timed([&] { stand.frame(image); }); };
    Frames frames;
    const double fitted = stand.fitting();
    frame();
    for (int i = 0; i < rounds; ++i) {
        stand.zoomTo(fitted * 1.02); // another zoom: nothing of the last frame can be used
        frame();
        stand.zoomTo(fitted);
        frames.whole.push_back(frame());
    }
    for (int i = 0; i < rounds; ++i)
        frames.zoom.push_back(timed([&] { stand.zoomTo(fitted * std::pow(1.0 / fitted, i / double(rounds))); }) + frame());
    for (int i = 0; i < rounds; ++i) {
        stand.selectAll(i % 2 == 1);
        frame();
        frames.all.push_back(timed([&] { stand.selectAll(i % 2 == 0); }) + frame());
    }
    stand.selectAll(false);
    stand.zoomTo(1);
    frame();
    for (int i = 0; i < rounds * 5; ++i)
        frames.pan.push_back(timed([&] { stand.panBy({i % 100 < 50 ? -37 : 37, i % 60 < 30 ? 9 : -9}); }) + frame());
    stand.grasp();
    frame();
    for (int i = 1; i < rounds * 5; ++i)
        frames.drag.push_back(timed([&] { stand.dragBy({i % 80 < 40 ? 3 : -3, i % 20 < 10 ? 1 : -1}); }) + frame());
    stand.letGo();
    return frames;
}

void benchFrames(int steps)
{
    const canvas::Graph graph = placedGraph(steps);
    const Frames ours = framesOf(*canvasStand(graph), 20);
    const Frames peers = framesOf(*itemsStand(graph), steps > 1000 ? 4 : 20);
    const std::string count = std::to_string(steps).append(" steps, ");
    report(count + "all in view", ours.whole, peers.whole, steps == 5000 ? "20" : "-");
    report(count + "zoom, from all to 1:1", ours.zoom, peers.zoom, "-");
    report(count + "selecting all, all in view", ours.all, peers.all, "-");
    report(count + "pan at 1:1", ours.pan, peers.pan, "p95 6");
    report(count + "drag of a node at 1:1", ours.drag, peers.drag, "p95 6");
}

} // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    const theme::ThemeController themes(application, theme::ThemeController::Choice::light);
    const QStringList parts = QCoreApplication::arguments().mid(1);
    const auto wants = [&](const QString& part) { return parts.isEmpty() || parts.contains(part); };
    if (wants(u"layouts"_s))
        benchLayouts();
    if (wants(u"frames"_s)) {
        for (const int steps : {100, 1000, 5000, 10'000})
            benchFrames(steps);
    }
    if (wants(u"opening"_s))
        benchOpening(10'000);
    if (wants(u"pulling"_s))
        benchPulling(5000);
    return 0;
}
