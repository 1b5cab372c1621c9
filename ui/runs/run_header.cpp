#include "ui/runs/run_header.h"

#include "ui/common/chip.h"
#include "ui/common/label.h"
#include "ui/common/state_label.h"
#include "ui/models/qt_text.h"
#include "ui/models/state_words.h"
#include "ui/models/time_text.h"
#include "ui/theme/style.h"

#include <QHBoxLayout>

namespace penstock::runs {

using namespace Qt::Literals::StringLiterals;
using models::qt;
using models::TimeText;
using theme::Metrics;

RunHeader::RunHeader(const models::WorkspaceModel& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_title(common::pageTitle({}))
    , m_state(new common::StateLabel)
    , m_chips(new QHBoxLayout)
{
    setBackgroundRole(QPalette::Window);
    setAutoFillBackground(true);
    auto* line = new QHBoxLayout;
    line->setSpacing(12);
    line->addWidget(m_title);
    line->addWidget(m_state);
    line->addStretch(1);
    m_chips->setSpacing(Metrics::gap);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 12, 20, 10);
    column->setSpacing(Metrics::gap);
    column->addLayout(line);
    column->addLayout(m_chips);
}

void RunHeader::show(const engine::Run& run)
{
    m_title->setText(tr("%1 #%2").arg(qt(run.id.pipeline)).arg(run.id.number));
    const theme::Mark mark = models::markOf(run);
    const Instant until = engine::isEnd(run.state) ? run.endedAt : m_workspace.now();
    QString word = theme::StateMark::word(mark);
    word[0] = word[0].toUpper();
    m_state->setMark(mark);
    m_state->setText(tr("%1 · %2", "state of a run and how long it took").arg(word, TimeText::duration(until - run.createdAt)));
    showChips(run);
}

void RunHeader::showChips(const engine::Run& run)
{
    std::vector<RunChip> chips;
    const auto add = [&](const QString& text) { chips.push_back({text, theme::Role::muted}); };
    if (const QString parameters = models::StateWords::parameters(run.parameters); !parameters.isEmpty())
        add(parameters);
    add(tr("started by %1 · %2").arg(m_workspace.personOf(run.actor), TimeText::when(run.createdAt, m_workspace.now())));
    add(qt(run.file));
    if (!run.resumedFrom.empty())
        add(tr("continues %1").arg(qt(run.resumedFrom)));
    if (!run.event.empty())
        add(tr("because of %1").arg(qt(run.event)));
    if (run.isRemoved())
        add(tr("files removed by retention, %1").arg(TimeText::when(run.removedAt, m_workspace.now())));
    else if (!run.hasLogs())
        add(tr("logs removed by retention, %1").arg(TimeText::when(run.logsRemovedAt, m_workspace.now())));
    if (run.cancels > 0 && !engine::isEnd(run.state))
        add(tr("cancel was asked for"));
    for (RunChip& chip : codeChips(run))
        chips.push_back(std::move(chip));
    if (chips == m_shownChips)
        return;
    m_shownChips = chips;
    while (QLayoutItem* item = m_chips->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const RunChip& each : chips) {
        auto* chip = new common::Chip(each.text);
        chip->setRole(each.role);
        m_chips->addWidget(chip);
    }
    m_chips->addStretch(1);
}

} // namespace penstock::runs
