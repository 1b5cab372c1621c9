#include "ui/designer/design_canvas.h"

#include "ui/canvas/graph_view.h"
#include "ui/designer/tidy.h"
#include "ui/designer/view_actions.h"
#include "ui/designer/canvas_editing.h"
#include "ui/designer/drawn_edits.h"
#include "ui/designer/graph_output.h"
#include "ui/designer/nesting.h"
#include "ui/designer/step_actions.h"
#include "ui/models/qt_text.h"

#include <QMenu>
#include <QVBoxLayout>

namespace penstock::designer {


DesignCanvas::DesignCanvas(PipelineEditor& editor, const models::WorkspaceModel& workspace, FileSystem& files, QWidget* parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_workspace(workspace)
    , m_view(new canvas::GraphView)
    , m_tidy(new Tidy(*m_view, [this](const QStringList& ids, const QList<QPointF>& places) { move(ids, places); }, this))
    , m_editing(new CanvasEditing(*m_view, editor, files, workspace.info().folder, this))
    , m_actions(new StepActions(*m_view, editor, *m_editing, this))
    , m_viewActions(new ViewActions(*m_view, this))
    , m_nesting(new Nesting(*m_view, editor, files, workspace.info().folder, this))
{
    m_view->setAccessibleName(tr("Canvas"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_view);
    setFocusProxy(m_view);
    connect(&editor, &PipelineEditor::changed, this, &DesignCanvas::draw);
    connect(m_view, &canvas::GraphView::selectionChanged, this, [this](const QStringList& ids) {
        if (ids.size() < 2)
            Q_EMIT chosen(isNote(ids.value(0)) || isFrame(ids.value(0)) ? QString() : ids.value(0));
        Q_EMIT selectionChanged();
    });
    m_view->setEmptyText(tr("An empty pipeline. Press Tab or double-click to add a step; drop a script here to run it as one."));
    connect(m_view, &canvas::GraphView::edgeChosen, this, &DesignCanvas::edgeChosen);
    connect(m_view, &canvas::GraphView::thingDropped, this, &DesignCanvas::thingDropped);
    addActions(workspace, files);
    connect(m_view, &canvas::GraphView::linkRefused, this, &DesignCanvas::problemMet);
    connect(m_editing, &CanvasEditing::problemMet, this, &DesignCanvas::problemMet);
    connect(m_actions, &StepActions::problemMet, this, &DesignCanvas::problemMet);
    connect(m_view, &canvas::GraphView::nodesMoved, this, &DesignCanvas::move);
    connect(m_tidy, &Tidy::takesLong, m_view, [view = m_view] { view->setCursor(Qt::BusyCursor); });
    connect(m_tidy, &Tidy::ended, m_view, [view = m_view] { view->unsetCursor(); });
    connect(m_view, &canvas::GraphView::nodeActivated, this, [this](const QString& id) {
        if (isFrame(id))
            toggleFold(id);
        else if (isNote(id))
            m_editing->rename(id);
        else
            Q_EMIT activated(id);
    });
    connect(m_actions, &StepActions::foldWanted, this, &DesignCanvas::toggleFold);
}

void DesignCanvas::addActions(const models::WorkspaceModel& workspace, FileSystem& files)
{
    const auto subject = [this, folder = workspace.info().folder] {
        return GraphOutput::Subject{m_view->graph(), m_view->selection(), m_editor.file().section(QLatin1Char('/'), -1).section(QLatin1Char('.'), 0, 0),
                                    m_editor.isOpen() ? models::qt(m_editor.document().text()) : QString(), folder};
    };
    m_output = new GraphOutput(subject, files, *this);
    m_output->setParent(this);
    m_picture = new QMenu(tr("Picture"), this);
    m_picture->addActions(m_output->actions());
    m_actions->setMore(m_nesting->all() + QList{m_viewActions->selectMenu(), m_viewActions->arrangeMenu(), m_picture->menuAction()},
                       {m_viewActions->selectMenu(), m_picture->menuAction()});
    connect(m_output, &GraphOutput::problemMet, this, &DesignCanvas::problemMet);
    connect(m_output, &GraphOutput::written, this, &DesignCanvas::written);
    connect(m_nesting, &Nesting::problemMet, this, &DesignCanvas::problemMet);
    connect(m_nesting, &Nesting::fileMade, this, &DesignCanvas::fileMade);
    connect(m_nesting, &Nesting::openWanted, this, &DesignCanvas::activated);
    connect(m_nesting, &Nesting::fileWanted, this, &DesignCanvas::fileWanted);
}

QList<QAction*> DesignCanvas::allActions() const { return m_actions->all() + m_nesting->all() + m_viewActions->all() + m_output->actions(); }

void DesignCanvas::fillMenu(QMenu& menu) const
{
    menu.addActions(m_nesting->all());
    menu.addSeparator();
    menu.addActions({m_viewActions->selectMenu(), m_viewActions->arrangeMenu(), m_picture->menuAction()});
    menu.addSeparator();
    menu.addActions(m_actions->all());
}

void DesignCanvas::refreshActions(bool mayRun, bool hasRun)
{
    m_actions->refresh(mayRun, hasRun);
    m_viewActions->refresh();
    m_nesting->refresh();
    m_output->setSelectionKnown(!m_view->selection().isEmpty());
}

const canvas::Graph& DesignCanvas::graph() const { return m_view->folds().isAnyShown() ? m_whole : m_view->graph(); }

std::optional<canvas::Edge> DesignCanvas::chosenEdge() const { return m_view->chosenEdge(); }

QList<std::pair<QString, QString>> DesignCanvas::keys() const
{
    auto keys = m_view->keys();
    keys.prepend({QKeySequence(Qt::Key_Tab).toString(QKeySequence::NativeText), tr("new step, after the chosen one")});
    for (const QAction* action : allActions()) {
        if (!action->shortcut().isEmpty())
            keys.append({action->shortcut().toString(QKeySequence::NativeText), action->text()});
    }
    return keys;
}

// Saving, and edits that are not seen here, leave the view alone: a drag goes on, a wire is not led anew.
void DesignCanvas::draw()
{
    if (!m_editor.isOpen())
        return;
    DesignGraph design = designGraph(m_editor.lastGood(), m_editor.document().positions(), m_editor.issues());
    const bool isFresh = std::exchange(m_isFresh, false);
    if (isFresh)
        m_view->setFolded(m_folds.of(m_editor.file()));
    if (design == m_drawn)
        return;
    m_drawn = std::move(design);
    m_view->setGraph(m_drawn.graph, isFresh ? canvas::GraphView::First::fitted : canvas::GraphView::First::asPut);
    m_editing->openFresh();
}

void DesignCanvas::toggleFold(const QString& frame)
{
    QSet<QString> frames;
    for (const canvas::NodeFrame& each : m_drawn.graph.frames) { // those that the document has no more are forgotten
        if (m_view->folds().frames().contains(each.id) != (each.id == frame))
            frames.insert(each.id);
    }
    m_folds.keep(m_editor.file(), frames);
    fold(frames);
    if (frames.contains(frame))
        m_view->select({frame});
}

void DesignCanvas::fold(const QSet<QString>& frames)
{
    m_view->setFolded(frames);
    m_view->setGraph(m_drawn.graph);
    Q_EMIT folded();
}

void DesignCanvas::restoreViewState(const QByteArray& state)
{
    m_folds.read(state);
    if (m_editor.isOpen())
        fold(m_folds.of(m_editor.file()));
}

void DesignCanvas::showStates(const ShownRun& run)
{
    const RunStates states(m_editor.lastGood(), m_workspace, run);
    const bool isFolded = m_view->folds().isAnyShown();
    m_whole = isFolded ? m_drawn.graph : canvas::Graph();
    for (std::size_t i = 0; i < m_drawn.graph.nodes.size(); ++i) {
        const canvas::Node node = states.with(m_drawn.graph.nodes[i]);
        m_view->updateNode(node);
        if (isFolded)
            m_whole.nodes[i] = node;
    }
    for (const canvas::Edge& plain : m_drawn.graph.edges)
        m_view->updateEdge(states.with(plain));
}

void DesignCanvas::setPlace(const QString& pipeline) { m_view->setAccessibleDescription(pipeline); }

void DesignCanvas::forget()
{
    m_drawn = {};
    m_whole = {};
    m_isFresh = true;
    m_view->setFolded({});
    m_view->setGraph({});
}

void DesignCanvas::showStep(const QString& step)
{
    if (step.isEmpty())
        return m_view->select({});
    const QString holder = m_view->folds().holderOf(step);
    const QString& shown = holder.isEmpty() ? step : holder;
    if (m_view->selection() == QStringList{shown})
        return;
    m_view->select({shown});
    m_view->setCurrent(shown);
    m_view->reveal(shown);
}

void DesignCanvas::showDrawn(const QString& id)
{
    QStringList nodes{id};
    for (const canvas::NodeFrame& frame : m_view->graph().frames) {
        if (frame.id == id)
            nodes = frame.nodes;
    }
    m_view->select(nodes);
    m_view->setCurrent(nodes.value(0));
    m_view->reveal(nodes.value(0));
}

void DesignCanvas::layOut()
{
    if (m_tidy->isRunning())
        return m_tidy->stop();
    m_view->selection().size() > 1 ? m_tidy->selection() : m_tidy->all();
}

void DesignCanvas::move(const QStringList& ids, const QList<QPointF>& places) { m_editing->apply(m_editing->moved(ids, places), {}, CanvasEditing::Sight::asPut); }

} // namespace penstock::designer
