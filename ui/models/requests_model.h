// Approval requests: those that wait first (oldest first: it waits longest), then the decided ones, newest first.
#pragma once

#include "ui/models/workspace_model.h"

#include "ui/models/roles.h"

#include <QAbstractTableModel>

#include <optional>
#include <vector>

namespace penstock::models {

struct RequestRow {
    RequestId id;
    theme::Mark mark = theme::Mark::pending;
    engine::Request::State state = engine::Request::State::open;
    QString subject; // "digits 1.4 → Production", or the question
    QString asker, decider, comment;
    Instant askedAt{}, decidedAt{};
    std::optional<Instant> expires;

    bool isOpen() const { return state == engine::Request::State::open; }
    bool operator==(const RequestRow&) const = default;
};

RequestRow requestRow(const WorkspaceModel& workspace, const engine::Request& request);

class RequestsModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { SubjectColumn, StateColumn, AskedColumn, DeciderColumn, ColumnCount };

    explicit RequestsModel(const WorkspaceModel& workspace, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const final;
    int columnCount(const QModelIndex& parent = {}) const final;
    QVariant data(const QModelIndex& index, int role) const final;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const final;

    std::optional<RequestId> requestAt(const QModelIndex& index) const;
    QModelIndex indexOf(const RequestId& request) const;

private:
    void reload();
    QString text(const RequestRow& row, int column) const;
    QString detail(const RequestRow& row) const;
    QVariant raw(const RequestRow& row, int column) const;

    const WorkspaceModel& m_workspace;
    std::vector<RequestRow> m_rows;
};

} // namespace penstock::models
