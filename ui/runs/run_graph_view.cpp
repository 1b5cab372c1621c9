#include "ui/runs/run_graph_view.h"

#include "ui/common/button.h"
#include "ui/common/label.h"
#include "ui/models/qt_text.h"
#include "ui/models/run_graph.h"

#include <QHash>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace penstock::runs {

namespace {

bool sameShape(const canvas::Graph& a, const canvas::Graph& b)
{
    return a.edges == b.edges && std::equal(a.nodes.begin(), a.nodes.end(), b.nodes.begin(), b.nodes.end(),
                                            [](const canvas::Node& x, const canvas::Node& y) { return x.id == y.id && x.kind == y.kind; });
}

// "a/b[2]/c" is the step "c" in "a/b[2]/".
std::string folderOf(const std::string& step)
{
    const auto slash = step.rfind('/');
    return slash == std::string::npos ? std::string() : step.substr(0, slash + 1);
}

// Which of the items that opened a pipeline people want to see.
const engine::Instance* itemWorthALook(const engine::Run& run, const engine::Instance& fan)
{
    const engine::Instance* best = nullptr;
    const auto weight = [](const engine::Instance& item) {
        return item.state == engine::InstanceState::failed || item.state == engine::InstanceState::lost ? 0 : item.state == engine::InstanceState::running ? 1 : 2;
    };
    for (const std::size_t place : fan.fan->begun) {
        const engine::Instance* item = place == engine::none ? nullptr : &run.instances[place];
        if (item && item->opened != engine::none && (!best || weight(*item) < weight(*best)))
            best = item;
    }
    return best;
}

} // namespace

RunGraphView::RunGraphView(const models::WorkspaceModel& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_way(new QWidget)
    , m_steps(new QHBoxLayout(m_way))
    , m_view(new canvas::GraphView)
{
    m_view->setEditable(false);
    m_view->setAccessibleName(tr("Graph of the run"));
    m_way->setAccessibleName(tr("Way to the pipeline that is shown"));
    m_steps->setContentsMargins(theme::Metrics::margin, 4, theme::Metrics::margin, 4);
    m_steps->setSpacing(2);
    m_way->hide();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_way);
    column->addWidget(m_view, 1);
    setFocusProxy(m_view);
    connect(m_view, &canvas::GraphView::currentChanged, this, [this](const QString& id) {
        const engine::Instance* newest = instanceAt(id);
        if (newest && !m_selecting)
            Q_EMIT selected(newest->id);
    });
    connect(m_view, &canvas::GraphView::nodeActivated, this, [this](const QString& id) {
        if (const engine::Instance* newest = instanceAt(id))
            enter(newest->id);
    });
    connect(m_view, &canvas::GraphView::menuRequested, this, [this](const QString& id, const QPoint& global) {
        if (const engine::Instance* newest = instanceAt(id))
            Q_EMIT menuWanted(newest->id, global);
    });
    auto* out = new QShortcut(QKeySequence(Qt::Key_Backspace), m_view);
    out->setContext(Qt::WidgetWithChildrenShortcut);
    connect(out, &QShortcut::activated, this, &RunGraphView::leave);
}

const engine::Instance* RunGraphView::instanceAt(const QString& node) const
{
    const engine::Run* shown = run();
    return shown && !node.isEmpty() ? shown->newest(m_inside + models::utf8(node)) : nullptr;
}

std::size_t RunGraphView::scopeOf(const engine::Run& run) const
{
    const auto found = run.scopeAt.find(m_inside);
    return found == run.scopeAt.end() ? 0 : found->second;
}

void RunGraphView::show(const engine::Run& run)
{
    if (m_run != run.id)
        m_inside.clear();
    m_run = run.id;
    canvas::Graph graph = models::graphOf(m_workspace.view().workspace, run, m_workspace.now(), m_workspace.readings(), scopeOf(run));
    const canvas::Graph& old = m_view->graph();
    if (m_drawn != std::pair(run.id, m_inside)) {
        m_drawn = {run.id, m_inside};
        showWay(run);
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

// "digits ▸ sweep[3] ▸ clean": each but the last leads there.
void RunGraphView::showWay(const engine::Run& run)
{
    while (QLayoutItem* item = m_steps->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_way->setVisible(!m_inside.empty());
    const auto add = [this](const QString& name, const std::string& inside) {
        QPushButton* button = common::button(name, theme::Prominence::quiet);
        button->setEnabled(inside != m_inside);
        button->setAccessibleName(tr("Go to %1").arg(name));
        connect(button, &QPushButton::clicked, this, [this, inside] { climb(inside); }, Qt::QueuedConnection); // it deletes the button
        if (m_steps->count() > 0)
            m_steps->addWidget(common::secondary(QStringLiteral("▸")));
        m_steps->addWidget(button);
    };
    add(models::qt(run.id.text()), {});
    for (std::size_t end = m_inside.find('/'), begin = 0; end != std::string::npos; begin = end + 1, end = m_inside.find('/', begin))
        add(models::qt(m_inside.substr(begin, end - begin)), m_inside.substr(0, end + 1));
    m_steps->addStretch(1);
}

void RunGraphView::go(const std::string& inside)
{
    const engine::Run* shown = run();
    if (!shown || inside == m_inside)
        return;
    m_inside = inside;
    show(*shown);
    m_view->setFocus();
}

bool RunGraphView::enter(const InstanceId& instance)
{
    const engine::Run* shown = run();
    const engine::Instance* opener = shown ? shown->find(instance) : nullptr;
    if (opener && opener->fan)
        opener = itemWorthALook(*shown, *opener);
    if (!opener || opener->opened == engine::none)
        return false;
    const engine::Scope& scope = shown->scopes[opener->opened];
    go(scope.path);
    if (!scope.iterations.empty())
        Q_EMIT selected(shown->instances[scope.newest(0)].id);
    return true;
}

// To a pipeline around the one that is shown; the step that opened the way down is chosen there.
void RunGraphView::climb(const std::string& inside)
{
    const auto opener = InstanceId::parse(m_inside.substr(0, m_inside.find('/', inside.size())));
    go(inside);
    if (opener && run() && run()->find(*opener))
        Q_EMIT selected(*opener);
}

void RunGraphView::leave()
{
    if (m_inside.empty())
        return;
    climb(folderOf(m_inside.substr(0, m_inside.size() - 1)));
}

void RunGraphView::select(const InstanceId& instance)
{
    // Items and earlier rounds are at the node of their step, the steps of a pipeline inside at the step that opened it. What is not
    // below the pipeline that is shown is seen from the run's own.
    if (!std::string_view(instance.step).starts_with(m_inside))
        go({});
    m_selecting = true;
    const QString id = models::qt(instance.step.substr(m_inside.size())).section(u'/', 0, 0).section(u'~', 0, 0).section(u'[', 0, 0);
    m_view->select({id});
    m_view->setCurrent(id);
    m_selecting = false;
}

QList<std::pair<QString, QString>> RunGraphView::keys() const
{
    return m_view->keys() + QList<std::pair<QString, QString>>{{QKeySequence(Qt::Key_Backspace).toString(QKeySequence::NativeText), tr("out of the pipeline inside")}};
}

} // namespace penstock::runs
