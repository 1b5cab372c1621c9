#include "ui/designer/outline_model.h"

#include <algorithm>

namespace penstock::designer {

void OutlineModel::setGraph(const canvas::Graph& graph)
{
    const bool sameSteps = std::ranges::equal(graph.nodes, m_nodes, {}, &canvas::Node::id, &canvas::Node::id);
    if (!sameSteps) {
        beginResetModel();
        m_nodes = graph.nodes;
        endResetModel();
        return;
    }
    for (std::size_t i = 0; i < m_nodes.size(); ++i) {
        if (m_nodes[i] == graph.nodes[i])
            continue;
        m_nodes[i] = graph.nodes[i];
        Q_EMIT dataChanged(index(static_cast<int>(i)), index(static_cast<int>(i)));
    }
}

int OutlineModel::rowOf(const QString& step) const
{
    const auto found = std::ranges::find(m_nodes, step, &canvas::Node::id);
    return found == m_nodes.end() ? -1 : static_cast<int>(found - m_nodes.begin());
}

int OutlineModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_nodes.size()); }

QVariant OutlineModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const canvas::Node& node = m_nodes[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return node.title;
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return canvas::spoken(node);
    case Qt::DecorationRole:
        return theme::icon(canvas::iconOf(node.kind), QPalette::PlaceholderText);
    case MarkRole:
        return node.kind == canvas::NodeKind::note ? QVariant() : QVariant(static_cast<int>(node.mark));
    default:
        return {};
    }
}

} // namespace penstock::designer
