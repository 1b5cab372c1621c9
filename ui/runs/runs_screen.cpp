#include "ui/runs/runs_screen.h"

#include "ui/common/empty_state.h"
#include "ui/models/qt_text.h"
#include "ui/runs/inbox_list.h"
#include "ui/runs/run_list.h"
#include "ui/runs/run_page.h"
#include "ui/runs/step_panel.h"

#include <QMenu>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

namespace penstock::runs {

using models::qt;

RunsScreen::RunsScreen(models::WorkspaceModel& workspace, QWidget* parent)
    : models::Screen(parent)
    , m_workspace(workspace)
    , m_list(new RunList(workspace))
    , m_inbox(new InboxList(workspace))
    , m_tabs(new QTabBar)
    , m_page(new RunPage(workspace))
    , m_cancel(new QAction(tr("Cancel"), this))
    , m_resume(new QAction(tr("Resume"), this))
    , m_again(new QAction(tr("Run again"), this))
    , m_againWith(new QAction(tr("Run again with…"), this))
    , m_reproduce(new QAction(tr("Reproduce"), this))
    , m_review(new QAction(tr("Review…"), this))
    , m_replay(new QAction(tr("Replay"), this))
{
    auto* split = new QSplitter;
    split->addWidget(buildLists());
    split->addWidget(m_page);
    split->setStretchFactor(1, 1);
    split->setSizes({330, 1200});
    split->setChildrenCollapsible(false);
    auto* empty = new common::EmptyState(theme::Icon::runs, tr("No run yet"), tr("Open a pipeline in Design and press Run. What it does is then seen here, step by step."));
    connect(empty->addAction(tr("Go to Design")), &QPushButton::clicked, this,
            [this] { Q_EMIT targetChosen({models::Target::Kind::pipeline, {}, {}}); });
    setContent(split, empty);
    setFocusProxy(m_list);
    buildActions();
    connect(m_list, &RunList::currentChanged, this, &RunsScreen::showCurrent);
    connect(m_inbox, &InboxList::runChosen, m_list, &RunList::choose);
    connect(m_inbox, &InboxList::currentChanged, this, &RunsScreen::updateActions);
    connect(&workspace, &models::WorkspaceModel::inboxChanged, this, &RunsScreen::updateInbox);
    connect(&workspace, &models::WorkspaceModel::opened, this, &RunsScreen::updateInbox);
    connect(m_page, &RunPage::runChosen, m_list, &RunList::choose);
    connect(m_page, &RunPage::menuWanted, this, &RunsScreen::showMenu);
    connect(&workspace, &models::WorkspaceModel::opened, this, &RunsScreen::showCurrent);
    connect(&workspace, &models::WorkspaceModel::infoChanged, this, &RunsScreen::updateActions);
    connect(&workspace, &models::WorkspaceModel::runsChanged, this, [this] {
        if (m_awaited && m_workspace.run(*m_awaited))
            m_list->choose(*std::exchange(m_awaited, std::nullopt));
        showCurrent();
    });
    showCurrent();
}

void RunsScreen::buildActions()
{
    m_cancel->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Period));
    m_cancel->setProperty("quiet", true); // never the one thing to do
    m_cancel->setToolTip(tr("Stop what runs and start nothing more; asked twice, also stop what always runs"));
    m_resume->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R));
    m_resume->setToolTip(tr("A new run that takes over what succeeded in this one"));
    m_again->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N));
    m_again->setToolTip(tr("A new run of the file as it is now, with the same parameters"));
    connect(m_cancel, &QAction::triggered, this, &RunsScreen::cancel);
    connect(m_resume, &QAction::triggered, this, &RunsScreen::resume);
    connect(m_again, &QAction::triggered, this, &RunsScreen::runAgain);
    m_againWith->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P));
    m_againWith->setToolTip(tr("The same with other parameters; what would be the same can be taken over"));
    m_againWith->setProperty("quiet", true);
    connect(m_againWith, &QAction::triggered, this, &RunsScreen::runAgainWith);
    m_review->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_V));
    m_review->setToolTip(tr("See the evidence and decide"));
    connect(m_review, &QAction::triggered, this, &RunsScreen::review);
    m_reproduce->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_D));
    m_reproduce->setProperty("quiet", true);
    m_reproduce->setToolTip(tr("Make its results again, from its documents and its code, and compare them"));
    connect(m_reproduce, &QAction::triggered, this, &RunsScreen::reproduce);
    m_replay->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E));
    m_replay->setToolTip(tr("Handle this event once more, with the pipelines as they are now"));
    connect(m_replay, &QAction::triggered, this, &RunsScreen::replay);
    addActions({m_cancel, m_resume, m_again, m_againWith, m_reproduce, m_review, m_replay});
}

