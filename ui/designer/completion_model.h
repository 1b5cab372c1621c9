#pragma once

#include <QAbstractListModel> // first: moc of Qt 6.4 stumbles over standard headers otherwise

#include "core/check/completion.h"

namespace penstock::designer {

// What may be written, one a row, and what it means.
class CompletionModel final : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { AboutRole = Qt::UserRole };

    using QAbstractListModel::QAbstractListModel;

    void setItems(std::vector<check::Completion> items);
    const check::Completion& item(int row) const { return m_items[static_cast<std::size_t>(row)]; }
    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    std::vector<check::Completion> m_items;
};

} // namespace penstock::designer
