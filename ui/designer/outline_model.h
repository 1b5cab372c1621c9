#pragma once

#include <QAbstractListModel> // first: moc of Qt 6.4 stumbles over standard headers otherwise

#include "ui/canvas/graph.h"

namespace penstock::designer {

// The steps as a list beside the canvas: its accessible twin.
class OutlineModel final : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { MarkRole = Qt::UserRole + 1 };

    using QAbstractListModel::QAbstractListModel;

    void setGraph(const canvas::Graph& graph);
    QString step(int row) const { return m_nodes[static_cast<std::size_t>(row)].id; }
    int rowOf(const QString& step) const; // -1: none
    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    std::vector<canvas::Node> m_nodes;
};

} // namespace penstock::designer
