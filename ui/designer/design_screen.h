#pragma once

#include "ui/designer/file_watch.h"
#include "ui/designer/pipeline_editor.h"
#include "ui/models/screen.h"
#include "ui/models/workspace_model.h"

#include <QFileSystemWatcher>
#include <QTimer>

class QComboBox;
class QLabel;
class QListView;
class QStackedWidget;
class QTabWidget;

namespace penstock::common {
class Label;
}

namespace penstock::designer {

class DesignCanvas;
class FirstPipeline;
class HistoryPopup;
class Inspector;
class OutlineModel;
class ProblemsModel;
class StepLogPanel;
class StepPalette;
class YamlPanel;

// Design mode. Selection is one thing, shown by canvas, outline, form, text and log alike.
class DesignScreen final : public models::Screen {
    Q_OBJECT

public:
    // Both outlive the screen.
    DesignScreen(models::WorkspaceModel& workspace, FileSystem& files, const DraftPlace& drafts = {}, QWidget* parent = nullptr);

    QString place() const override;
    QList<QAction*> barActions() const override;
    QList<QAction*> moreActions() const override;
    QList<models::KeyGroup> keys() const override;
    void show(const models::Target& target) override;
    void leave() override;
    using QWidget::show;

private:
    void makeActions();
    QWidget* makeLeft();
    QWidget* makeMiddle();
    void connectParts();
    void listPipelines();
    void openFile(const QString& file);
    void choose(const QString& step);
    void refresh();       // the document changed
    void refreshStates(); // the run changed
    void showStateOfStep();
    void refreshActions();
    void refreshStepActions();
    void run();
    void runPart(session::StartRun order);
    void askForPipeline();
    void makePipeline(const QString& name);
    bool save();
    const engine::Run* newestRun() const;
    const engine::Run* newestEndedRun() const;

    models::WorkspaceModel& m_workspace;
    FileSystem& m_files;
    PipelineEditor m_editor;
    FileWatch m_watch;            // of the open file
    QFileSystemWatcher m_watcher; // of the list of pipelines
    QTimer m_tick; // durations while the newest run goes on
    QString m_step;
    QStackedWidget* m_pages = nullptr;
    FirstPipeline* m_first = nullptr;
    QComboBox* m_list = nullptr;
    StepPalette* m_palette = nullptr;
    OutlineModel* m_outline = nullptr;
    QListView* m_outlineView = nullptr;
    DesignCanvas* m_canvas = nullptr;
    Inspector* m_inspector = nullptr;
    YamlPanel* m_yaml = nullptr;
    ProblemsModel* m_problems = nullptr;
    StepLogPanel* m_log = nullptr;
    QTabWidget* m_tabs = nullptr;
    common::Label* m_marksOf = nullptr;
    HistoryPopup* m_history = nullptr;
    QAction *m_undo = nullptr, *m_redo = nullptr, *m_save = nullptr, *m_tidy = nullptr, *m_steps = nullptr, *m_run = nullptr, *m_new = nullptr;
    bool m_choosing = false;
};

} // namespace penstock::designer
