#pragma once

#include <QWidget> // first: moc of Qt 6.4 stumbles over standard headers otherwise

#include "ui/common/log_view.h"
#include "ui/designer/shown_run.h"
#include "ui/models/workspace_model.h"

#include <optional>

namespace penstock::designer {

// The log of the chosen step in the run that is shown, following live.
class StepLogPanel final : public QWidget {
    Q_OBJECT

public:
    explicit StepLogPanel(const models::WorkspaceModel& workspace, QWidget* parent = nullptr);

    void show(const ShownRun& run, const QString& step);
    using QWidget::show;

private:
    const models::WorkspaceModel& m_workspace;
    common::LogView* m_view;
    std::optional<AttemptId> m_shown;
};

} // namespace penstock::designer
