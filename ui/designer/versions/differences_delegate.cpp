#include "ui/designer/versions/differences_delegate.h"

#include "ui/canvas/painter.h"
#include "ui/designer/versions/differences_model.h"
#include "ui/theme/style.h"

#include <QPainter>

namespace penstock::designer {

using theme::Theme;

namespace {

constexpr int markSide = 14;
constexpr int gap = 8;

QString wordOf(const QModelIndex& index) { return index.data(DifferencesModel::WordRole).toString(); }

} // namespace

void DifferencesDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    const Theme& theme = theme::themeOf(option.widget);
    const auto change = static_cast<canvas::Change>(index.data(DifferencesModel::ChangeRole).toInt());
    const QRectF box(option.rect.left() + gap, option.rect.center().y() - markSide / 2.0 + 0.5, markSide, markSide);
    const bool chosen = option.state & QStyle::State_Selected;
    canvas::paintChange(*painter, box, change, theme, chosen ? theme::Role::selection : theme::Role::panel);
    painter->save();
    painter->setFont(Theme::font(theme::Type::secondary));
    painter->setPen(theme.ink(theme::Role::muted, chosen ? theme::Role::selection : theme::Role::panel));
    painter->drawText(option.rect.adjusted(0, 0, -gap, 0), Qt::AlignRight | Qt::AlignVCenter, wordOf(index));
    painter->restore();
}

void DifferencesDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    option->features |= QStyleOptionViewItem::HasDecoration; // its room; paint() fills it
    option->decorationSize = {markSide + gap, markSide};
    const int word = QFontMetrics(Theme::font(theme::Type::secondary)).horizontalAdvance(wordOf(index));
    option->text = option->fontMetrics.elidedText(option->text, Qt::ElideMiddle, option->rect.width() - word - markSide - 5 * gap);
}

QSize DifferencesDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const { return {0, theme::Metrics::row}; }

} // namespace penstock::designer
