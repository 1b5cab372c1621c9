#include "ui/runs/step_log.h"

#include "ui/common/label.h"
#include "ui/common/log_view.h"
#include "ui/models/qt_text.h"
#include "ui/models/run_graph.h"
#include "ui/models/size_text.h"
#include "ui/models/state_words.h"
#include "ui/models/time_text.h"

#include <QComboBox>
#include <QHBoxLayout>

namespace penstock::runs {

using namespace Qt::Literals::StringLiterals;

StepLog::StepLog(const models::WorkspaceModel& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_view(new common::LogView)
    , m_title(new common::Label({}, theme::Type::name))
    , m_dropped(common::secondary({}))
    , m_attempts(new QComboBox)
{
    m_view->setAccessibleName(tr("Log"));
    m_title->setFit(common::Label::Fit::elide);
    m_attempts->setAccessibleName(tr("Attempt"));
    m_attempts->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_view->bar()->insertWidget(0, m_title, 1);
    m_view->bar()->insertWidget(1, m_dropped);
    m_view->bar()->insertWidget(2, m_attempts);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_view);
    connect(m_attempts, &QComboBox::activated, this, [this](int index) {
        showAttempt(AttemptId{m_of.first, m_of.second, index + 1});
    });
    showNothing();
}

void StepLog::showNothing()
{
    m_title->clear();
    m_attempts->hide();
    showAttempt(std::nullopt);
    m_view->setEmptyText(tr("Choose a step to see its log."));
}

void StepLog::show(const engine::Run& run, const engine::Instance& instance)
{
    const int count = static_cast<int>(instance.attempts.size());
    const bool same = m_of == std::pair(run.id, instance.id);
    m_title->setText(models::titleOf(run.step(instance), instance.id));
    m_view->setEmptyText(emptyText(run, instance));
    if (same && count == m_known)
        return showDropped();
    const bool atNewest = !same || m_attempts->currentIndex() == m_known - 1;
    m_of = {run.id, instance.id};
    m_known = count;
    const int picked = atNewest ? count - 1 : m_attempts->currentIndex();
    m_attempts->clear();
    for (int i = 1; i <= count; ++i)
        m_attempts->addItem(tr("attempt %1").arg(i));
    m_attempts->setCurrentIndex(picked);
    m_attempts->setVisible(count > 1);
    showAttempt(count > 0 ? std::optional(AttemptId{run.id, instance.id, picked + 1}) : std::nullopt);
}

void StepLog::showDropped()
{
    const engine::Attempt* attempt = m_shown ? m_workspace.view().workspace.attempt(*m_shown) : nullptr;
    m_dropped->setText(attempt ? models::StateWords::dropped(*attempt) : QString());
}

QString StepLog::emptyText(const engine::Run& run, const engine::Instance& instance) const
{
    if (!std::holds_alternative<pipeline::Command>(run.step(instance).body))
        return tr("This step runs no program and prints nothing.");
    if (instance.reused)
        return tr("Taken over from %1; its log is there.").arg(models::qt(run.resumedFrom));
    if (instance.cached)
        return tr("Taken from the cache; nothing was executed.");
    if (const session::EnvironmentProgress* installing = m_workspace.installing(run.id, instance))
        return tr("Installs what %1 lists, since %2.", "requirements.txt, 40 s").arg(models::qt(installing->path), models::TimeText::duration(installing->since))
               % u'\n' % models::qt(installing->line);
    if (const session::InputProgress* reading = m_workspace.reading(run.id, instance))
        return tr("Reads %1 first: %2.", "data/raw, 1.2 of 5.0 GB").arg(models::qt(reading->path), models::SizeText::part(reading->done, reading->total));
    if (!instance.attempts.empty())
        return engine::isEnd(instance.state) ? tr("It printed nothing.") : tr("Nothing was printed yet.");
    const QString why = models::StateWords::reason(m_workspace.view().workspace, run, instance);
    return why.isEmpty() ? tr("It has not begun.") : why;
}

void StepLog::showAttempt(const std::optional<AttemptId>& attempt)
{
    if (attempt == m_shown && attempt)
        return;
    m_shown = attempt;
    showDropped();
    m_view->setSource(attempt ? std::make_shared<common::FileLogSource>(m_workspace.attemptFolder(*attempt) % u"/log"_s) : nullptr);
}

} // namespace penstock::runs
