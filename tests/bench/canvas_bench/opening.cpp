#include "core/check/check.h"
#include "core/edit/document.h"
#include "tests/bench/canvas_bench/layouts.h"
#include "tests/bench/canvas_bench/measure.h"
#include "tests/bench/canvas_bench/scenes.h"
#include "ui/canvas/graph_view.h"
#include "ui/designer/pipeline_graph.h"

#include <QCoreApplication>
#include <QImage>

#include <memory>

namespace penstock::bench {

void benchOpening(int steps)
{
    const std::string text = pipelineText(steps);
    canvas::GraphView view;
    view.resize(1600, 900);
    view.show();
    QImage image(1600, 900, QImage::Format_ARGB32_Premultiplied);
    std::unique_ptr<edit::Document> document;
    pipeline::Issues issues;
    designer::DesignGraph design;
    const auto say = [](const char* what, double time) {
        std::printf("  %-44s %8.1f ms\n", what, time);
        return time;
    };
    std::printf("opening %d steps, %.1f MB\n", steps, static_cast<double>(text.size()) / 1e6);
    double all = say("reading", timed([&] { document = std::make_unique<edit::Document>(text, std::string()); }));
    all += say("checking", timed([&] { issues = check::check(document->pipeline(), document->read().places, text); }));
    all += say("graph", timed([&] { design = designer::designGraph(document->pipeline(), {}, issues); }));
    const double placed = say("into the view", timed([&] { view.setGraph(design.graph); }));
    all += placed + say("first frame", timed([&] { view.render(&image); }));
    std::printf("  %-44s %8.1f ms   budget 3000; %zu issues\n", "all until the first frame", all, issues.size());
    QElapsedTimer timer;
    timer.start();
    double longest = 0;
    const auto last = view.graph().nodes.back().position;
    while (view.graph().nodes.back().position == last && timer.elapsed() < 60'000) {
        longest = std::max(longest, timed([] { QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 50); }));
    }
    say("until it is laid out", since(timer));
    std::printf("  %-44s %8.1f ms   budget 100\n", "longest time that the window waited", std::max(placed, longest));
}

} // namespace penstock::bench
