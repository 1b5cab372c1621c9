#pragma once

#include <QAbstractListModel> // first: moc of Qt 6.4 stumbles over standard headers otherwise

#include "core/edit/difference.h"
#include "ui/canvas/graph.h"

#include <vector>

namespace penstock::designer {

// What differs, a row a thing: the pipeline itself, its parameters, its steps, its edges.
class DifferencesModel final : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { ChangeRole = Qt::UserRole + 1, WordRole };

    using QAbstractListModel::QAbstractListModel;

    void setDifference(const edit::Difference& difference);
    QString step(int row) const { return at(row).step; } // empty: the row is about no step
    std::optional<canvas::Edge> edge(int row) const { return at(row).edge; } // its ends, when it is about an edge
    const std::vector<edit::FieldChange>& fields(int row) const { return at(row).fields; }
    int rowOf(const QString& step) const; // -1: nothing changed there

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    struct Row {
        QString title;
        canvas::Change change = canvas::Change::changed;
        QString before; // of what was renamed
        QString step;
        std::optional<canvas::Edge> edge;
        std::vector<edit::FieldChange> fields;
    };

    const Row& at(int row) const { return m_rows[static_cast<std::size_t>(row)]; }
    QString words(const Row& row) const;

    std::vector<Row> m_rows;
};

} // namespace penstock::designer
