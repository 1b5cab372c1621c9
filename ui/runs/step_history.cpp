#include "ui/runs/step_history.h"

#include "ui/charts/chart.h"
#include "ui/common/label.h"
#include "ui/models/item_views.h"
#include "ui/models/qt_text.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

namespace penstock::runs {

using models::qt;
using session::ValueName;
using theme::Metrics;

namespace {

constexpr int betweenRefreshes = 1'000; // ms

} // namespace

StepHistory::StepHistory(const models::WorkspaceModel& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_model(workspace)
    , m_name(new QComboBox)
    , m_empty(common::secondary({}))
    , m_chart(charts::makeChart())
    , m_table(models::rowTable(&m_model, tr("History")))
    , m_content(new QWidget)
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_name->setAccessibleName(tr("Value"));
    m_name->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_chart->setAccessibleName(tr("Chart of the value over runs"));
    m_table->horizontalHeader()->setStretchLastSection(true);
    for (const auto& [column, width] : {std::pair(HistoryModel::RunColumn, 90), {HistoryModel::StepColumn, 70}, {HistoryModel::ValueColumn, 80}, {HistoryModel::TypeColumn, 100}})
        m_table->setColumnWidth(column, width);
    auto* split = new QSplitter;
    split->addWidget(models::onPanel(m_table));
    split->addWidget(m_chart);
    split->setStretchFactor(0, 1);
    split->setStretchFactor(1, 1);
    split->setSizes({700, 400}); // the table has to say of which kind a value is
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(Metrics::margin, 6, Metrics::margin, 6);
    bar->addWidget(m_name);
    bar->addStretch(1);
    auto* inner = new QVBoxLayout(m_content);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(0);
    inner->addLayout(bar);
    inner->addWidget(split, 1);
    m_empty->setContentsMargins(Metrics::margin, 12, Metrics::margin, 12);
    m_empty->setFit(common::Label::Fit::wrap);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_empty, 0, Qt::AlignTop);
    column->addWidget(m_content, 1);
    m_refresh.setSingleShot(true);
    connect(&m_refresh, &QTimer::timeout, this, &StepHistory::showNames);
    connect(m_name, &QComboBox::activated, this, &StepHistory::showChosen);
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex& index) {
        if (const session::ValueMoment* moment = m_model.momentAt(index))
            Q_EMIT runChosen(moment->run);
    });
    showNothing();
}

void StepHistory::showNothing()
{
    m_refresh.stop();
    m_step.clear();
    m_names.clear();
    m_empty->setText(tr("Choose a step to see how its values went over the runs."));
    m_empty->show();
    m_content->hide();
}

void StepHistory::show(const engine::Run& run, const engine::Instance& instance)
{
    const std::string step = session::plainPath(instance.id.step);
    if (m_pipeline != run.id.pipeline || m_step != step) {
        m_pipeline = run.id.pipeline;
        m_step = step;
        showNames();
    } else if (m_seen != m_workspace.view().seq && !m_refresh.isActive()) {
        m_refresh.start(betweenRefreshes);
    }
}

void StepHistory::showNames()
{
    m_seen = m_workspace.view().seq;
    std::vector<ValueName> names = session::knownValues(m_workspace.view(), m_pipeline);
    std::erase_if(names, [this](const ValueName& name) { return name.step != m_step; });
    if (names != m_names) {
        const QString chosen = m_name->currentText();
        m_names = std::move(names);
        m_name->clear();
        for (const ValueName& name : m_names)
            m_name->addItem(qt(name.key));
        m_name->setCurrentIndex(std::max(0, m_name->findText(chosen)));
    }
    m_empty->setText(tr("No run of this step has given a value or metric."));
    m_empty->setVisible(m_names.empty());
    m_content->setVisible(!m_names.empty());
    showChosen();
}

void StepHistory::showChosen()
{
    const auto chosen = static_cast<std::size_t>(m_name->currentIndex());
    if (chosen >= m_names.size())
        return m_model.setMoments({});
    std::vector<session::ValueMoment> moments = session::historyOf(m_workspace.view(), m_pipeline, m_names[chosen]);
    charts::Series line{qt(m_names[chosen].key), {}, 0, false};
    for (const session::ValueMoment& moment : moments) {
        if (moment.value.is_number())
            line.points.emplace_back(static_cast<double>(moment.run.number), moment.value.get<double>());
    }
    m_chart->setVisible(!line.points.empty());
    m_chart->setAxes({tr("run"), false}, {});
    m_chart->setLines({std::move(line)});
    m_model.setMoments(std::move(moments));
}

} // namespace penstock::runs
