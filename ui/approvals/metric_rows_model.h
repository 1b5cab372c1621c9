#pragma once

#include <QAbstractTableModel>

#include "core/session/evidence.h"

#include <vector>

namespace penstock::approvals {

// The metrics of an evidence, for a table: name and direction, Production, candidate, difference, and how much better.
class MetricRowsModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { NameColumn, ProductionColumn, CandidateColumn, DeltaColumn, BetterColumn, ColumnCount };
    enum { ShareRole = Qt::UserRole + 64 }; // of BetterColumn: -1..1 of the largest relative change; worse is negative

    using QAbstractTableModel::QAbstractTableModel;

    void setEvidence(const session::Evidence& evidence);

    int rowCount(const QModelIndex& parent = {}) const final;
    int columnCount(const QModelIndex& parent = {}) const final;
    QVariant data(const QModelIndex& index, int role) const final;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const final;

private:
    QString text(const session::MetricRow& row, int column) const;

    std::vector<session::MetricRow> m_rows;
    std::vector<double> m_shares;
    QString m_production, m_candidate;
};

} // namespace penstock::approvals
