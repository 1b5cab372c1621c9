#pragma once

#include <QAbstractListModel> // first: moc of Qt 6.4 stumbles over standard headers otherwise

#include "core/check/completion.h"

#include <functional>

namespace penstock::designer {

// What may be written, one a row, and what it means.
class CompletionModel final : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        AboutRole = Qt::UserRole, // what it means
        ValueRole,                // what it was in the last run; empty when that is not known
    };

    using QAbstractListModel::QAbstractListModel;

    void setItems(std::vector<check::Completion> items);
    void setLastValue(std::function<QString(const std::string& path)> last) { m_last = std::move(last); } // asked for rows that are seen
    const check::Completion& item(int row) const { return m_items[static_cast<std::size_t>(row)]; }
    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    QString valueOf(const check::Completion& item) const;

    std::vector<check::Completion> m_items;
    std::function<QString(const std::string& path)> m_last;
};

} // namespace penstock::designer
