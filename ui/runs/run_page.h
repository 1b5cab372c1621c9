// One run: what is happening in it, and why.
#pragma once

#include "ui/models/screen.h"
#include "ui/models/workspace_model.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QSplitter;
class QStackedWidget;
class QTabBar;
class QTableView;

namespace penstock::models {
class StepsModel;
}

namespace penstock::runs {

class EventsModel;
class FactList;
class RunGraphView;
class RunHeader;
class StepLog;
class StepSeries;
class Timeline;

// The chosen step is shared by graph, table, timeline, curves, log and reasons. Until a person chooses, it is the one that
// matters: what failed, else what waits for a person, else what runs.
class RunPage final : public QWidget {
    Q_OBJECT

public:
    explicit RunPage(models::WorkspaceModel& workspace, QWidget* parent = nullptr);

    void showRun(const RunId& run);
    void showStep(const InstanceId& instance);
    std::optional<RunId> run() const { return m_run; }
    QList<models::KeyGroup> keys() const;

private:
    enum Tab { GraphTab, StepsTab, TimelineTab, EventsTab, SeriesTab, TabCount };

    void buildTabs();
    QWidget* buildTable();
    QWidget* buildEvents();
    QWidget* buildLower();
    void openTab(int tab);
    void update();
    void updateTab();
    void updateStep();
    void choose(const InstanceId& instance);

    models::WorkspaceModel& m_workspace;
    RunHeader* m_header;
    QTabBar* m_tabs;
    QStackedWidget* m_pages;
    RunGraphView* m_graph;
    models::StepsModel* m_steps;
    QTableView* m_table = nullptr;
    Timeline* m_timeline = nullptr;
    EventsModel* m_events = nullptr;
    StepSeries* m_series = nullptr;
    StepLog* m_log;
    FactList* m_why;
    QTimer m_tick; // durations while it runs
    std::optional<RunId> m_run;
    std::optional<InstanceId> m_step;
    bool m_chosenByPerson = false;
};

// The step of a run that matters most now.
std::optional<InstanceId> stepThatMatters(const engine::Run& run);

} // namespace penstock::runs
