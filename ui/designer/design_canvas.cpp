#include "ui/designer/design_canvas.h"

#include "ui/canvas/graph_view.h"
#include "ui/designer/tidy.h"
#include "ui/models/qt_text.h"

#include <QVBoxLayout>

namespace penstock::designer {

using models::utf8;

DesignCanvas::DesignCanvas(PipelineEditor& editor, const models::WorkspaceModel& workspace, QWidget* parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_workspace(workspace)
    , m_view(new canvas::GraphView)
    , m_tidy(new Tidy(*m_view, [this](const QStringList& ids, const QList<QPointF>& places) { move(ids, places); }, this))
{
    m_view->setAccessibleName(tr("Canvas"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_view);
    setFocusProxy(m_view);
    connect(&editor, &PipelineEditor::changed, this, &DesignCanvas::draw);
    connect(m_view, &canvas::GraphView::selectionChanged, this, [this](const QStringList& ids) {
        if (ids.size() < 2)
            Q_EMIT chosen(ids.value(0));
    });
    connect(m_view, &canvas::GraphView::nodesMoved, this, &DesignCanvas::move);
    connect(m_view, &canvas::GraphView::nodeActivated, this, &DesignCanvas::activated);
    connect(m_tidy, &Tidy::takesLong, m_view, [view = m_view] { view->setCursor(Qt::BusyCursor); });
    connect(m_tidy, &Tidy::ended, m_view, [view = m_view] { view->unsetCursor(); });
}

const canvas::Graph& DesignCanvas::graph() const { return m_view->graph(); }

QList<std::pair<QString, QString>> DesignCanvas::keys() const { return m_view->keys(); }

// Saving, and edits that are not seen here, leave the view alone: a drag goes on, a wire is not led anew.
void DesignCanvas::draw()
{
    if (!m_editor.isOpen())
        return;
    DesignGraph design = designGraph(m_editor.lastGood(), m_editor.document().positions(), m_editor.issues());
    if (design == m_drawn)
        return;
    m_drawn = std::move(design);
    m_view->setGraph(m_drawn.graph);
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

void DesignCanvas::move(const QStringList& ids, const QList<QPointF>& places)
{
    edit::MoveNodes move;
    for (qsizetype i = 0; i < ids.size(); ++i)
        move.positions[utf8(ids[i])] = {places[i].x(), places[i].y()};
    m_editor.apply(move);
}

} // namespace penstock::designer
