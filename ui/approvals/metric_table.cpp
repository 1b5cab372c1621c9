#include "ui/approvals/metric_table.h"

#include "ui/models/row_delegate.h"
#include "ui/theme/style.h"

#include <QHeaderView>
#include <QPainter>

namespace penstock::approvals {


namespace {
constexpr int mostRowsShown = 16;
}

MetricTable::MetricTable(QWidget* parent)
    : QTableView(parent)
{
    setModel(&m_rows);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setSelectionMode(QAbstractItemView::NoSelection);
    setFocusPolicy(Qt::TabFocus);
    setTabKeyNavigation(false);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Candidate against Production"));
    setItemDelegate(new models::MarkDelegate(this, theme::Role::warning));
    setItemDelegateForColumn(MetricRowsModel::BetterColumn, new BetterDelegate(this));
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(34);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setSectionResizeMode(MetricRowsModel::NameColumn, QHeaderView::Stretch);
    for (const int column : {MetricRowsModel::ProductionColumn, MetricRowsModel::CandidateColumn, MetricRowsModel::DeltaColumn})
        horizontalHeader()->resizeSection(column, 104);
    horizontalHeader()->resizeSection(MetricRowsModel::BetterColumn, 190);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void MetricTable::setEvidence(const session::Evidence& evidence)
{
    m_rows.setEvidence(evidence);
    updateGeometry();
}

QSize MetricTable::sizeHint() const
{
    const int rows = std::min(m_rows.rowCount(), mostRowsShown);
    return {640, horizontalHeader()->sizeHint().height() + rows * verticalHeader()->defaultSectionSize() + 2};
}

void BetterDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const theme::Theme& theme = theme::themeOf(option.widget);
    const double share = index.data(MetricRowsModel::ShareRole).toDouble();
    const QRectF area = QRectF(option.rect).adjusted(24, 0, -8, 0);
    const double middle = std::round(area.center().x()) + 0.5;
    painter->save();
    painter->setPen(theme.color(theme::Role::hairline));
    painter->drawLine(QPointF(middle, area.top()), QPointF(middle, area.bottom()));
    if (share != 0) {
        const double length = std::max(4.0, std::abs(share) * area.width() / 2);
        const QRectF bar(share > 0 ? middle : middle - length, area.center().y() - 4.5, length, 9);
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(theme.color(share > 0 ? theme::Role::succeeded : theme::Role::warning));
        painter->drawRoundedRect(bar, 2, 2);
    }
    painter->restore();
}

} // namespace penstock::approvals
