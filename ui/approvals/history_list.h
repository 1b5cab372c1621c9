#pragma once

#include <QWidget>

#include "core/session/evidence.h"
#include "ui/models/workspace_model.h"

class QVBoxLayout;

namespace penstock::approvals {

// Who moved which version where, and why, newest first.
class HistoryList final : public QWidget {
    Q_OBJECT

public:
    explicit HistoryList(QWidget* parent = nullptr);

    void setHistory(const std::vector<session::HistoryRow>& history, const models::WorkspaceModel& workspace);

private:
    QVBoxLayout* m_column;
};

} // namespace penstock::approvals
