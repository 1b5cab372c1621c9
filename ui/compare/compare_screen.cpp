#include "ui/compare/compare_screen.h"

#include "ui/common/empty_state.h"
#include "ui/common/label.h"
#include "ui/compare/metric_charts.h"
#include "ui/compare/run_color_delegate.h"
#include "ui/models/item_views.h"
#include "ui/models/qt_text.h"

#include <QHeaderView>
#include <QSplitter>
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
    , m_table(models::rowTable(&m_comparison, tr("Runs to compare")))
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
    split->setChildrenCollapsible(false);
    models::fitTable(split, m_table, 44, 360);
    setContent(split, new common::EmptyState(theme::Icon::compare, tr("Nothing to compare yet"),
                                             tr("Runs whose steps declare metrics stand here beside each other, with the parameters in which they differ.")));
    connect(&m_comparison, &ComparisonModel::tickedChanged, this, &CompareScreen::showState);
    connect(&m_comparison, &QAbstractItemModel::modelReset, this, &CompareScreen::fitColumns);
    setFocusProxy(m_table);
    fitColumns();
    showState();
}

QWidget* CompareScreen::buildTable()
{
    m_table->setItemDelegateForColumn(0, new RunColorDelegate(m_comparison, m_table));
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex& index) {
        if (const auto run = m_comparison.runAt(index.row()); run && index.column() > 0)
            Q_EMIT targetChosen({models::Target::Kind::run, qt(run->text()), {}});
    });
    auto* area = new QWidget;
    area->setBackgroundRole(QPalette::Base);
    area->setAutoFillBackground(true);
    auto* column = new QVBoxLayout(area);
    column->setContentsMargins(10, 12, 10, 0);
    column->setSpacing(Metrics::gap);
    m_remark->setContentsMargins(6, 0, 6, 0); // in line with the cells
    column->addWidget(m_remark);
    column->addWidget(m_table, 1);
    return area;
}

void CompareScreen::fitColumns()
{
    for (int i = 0; i < m_comparison.columnCount(); ++i) {
        const auto kind = m_comparison.columnInfo(i).kind;
        const int header = m_table->horizontalHeader()->sectionSizeHint(i);
        m_table->setColumnWidth(i, kind == ComparisonModel::ColumnKind::run ? 168 : std::max(kind == ComparisonModel::ColumnKind::delta ? 80 : 92, header + 12));
    }
}

void CompareScreen::showState()
{
    if (!m_table->currentIndex().isValid() && m_comparison.rowCount() > 0)
        m_table->setCurrentIndex(m_comparison.index(0, 0)); // keys have something to go from

    setEmpty(m_comparison.rowCount() == 0);
    const std::size_t shown = static_cast<std::size_t>(m_comparison.rowCount());
    const QString count = shown < m_comparison.allRuns() ? tr("the newest %1 of %2 runs with metrics").arg(shown).arg(m_comparison.allRuns())
                                                         : tr("%n run(s) with metrics", nullptr, static_cast<int>(shown));
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

QList<models::KeyGroup> CompareScreen::keys() const
{
    const auto named = [](Qt::Key key) { return QKeySequence(key).toString(QKeySequence::NativeText); };
    return {{tr("Runs to compare"), {{named(Qt::Key_Space), tr("in the charts, or not")}, {named(Qt::Key_Return), tr("open the run")}}}};
}

QString CompareScreen::place() const { return tr("comparison"); }

} // namespace penstock::compare
