#pragma once

#include "ui/models/workspace_model.h"

#include <QWidget>

#include <optional>

class QStackedWidget;
class QTabBar;

namespace penstock::runs {

class StepExplanation;
class StepHistory;
class StepLog;
class StepSeries;
class StepTests;

// All that is known of the chosen step, in views of its own: log, tests, explanation, history of its values, curves of what its
// script logs. Only the view that is seen is kept up to date.
class StepPanel final : public QWidget {
    Q_OBJECT

public:
    explicit StepPanel(models::WorkspaceModel& workspace, QWidget* parent = nullptr);

    void show(const engine::Run& run, const engine::Instance& instance);
    void showNothing();
    using QWidget::show;
    QList<std::pair<QString, QString>> keys() const;
    enum View { LogView, TestsView, ExplanationView, HistoryView, SeriesView };
    void open(View view);

Q_SIGNALS:
    void runChosen(const penstock::RunId& run); // one of the history

private:
    void update();
    void nameTests(const engine::Run& run, const engine::Instance& instance);

    models::WorkspaceModel& m_workspace;
    QTabBar* m_tabs;
    QStackedWidget* m_pages;
    StepLog* m_log;
    StepTests* m_tests;
    StepExplanation* m_explanation;
    StepHistory* m_history;
    StepSeries* m_series;
    std::optional<std::pair<RunId, InstanceId>> m_of;
};

} // namespace penstock::runs
