#include "ui/compare/run_color_delegate.h"

#include "ui/theme/style.h"

#include <QApplication>
#include <QPainter>

namespace penstock::compare {

RunColorDelegate::RunColorDelegate(const models::ComparisonModel& comparison, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_comparison(comparison)
{}

void RunColorDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    item.features |= QStyleOptionViewItem::HasDecoration;
    item.decorationSize = {16, 16};
    const QStyle* style = option.widget ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, option.widget);
    const int color = m_comparison.seriesIndex(static_cast<std::size_t>(index.row()));
    if (color < 0)
        return;
    const QRectF place = style->subElementRect(QStyle::SE_ItemViewItemDecoration, &item, option.widget);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(theme::themeOf(option.widget).seriesColor(color));
    painter->drawEllipse(QPointF(place.center().x(), place.center().y() + 0.5), 5, 5);
    painter->restore();
}

} // namespace penstock::compare
