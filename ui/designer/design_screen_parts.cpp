// How the screen is put together: its actions, its parts, and what they tell each other.
#include "ui/designer/design_screen.h"

#include "core/edit/mends.h"
#include "ui/common/label.h"
#include "ui/designer/canvas_editing.h"
#include "ui/designer/design_canvas.h"
#include "ui/designer/drafts/notice_bar.h"
#include "ui/designer/edge_panel.h"
#include "ui/designer/first_pipeline.h"
#include "ui/designer/form/inspector.h"
#include "ui/designer/form/last_values.h"
#include "ui/designer/history_popup.h"
#include "ui/designer/outline_delegate.h"
#include "ui/designer/outline_model.h"
#include "ui/designer/output_bar.h"
#include "ui/designer/problems_model.h"
#include "ui/designer/problems_view.h"
#include "ui/designer/step_actions.h"
#include "ui/designer/step_log_panel.h"
#include "ui/designer/step_palette.h"
#include "ui/designer/text/yaml_panel.h"
#include "ui/designer/trail_bar.h"
#include "ui/designer/versions/versions_page.h"
#include "ui/models/qt_text.h"
#include "ui/models/tab_keys.h"

#include <QComboBox>
#include <QListView>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabWidget>
#include <QVBoxLayout>

namespace penstock::designer {

using models::qt;

namespace {

QWidget* column(const QMargins& margins, const QList<QWidget*>& widgets)
{
    auto* page = new QWidget;
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(margins);
    page->setBackgroundRole(QPalette::Base);
    page->setAutoFillBackground(true);
    for (QWidget* widget : widgets)
        layout->addWidget(widget, widget == widgets.last() ? 1 : 0);
    return page;
}

} // namespace

DesignScreen::DesignScreen(models::WorkspaceModel& workspace, FileSystem& files, const DraftPlace& drafts, std::shared_ptr<const Revisions> revisions, QWidget* parent)
    : Screen(parent)
    , m_workspace(workspace)
    , m_files(files)
    , m_editor(workspace.info().folder, files, drafts)
    , m_revisions(std::move(revisions))
{
    makeActions();
    m_inspector = new Inspector(m_editor);
    auto* split = new QSplitter;
    for (QWidget* part : {makeLeft(), makeMiddle(), static_cast<QWidget*>(m_inspector)})
        split->addWidget(part);
    split->setStretchFactor(1, 1);
    split->setSizes({232, 980, 320});
    m_pages = new QStackedWidget;
    m_pages->addWidget(split);
    m_first = new FirstPipeline(m_files, m_workspace.info().folder);
    m_pages->addWidget(m_first);
    connect(m_first, &FirstPipeline::scriptChosen, this, &Screen::pipelineWanted);
    connect(m_first, &FirstPipeline::emptyWanted, this, &DesignScreen::askForPipeline);
    auto* row = new QVBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_pages);
    setFocusProxy(m_canvas);
    connectParts();
    listPipelines();
}

