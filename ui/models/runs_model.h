// The runs of a workspace, newest first.
#pragma once

#include "ui/models/workspace_model.h"

#include "ui/models/roles.h"

#include <QAbstractTableModel>
#include <QTimer>

#include <optional>
#include <vector>

namespace penstock::models {

struct RunRow {
    RunId id;
    theme::Mark mark = theme::Mark::pending;
    bool ended = false;
    QString what;
    QString who, file;
    Instant createdAt{}, endedAt{};

    bool operator==(const RunRow&) const = default;
};

RunRow runRow(const WorkspaceModel& workspace, const engine::Run& run);

class RunsModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { StateColumn, RunColumn, WhenColumn, DurationColumn, WhatColumn, WhoColumn, ColumnCount };

    // The workspace must outlive this.
    explicit RunsModel(const WorkspaceModel& workspace, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const final;
    int columnCount(const QModelIndex& parent = {}) const final;
    QVariant data(const QModelIndex& index, int role) const final;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const final;

    std::optional<RunId> runAt(const QModelIndex& index) const;
    QModelIndex indexOf(const RunId& run) const;

private:
    void reload();
    void update(const QList<RunId>& runs);
    void tick();
    QString text(const RunRow& row, int column) const;
    QVariant raw(const RunRow& row, int column) const;
    QString duration(const RunRow& row) const;

    const WorkspaceModel& m_workspace;
    std::vector<RunRow> m_rows; // by descending number, which is unique in the workspace
    QTimer m_tick;              // durations of what runs
};

} // namespace penstock::models
