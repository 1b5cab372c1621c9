#pragma once

#include <QWidget>

#include "core/session/test_results.h"
#include "ui/models/test_cases_model.h"
#include "ui/models/workspace_model.h"
#include "ui/runs/test_cases_reader.h"

class QLineEdit;
class QPlainTextEdit;
class QTableView;

namespace penstock::common {
class Label;
}

namespace penstock::runs {

// The tests that a step reported, case by case; below them, what the chosen one says.
class StepTests final : public QWidget {
    Q_OBJECT

public:
    explicit StepTests(const models::WorkspaceModel& workspace, QWidget* parent = nullptr);

    void show(const engine::Run& run, const engine::Instance& instance);
    void showNothing();
    using QWidget::show;

private:
    QWidget* buildBar();
    void showResults(const session::TestResults& results);
    void showCases(std::vector<tracking::TestCase> cases);
    void showDetails();

    const models::WorkspaceModel& m_workspace;
    models::TestCasesModel m_model;
    TestCasesReader m_reader;
    common::Label* m_counts;
    common::Label* m_problems;
    common::Label* m_empty;
    QLineEdit* m_filter;
    QTableView* m_table;
    QPlainTextEdit* m_details;
    std::optional<Digest> m_shown; // the document whose cases are shown or read
};

} // namespace penstock::runs
