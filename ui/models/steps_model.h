// The instances of one run, in the order of the file.
#pragma once

#include "ui/models/workspace_model.h"

#include "ui/models/roles.h"

#include <QAbstractTableModel>

#include <optional>
#include <set>
#include <vector>

namespace penstock::models {

// Of the items of a map beyond `mostItems` those that need a look are rows; the others are one row that says how many.
inline constexpr std::size_t mostItems = 20;

struct StepRow {
    InstanceId id;
    std::size_t folded = 0; // > 0: stands for so many items of the map `id`
    QString title, kind;
    theme::Mark mark = theme::Mark::pending;
    int attempts = 0;
    Instant startedAt{}, endedAt{}; // zero: not yet

    bool operator==(const StepRow&) const = default;
};

std::vector<StepRow> stepRows(const engine::Run& run, const std::set<InstanceId>& unfolded = {}); // the maps of which all items are rows

class StepsModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { StepColumn, StateColumn, DurationColumn, AttemptsColumn, StartedColumn, WhyColumn, ColumnCount };

    explicit StepsModel(const WorkspaceModel& workspace, QObject* parent = nullptr);

    void setRun(const std::optional<RunId>& run);

    int rowCount(const QModelIndex& parent = {}) const final;
    int columnCount(const QModelIndex& parent = {}) const final;
    QVariant data(const QModelIndex& index, int role) const final;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const final;

    // Shows the items that a row stands for. False: it stands for itself.
    bool toggle(const QModelIndex& index);
    std::optional<InstanceId> instanceAt(const QModelIndex& index) const;
    QModelIndex indexOf(const InstanceId& instance) const;

private:
    void update();
    static QString counts(const engine::Fan& fan);
    QString why(const StepRow& row) const; // made when it is seen: a run may have thousands of steps
    QString text(const StepRow& row, int column) const;
    QVariant raw(const StepRow& row, int column) const;
    Duration duration(const StepRow& row) const;

    const WorkspaceModel& m_workspace;
    std::optional<RunId> m_run;
    std::set<InstanceId> m_unfolded;
    std::vector<StepRow> m_rows;
};

} // namespace penstock::models
