#pragma once

#include "ui/models/workspace_model.h"

#include <QWidget>

#include <optional>

class QComboBox;

namespace penstock::common {
class Label;
class LogView;
} // namespace penstock::common

namespace penstock::runs {

// The log of one step's attempt, following live. The newest attempt is shown until a person picks another.
class StepLog final : public QWidget {
    Q_OBJECT

public:
    explicit StepLog(const models::WorkspaceModel& workspace, QWidget* parent = nullptr);

    void show(const engine::Run& run, const engine::Instance& instance);
    void showNothing();
    using QWidget::show;

private:
    void showAttempt(const std::optional<AttemptId>& attempt);
    void showDropped();
    QString emptyText(const engine::Run& run, const engine::Instance& instance) const;

    const models::WorkspaceModel& m_workspace;
    common::LogView* m_view;
    common::Label* m_title;
    common::Label* m_dropped;
    QComboBox* m_attempts;
    std::optional<AttemptId> m_shown;
    std::pair<RunId, InstanceId> m_of;
    int m_known = 0;
};

} // namespace penstock::runs
