#include "tests/bench/canvas_bench/layouts.h"

#include "tests/bench/canvas_bench/measure.h"
#include "tests/bench/canvas_bench/scenes.h"

#include <QProcess>
#include <QStandardPaths>

#include <optional>

namespace penstock::bench {

using namespace Qt::Literals::StringLiterals;
using canvas::LayoutInput;
using canvas::Point;

namespace {

// Of straight lines between the sides, which is what both drawings come down to.
long crossings(const LayoutInput& input, const std::vector<Point>& places)
{
    struct Line {
        Point a, b;
    };
    std::vector<Line> lines;
    for (const auto& edge : input.edges) {
        const auto from = static_cast<std::size_t>(edge.from), to = static_cast<std::size_t>(edge.to);
        lines.push_back({{places[from].x + input.nodes[from].width, places[from].y + input.nodes[from].height / 2}, {places[to].x, places[to].y + input.nodes[to].height / 2}});
    }
    const auto side = [](const Point& a, const Point& b, const Point& p) { return (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x); };
    long count = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        for (std::size_t k = 0; k < i; ++k) {
            const Line &one = lines[i], &other = lines[k];
            count += side(one.a, one.b, other.a) * side(one.a, one.b, other.b) < 0 && side(other.a, other.b, one.a) * side(other.a, other.b, one.b) < 0;
        }
    }
    return count;
}

std::optional<std::vector<Point>> laidOutByDot(const LayoutInput& input)
{
    QByteArray graph = "digraph {\nrankdir=LR\nnode [shape=box fixedsize=true width=2.72 height=0.81]\n";
    for (std::size_t i = 0; i < input.nodes.size(); ++i)
        graph += QByteArray::number(static_cast<qulonglong>(i)) + "\n";
    for (const auto& edge : input.edges)
        graph += QByteArray(QByteArray::number(edge.from) + "->" + QByteArray::number(edge.to) + "\n");
    graph += "}\n";
    QProcess dot;
    dot.start(u"dot"_s, {u"-Tplain"_s});
    dot.write(graph);
    dot.closeWriteChannel();
    if (!dot.waitForFinished(300'000))
        return std::nullopt;
    std::vector<Point> places(input.nodes.size());
    for (const QByteArray& line : dot.readAllStandardOutput().split('\n')) {
        const auto words = line.split(' ');
        if (words.size() > 4 && words[0] == "node") {
            const auto node = words[1].toUInt();
            places[node] = {words[2].toDouble() * 72 - input.nodes[node].width / 2, words[3].toDouble() * 72 - input.nodes[node].height / 2};
        }
    }
    return places;
}

} // namespace

void benchLayouts()
{
    const bool hasDot = !QStandardPaths::findExecutable(u"dot"_s).isEmpty();
    const std::atomic<bool> never{false};
    for (const int steps : {100, 1000, 5000, 10'000}) {
        LayoutInput input = looseGraph(steps);
        input.foldWidth = 0; // as dot does
        std::vector<double> times, peers;
        std::optional<canvas::LayoutResult> ours;
        for (int i = 0; i < 5; ++i)
            times.push_back(timed([&] { ours = canvas::layoutLayered(input, never); }));
        std::optional<std::vector<Point>> theirs;
        if (hasDot && steps <= 1000)
            peers.push_back(timed([&] { theirs = laidOutByDot(input); }));
        report("layout of " + std::to_string(steps) + " steps", times, peers, steps == 1000 ? "500" : "-");
        if (steps <= 1000)
            std::printf("  crossings %ld%s\n", crossings(input, ours->positions), theirs ? (", of dot " + std::to_string(crossings(input, *theirs))).c_str() : "");
    }
}

} // namespace penstock::bench
