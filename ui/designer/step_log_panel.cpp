#include "ui/designer/step_log_panel.h"

#include "ui/models/qt_text.h"

#include <QVBoxLayout>

namespace penstock::designer {

StepLogPanel::StepLogPanel(const models::WorkspaceModel& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_view(new common::LogView)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_view);
    m_view->setEmptyText(tr("Choose a step that has run to read its log."));
}

void StepLogPanel::show(const ShownRun& run, const QString& step)
{
    const engine::Instance* instance = step.isEmpty() ? nullptr : run.newest(models::utf8(step));
    std::optional<AttemptId> wanted;
    if (instance && !instance->attempts.empty())
        wanted = AttemptId{run.run->id, instance->id, instance->attempts.back().number};
    if (wanted == m_shown)
        return;
    m_shown = wanted;
    if (!wanted)
        return m_view->setSource(nullptr);
    m_view->setSource(std::make_shared<common::FileLogSource>(m_workspace.attemptFolder(*wanted) + QStringLiteral("/log")));
}

} // namespace penstock::designer
