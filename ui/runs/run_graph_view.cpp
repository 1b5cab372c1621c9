#include "ui/runs/run_graph_view.h"

#include "ui/models/qt_text.h"
#include "ui/models/run_graph.h"

#include <QHash>
#include <QVBoxLayout>

namespace penstock::runs {

namespace {

bool sameShape(const canvas::Graph& a, const canvas::Graph& b)
{
    return a.edges == b.edges && std::equal(a.nodes.begin(), a.nodes.end(), b.nodes.begin(), b.nodes.end(),
                                            [](const canvas::Node& x, const canvas::Node& y) { return x.id == y.id && x.kind == y.kind; });
}

} // namespace

RunGraphView::RunGraphView(const models::WorkspaceModel& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_view(new canvas::GraphView)
{
    m_view->setEditable(false);
    m_view->setAccessibleName(tr("Graph of the run"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_view);
    setFocusProxy(m_view);
    connect(m_view, &canvas::GraphView::currentChanged, this, [this](const QString& id) {
        const engine::Run* run = m_run ? m_workspace.run(*m_run) : nullptr;
        const engine::Instance* newest = run ? run->newest(models::utf8(id)) : nullptr;
        if (newest && !m_selecting)
            Q_EMIT selected(newest->id);
    });
}

void RunGraphView::show(const engine::Run& run)
{
    canvas::Graph graph = models::graphOf(m_workspace.view().workspace, run, m_workspace.now(), m_workspace.readings());
    const canvas::Graph& old = m_view->graph();
    if (m_run != run.id) {
        m_run = run.id;
        m_view->setGraph({});
        m_view->setGraph(std::move(graph));
        return;
    }
    // What stands keeps its place; only new instances are laid out.
    QHash<QString, std::optional<QPointF>> places;
    for (const canvas::Node& node : old.nodes)
        places.insert(node.id, node.position);
    for (canvas::Node& node : graph.nodes)
        node.position = places.value(node.id);
    if (!sameShape(old, graph)) {
        m_view->setGraph(std::move(graph));
        return;
    }
    const canvas::Graph before = old;
    for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
        if (graph.nodes[i] != before.nodes[i])
            m_view->updateNode(graph.nodes[i]);
    }
}

void RunGraphView::select(const InstanceId& instance)
{
    m_selecting = true;
    // Items and earlier rounds are at the node of their step, the steps of a sub-pipeline at the step that opened it.
    const QString id = models::qt(instance.step).section(u'/', 0, 0).section(u'~', 0, 0).section(u'[', 0, 0);
    m_view->select({id});
    m_view->setCurrent(id);
    m_selecting = false;
}

} // namespace penstock::runs
