#include "ui/runs/run_page.h"

#include "core/engine/decide.h"
#include "core/messages/messages.h"
#include "ui/common/card.h"
#include "ui/common/label.h"
#include "ui/common/log_view.h"
#include "ui/common/scrolled.h"
#include "ui/models/item_views.h"
#include "ui/models/steps_model.h"
#include "ui/models/tab_keys.h"
#include "ui/runs/events_model.h"
#include "ui/runs/instance_facts.h"
#include "ui/runs/run_graph_view.h"
#include "ui/runs/run_header.h"
#include "ui/runs/step_panel.h"
#include "ui/runs/timeline.h"

#include <QHeaderView>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QTableView>
#include <QVBoxLayout>

namespace penstock::runs {

using engine::InstanceState;
using theme::Metrics;

std::optional<InstanceId> stepThatMatters(const engine::Run& run)
{
    for (const InstanceState state : {InstanceState::failed, InstanceState::lost, InstanceState::rejected, InstanceState::running, InstanceState::waiting,
                                      InstanceState::delayed, InstanceState::ready}) {
        for (const engine::Instance& instance : run.instances) {
            if (instance.state == state)
                return instance.id;
        }
    }
    const engine::Instance* last = nullptr;
    for (const engine::Instance& instance : run.instances) {
        if (!instance.attempts.empty() && (!last || instance.endedAt >= last->endedAt))
            last = &instance;
    }
    if (last)
        return last->id;
    return run.instances.empty() ? std::nullopt : std::optional(run.instances.front().id);
}

RunPage::RunPage(models::WorkspaceModel& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_header(new RunHeader(workspace))
    , m_tabs(new QTabBar)
    , m_pages(new QStackedWidget)
    , m_graph(new RunGraphView(workspace))
    , m_steps(new models::StepsModel(workspace, this))
    , m_panel(new StepPanel(workspace))
    , m_why(new FactList)
{
    buildTabs();
    auto* split = new QSplitter(Qt::Vertical);
    split->addWidget(m_pages);
    split->addWidget(buildLower());
    split->setStretchFactor(0, 5);
    split->setStretchFactor(1, 4);
    split->setSizes({500, 400}); // not what the views below wish, which would leave the graph a strip
    split->setChildrenCollapsible(false);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_tabs);
    column->addWidget(split, 1);

    connect(m_panel, &StepPanel::runChosen, this, &RunPage::runChosen);
    m_tick.setInterval(1000);
    connect(&m_tick, &QTimer::timeout, this, &RunPage::update);
    connect(&workspace, &models::WorkspaceModel::opened, this, &RunPage::update);
    connect(&workspace, &models::WorkspaceModel::runsChanged, this, [this](const QList<RunId>& runs) {
        const engine::Run* run = m_run ? m_workspace.run(*m_run) : nullptr;
        if (run && (runs.contains(*m_run) || !engine::isEnd(run->state)))
            update();
    });
}

void RunPage::buildTabs()
{
    for (const QString& name : {tr("Graph"), tr("Steps"), tr("Timeline"), tr("Events")})
        m_tabs->addTab(name);
    models::giveKeys(m_tabs, this);
    m_tabs->setExpanding(false);
    m_tabs->setDrawBase(true);
    m_tabs->setAccessibleName(tr("Views of the run"));
    m_pages->addWidget(m_graph);
    for (int tab = StepsTab; tab < TabCount; ++tab)
        m_pages->addWidget(new QWidget); // made when it is first opened
    connect(m_tabs, &QTabBar::currentChanged, this, &RunPage::openTab);
    connect(m_graph, &RunGraphView::selected, this, &RunPage::choose);
    connect(m_graph, &RunGraphView::menuWanted, this, &RunPage::menuWanted);
}

QWidget* RunPage::buildTable()
{
    m_table = models::rowTable(m_steps, tr("Steps"));
    m_table->horizontalHeader()->setStretchLastSection(true);
    for (const auto& [column, width] : {std::pair(models::StepsModel::StepColumn, 200), {models::StepsModel::StateColumn, 150},
                                        {models::StepsModel::DurationColumn, 90}, {models::StepsModel::AttemptsColumn, 90}, {models::StepsModel::StartedColumn, 120}})
        m_table->setColumnWidth(column, width);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& index) {
        if (const auto instance = m_steps->instanceAt(index); instance && instance != m_step)
            choose(*instance);
    });
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex& index) {
        if (m_steps->toggle(index))
            return;
        if (const auto instance = m_steps->instanceAt(index))
            enter(*instance);
    });
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_table, &QTableView::customContextMenuRequested, this, [this](const QPoint& at) {
        if (const auto instance = m_steps->instanceAt(m_table->indexAt(at)))
            Q_EMIT menuWanted(*instance, m_table->viewport()->mapToGlobal(at));
    });
    return models::onPanel(m_table);
}

bool RunPage::enter(const InstanceId& instance)
{
    if (!m_graph->enter(instance))
        return false;
    m_tabs->setCurrentIndex(GraphTab);
    return true;
}

