#pragma once

#include "ui/designer/drafts/file_watch.h"
#include "ui/designer/opened_trail.h"
#include "ui/designer/pipeline_editor.h"
#include "ui/designer/shown_run.h"
#include "ui/designer/versions/revisions.h"
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
class EdgePanel;
class FirstPipeline;
class HistoryPopup;
class Inspector;
class OutlineModel;
class ProblemsModel;
class StepLogPanel;
class StepPalette;
class TrailBar;
class VersionsPage;
class YamlPanel;

// Design mode. Selection is one thing, shown by canvas, outline, form, text and log alike.
class DesignScreen final : public models::Screen {
    Q_OBJECT

public:
    // Workspace and files outlive the screen. Without `revisions` there is nothing older to compare with than the saved file.
    DesignScreen(models::WorkspaceModel& workspace, FileSystem& files, const DraftPlace& drafts = {}, std::shared_ptr<const Revisions> revisions = {},
                 QWidget* parent = nullptr);

    QString place() const override;
    QList<QAction*> barActions() const override;
    QList<QAction*> moreActions() const override;
    void fillMenu(QMenu& menu) const override;
    QList<models::KeyGroup> keys() const override;
    std::vector<models::Findable> findables() const override;
    void show(const models::Target& target) override;
    void leave() override;
    QByteArray viewState() const override; // folded frames
    void restoreViewState(const QByteArray& state) override;
    using QWidget::show;

private:
    void makeActions();
    QWidget* makeLeft();
    QWidget* makeMiddle();
    void connectParts();
    void listPipelines();
    bool openFile(const QString& file, const OpenedTrail& trail = {});
    void activate(const QString& step);
    void openInner(const QString& step, const QString& file);
    void openByItself(const QString& file); // what a step opens, not as a part of this pipeline
    bool isThere(const QString& file);
    void openOuter(int place); // of the trail
    void showTrail();
    void compareVersions();
    void closeVersions();
    void showInside(const QString& inside); // of the pipeline that is open
    void showEdge();
    void choose(const QString& step);
    void showInOutline();
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
    ShownRun shownRun() const; // the newest; in a sub-pipeline that of where one came from
    const engine::Run* newestEndedRun() const;

    models::WorkspaceModel& m_workspace;
    FileSystem& m_files;
    PipelineEditor m_editor;
    FileWatch m_watch;            // of the open file
    QFileSystemWatcher m_watcher; // of the list of pipelines
    QTimer m_tick; // durations while the newest run goes on
    QString m_step;
    OpenedTrail m_trail;
    std::shared_ptr<const Revisions> m_revisions;
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
    EdgePanel* m_edge = nullptr;
    TrailBar* m_crumbs = nullptr;
    VersionsPage* m_versions = nullptr;
    QWidget* m_tabBeforeEdge = nullptr;
    QTabWidget* m_tabs = nullptr;
    common::Label* m_marksOf = nullptr;
    HistoryPopup* m_history = nullptr;
    QAction *m_undo = nullptr, *m_redo = nullptr, *m_save = nullptr, *m_tidy = nullptr, *m_steps = nullptr, *m_compare = nullptr, *m_outer = nullptr, *m_run = nullptr, *m_new = nullptr, *m_parameter = nullptr;
    bool m_choosing = false;
    bool m_wasRefused = false; // the last time that it was to be saved
};

} // namespace penstock::designer
