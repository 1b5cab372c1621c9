// One value of a step over all runs of its pipeline, the newest first.
#pragma once

#include <QAbstractTableModel>

#include "core/session/step_values.h"
#include "ui/models/roles.h"
#include "ui/models/workspace_model.h"

#include <vector>

namespace penstock::runs {

class HistoryModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { RunColumn, StepColumn, ValueColumn, TypeColumn, EndedColumn, ColumnCount };

    explicit HistoryModel(const models::WorkspaceModel& workspace, QObject* parent = nullptr);

    void setMoments(std::vector<session::ValueMoment> moments); // oldest first

    int rowCount(const QModelIndex& parent = {}) const final;
    int columnCount(const QModelIndex& parent = {}) const final;
    QVariant data(const QModelIndex& index, int role) const final;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const final;

    const session::ValueMoment* momentAt(const QModelIndex& index) const;

private:
    QString text(const session::ValueMoment& moment, int column) const;

    const models::WorkspaceModel& m_workspace;
    std::vector<session::ValueMoment> m_moments;
};

} // namespace penstock::runs
