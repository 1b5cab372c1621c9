#pragma once

#include "ui/canvas/graph_view.h"
#include "ui/models/workspace_model.h"

#include <optional>

namespace penstock::runs {

// The run's own plan on the canvas, with its states as they change. Node ids are instance ids.
class RunGraphView final : public QWidget {
    Q_OBJECT

public:
    explicit RunGraphView(const models::WorkspaceModel& workspace, QWidget* parent = nullptr);

    void show(const engine::Run& run);
    using QWidget::show;
    void select(const InstanceId& instance);
    QList<std::pair<QString, QString>> keys() const { return m_view->keys(); }

Q_SIGNALS:
    void selected(const penstock::InstanceId& instance);

private:
    const models::WorkspaceModel& m_workspace;
    canvas::GraphView* m_view;
    std::optional<RunId> m_run;
    bool m_selecting = false;
};

} // namespace penstock::runs
