#pragma once

#include "ui/models/workspace_model.h"
#include "ui/runs/code_chips.h"

#include <QWidget>

class QHBoxLayout;

namespace penstock::common {
class Label;
class StateLabel;
} // namespace penstock::common

namespace penstock::runs {

// Which run it is, how it is, and what it was started with.
class RunHeader final : public QWidget {
    Q_OBJECT

public:
    explicit RunHeader(const models::WorkspaceModel& workspace, QWidget* parent = nullptr);

    void show(const engine::Run& run);
    using QWidget::show;

private:
    void showChips(const engine::Run& run);

    const models::WorkspaceModel& m_workspace;
    common::Label* m_title;
    common::StateLabel* m_state;
    QHBoxLayout* m_chips;
    std::vector<RunChip> m_shownChips;
};

} // namespace penstock::runs
