#pragma once

#include "ui/models/comparison_model.h"
#include "ui/models/screen.h"

class QTableView;

namespace penstock::common {
class Label;
}

namespace penstock::compare {

// Which is better, and what mattered?
class CompareScreen final : public models::Screen {
    Q_OBJECT

public:
    explicit CompareScreen(models::WorkspaceModel& workspace, QWidget* parent = nullptr);

    QString place() const override;
    QList<QAction*> barActions() const override { return {m_asBaseline}; }
    QList<models::KeyGroup> keys() const override;

private:
    QWidget* buildTable();
    void showState();
    void fitColumns();
    void useAsBaseline();

    models::WorkspaceModel& m_workspace;
    models::ComparisonModel m_comparison;
    QTableView* m_table;
    common::Label* m_remark;
    QAction* m_asBaseline;
};

} // namespace penstock::compare