QWidget* RunsScreen::buildLists()
{
    m_tabs->addTab(tr("Runs"));
    m_tabs->addTab(tr("Inbox"));
    m_tabs->setExpanding(false);
    m_tabs->setDrawBase(true);
    m_tabs->setAccessibleName(tr("Runs, or the events that start them"));
    auto* pages = new QStackedWidget;
    pages->addWidget(m_list);
    pages->addWidget(m_inbox);
    connect(m_tabs, &QTabBar::currentChanged, pages, &QStackedWidget::setCurrentIndex);
    connect(m_tabs, &QTabBar::currentChanged, this, &RunsScreen::updateActions);
    auto* lists = new QWidget;
    auto* column = new QVBoxLayout(lists);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_tabs);
    column->addWidget(pages, 1);
    return lists;
}

// What waits, or did not start what it should have, is counted on the tab.
void RunsScreen::updateInbox()
{
    int count = 0;
    for (const auto& [id, event] : m_workspace.view().workspace.inbox.events)
        count += event.state() == engine::InboxEvent::State::received || event.state() == engine::InboxEvent::State::failed;
    m_tabs->setTabText(1, count == 0 ? tr("Inbox") : tr("Inbox (%1)").arg(count));
    showCurrent();
}

void RunsScreen::replay()
{
    if (const auto event = m_inbox->current())
        m_workspace.replay(*event, this, [this](const models::Answer& answer) {
            if (!answer.ok())
                Q_EMIT problemMet(answer.problem);
        });
}

QString RunsScreen::place() const
{
    const auto run = m_page->run();
    return run ? tr("run %1 of %2").arg(run->number).arg(qt(run->pipeline)) : tr("runs");
}

QList<QAction*> RunsScreen::barActions() const { return {m_cancel, m_reproduce, m_againWith, m_again, m_resume, m_review, m_replay}; }

QList<models::KeyGroup> RunsScreen::keys() const { return QList<models::KeyGroup>{{tr("Runs"), m_list->keys()}, {tr("Inbox"), InboxList::keys()}} + m_page->keys(); }

void RunsScreen::show(const models::Target& target)
{
    const auto run = RunId::parse(models::utf8(target.id));
    if (!run)
        return;
    if (!m_workspace.run(*run)) {
        m_awaited = run;
        return;
    }
    m_list->choose(*run);
    if (const auto step = InstanceId::parse(models::utf8(target.inside)))
        m_page->showStep(*step);
}

void RunsScreen::showCurrent()
{
    setEmpty(m_workspace.isOpen() && m_workspace.view().workspace.runs.empty() && m_workspace.view().workspace.inbox.events.empty());
    if (const auto run = m_list->current())
        m_page->showRun(*run);
    updateActions();
    Q_EMIT placeChanged();
}

void RunsScreen::updateActions()
{
    const engine::Run* run = m_page->run() ? m_workspace.run(*m_page->run()) : nullptr;
    const bool ended = run && engine::isEnd(run->state);
    m_cancel->setVisible(run && !ended);
    m_cancel->setText(run && run->cancels > 0 ? tr("Stop at once") : tr("Cancel"));
    m_review->setVisible(run && run->count(engine::InstanceState::waiting) > 0);
    m_again->setVisible(ended);
    m_again->setEnabled(m_workspace.info().trusted);
    m_againWith->setVisible(ended);
    m_againWith->setEnabled(m_workspace.info().trusted);
    m_resume->setVisible(ended && run->state != engine::RunState::succeeded);
    m_resume->setEnabled(m_workspace.info().trusted && run && !run->isRemoved());
    m_reproduce->setVisible(ended && !run->isRemoved() && (run->checkout || !textAt(run->source, "commit").empty()));
    m_reproduce->setEnabled(m_workspace.info().trusted);
    m_replay->setVisible(m_tabs->currentIndex() == 1 && m_inbox->current());
    Q_EMIT barChanged();
}

