#pragma once

#include <QAbstractTableModel> // first: moc of Qt 6.4 stumbles over standard headers otherwise

#include "core/edit/difference.h"

#include <vector>

namespace penstock::designer {

// The fields of one thing that changed: key, value before, value after.
class FieldsModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { KeyColumn, BeforeColumn, AfterColumn, columnCountOfAll };

    using QAbstractTableModel::QAbstractTableModel;

    void setFields(std::vector<edit::FieldChange> fields);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<edit::FieldChange> m_fields;
};

} // namespace penstock::designer
