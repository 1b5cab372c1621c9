// The events of one run, oldest first: read from the log, then as they come.
#pragma once

#include "ui/models/workspace_model.h"

#include <QAbstractTableModel>

#include <optional>
#include <vector>

namespace penstock::runs {

class EventsModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { TimeColumn, SubjectColumn, EventColumn, ActorColumn, ColumnCount };

    explicit EventsModel(models::WorkspaceModel& workspace, QObject* parent = nullptr);

    void setRun(const std::optional<RunId>& run);

    int rowCount(const QModelIndex& parent = {}) const final;
    int columnCount(const QModelIndex& parent = {}) const final;
    QVariant data(const QModelIndex& index, int role) const final;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const final;

private:
    void add(const std::vector<engine::StoredEvent>& events);

    models::WorkspaceModel& m_workspace;
    std::optional<RunId> m_run;
    std::vector<engine::StoredEvent> m_events; // by seq
    quint64 m_question = 0;                    // answers to an earlier one are stale
};

// "started", "ended: exit 1", "taken: ask".
QString eventText(const engine::StoredEvent& event);
QString eventSubject(const engine::StoredEvent& event); // the step, or empty for the run itself

} // namespace penstock::runs
