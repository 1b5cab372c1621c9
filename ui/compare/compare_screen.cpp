#include "ui/compare/compare_screen.h"

#include "ui/common/empty_state.h"
#include "ui/common/label.h"
#include "ui/compare/metric_charts.h"
#include "ui/compare/run_color_delegate.h"
#include "ui/models/qt_text.h"
#include "ui/models/row_delegate.h"

#include <QHeaderView>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace penstock::compare {

using models::ComparisonModel;
using models::qt;
using theme::Metrics;

CompareScreen::CompareScreen(models::WorkspaceModel& workspace, QWidget* parent)
    : models::Screen(parent)
    , m_workspace(workspace)
    , m_comparison(workspace)
    , m_pages(new QStackedWidget)
    , m_table(new QTableView)
    , m_remark(common::secondary({}))
    , m_asBaseline(new QAction(tr("Use as baseline"), this))
{
    m_asBaseline->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_B));
    m_asBaseline->setProperty("quiet", true); // it changes a view, not the world
    m_asBaseline->setToolTip(tr("Compare everything with the chosen run"));
    connect(m_asBaseline, &QAction::triggered, this, &CompareScreen::useAsBaseline);
    addAction(m_asBaseline);

    auto* split = new QSplitter(Qt::Vertical);
    split->addWidget(buildTable());
    split->addWidget(new MetricCharts(workspace, m_comparison));
    split->setSizes({300, 520});
    split->setChildrenCollapsible(false);
    m_pages->addWidget(split);
    m_pages->addWidget(new common::EmptyState(theme::Icon::compare, tr("Nothing to compare yet"),
                                              tr("Runs whose steps declare metrics stand here beside each other, with the parameters in which they differ.")));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_pages);
    connect(&m_comparison, &ComparisonModel::tickedChanged, this, &CompareScreen::showState);
    connect(&m_comparison, &QAbstractItemModel::modelReset, this, &CompareScreen::fitColumns);
    fitColumns();
    showState();
}

QWidget* CompareScreen::buildTable()
{
    m_table->setModel(&m_comparison);
    m_table->setItemDelegate(new models::MarkDelegate(m_table));
    m_table->setItemDelegateForColumn(0, new RunColorDelegate(m_comparison, m_table));
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->setAccessibleName(tr("Runs to compare"));
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(Metrics::row + 6);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex& index) {
        if (const auto run = m_comparison.runAt(index.row()); run && index.column() > 0)
            Q_EMIT targetChosen({models::Target::Kind::run, qt(run->text()), {}});
    });
    auto* area = new QWidget;
    area->setBackgroundRole(QPalette::Base);
    area->setAutoFillBackground(true);
    auto* column = new QVBoxLayout(area);
    column->setContentsMargins(0, 10, 0, 0);
    column->setSpacing(Metrics::gap);
    m_remark->setContentsMargins(Metrics::margin, 0, Metrics::margin, 0);
    column->addWidget(m_remark);
    column->addWidget(m_table, 1);
    return area;
}

void CompareScreen::fitColumns()
{
    for (int i = 0; i < m_comparison.columnCount(); ++i) {
        const auto kind = m_comparison.columnInfo(i).kind;
        const int header = m_table->horizontalHeader()->sectionSizeHint(i);
        m_table->setColumnWidth(i, kind == ComparisonModel::ColumnKind::run ? 180 : std::max(kind == ComparisonModel::ColumnKind::delta ? 84 : 96, header + 16));
    }
}

void CompareScreen::showState()
{
    m_pages->setCurrentIndex(m_comparison.rowCount() > 0 ? 0 : 1);
    const std::size_t shown = static_cast<std::size_t>(m_comparison.rowCount());
    const QString count = shown < m_comparison.allRuns() ? tr("the newest %1 of %2 runs with metrics").arg(shown).arg(m_comparison.allRuns())
                                                         : tr("runs with metrics: %1").arg(shown);
    const auto baseline = m_comparison.baseline();
    m_remark->setText(tr("%1 · parameters that differ · baseline %2 · ticked runs are in the charts, %3 at most")
                          .arg(count, baseline ? qt(m_comparison.comparison().runs[*baseline]) : tr("none"))
                          .arg(ComparisonModel::mostTicked));
    m_asBaseline->setVisible(m_comparison.rowCount() > 1);
    Q_EMIT barChanged();
    Q_EMIT placeChanged();
}

void CompareScreen::useAsBaseline()
{
    if (const auto run = m_comparison.runAt(m_table->currentIndex().row()))
        m_comparison.setBaseline(*run);
    else
        Q_EMIT problemMet(tr("Choose a run in the table first."));
}

QString CompareScreen::place() const { return tr("comparison"); }

} // namespace penstock::compare
