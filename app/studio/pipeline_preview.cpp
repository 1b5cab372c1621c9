#include "app/studio/pipeline_preview.h"

#include "core/engine/plan.h"
#include "core/messages/messages.h"
#include "ui/canvas/graph_view.h"
#include "ui/common/empty_state.h"
#include "ui/common/label.h"
#include "ui/models/qt_text.h"
#include "ui/models/run_graph.h"
#include "ui/theme/icon.h"

#include <QListWidget>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace penstock::studio {

using namespace Qt::Literals::StringLiterals;
using models::qt;

namespace {
constexpr qsizetype mostProblems = 8;
}

PipelinePreview::PipelinePreview(models::WorkspaceModel& workspace, Pipelines& pipelines, QWidget* parent)
    : models::Screen(parent)
    , m_workspace(workspace)
    , m_pipelines(pipelines)
    , m_pages(new QStackedWidget)
    , m_list(new QListWidget)
    , m_graph(new canvas::GraphView)
    , m_problems(new common::Label({}, theme::Type::text, theme::Role::failed))
    , m_run(new QAction(theme::icon(theme::Icon::play), tr("Run"), this))
{
    m_run->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_R));
    connect(m_run, &QAction::triggered, this, [this] { Q_EMIT runWanted(m_file); });
    addAction(m_run);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setAccessibleName(tr("Pipelines"));
    m_graph->setEditable(false);
    m_graph->setAccessibleName(tr("Pipeline"));
    m_problems->setFit(common::Label::Fit::wrap);
    m_problems->setContentsMargins(20, 12, 20, 12);
    auto* right = new QWidget;
    auto* column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_problems);
    column->addWidget(m_graph, 1);
    auto* split = new QSplitter;
    split->addWidget(m_list);
    split->addWidget(right);
    split->setStretchFactor(1, 1);
    split->setSizes({238, 1300});
    m_pages->addWidget(split);
    m_pages->addWidget(new common::EmptyState(theme::Icon::design, tr("No pipeline in this workspace"),
                                              tr("Put a file NAME.pipeline.yaml into the folder pipelines; it appears here at once.")));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_pages);
    connect(m_list, &QListWidget::currentRowChanged, this, &PipelinePreview::showChosen);
    connect(&pipelines, &Pipelines::changed, this, &PipelinePreview::reload);
    connect(&workspace, &models::WorkspaceModel::infoChanged, this, &PipelinePreview::showChosen);
    reload();
}

void PipelinePreview::reload()
{
    const QString chosen = m_file;
    {
        const QSignalBlocker quiet(m_list);
        m_list->clear();
        for (const PipelineFile& file : m_pipelines.files()) {
            auto* item = new QListWidgetItem(file.file.section(u'/', -1).section(u'.', 0, 0), m_list);
            item->setData(Qt::UserRole, file.file);
            item->setToolTip(file.file);
            if (file.file == chosen)
                m_list->setCurrentItem(item);
        }
        if (!m_list->currentItem())
            m_list->setCurrentRow(0);
    }
    m_pages->setCurrentIndex(m_list->count() > 0 ? 0 : 1);
    showChosen();
}

void PipelinePreview::showChosen()
{
    const QListWidgetItem* item = m_list->currentItem();
    const PipelineFile* file = item ? m_pipelines.file(item->data(Qt::UserRole).toString()) : nullptr;
    const bool other = !file || m_file != file->file;
    m_file = file ? file->file : QString();
    QStringList problems;
    if (file) {
        for (const pipeline::Issue& issue : file->issues) {
            if (issue.severity != pipeline::Severity::warning && problems.size() < mostProblems)
                problems.append(messages::issueText(file->file, issue));
        }
    }
    m_problems->setText(problems.join(u'\n'));
    m_problems->setVisible(!problems.isEmpty());
    const auto plan = file ? engine::Plan::make(file->document) : Result<engine::Plan>(Error{});
    if (other)
        m_graph->setGraph({});
    m_graph->setGraph(plan ? models::graphOf(*plan) : canvas::Graph());
    m_run->setEnabled(file && problems.isEmpty() && m_workspace.info().trusted);
    Q_EMIT placeChanged();
    Q_EMIT barChanged();
}

QString PipelinePreview::place() const { return m_file.section(u'/', -1).section(u'.', 0, 0); }

void PipelinePreview::show(const models::Target& target)
{
    for (int i = 0; i < m_list->count(); ++i) {
        if (m_list->item(i)->data(Qt::UserRole).toString() == target.id)
            m_list->setCurrentRow(i);
    }
    if (!target.inside.isEmpty()) {
        m_graph->select({target.inside});
        m_graph->reveal(target.inside);
    }
}

} // namespace penstock::studio
