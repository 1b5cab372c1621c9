#include "ui/designer/tidy.h"

#include "ui/canvas/graph_view.h"

#include <algorithm>

namespace penstock::designer {

using canvas::Placing;

namespace {

// Whether a layout of one is a layout of the other: the same steps, wired the same way. States may have changed meanwhile.
bool isSameStructure(const canvas::Graph& a, const canvas::Graph& b)
{
    const auto sameNode = [](const canvas::Node& one, const canvas::Node& other) { return one.id == other.id && one.position == other.position; };
    return std::equal(a.nodes.begin(), a.nodes.end(), b.nodes.begin(), b.nodes.end(), sameNode) &&
           std::equal(a.edges.begin(), a.edges.end(), b.edges.begin(), b.edges.end(), canvas::isSameLink);
}

} // namespace

Tidy::Tidy(canvas::GraphView& view, Take take, QObject* parent)
    : QObject(parent)
    , m_view(view)
    , m_take(std::move(take))
{
    connect(&m_job, &canvas::LayoutJob::finished, this, &Tidy::finish);
    connect(&m_job, &canvas::LayoutJob::takesLong, this, &Tidy::takesLong);
}

void Tidy::begin()
{
    m_asked = m_view.graph();
    m_ids.clear();
}

void Tidy::all()
{
    begin();
    for (const canvas::Node& node : m_asked.nodes)
        m_ids.append(node.id);
    m_job.start(canvas::layoutInputOf(m_asked, Placing::relayoutAll));
}

void Tidy::selection()
{
    const QStringList wanted = m_view.selection();
    if (wanted.size() < 2)
        return;
    begin();
    const QSet<QString> ids(wanted.begin(), wanted.end());
    std::vector<int> selected;
    for (std::size_t i = 0; i < m_asked.nodes.size(); ++i) {
        if (!ids.contains(m_asked.nodes[i].id))
            continue;
        selected.push_back(static_cast<int>(i));
        m_ids.append(m_asked.nodes[i].id);
    }
    m_job.startSelection(canvas::layoutInputOf(m_asked, Placing::keepGiven), std::move(selected));
}

void Tidy::stop()
{
    if (!m_job.isRunning())
        return;
    m_job.stop();
    Q_EMIT ended();
}

void Tidy::finish(const std::vector<canvas::Point>& positions)
{
    if (isSameStructure(m_asked, m_view.graph())) {
        QList<QPointF> places;
        for (const canvas::Point& point : positions)
            places.append({point.x, point.y});
        m_take(m_ids, places);
    }
    Q_EMIT ended();
}

} // namespace penstock::designer
