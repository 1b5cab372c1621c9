#include "ui/designer/design_screen.h"

#include "core/edit/names.h"
#include "core/messages/messages.h"
#include "ui/common/label.h"
#include "ui/designer/canvas_editing.h"
#include "ui/designer/design_canvas.h"
#include "ui/designer/edge_panel.h"
#include "ui/designer/first_pipeline.h"
#include "ui/designer/form/inspector.h"
#include "ui/designer/outline_model.h"
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
#include "ui/tools/inline_editor.h"

#include <QComboBox>
#include <QListView>
#include <QMenu>
#include <QScopedValueRollback>
#include <QStackedWidget>
#include <QTabWidget>

namespace penstock::designer {

using models::qt;
using models::utf8;

void DesignScreen::listPipelines()
{
    const std::string folder = utf8(m_workspace.info().folder) + "/pipelines";
    // While there is no such folder, the workspace is watched for it; later not: every run changes the workspace.
    const QString there = m_files.exists(folder) ? qt(folder) : m_workspace.info().folder;
    if (there != m_workspace.info().folder)
        m_watcher.removePath(m_workspace.info().folder);
    m_watcher.addPath(there);
    const auto names = m_files.list(folder);
    m_list->clear();
    for (const std::string& name : names ? *names : std::vector<std::string>()) {
        if (name.ends_with(".pipeline.yaml"))
            m_list->addItem(qt(name.substr(0, name.find('.'))), qt("pipelines/" + name));
    }
    // What is open stays open: it was removed, or is just being replaced.
    if (m_editor.isOpen() && m_list->findData(m_editor.file()) < 0)
        m_list->addItem(m_editor.file().section(QLatin1Char('/'), -1).section(QLatin1Char('.'), 0, 0), m_editor.file());
    if (m_list->count() == 0)
        m_first->look();
    if (m_list->count() == 0 || !m_versions || m_pages->currentWidget() != m_versions)
        m_pages->setCurrentIndex(m_list->count() > 0 ? 0 : 1);
    const int open = m_list->findData(m_editor.file());
    if (open >= 0)
        m_list->setCurrentIndex(open);
    else if (m_list->count() > 0)
        openFile(m_list->itemData(0).toString());
    refreshActions();
}

bool DesignScreen::openFile(const QString& file, const OpenedTrail& trail)
{
    m_yaml->takeOver();
    if (m_editor.hasEdits() && !save()) {
        m_list->setCurrentIndex(m_list->findData(m_editor.file()));
        return false;
    }
    choose({});
    m_canvas->forget();
    m_trail = trail; // says which run is shown
    const QString problem = m_editor.open(file);
    if (!problem.isEmpty())
        Q_EMIT problemMet(problem);
    m_watch.watch(m_editor.path());
    m_palette->setOffers(m_canvas->editing().offers());
    if (m_list->findData(file) < 0) // what a step opens may be anywhere
        m_list->addItem(OpenedTrail::nameOf(file), file);
    m_list->setCurrentIndex(m_list->findData(file));
    m_canvas->setPlace(OpenedTrail::nameOf(file));
    showTrail();
    closeVersions();
    Q_EMIT placeChanged();
    return true;
}

void DesignScreen::choose(const QString& step)
{
    if (m_choosing || step == m_step)
        return;
    const QScopedValueRollback guard(m_choosing, true);
    m_step = step;
    m_canvas->showStep(step);
    showInOutline();
    m_inspector->showStep(step);
    m_yaml->showStep(step);
    m_log->show(shownRun(), step);
    showStateOfStep();
}

// A step that was just made comes into the list after it was chosen.
void DesignScreen::showInOutline()
{
    const QScopedValueRollback guard(m_choosing, true);
    const int row = m_outline->rowOf(m_step);
    const QModelIndexList shown = m_outlineView->selectionModel()->selectedIndexes();
    if ((shown.isEmpty() ? -1 : shown.first().row()) != row)
        m_outlineView->setCurrentIndex(row < 0 ? QModelIndex() : m_outline->index(row));
}

void DesignScreen::refresh()
{
    m_problems->setIssues(m_editor.issues());
    const int errors = static_cast<int>(m_editor.issues().size());
    m_tabs->setTabText(2, errors == 0 ? tr("Problems") : tr("Problems (%1)").arg(errors));
    refreshStates();
    refreshActions();
}

void DesignScreen::refreshStates()
{
    if (!m_editor.isOpen())
        return;
    const ShownRun run = shownRun();
    m_canvas->showStates(run);
    m_outline->setGraph(m_canvas->graph());
    showInOutline();
    m_marksOf->setText(run.run ? tr("states of %1").arg(run.name()) : tr("not run yet"));
    if (run.run && !engine::isEnd(run.run->state))
        m_tick.start();
    else
        m_tick.stop();
    m_log->show(run, m_step);
    m_edge->show(m_canvas->chosenEdge(), run);
    showStateOfStep();
}

void DesignScreen::showStateOfStep()
{
    m_inspector->setState(RunStates(m_editor.lastGood(), m_workspace, shownRun()).say(m_step));
    m_inspector->showLast(m_workspace.view().workspace, shownRun());
}

void DesignScreen::refreshActions()
{
    const bool open = m_editor.isOpen();
    m_undo->setEnabled(open && m_editor.history().canUndo());
    m_redo->setEnabled(open && m_editor.history().canRedo());
    m_tidy->setEnabled(open);
    m_steps->setEnabled(open);
    m_parameter->setEnabled(open && m_editor.document().isEditable());
    m_compare->setEnabled(open);
    m_save->setEnabled(open); // always: what is still being written becomes an edit only then
    m_undo->setToolTip(m_undo->isEnabled() ? tr("Undo: %1").arg(messages::sentence(*m_editor.history().undoName())) : QString());
    m_redo->setToolTip(m_redo->isEnabled() ? tr("Redo: %1").arg(messages::sentence(*m_editor.history().redoName())) : QString());
    m_run->setEnabled(open && !pipeline::prevents(m_editor.issues()));
    refreshStepActions();
    Q_EMIT placeChanged();
    Q_EMIT barChanged();
}

QString DesignScreen::place() const
{
    const QString name = m_editor.file().section(QLatin1Char('/'), -1).section(QLatin1Char('.'), 0, 0);
    return m_editor.isSaved() ? name : tr("%1 (edited)").arg(name);
}

QList<QAction*> DesignScreen::moreActions() const { return QList{m_new, m_parameter, m_outer} + m_canvas->allActions(); }

void DesignScreen::fillMenu(QMenu& menu) const
{
    menu.addActions({m_new, m_parameter, m_outer});
    menu.addSeparator();
    m_canvas->fillMenu(menu);
}

void DesignScreen::askForPipeline()
{
    auto* field = new tools::InlineEditor(QString(), tr("Name of the new pipeline"), m_list->isVisible() ? QRect(m_list->mapTo(this, QPoint()), m_list->size()) : QRect(rect().center() - QPoint(120, 12), QSize(240, 24)), this);
    connect(field, &tools::InlineEditor::changed, this, &DesignScreen::makePipeline);
}

void DesignScreen::makePipeline(const QString& wished)
{
    const std::string name = edit::legalName(utf8(wished)), file = "pipelines/" + name + ".pipeline.yaml", path = utf8(m_workspace.info().folder) + '/' + file;
    if (m_files.exists(path)) {
        openFile(qt(file));
        return;
    }
    const auto written = m_files.writeAtomically(path, "penstock: 1\nname: " + name + "\nsteps: {}\n");
    if (!written)
        return Q_EMIT problemMet(messages::sentence(written.error()));
    listPipelines();
    openFile(qt(file));
    m_canvas->setFocus();
}

QList<QAction*> DesignScreen::barActions() const { return {m_undo, m_redo, m_steps, m_compare, m_save, m_tidy, m_run}; }

QList<models::KeyGroup> DesignScreen::keys() const
{
    auto canvas = m_canvas->keys();
    canvas.append({m_parameter->shortcut().toString(QKeySequence::NativeText), m_parameter->text()});
    canvas.append({QKeySequence::listToString(m_outer->shortcuts(), QKeySequence::NativeText).replace(QLatin1String("; "), QLatin1String(", ")), m_outer->text()});
    return {{tr("Canvas"), canvas},
            {tr("Below the canvas"), models::keysOfTabs(m_tabs->tabBar())},
            {tr("Form of a step"), Inspector::keys()},
            {tr("YAML"), YamlPanel::keys()},
            {tr("Problems"), ProblemsView::keys()},
            {tr("Log"), common::LogView::keys()}};
}

void DesignScreen::show(const models::Target& target)
{
    if (m_list->findData(target.id) < 0)
        listPipelines(); // it may be newer than what was seen last
    if (!target.id.isEmpty() && target.id != m_editor.file())
        openFile(target.id);
    closeVersions();
    if (!target.inside.isEmpty())
        showInside(target.inside);
}

bool DesignScreen::save()
{
    const QString problem = m_editor.save();
    if (!problem.isEmpty() || m_wasRefused)
        Q_EMIT problemMet(problem); // nothing: what was said before is mended
    m_wasRefused = !problem.isEmpty();
    return problem.isEmpty();
}

void DesignScreen::run()
{
    if (save() && !pipeline::prevents(m_editor.issues()))
        Q_EMIT runWanted(session::StartRun{models::utf8(m_editor.file())});
}

void DesignScreen::refreshStepActions() { m_canvas->refreshActions(m_run->isEnabled(), newestEndedRun() != nullptr); }

// What stands before the steps comes from the newest run that has ended.
void DesignScreen::runPart(session::StartRun order)
{
    if (!save() || pipeline::prevents(m_editor.issues()))
        return;
    const engine::Run* ended = newestEndedRun();
    if (!order.from.empty() && ended)
        order.reuse = ended->id.text();
    Q_EMIT runWanted(order);
}

void DesignScreen::leave() { m_editor.leave(); }

const engine::Run* DesignScreen::newestEndedRun() const
{
    const engine::Run* newest = nullptr;
    for (const auto& [id, run] : m_workspace.view().workspace.runs) {
        if (run.file == utf8(m_editor.file()) && engine::isEnd(run.state) && !run.simulated && !run.isRemoved() && (!newest || id.number > newest->id.number))
            newest = &run;
    }
    return newest;
}

} // namespace penstock::designer
