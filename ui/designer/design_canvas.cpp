#include "ui/designer/design_canvas.h"

#include "ui/canvas/frame_folding.h"
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

using models::utf8;

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
    auto* picture = new QMenu(tr("Picture"), this);
    picture->addActions(m_output->actions());
    m_actions->setMore(m_nesting->all() + QList{m_viewActions->selectMenu(), m_viewActions->arrangeMenu(), picture->menuAction()},
                       {m_viewActions->selectMenu(), picture->menuAction()});
    connect(m_output, &GraphOutput::problemMet, this, &DesignCanvas::problemMet);
    connect(m_output, &GraphOutput::written, this, &DesignCanvas::written);
    connect(m_nesting, &Nesting::problemMet, this, &DesignCanvas::problemMet);
    connect(m_nesting, &Nesting::fileMade, this, &DesignCanvas::fileMade);
}

QList<QAction*> DesignCanvas::allActions() const { return m_actions->all() + m_nesting->all() + m_viewActions->all() + m_output->actions(); }

void DesignCanvas::refreshActions(bool mayRun, bool hasRun)
{
    m_actions->refresh(mayRun, hasRun);
    m_viewActions->refresh();
    m_nesting->refresh();
    m_output->setSelectionKnown(!m_view->selection().isEmpty());
}

const canvas::Graph& DesignCanvas::graph() const { return m_view->graph(); }

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
    if (design == m_drawn)
        return;
    m_drawn = std::move(design);
    showDrawn();
    m_editing->openFresh();
}

void DesignCanvas::showDrawn()
{
    canvas::Graph graph = m_drawn.graph;
    if (!m_folded.isEmpty()) {
        placeNodes(graph);
        graph = canvas::foldFrames(graph, m_folded);
    }
    m_view->setGraph(std::move(graph));
}

void DesignCanvas::toggleFold(const QString& frame)
{
    if (!m_folded.remove(frame))
        m_folded.insert(frame);
    showDrawn();
    if (m_folded.contains(frame))
        m_view->select({frame});
}

void DesignCanvas::showStates(const engine::Run* run)
{
    const RunStates states(m_editor.lastGood(), m_workspace, run);
    for (const canvas::Node& plain : m_drawn.graph.nodes)
        m_view->updateNode(states.with(plain));
}

void DesignCanvas::forget()
{
    m_drawn = {};
    m_folded.clear();
    m_view->setGraph({});
}

void DesignCanvas::showStep(const QString& step)
{
    if (step.isEmpty())
        return m_view->select({});
    if (m_view->selection() == QStringList{step})
        return;
    m_view->select({step});
    m_view->setCurrent(step);
    m_view->reveal(step);
}

void DesignCanvas::layOut()
{
    if (m_tidy->isRunning())
        return m_tidy->stop();
    m_view->selection().size() > 1 ? m_tidy->selection() : m_tidy->all();
}

// A folded frame takes along what it holds.
void DesignCanvas::move(const QStringList& ids, const QList<QPointF>& places)
{
    edit::MoveNodes move;
    const auto put = [&move](const QString& id, const QPointF& at) { move.positions[utf8(id)] = {at.x(), at.y()}; };
    canvas::Graph whole = m_drawn.graph;
    if (!m_folded.isEmpty())
        placeNodes(whole);
    for (qsizetype i = 0; i < ids.size(); ++i) {
        if (!isFrame(ids[i])) {
            put(ids[i], places[i]);
            continue;
        }
        const auto frame = std::find_if(whole.frames.begin(), whole.frames.end(), [&](const canvas::NodeFrame& each) { return each.id == ids[i]; });
        const canvas::Graph before = canvas::foldFrames(whole, {ids[i]});
        const auto folded = std::find_if(before.nodes.begin(), before.nodes.end(), [&](const canvas::Node& each) { return each.id == ids[i]; });
        if (frame == whole.frames.end() || folded == before.nodes.end())
            continue;
        for (const canvas::Node& node : whole.nodes) {
            if (frame->nodes.contains(node.id))
                put(node.id, *node.position + places[i] - *folded->position);
        }
    }
    m_editor.apply(move);
}

} // namespace penstock::designer
