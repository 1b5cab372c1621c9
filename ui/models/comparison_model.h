// The runs that have metrics, as rows; the parameters in which they differ and their metrics against a baseline, as columns.
// Ticked runs are those that the charts show.
#pragma once

#include "core/tracking/comparison.h"
#include "ui/models/workspace_model.h"

#include "ui/models/roles.h"

#include <QAbstractTableModel>

#include <map>
#include <optional>
#include <vector>

namespace penstock::models {

// Metrics of all steps of a run. Where two steps measured one name, the later ones are "step.name".
Json metricsOf(const engine::Run& run);
// Newest first, at most `most`.
std::vector<tracking::ComparedRun> comparableRuns(const engine::WorkspaceState& state, std::size_t most);

class ComparisonModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    static constexpr std::size_t mostRuns = 500;
    static constexpr int mostTicked = 12; // more lines than colours and dashes cannot be told apart

    enum class ColumnKind { run, version, parameter, metric, delta };
    struct ColumnInfo {
        ColumnKind kind = ColumnKind::run;
        std::size_t index = 0; // into comparison().parameters or metrics

        bool operator==(const ColumnInfo&) const = default;
    };

    explicit ComparisonModel(const WorkspaceModel& workspace, QObject* parent = nullptr);

    const tracking::Comparison& comparison() const { return m_comparison; }
    ColumnInfo columnInfo(int column) const { return m_columns[static_cast<std::size_t>(column)]; }
    std::size_t allRuns() const { return m_allRuns; } // also those beyond mostRuns

    void setBaseline(const RunId& run);
    std::optional<std::size_t> baseline() const { return m_comparison.baseline; }
    void setTicked(const QList<RunId>& runs);
    std::vector<std::size_t> ticked() const; // rows, in the order of the table
    int seriesIndex(std::size_t row) const;  // its colour while it is ticked; -1 else

    int rowCount(const QModelIndex& parent = {}) const final;
    int columnCount(const QModelIndex& parent = {}) const final;
    QVariant data(const QModelIndex& index, int role) const final;
    bool setData(const QModelIndex& index, const QVariant& value, int role) final;
    Qt::ItemFlags flags(const QModelIndex& index) const final;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const final;

    std::optional<RunId> runAt(int row) const;

Q_SIGNALS:
    void tickedChanged();

private:
    void reload();
    void chooseColumns();
    void tickFirst();
    std::optional<std::size_t> chosenBaseline() const;
    bool tick(const RunId& run, bool on);
    QString text(std::size_t row, const ColumnInfo& column) const;
    QVariant raw(std::size_t row, const ColumnInfo& column) const;
    const tracking::MetricCell& cell(std::size_t row, const ColumnInfo& column) const;

    const WorkspaceModel& m_workspace;
    tracking::Comparison m_comparison;
    std::vector<RunId> m_runs;
    std::vector<QString> m_versions;
    std::vector<ColumnInfo> m_columns;
    std::optional<RunId> m_baseline;
    std::map<RunId, int> m_ticked; // run -> colour; a colour stays with its run
    std::size_t m_allRuns = 0;
    bool m_tickedByPerson = false;
};

} // namespace penstock::models
