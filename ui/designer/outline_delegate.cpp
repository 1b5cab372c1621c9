#include "ui/designer/outline_delegate.h"

#include "ui/designer/outline_model.h"
#include "ui/theme/mark.h"
#include "ui/theme/style.h"

#include <QPainter>

namespace penstock::designer {

namespace {

constexpr int markRoom = 32;

} // namespace

void OutlineDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    if (!index.data(OutlineModel::MarkRole).isValid())
        return;
    const auto mark = static_cast<theme::Mark>(index.data(OutlineModel::MarkRole).toInt());
    const QRectF box(option.rect.right() - markRoom, option.rect.top(), markRoom - 8, option.rect.height());
    theme::StateMark::paint(*painter, QRectF(box.center() - QPointF(7, 7), QSizeF(14, 14)), mark, theme::themeOf(option.widget));
}

void OutlineDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const int room = option->rect.width() - option->decorationSize.width() - markRoom - 20;
    option->text = option->fontMetrics.elidedText(option->text, Qt::ElideRight, room);
}

QSize OutlineDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {0, theme::Metrics::row};
}

} // namespace penstock::designer