void RunsScreen::goTo(const models::Answer& answer)
{
    if (!answer.ok()) {
        Q_EMIT problemMet(answer.problem);
        return;
    }
    show({models::Target::Kind::run, qt(textAt(answer.value, "run")), {}});
}

void RunsScreen::cancel()
{
    m_workspace.cancel(*m_page->run(), {}, this, [this](const models::Answer& answer) {
        if (!answer.ok())
            Q_EMIT problemMet(answer.problem);
    });
}

void RunsScreen::resume()
{
    m_workspace.resume(*m_page->run(), this, [this](const models::Answer& answer) { goTo(answer); });
}

void RunsScreen::reproduce()
{
    m_workspace.reproduce(*m_page->run(), this, [this](const models::Answer& answer) { goTo(answer); });
}

void RunsScreen::review()
{
    const engine::Run* run = m_workspace.run(*m_page->run());
    for (const engine::Instance& instance : run->instances) {
        if (instance.state == engine::InstanceState::waiting)
            return Q_EMIT targetChosen({models::Target::Kind::request, qt(RequestId{run->id, instance.id, instance.requests}.text()), {}});
    }
}

void RunsScreen::runAgain()
{
    if (const auto order = orderOfShown())
        m_workspace.start(*order, this, [this](const models::Answer& answer) { goTo(answer); });
}

// Of the file as it is now, with the parameters of the run that is shown.
std::optional<session::StartRun> RunsScreen::orderOfShown() const
{
    const engine::Run* run = m_page->run() ? m_workspace.run(*m_page->run()) : nullptr;
    return run ? std::optional(session::StartRun{run->file, run->parameters}) : std::nullopt;
}

void RunsScreen::runAgainWith()
{
    auto order = orderOfShown();
    if (!order)
        return;
    order->reuse = m_page->run()->text();
    Q_EMIT runWanted(*order);
}

void RunsScreen::runPart(bool from, bool to, const std::string& step)
{
    auto order = orderOfShown();
    if (!order)
        return;
    if (from) {
        order->from = {step};
        order->reuse = m_page->run()->text();
    }
    if (to)
        order->to = {step};
    m_workspace.start(*order, this, [this](const models::Answer& answer) { goTo(answer); });
}

void RunsScreen::showMenu(const InstanceId& instance, const QPoint& global)
{
    const engine::Run* run = m_page->run() ? m_workspace.run(*m_page->run()) : nullptr;
    const engine::Instance* chosen = run ? run->find(instance) : nullptr;
    if (!chosen)
        return;
    m_page->showStep(instance);
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const auto& [view, text] : {std::pair(StepPanel::LogView, tr("Log")), {StepPanel::TestsView, tr("Tests")}, {StepPanel::ExplanationView, tr("Why it ran or did not")},
                                     {StepPanel::HistoryView, tr("History of its values")}, {StepPanel::SeriesView, tr("Metrics")}})
        menu->addAction(text, this, [this, view = view] { m_page->panel().open(view); });
    if (chosen->opened != engine::none || chosen->fan)
        menu->addAction(tr("The pipeline inside"), this, [this, instance] { m_page->enter(instance); });
    // Only steps of the pipeline itself can be named; what they open runs with them.
    const std::string step = instance.step.substr(0, instance.step.find_first_of("/[~"));
    const bool may = engine::isEnd(run->state) && m_workspace.info().trusted;
    menu->addSeparator();
    const auto part = [&](const QString& text, const QString& tip, bool from, bool to) {
        QAction* action = menu->addAction(text, this, [this, from, to, step] { runPart(from, to, step); });
        action->setEnabled(may);
        action->setToolTip(tip);
    };
    part(tr("Run from “%1” on").arg(qt(step)), tr("This step and what comes after it, without the cache; the rest is taken over from this run"), true, false);
    part(tr("Run up to “%1”").arg(qt(step)), tr("This step and what comes before it"), false, true);
    part(tr("Run only “%1”").arg(qt(step)), tr("This step alone, without the cache; what it needs is taken over from this run"), true, true);
    menu->setToolTipsVisible(true);
    menu->popup(global);
}

} // namespace penstock::runs
