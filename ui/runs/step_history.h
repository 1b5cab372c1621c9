#pragma once

#include "ui/models/workspace_model.h"
#include "ui/runs/history_model.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QTableView;

namespace penstock::charts {
class Chart;
}
namespace penstock::common {
class Label;
}

namespace penstock::runs {

// How a value or metric of the chosen step went over the runs of its pipeline: numbers as a line, all as a table.
class StepHistory final : public QWidget {
    Q_OBJECT

public:
    explicit StepHistory(const models::WorkspaceModel& workspace, QWidget* parent = nullptr);

    void show(const engine::Run& run, const engine::Instance& instance);
    void showNothing();
    using QWidget::show;

Q_SIGNALS:
    void runChosen(const penstock::RunId& run); // a row was opened

private:
    void showNames();
    void showChosen();

    const models::WorkspaceModel& m_workspace;
    HistoryModel m_model;
    QComboBox* m_name;
    common::Label* m_empty;
    charts::Chart* m_chart;
    QTableView* m_table;
    QWidget* m_content;
    std::string m_pipeline, m_step;
    std::vector<session::ValueName> m_names;
    Seq m_seen = 0;   // what was known when it was shown
    QTimer m_refresh; // all runs are walked through: not at each event
};

} // namespace penstock::runs
