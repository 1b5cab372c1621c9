#include "tests/bench/canvas_bench/scenes.h"

#include <algorithm>
#include <random>

namespace penstock::bench {

using namespace Qt::Literals::StringLiterals;

namespace {

int sourceOf(std::mt19937& random, int step)
{
    const int first = std::max(0, step - 60);
    return first + static_cast<int>(random() % static_cast<unsigned>(step - first));
}

} // namespace

canvas::Graph placedGraph(int steps)
{
    std::mt19937 random(1);
    canvas::Graph graph;
    for (int i = 0; i < steps; ++i) {
        canvas::Node node;
        node.id = QString::number(i);
        node.kind = static_cast<canvas::NodeKind>(i % 10);
        node.title = u"step %1"_s.arg(i);
        node.subtitle = u"python3 train.py --c %1"_s.arg(i);
        node.mark = theme::allMarks[static_cast<std::size_t>(i % 11)];
        node.position = QPointF(i / 50 * 252, i % 50 * 88);
        graph.nodes.push_back(node);
        for (int k = 0; k < 2 && i >= 50; ++k) {
            const int from = i - (k == 1 && i % 7 == 0 ? 100 : 50) + static_cast<int>(random() % 9) - 4;
            graph.edges.push_back({QString::number(std::clamp(from, 0, i / 50 * 50 - 1)), node.id, canvas::EdgeKind::data, {}, false});
        }
    }
    return graph;
}

canvas::LayoutInput looseGraph(int steps)
{
    std::mt19937 random(1);
    canvas::LayoutInput input;
    input.nodes.resize(static_cast<std::size_t>(steps));
    for (int i = 1; i < steps; ++i) {
        for (int k = 0; k < 2; ++k)
            input.edges.push_back({sourceOf(random, i), i, false, 0});
    }
    return input;
}

std::string pipelineText(int steps)
{
    std::mt19937 random(1);
    std::string text = "penstock: 1\nname: large\nsteps:\n";
    const auto name = [](int step) { return std::string("step_").append(std::to_string(step)); };
    for (int i = 0; i < steps; ++i) {
        text.append("  ").append(name(i)).append(":\n    run: [python3, work.py, --number, \"").append(std::to_string(i)).append("\"]\n    outputs: {data: {}}\n");
        if (i == 0)
            continue;
        const int one = sourceOf(random, i);
        const int other = sourceOf(random, i);
        text.append("    inputs:\n      a: \"${{ steps.").append(name(one)).append(".outputs.data }}\"\n");
        if (other != one)
            text.append("      b: \"${{ steps.").append(name(other)).append(".outputs.data }}\"\n");
    }
    return text;
}

} // namespace penstock::bench
