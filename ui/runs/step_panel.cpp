#include "ui/runs/step_panel.h"

#include "core/session/test_results.h"
#include "ui/models/tab_keys.h"
#include "ui/runs/step_explanation.h"
#include "ui/runs/step_history.h"
#include "ui/runs/step_log.h"
#include "ui/runs/step_series.h"
#include "ui/runs/step_tests.h"

#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

namespace penstock::runs {

namespace {

constexpr Qt::KeyboardModifiers withKeys = Qt::ControlModifier | Qt::AltModifier; // Ctrl alone opens the views of the run above

} // namespace

StepPanel::StepPanel(models::WorkspaceModel& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_tabs(new QTabBar)
    , m_pages(new QStackedWidget)
    , m_log(new StepLog(workspace))
    , m_tests(new StepTests(workspace))
    , m_explanation(new StepExplanation(workspace))
    , m_history(new StepHistory(workspace))
    , m_series(new StepSeries(workspace))
{
    for (const QString& name : {tr("Log"), tr("Tests"), tr("Explanation"), tr("History"), tr("Metrics")})
        m_tabs->addTab(name);
    models::giveKeys(m_tabs, this, withKeys);
    m_tabs->setExpanding(false);
    m_tabs->setDrawBase(true);
    m_tabs->setAccessibleName(tr("Views of the step"));
    for (QWidget* page : {static_cast<QWidget*>(m_log), static_cast<QWidget*>(m_tests), static_cast<QWidget*>(m_explanation), static_cast<QWidget*>(m_history),
                          static_cast<QWidget*>(m_series)})
        m_pages->addWidget(page);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_tabs);
    column->addWidget(m_pages, 1);
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int view) {
        m_pages->setCurrentIndex(view);
        if (view != SeriesView)
            m_series->showNothing(); // what grows is read only for those who look at it
        update();
    });
    connect(m_history, &StepHistory::runChosen, this, &StepPanel::runChosen);
}

QList<std::pair<QString, QString>> StepPanel::keys() const { return models::keysOfTabs(m_tabs, withKeys); }

void StepPanel::open(View view) { m_tabs->setCurrentIndex(view); }

void StepPanel::showNothing()
{
    m_of.reset();
    m_tabs->setTabText(TestsView, tr("Tests"));
    m_log->showNothing();
    m_tests->showNothing();
    m_explanation->showNothing();
    m_history->showNothing();
    m_series->showNothing();
}

void StepPanel::show(const engine::Run& run, const engine::Instance& instance)
{
    m_of = {run.id, instance.id};
    nameTests(run, instance);
    update();
}

// What failed is seen without opening the view.
void StepPanel::nameTests(const engine::Run& run, const engine::Instance& instance)
{
    const auto results = session::testResultsOf(m_workspace.view(), run, instance);
    const auto bad = results ? static_cast<int>(results->counts.bad()) : 0;
    const auto all = results ? static_cast<int>(results->counts.all()) : 0;
    m_tabs->setTabText(TestsView, bad > 0 ? tr("Tests (%n failed)", nullptr, bad) : all > 0 ? tr("Tests (%n)", nullptr, all) : tr("Tests"));
}

void StepPanel::update()
{
    const engine::Run* run = m_of ? m_workspace.run(m_of->first) : nullptr;
    const engine::Instance* instance = run ? run->find(m_of->second) : nullptr;
    if (!instance)
        return;
    switch (m_tabs->currentIndex()) {
    case LogView: m_log->show(*run, *instance); break;
    case TestsView: m_tests->show(*run, *instance); break;
    case ExplanationView: m_explanation->show(*run, *instance); break;
    case HistoryView: m_history->show(*run, *instance); break;
    case SeriesView: m_series->show(*run, *instance); break;
    default: break;
    }
}

} // namespace penstock::runs
