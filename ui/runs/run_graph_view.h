#pragma once

#include "ui/canvas/graph_view.h"
#include "ui/models/workspace_model.h"

#include <optional>

class QHBoxLayout;

namespace penstock::runs {

// The run's own plan on the canvas, with its states as they change. Node ids are names of steps. A step that opened a pipeline is
// entered by Enter or a double click, and left by Backspace or the way that stands above the canvas.
class RunGraphView final : public QWidget {
    Q_OBJECT

public:
    explicit RunGraphView(const models::WorkspaceModel& workspace, QWidget* parent = nullptr);

    void show(const engine::Run& run);
    using QWidget::show;
    void select(const InstanceId& instance);
    QList<std::pair<QString, QString>> keys() const;
    // The pipeline that this instance opened, or the first of its items that opened one and needs a look. False: there is none.
    bool enter(const InstanceId& instance);
    void leave();
    const std::string& inside() const { return m_inside; } // "", "outer/", "sweep[3]/"

Q_SIGNALS:
    void selected(const penstock::InstanceId& instance);
    void menuWanted(const penstock::InstanceId& instance, const QPoint& global);

private:
    const engine::Run* run() const { return m_run ? m_workspace.run(*m_run) : nullptr; }
    const engine::Instance* instanceAt(const QString& node) const; // the newest
    std::size_t scopeOf(const engine::Run& run) const;
    void go(const std::string& inside);
    void climb(const std::string& inside);
    void showWay(const engine::Run& run);

    const models::WorkspaceModel& m_workspace;
    QWidget* m_way;
    QHBoxLayout* m_steps; // of the way
    canvas::GraphView* m_view;
    std::optional<RunId> m_run;
    std::string m_inside;
    std::optional<std::pair<RunId, std::string>> m_drawn;
    bool m_selecting = false;
};

} // namespace penstock::runs
