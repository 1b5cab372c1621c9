#include "ui/canvas/placement.h"

#include <algorithm>

namespace penstock::canvas {
namespace {

constexpr std::size_t atOnce = 150; // nodes that are laid out in a few milliseconds

// Independent of the order of the edges, so that an edge that is written elsewhere in a file is the same edge.
QHash<QString, size_t> wiresTo(const Graph& graph)
{
    QHash<QString, size_t> digests;
    for (const Edge& edge : graph.edges) {
        if (edge.kind != EdgeKind::back)
            digests[edge.to] += qHash(edge.from, 0x9e37);
    }
    return digests;
}

bool isWhole(const Graph& graph)
{
    return std::all_of(graph.nodes.begin(), graph.nodes.end(), [](const Node& node) { return node.position.has_value(); });
}

} // namespace

std::vector<Point> roughPositions(const LayoutInput& input)
{
    const std::size_t count = input.nodes.size();
    std::vector<std::vector<int>> after(count);
    std::vector<int> open(count, 0), beside(count, -1), beneath(count, 0);
    for (const LayoutEdge& edge : input.edges) {
        if (edge.back || edge.from == edge.to || edge.from < 0 || edge.to < 0 || static_cast<std::size_t>(std::max(edge.from, edge.to)) >= count)
            continue;
        after[static_cast<std::size_t>(edge.from)].push_back(edge.to);
        ++open[static_cast<std::size_t>(edge.to)];
        if (input.nodes[static_cast<std::size_t>(edge.from)].fixed)
            beside[static_cast<std::size_t>(edge.to)] = edge.from;
    }
    std::vector<std::size_t> queue;
    std::vector<std::size_t> layer(count, 0);
    for (std::size_t i = 0; i < count; ++i) {
        if (open[i] == 0)
            queue.push_back(i);
    }
    for (std::size_t i = 0; i < queue.size(); ++i) {
        for (const int next : after[queue[i]]) {
            const auto target = static_cast<std::size_t>(next);
            layer[target] = std::max(layer[target], layer[queue[i]] + 1);
            if (--open[target] == 0)
                queue.push_back(target);
        }
    }
    double width = 0, height = 0;
    for (const LayoutNode& node : input.nodes) {
        width = std::max(width, node.width);
        height = std::max(height, node.height);
    }
    // Columns that would be far taller than a screen go on beside themselves.
    const std::size_t tallest = std::max<std::size_t>(30, count / 60);
    std::vector<std::size_t> filled(count + 1, 0), firstColumn(count + 1, 0);
    for (const std::size_t own : layer)
        ++filled[own];
    for (std::size_t i = 0; i < count; ++i)
        firstColumn[i + 1] = firstColumn[i] + (filled[i] + tallest - 1) / tallest;
    std::fill(filled.begin(), filled.end(), 0);
    std::vector<Point> positions;
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t place = filled[layer[i]]++;
        if (const Point* neighbour = beside[i] < 0 ? nullptr : &*input.nodes[static_cast<std::size_t>(beside[i])].fixed; neighbour && !input.nodes[i].fixed) {
            positions.push_back({neighbour->x + width + input.layerGap, neighbour->y + static_cast<double>(beneath[static_cast<std::size_t>(beside[i])]++) * (height + input.nodeGap)});
            continue;
        }
        positions.push_back(input.nodes[i].fixed.value_or(Point{static_cast<double>(firstColumn[layer[i]] + place / tallest) * (width + input.layerGap),
                                                                static_cast<double>(place % tallest) * (height + input.nodeGap)}));
    }
    return positions;
}

Placement::Placement(QObject* parent)
    : QObject(parent)
{
    connect(&m_job, &LayoutJob::finished, this, &Placement::take);
    connect(&m_job, &LayoutJob::takesLong, this, &Placement::takesLong);
}

void Placement::place(Graph& graph)
{
    if (m_job.isRunning()) {
        for (const QString& id : std::as_const(m_rough))
            m_known.remove(id);
    }
    m_job.stop();
    m_rough.clear();
    QSet<QString> given;
    const auto wires = wiresTo(graph);
    for (Node& node : graph.nodes) {
        if (node.position) {
            given.insert(node.id);
            continue;
        }
        const auto known = m_known.constFind(node.id);
        if (known != m_known.cend() && !known->given && known->wires == wires.value(node.id))
            node.position = known->position;
    }
    if (!isWhole(graph)) {
        LayoutInput input = layoutInputOf(graph, Placing::keepGiven);
        if (graph.nodes.size() <= atOnce) {
            placeNodes(graph);
        } else {
            const auto rough = roughPositions(input);
            m_ids.clear();
            for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
                if (!graph.nodes[i].position)
                    m_rough.insert(graph.nodes[i].id);
                graph.nodes[i].position = QPointF(rough[i].x, rough[i].y);
                m_ids.append(graph.nodes[i].id);
            }
            m_job.start(std::move(input));
        }
    }
    remember(graph, given, wires);
}

void Placement::remember(const Graph& graph, const QSet<QString>& given, const QHash<QString, size_t>& wires)
{
    m_known.clear();
    m_known.reserve(static_cast<qsizetype>(graph.nodes.size()));
    for (const Node& node : graph.nodes)
        m_known.insert(node.id, {*node.position, wires.value(node.id), given.contains(node.id)});
}

void Placement::take(const std::vector<Point>& positions)
{
    QList<QPointF> places;
    for (qsizetype i = 0; i < m_ids.size(); ++i) {
        const Point& p = positions[static_cast<std::size_t>(i)];
        places.append({p.x, p.y});
        m_known[m_ids[i]].position = places.back();
    }
    Q_EMIT settled(m_ids, places);
}

} // namespace penstock::canvas
