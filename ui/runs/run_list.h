#pragma once

#include "ui/runs/run_filter.h"

#include <QWidget>

#include <optional>

class QLineEdit;
class QListView;

namespace penstock::runs {

// The runs at the left, newest first, with a filter. Keeps one of them chosen as long as there is one.
class RunList final : public QWidget {
    Q_OBJECT

public:
    explicit RunList(const models::WorkspaceModel& workspace, QWidget* parent = nullptr);

    static QList<std::pair<QString, QString>> keys();
    std::optional<RunId> current() const;
    void choose(const RunId& run); // clears a filter that hides it

Q_SIGNALS:
    void currentChanged();

private:
    void keepOneChosen();

    models::RunsModel m_runs;
    RunFilter m_shown;
    QLineEdit* m_filter;
    QListView* m_list;
    QWidget* m_nothing;
    std::optional<RunId> m_current;
};

} // namespace penstock::runs
