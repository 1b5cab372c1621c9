#pragma once

#include <QWidget>

#include "app/studio/pipelines.h"
#include "ui/models/screen.h"
#include "ui/models/workspace_model.h"

class QListWidget;
class QStackedWidget;

namespace penstock::canvas {
class GraphView;
}
namespace penstock::common {
class Label;
}

namespace penstock::studio {

// Design, to look at: the pipelines of the workspace and the graph of the chosen one.
class PipelinePreview final : public models::Screen {
    Q_OBJECT

public:
    PipelinePreview(models::WorkspaceModel& workspace, Pipelines& pipelines, QWidget* parent = nullptr);

    QString place() const override;
    QList<QAction*> barActions() const override { return {m_run}; }
    void show(const models::Target& target) override;
    using QWidget::show;

private:
    void reload();
    void showChosen();

    models::WorkspaceModel& m_workspace;
    Pipelines& m_pipelines;
    QStackedWidget* m_pages;
    QListWidget* m_list;
    canvas::GraphView* m_graph;
    common::Label* m_problems;
    QAction* m_run;
    QString m_file;
};

} // namespace penstock::studio