void DesignScreen::makeActions()
{
    const auto make = [this](theme::Icon icon, const QString& text, const QKeySequence& keys) {
        auto* action = new QAction(theme::icon(icon), text, this);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        addAction(action);
        return action;
    };
    m_undo = make(theme::Icon::undo, tr("Undo"), QKeySequence::Undo);
    m_redo = make(theme::Icon::redo, tr("Redo"), QKeySequence::Redo);
    m_save = make(theme::Icon::save, tr("Save"), QKeySequence::Save);
    m_tidy = make(theme::Icon::layout, tr("Lay out"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L));
    m_steps = make(theme::Icon::wait, tr("History"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_H));
    m_compare = make(theme::Icon::compare, tr("Compare versions…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_D));
    m_run = make(theme::Icon::play, tr("Run"), QKeySequence(Qt::CTRL | Qt::Key_R));
    m_new = make(theme::Icon::pipeline, tr("New pipeline…"), QKeySequence::New);
    connect(m_new, &QAction::triggered, this, &DesignScreen::askForPipeline);
    m_parameter = make(theme::Icon::plus, tr("Add a parameter"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P));
    connect(m_parameter, &QAction::triggered, this, [this] {
        choose({});
        m_inspector->focusEntry({"parameters"}, {});
    });
    for (QAction* each : {m_undo, m_redo, m_save, m_tidy, m_steps, m_compare})
        each->setProperty("compact", true);
    m_run->setIcon(theme::icon(theme::Icon::play, QPalette::BrightText)); // it stands on the accent colour
    connect(m_undo, &QAction::triggered, this, [this] { m_editor.undo(); });
    connect(m_redo, &QAction::triggered, this, [this] { m_editor.redo(); });
    connect(m_steps, &QAction::triggered, this, [this] {
        m_yaml->takeOver();
        if (!m_history)
            m_history = new HistoryPopup(m_editor, this); // now: a child that is there before all others upsets the order of Tab
        m_history->open(QRect(m_canvas->mapToGlobal(QPoint()), m_canvas->size()));
    });
    connect(m_compare, &QAction::triggered, this, &DesignScreen::compareVersions);
    connect(m_save, &QAction::triggered, this, &DesignScreen::save);
    connect(m_tidy, &QAction::triggered, this, [this] { m_canvas->layOut(); });
    connect(m_run, &QAction::triggered, this, &DesignScreen::run);
}

QWidget* DesignScreen::makeLeft()
{
    m_list = new QComboBox;
    m_list->setAccessibleName(tr("Pipeline"));
    m_list->setObjectName(QStringLiteral("pipelines"));
    m_outline = new OutlineModel(this);
    m_outlineView = new QListView;
    m_outlineView->setFrameShape(QFrame::NoFrame);
    m_outlineView->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // long titles are elided
    m_outlineView->setTextElideMode(Qt::ElideRight);
    m_outlineView->setModel(m_outline);
    m_outlineView->setItemDelegate(new OutlineDelegate(m_outlineView));
    m_outlineView->setAccessibleName(tr("Outline"));
    m_marksOf = common::secondary({});
    m_marksOf->setFit(common::Label::Fit::elide);
    auto* title = common::sectionTitle(tr("Outline"));
    m_marksOf->setContentsMargins(4, 0, 0, 0);
    m_palette = new StepPalette;
    auto* split = new QSplitter(Qt::Vertical);
    split->addWidget(column({12, 8, 12, 8}, {m_palette}));
    split->addWidget(column({12, 8, 12, 12}, {title, m_marksOf, m_outlineView}));
    split->setSizes({420, 420});
    return column({0, 0, 0, 0}, {column({12, 12, 12, 4}, {m_list}), split});
}

QWidget* DesignScreen::makeMiddle()
{
    m_canvas = new DesignCanvas(m_editor, m_workspace, m_files);
    m_problems = new ProblemsModel(this);
    m_problems->setMends([this](const pipeline::Issue& issue) { return edit::mendOf(m_editor.document(), issue).has_value(); });
    auto* problems = new ProblemsView;
    problems->setModel(m_problems);
    problems->setLayoutMode(QListView::Batched); // there may be thousands
    connect(problems, &ProblemsView::mendWanted, this, [this](const QModelIndex& index) {
        if (const auto mend = edit::mendOf(m_editor.document(), m_problems->issue(index.row())))
            m_editor.apply(*mend);
    });
    connect(problems, &QListView::activated, this, [this](const QModelIndex& index) {
        const pipeline::Issue& issue = m_problems->issue(index.row());
        if (issue.path.starts_with("steps."))
            choose(qt(issue.path.substr(6, issue.path.find('.', 6) - 6)));
        m_tabs->setCurrentWidget(m_yaml);
        m_yaml->goTo(issue.place);
    });
    m_log = new StepLogPanel(m_workspace);
    m_yaml = new YamlPanel(m_editor);
    m_edge = new EdgePanel(m_workspace);
    m_crumbs = new TrailBar;
    m_tabs = new QTabWidget;
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_yaml, tr("YAML"));
    m_tabs->addTab(m_log, tr("Log"));
    m_tabs->addTab(problems, tr("Problems"));
    m_tabs->addTab(m_edge, tr("Edge"));
    models::giveKeys(m_tabs->tabBar(), this);
    auto* split = new QSplitter(Qt::Vertical);
    auto* output = new OutputBar;
    connect(m_canvas, &DesignCanvas::written, output, &OutputBar::tell);
    QWidget* drawing = column({}, {m_crumbs, new NoticeBar(m_editor), output, m_canvas});
    drawing->layout()->setSpacing(0);
    split->addWidget(drawing);
    split->addWidget(m_tabs);
    split->setStretchFactor(0, 1);
    split->setSizes({620, 300});
    return split;
}

void DesignScreen::connectParts()
{
    connect(m_inspector, &Inspector::secretsWanted, this, &models::Screen::secretsWanted);
    const auto last = [this](const std::string& step, const std::string& path) { return LastValues(m_workspace.view().workspace, shownRun(), step).at(path); };
    m_inspector->setLastValue(last);
    m_yaml->setLastValue(last);
    connect(m_inspector, &Inspector::renamed, this, &DesignScreen::choose);
    connect(m_list, &QComboBox::activated, this, [this](int row) { openFile(m_list->itemData(row).toString()); });
    connect(m_canvas, &DesignCanvas::chosen, this, &DesignScreen::choose);
    connect(m_canvas, &DesignCanvas::activated, this, &DesignScreen::activate);
    connect(m_canvas, &DesignCanvas::edgeChosen, this, &DesignScreen::showEdge);
    connect(m_crumbs, &TrailBar::chosen, this, &DesignScreen::openOuter);
    m_outer = new QAction(tr("Back to the outer pipeline"), this);
    m_outer->setShortcuts({Qt::Key_Backspace, Qt::CTRL | Qt::Key_Up}); // Alt+Up moves a step
    m_outer->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    for (QWidget* widget : {static_cast<QWidget*>(m_canvas), static_cast<QWidget*>(m_outlineView), static_cast<QWidget*>(m_crumbs)})
        widget->addAction(m_outer); // elsewhere the keys are those of what is written
    connect(m_outer, &QAction::triggered, this, [this] { openOuter(static_cast<int>(m_trail.outer().size()) - 1); });
    connect(m_palette, &StepPalette::chosen, this, [this](const StepOffer& offer) { m_canvas->editing().add(offer); });
    connect(m_canvas, &DesignCanvas::thingDropped, this, [this](const QByteArray& thing, const QPointF& at) {
        if (const StepOffer* offer = m_palette->dropped(thing))
            m_canvas->editing().add(StepOffer(*offer), at);
    });
    connect(m_canvas, &DesignCanvas::selectionChanged, this, [this] {
        refreshStepActions();
        if (const QStringList steps = m_canvas->view().selection(); steps.size() > 1)
            m_inspector->showSteps(steps);
    });
    connect(m_canvas, &DesignCanvas::folded, this, &DesignScreen::refreshStates);
    connect(m_canvas, &DesignCanvas::fileWanted, this, [this](const QString& file) { openByItself(file); });
    connect(m_canvas, &DesignCanvas::fileMade, this, &DesignScreen::listPipelines);
    connect(m_canvas, &DesignCanvas::problemMet, this, &Screen::problemMet);
    connect(&m_canvas->actions(), &StepActions::runWanted, this, &DesignScreen::runPart);
    connect(&m_canvas->actions(), &StepActions::logWanted, this, [this](const QString& step) {
        choose(step);
        m_tabs->setCurrentWidget(m_log);
    });
    // Not the current row: a list makes its first row current when the focus comes.
    connect(m_outlineView->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this](const QItemSelection& rows) {
        if (!rows.isEmpty())
            choose(m_outline->step(rows.indexes().first().row()));
    });
    connect(m_yaml, &YamlPanel::stepReached, this, &DesignScreen::choose); // outside of all steps: the pipeline
    connect(m_yaml, &YamlPanel::refused, this, &DesignScreen::problemMet);
    connect(m_yaml, &YamlPanel::left, m_canvas, qOverload<>(&QWidget::setFocus));
    connect(&m_editor, &PipelineEditor::changed, this, &DesignScreen::refresh);
    connect(&m_editor, &PipelineEditor::textChanged, this, &DesignScreen::refreshActions);
    connect(&m_editor, &PipelineEditor::troubleMet, this, &DesignScreen::problemMet);
    connect(&m_watch, &FileWatch::stirred, &m_editor, &PipelineEditor::look);
    connect(&m_workspace, &models::WorkspaceModel::runsChanged, this, &DesignScreen::refreshStates);
    connect(&m_workspace, &models::WorkspaceModel::opened, this, &DesignScreen::refreshStates);
    connect(&m_workspace, &models::WorkspaceModel::infoChanged, this, &DesignScreen::refreshActions);
    m_tick.setInterval(1000);
    connect(&m_tick, &QTimer::timeout, this, &DesignScreen::refreshStates);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &DesignScreen::listPipelines);
}

} // namespace penstock::designer
