// What somebody typed to find runs: "state:failed,running since:7d by:ada poly". Words match anything of a row.
#pragma once

#include "ui/models/runs_model.h"

#include <QSortFilterProxyModel>
#include <QStringList>

#include <optional>

namespace penstock::runs {

struct RunQuery {
    QStringList words;
    QStringList states; // beginnings of words: "run" finds running
    QStringList persons;
    std::optional<Duration> since;

    static RunQuery parse(const QString& text);
    bool operator==(const RunQuery&) const = default;
};

class RunFilter final : public QSortFilterProxyModel {
    Q_OBJECT

public:
    // Both must outlive this.
    RunFilter(models::RunsModel& runs, const models::WorkspaceModel& workspace, QObject* parent = nullptr);

    void setQuery(const RunQuery& query);

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const final;

private:
    const models::WorkspaceModel& m_workspace;
    RunQuery m_query;
};

} // namespace penstock::runs