QWidget* RunPage::buildEvents()
{
    m_events = new EventsModel(m_workspace, this);
    QTableView* table = models::rowTable(m_events, tr("Events"));
    table->horizontalHeader()->setStretchLastSection(true);
    for (const auto& [column, width] : {std::pair(EventsModel::TimeColumn, 130), {EventsModel::SubjectColumn, 160}, {EventsModel::EventColumn, 420}})
        table->setColumnWidth(column, width);
    return models::onPanel(table);
}

QWidget* RunPage::buildLower()
{
    auto* why = new QWidget;
    why->setBackgroundRole(QPalette::Base);
    why->setAutoFillBackground(true);
    auto* column = new QVBoxLayout(why);
    column->setContentsMargins(Metrics::margin, 12, Metrics::margin, 12);
    column->setSpacing(Metrics::gap);
    column->addWidget(new common::Label(tr("Why"), theme::Type::name));
    column->addWidget(m_why);
    column->addStretch(1);
    QScrollArea* beside = common::scrolled(why, tr("Why"));
    beside->setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded); // names of tests and files are words that do not break
    auto* split = new QSplitter;
    split->addWidget(m_panel);
    split->addWidget(beside);
    split->setStretchFactor(0, 2);
    split->setStretchFactor(1, 1);
    split->setSizes({800, 380});
    return split;
}

QList<models::KeyGroup> RunPage::keys() const
{
    return {{tr("Views of the run"), models::keysOfTabs(m_tabs)},
            {tr("Graph"), m_graph->keys()},
            {tr("Timeline"), {{QStringLiteral("↑ ↓"), tr("another step")}, {QStringLiteral("+  −  0"), tr("nearer in time, farther, all")}}},
            {tr("Views of the step"), m_panel->keys()},
            {tr("Log"), common::LogView::keys()}};
}

void RunPage::openTab(int tab)
{
    if ((tab == StepsTab && !m_table) || (tab == TimelineTab && !m_timeline) || (tab == EventsTab && !m_events)) {
        QWidget* page = nullptr;
        if (tab == StepsTab) {
            page = buildTable();
        } else if (tab == TimelineTab) {
            page = m_timeline = new Timeline;
            connect(m_timeline, &Timeline::selected, this, &RunPage::choose);
        } else {
            page = buildEvents();
        }
        QWidget* placeholder = m_pages->widget(tab);
        m_pages->removeWidget(placeholder);
        delete placeholder;
        m_pages->insertWidget(tab, page);
    }
    m_pages->setCurrentIndex(tab);
    update();
}

void RunPage::showRun(const RunId& run)
{
    if (m_run == run)
        return;
    m_run = run;
    m_step.reset();
    m_chosenByPerson = false;
    m_steps->setRun(run);
    update();
}

void RunPage::showStep(const InstanceId& instance)
{
    const engine::Run* run = m_run ? m_workspace.run(*m_run) : nullptr;
    if (run && run->find(instance))
        choose(instance);
}

void RunPage::choose(const InstanceId& instance)
{
    m_step = instance;
    m_chosenByPerson = true;
    updateStep();
}

void RunPage::update()
{
    const engine::Run* run = m_run ? m_workspace.run(*m_run) : nullptr;
    if (!run)
        return;
    m_header->show(*run);
    const bool ended = engine::isEnd(run->state);
    if (ended)
        m_tick.stop();
    else if (!m_tick.isActive())
        m_tick.start();
    if (!m_chosenByPerson)
        m_step = stepThatMatters(*run);
    updateTab();
    updateStep();
}

void RunPage::updateTab()
{
    const engine::Run& run = *m_workspace.run(*m_run);
    switch (m_tabs->currentIndex()) {
    case GraphTab: m_graph->show(run); break;
    case TimelineTab: {
        const bool ended = engine::isEnd(run.state);
        const Instant until = ended ? run.endedAt : m_workspace.now();
        const engine::Instance* waiting = m_step ? run.find(*m_step) : nullptr;
        if (waiting && waiting->state == InstanceState::ready)
            m_timeline->setRemark(*m_step, messages::sentence(engine::whyWaiting(m_workspace.view().workspace, run, *waiting)));
        m_timeline->setRows(timelineRows(run, until), until - run.createdAt, !ended);
        break;
    }
    case EventsTab: m_events->setRun(m_run); break;
    default: break;
    }
}

void RunPage::updateStep()
{
    const engine::Run* run = m_run ? m_workspace.run(*m_run) : nullptr;
    const engine::Instance* instance = run && m_step ? run->find(*m_step) : nullptr;
    if (!instance) {
        m_panel->showNothing();
        m_why->setFacts({});
        return;
    }
    m_panel->show(*run, *instance);
    m_why->setFacts(instanceFacts(m_workspace, *run, *instance));
    m_graph->select(*m_step);
    if (m_table)
        m_table->selectRow(m_steps->indexOf(*m_step).row());
    if (m_timeline)
        m_timeline->select(*m_step);
}

} // namespace penstock::runs
