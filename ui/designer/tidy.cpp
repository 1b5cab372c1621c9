#include "ui/designer/tidy.h"

#include "ui/canvas/graph_view.h"

#include <QHash>
#include <QRectF>
#include <QSet>

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

bool isNote(const canvas::Node& node) { return node.kind == canvas::NodeKind::note; }

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
    m_isAll = true;
}

void Tidy::all()
{
    begin();
    canvas::Graph steps = m_asked;
    std::erase_if(steps.nodes, isNote);
    for (const canvas::Node& node : steps.nodes)
        m_ids.append(node.id);
    m_job.start(canvas::layoutInputOf(steps, Placing::relayoutAll));
}

// A note stays beside the step that it stands beside.
void Tidy::takeNotesAlong(QStringList& ids, QList<QPointF>& places) const
{
    QHash<QString, QPointF> placeOf;
    for (qsizetype i = 0; i < ids.size(); ++i)
        placeOf.insert(ids[i], places[i]);
    const auto middle = [](const canvas::Node& node) { return QRectF(node.position.value_or(QPointF()), canvas::sizeOf(node)).center(); };
    for (const canvas::Node& note : m_asked.nodes) {
        const canvas::Node* nearest = nullptr;
        for (const canvas::Node& node : m_asked.nodes) {
            const auto distance = [&](const canvas::Node& step) { return (middle(step) - middle(note)).manhattanLength(); };
            if (placeOf.contains(node.id) && (!nearest || distance(node) < distance(*nearest)))
                nearest = &node;
        }
        if (!isNote(note) || !nearest)
            continue;
        ids.append(note.id);
        places.append(*note.position + placeOf.value(nearest->id) - *nearest->position);
    }
}

void Tidy::selection()
{
    const QStringList wanted = m_view.selection();
    if (wanted.size() < 2)
        return;
    begin();
    m_isAll = false;
    const QSet<QString> ids(wanted.begin(), wanted.end());
    std::vector<int> selected;
    for (std::size_t i = 0; i < m_asked.nodes.size(); ++i) {
        if (!ids.contains(m_asked.nodes[i].id) || isNote(m_asked.nodes[i]))
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
        QStringList moved = m_ids;
        if (m_isAll)
            takeNotesAlong(moved, places);
        m_take(moved, places);
    }
    Q_EMIT ended();
}

} // namespace penstock::designer
