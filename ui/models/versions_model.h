// The versions of all model lines, each line's newest first.
#pragma once

#include "ui/models/workspace_model.h"

#include "ui/models/roles.h"

#include <QAbstractTableModel>

#include <optional>
#include <vector>

namespace penstock::models {

struct VersionRow {
    VersionId id;
    registry::Stage stage = registry::Stage::none;
    QString run, who, comment; // who moved it last, and what they said
    Instant registeredAt{}, since{};

    bool operator==(const VersionRow&) const = default;
};

theme::Mark markOf(registry::Stage stage);

class VersionsModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { VersionColumn, StageColumn, RunColumn, RegisteredColumn, WhoColumn, CommentColumn, ColumnCount };

    explicit VersionsModel(const WorkspaceModel& workspace, QObject* parent = nullptr);

    // Shows one line alone; none: all of them.
    void setLine(const std::optional<ModelLine>& line);

    int rowCount(const QModelIndex& parent = {}) const final;
    int columnCount(const QModelIndex& parent = {}) const final;
    QVariant data(const QModelIndex& index, int role) const final;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const final;

    std::optional<VersionId> versionAt(const QModelIndex& index) const;
    QModelIndex indexOf(const VersionId& version) const;

private:
    void reload();
    QString text(const VersionRow& row, int column) const;
    QVariant raw(const VersionRow& row, int column) const;

    const WorkspaceModel& m_workspace;
    std::optional<ModelLine> m_line;
    std::vector<VersionRow> m_rows;
};

} // namespace penstock::models
