#pragma once

#include <QAbstractListModel> // first: moc of Qt 6.4 stumbles over standard headers otherwise

#include "core/edit/history.h"

#include <vector>

namespace penstock::designer {

// What can be undone and redone, by name: the first row is the beginning, the row of the position is where the document is.
class HistoryModel final : public QAbstractListModel {
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void setHistory(const edit::History& history);
    int position() const { return m_position; }
    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    std::vector<Message> m_names;
    int m_position = 0;
};

} // namespace penstock::designer
