#include "ui/designer/versions/compared_graph.h"

#include "ui/designer/pipeline_graph.h"
#include "ui/models/qt_text.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>

namespace penstock::designer {

using namespace Qt::Literals::StringLiterals;
using canvas::Change;
using canvas::Edge;
using canvas::EdgeKind;
using edit::Fate;
using edit::LinkKind;
using models::qt;

namespace {

class ComparedText final {
    Q_DECLARE_TR_FUNCTIONS(ComparedText)

public:
    // Below the name of a node.
    static QString of(const edit::PartDifference& part)
    {
        constexpr std::size_t most = 3;
        switch (part.fate) {
        case Fate::added: return tr("added");
        case Fate::removed: return tr("removed");
        case Fate::renamed: return tr("was %1", "the name of a step before").arg(qt(part.before));
        case Fate::changed: break;
        }
        QStringList fields;
        for (const edit::FieldChange& field : part.fields) {
            const QString key = qt(field.path).section(u'.', 0, 0);
            if (!fields.contains(key))
                fields.append(key);
        }
        const bool more = fields.size() > static_cast<qsizetype>(most);
        const QString named = QStringList(fields.mid(0, static_cast<qsizetype>(most))).join(u", "_s);
        return more ? tr("changed: %1 …", "fields of a step").arg(named) : tr("changed: %1", "fields of a step").arg(named);
    }
};

using Ends = std::pair<QString, QString>;

// Of the canvas, which has one kind for all ways that are drawn alike.
QString groupOf(EdgeKind kind)
{
    switch (kind) {
    case EdgeKind::data: return u"data"_s;
    case EdgeKind::order: return u"order"_s;
    case EdgeKind::branch:
    case EdgeKind::failure:
    case EdgeKind::back: return u"route"_s;
    }
    return {};
}

bool isRoute(LinkKind kind) { return kind != LinkKind::order && kind != LinkKind::data; }

EdgeKind kindOf(LinkKind kind)
{
    switch (kind) {
    case LinkKind::branch: return EdgeKind::branch;
    case LinkKind::failure:
    case LinkKind::reject: return EdgeKind::failure;
    case LinkKind::order:
    case LinkKind::data: break;
    }
    return EdgeKind::order;
}

class Comparison final {
public:
    Comparison(const pipeline::Pipeline& before, const pipeline::Pipeline& after, const edit::Difference& difference, const format::NodePositions& positions)
        : m_difference(difference)
        , m_graph(designGraph(after, positions, {}).graph)
        , m_old(designGraph(before, {}, {}).graph)
    {
        for (const edit::PartDifference& part : difference.steps) {
            m_parts.insert(qt(part.name), &part);
            if (part.fate == Fate::renamed)
                m_names.insert(qt(part.before), qt(part.name));
        }
    }

    canvas::Graph take()
    {
        nodes();
        dataEdges();
        for (const edit::EdgeDifference& edge : m_difference.edges)
            otherEdge(edge);
        return std::move(m_graph);
    }

private:
    void nodes()
    {
        for (canvas::Node& node : m_graph.nodes)
            mark(node);
        for (canvas::Node& node : m_old.nodes) {
            const edit::PartDifference* part = m_parts.value(node.id);
            if (!part || part->fate != Fate::removed)
                continue;
            mark(node);
            node.position.reset();
            m_graph.nodes.push_back(node);
        }
    }

    void mark(canvas::Node& node) const
    {
        node.problem = false;
        const edit::PartDifference* part = m_parts.value(node.id);
        node.change = part ? changeOf(part->fate) : Change::same;
        if (part)
            node.subtitle = ComparedText::of(*part);
    }

    // Data goes from port to port: another output through the same two steps is another edge.
    void dataEdges()
    {
        for (Edge& edge : m_old.edges) {
            edge.from = m_names.value(edge.from, edge.from);
            edge.to = m_names.value(edge.to, edge.to);
        }
        const auto keyOf = [](const Edge& edge) { return QString(edge.from % u'\n' % edge.output % u'\n' % edge.to % u'\n' % edge.input); };
        QSet<QString> was, is;
        for (const Edge& edge : m_old.edges) {
            if (edge.kind == EdgeKind::data)
                was.insert(keyOf(edge));
        }
        for (Edge& edge : m_graph.edges) {
            if (edge.kind != EdgeKind::data)
                continue;
            is.insert(keyOf(edge));
            edge.change = was.contains(keyOf(edge)) ? Change::same : Change::added;
        }
        for (const Edge& edge : m_old.edges) {
            if (edge.kind == EdgeKind::data && !is.contains(keyOf(edge)))
                addGhost(edge);
        }
        index();
    }

    void addGhost(Edge edge)
    {
        edge.change = Change::removed;
        m_graph.edges.push_back(std::move(edge));
    }

    void index()
    {
        for (std::size_t i = 0; i < m_graph.edges.size(); ++i)
            m_drawn[groupOf(m_graph.edges[i].kind)][{m_graph.edges[i].from, m_graph.edges[i].to}].push_back(i);
        for (std::size_t i = 0; i < m_old.edges.size(); ++i)
            m_drawnBefore[groupOf(m_old.edges[i].kind)][{m_old.edges[i].from, m_old.edges[i].to}].push_back(i);
    }

    // A need that a longer way says too is not drawn; when it is new or gone, it is.
    void otherEdge(const edit::EdgeDifference& change)
    {
        const Ends ends{qt(change.from), qt(change.to)};
        if (change.kind == LinkKind::data && (hasData(m_drawn, ends) || hasData(m_drawnBefore, ends)))
            return;
        const QString group = isRoute(change.kind) ? u"route"_s : u"order"_s;
        const bool added = change.fate == Fate::added;
        const auto& there = (added ? m_drawn : m_drawnBefore).value(group).value(ends);
        if (added) {
            for (const std::size_t edge : there)
                m_graph.edges[edge].change = Change::added;
            if (there.empty())
                m_graph.edges.push_back({ends.first, ends.second, kindOf(change.kind), {}, false, {}, {}, -1, Change::added});
            return;
        }
        for (const std::size_t edge : there)
            addGhost(m_old.edges[edge]);
        if (there.empty())
            addGhost({ends.first, ends.second, kindOf(change.kind), {}, false});
    }

    using Drawn = QHash<QString, QHash<Ends, std::vector<std::size_t>>>;
    static bool hasData(const Drawn& drawn, const Ends& ends) { return drawn.value(u"data"_s).contains(ends); }

    const edit::Difference& m_difference;
    canvas::Graph m_graph, m_old;
    QHash<QString, const edit::PartDifference*> m_parts;
    QHash<QString, QString> m_names; // before -> after
    Drawn m_drawn, m_drawnBefore;
};

} // namespace

Change changeOf(Fate fate)
{
    switch (fate) {
    case Fate::added: return Change::added;
    case Fate::removed: return Change::removed;
    case Fate::changed: return Change::changed;
    case Fate::renamed: return Change::renamed;
    }
    return Change::none;
}

canvas::Graph comparedGraph(const pipeline::Pipeline& before, const pipeline::Pipeline& after, const edit::Difference& difference,
                            const format::NodePositions& positions)
{
    return Comparison(before, after, difference, positions).take();
}

} // namespace penstock::designer
