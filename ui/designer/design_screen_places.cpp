// Of DesignScreen: where one can go from the pipeline that is open, to what is in it, into what its steps open, to what it was before,
// and to what went through its edges.
#include "ui/designer/design_screen.h"

#include "ui/canvas/graph_view.h"
#include "ui/designer/design_canvas.h"
#include "ui/designer/drawn_edits.h"
#include "ui/designer/edge_panel.h"
#include "ui/designer/form/inspector.h"
#include "ui/designer/pipeline_graph.h"
#include "ui/designer/pipeline_places.h"
#include "ui/designer/text/yaml_panel.h"
#include "ui/designer/trail_bar.h"
#include "ui/designer/versions/versions_page.h"
#include "ui/models/qt_text.h"

#include <QStackedWidget>
#include <QTabWidget>

namespace penstock::designer {

using models::qt;
using models::utf8;

std::vector<models::Findable> DesignScreen::findables() const
{
    if (!m_editor.isOpen())
        return {};
    m_yaml->takeOver();
    return placesIn(m_editor.lastGood(), m_editor.file());
}

void DesignScreen::showInside(const QString& inside)
{
    if (const QString parameter = parameterOf(inside); !parameter.isEmpty()) {
        choose({});
        return m_inspector->focusEntry({"parameters"}, parameter);
    }
    m_canvas->setFocus();
    if (isFrame(inside) || isNote(inside)) {
        choose({});
        return m_canvas->showDrawn(inside);
    }
    choose(inside);
}

void DesignScreen::activate(const QString& step)
{
    choose(step);
    const pipeline::Step* found = m_editor.lastGood().step(utf8(step));
    const auto* inner = found ? std::get_if<pipeline::SubPipeline>(&found->body) : nullptr;
    if (inner && !inner->file.empty())
        openInner(step, qt(inner->file));
    else
        m_inspector->focusFirst();
}

void DesignScreen::openInner(const QString& step, const QString& file)
{
    if (isThere(file) && openFile(file, m_trail.with({m_editor.file(), step})))
        m_canvas->setFocus();
}

void DesignScreen::openByItself(const QString& file)
{
    if (isThere(file) && openFile(file))
        m_canvas->setFocus();
}

bool DesignScreen::isThere(const QString& file)
{
    const bool there = m_files.exists(utf8(m_workspace.info().folder) + '/' + utf8(file));
    if (!there)
        Q_EMIT problemMet(tr("%1 is not there yet: no file of that name is in the workspace.").arg(file));
    return there;
}

void DesignScreen::openOuter(int place)
{
    if (place < 0 || place >= static_cast<int>(m_trail.outer().size()))
        return;
    const OuterPipeline outer = m_trail.outer()[static_cast<std::size_t>(place)];
    if (!openFile(outer.file, m_trail.before(place)))
        return;
    choose(outer.step);
    m_canvas->setFocus();
}

QByteArray DesignScreen::viewState() const { return m_canvas->viewState(); }

void DesignScreen::restoreViewState(const QByteArray& state) { m_canvas->restoreViewState(state); }

ShownRun DesignScreen::shownRun() const
{
    const engine::WorkspaceState& state = m_workspace.view().workspace;
    const engine::Run* outermost = m_trail.isEmpty() ? nullptr : newestRunOf(state, utf8(m_trail.outer().front().file));
    if (!outermost)
        return newestRunOf(state, utf8(m_editor.file()));
    std::string within;
    for (const OuterPipeline& outer : m_trail.outer())
        within += utf8(outer.step) + '/';
    return {outermost, within};
}

void DesignScreen::showTrail()
{
    m_crumbs->setTrail(m_trail.isEmpty() ? QStringList() : m_trail.names(m_editor.file()));
    m_outer->setEnabled(!m_trail.isEmpty());
}

void DesignScreen::compareVersions()
{
    m_yaml->takeOver();
    if (!m_versions) {
        m_versions = new VersionsPage(m_editor, m_files, m_workspace.info().folder, m_revisions);
        m_pages->addWidget(m_versions);
        connect(m_versions, &VersionsPage::closed, this, &DesignScreen::closeVersions);
    }
    m_pages->setCurrentWidget(m_versions);
    m_versions->open();
}

void DesignScreen::closeVersions()
{
    if (!m_versions || m_pages->currentWidget() != m_versions)
        return;
    m_pages->setCurrentIndex(0);
    m_canvas->setFocus();
}

// The tab comes with the edge and goes with it.
void DesignScreen::showEdge()
{
    const auto edge = m_canvas->chosenEdge();
    m_edge->show(edge, shownRun());
    if (edge && m_tabs->currentWidget() != m_edge) {
        m_tabBeforeEdge = m_tabs->currentWidget();
        m_tabs->setCurrentWidget(m_edge);
    } else if (!edge && m_tabBeforeEdge && m_tabs->currentWidget() == m_edge) {
        m_tabs->setCurrentWidget(m_tabBeforeEdge);
    }
    refreshStepActions();
}

} // namespace penstock::designer
