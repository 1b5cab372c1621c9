// The events from outside, newest first: what came in, and what became of it.
#pragma once

#include "ui/models/workspace_model.h"

#include <QAbstractListModel>

#include <optional>
#include <vector>

namespace penstock::runs {

class InboxModel final : public QAbstractListModel {
    Q_OBJECT

public:
    explicit InboxModel(const models::WorkspaceModel& workspace, QObject* parent = nullptr);

    std::optional<EventId> eventAt(const QModelIndex& index) const;
    std::optional<RunId> runAt(const QModelIndex& index) const; // the first that it started

    int rowCount(const QModelIndex& parent = {}) const final;
    QVariant data(const QModelIndex& index, int role) const final;

private:
    void update();

    const models::WorkspaceModel& m_workspace;
    std::vector<engine::InboxEvent> m_events;
};

} // namespace penstock::runs
