#include "ui/theme/contrast.h"
#include "ui/theme/style_paint.h"

#include <QPainterPath>

namespace penstock::theme::paint {

void viewItem(QPainter& painter, const QStyleOptionViewItem& option, const Theme& theme)
{
    const bool selected = option.state & QStyle::State_Selected;
    const bool hovered = option.state & QStyle::State_MouseOver && option.state & QStyle::State_Enabled;
    if (option.backgroundBrush.style() != Qt::NoBrush)
        painter.fillRect(option.rect, option.backgroundBrush);
    if (!selected && !hovered)
        return;
    const QColor fill = selected ? theme.color(Role::selection) : mix(theme.color(Role::panel), theme.color(Role::text), 0.04);
    // A row of several cells is one box: only its ends are round, the rest is pushed out of the clip.
    constexpr double radius = 5;
    QRectF rect = option.rect;
    const auto position = option.viewItemPosition;
    const bool first = position == QStyleOptionViewItem::OnlyOne || position == QStyleOptionViewItem::Beginning;
    const bool last = position == QStyleOptionViewItem::OnlyOne || position == QStyleOptionViewItem::End;
    if (position == QStyleOptionViewItem::Invalid) {
        box(painter, rect, fill, {}, radius);
        return;
    }
    rect.adjust(first ? 0 : -radius * 2, 0, last ? 0 : radius * 2, 0);
    painter.save();
    painter.setClipRect(option.rect, Qt::IntersectClip);
    box(painter, rect, fill, {}, radius);
    painter.restore();
}

void tab(QPainter& painter, const QStyleOptionTab& option, const Theme& theme)
{
    const bool selected = option.state & QStyle::State_Selected;
    if (!selected)
        return;
    const QRectF rect = option.rect;
    painter.fillRect(QRectF(rect.left() + 10, rect.bottom() - 2, rect.width() - 20, 2), theme.color(Role::accent));
}

void tabLabel(QPainter& painter, const QStyleOptionTab& option, const Theme& theme)
{
    const bool selected = option.state & QStyle::State_Selected;
    const bool hovered = option.state & QStyle::State_MouseOver;
    painter.save();
    QFont font = painter.font();
    if (selected)
        font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    painter.setPen(!(option.state & QStyle::State_Enabled) ? theme.color(Role::idle)
                   : selected || hovered                   ? theme.color(Role::text)
                                                           : theme.ink(Role::muted, Role::code));
    QRect text = option.rect;
    if (!option.icon.isNull()) {
        const QRect icon(text.left() + 12, text.center().y() - option.iconSize.height() / 2, option.iconSize.width(), option.iconSize.height());
        option.icon.paint(&painter, icon);
        text.setLeft(icon.right() + 2);
    }
    painter.drawText(text, Qt::AlignCenter | Qt::TextShowMnemonic, option.text);
    painter.restore();
}

void headerSection(QPainter& painter, const QStyleOptionHeader& option, const Theme& theme)
{
    painter.fillRect(option.rect, theme.color(Role::panel));
    const QRectF rect = option.rect;
    if (option.orientation == Qt::Horizontal)
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), theme.color(Role::hairline));
}

void menuItem(QPainter& painter, const QStyleOptionMenuItem& option, const Theme& theme)
{
    const QRectF rect = option.rect;
    if (option.menuItemType == QStyleOptionMenuItem::Separator) {
        painter.fillRect(QRectF(rect.left() + 8, rect.center().y(), rect.width() - 16, 1), theme.color(Role::hairline));
        return;
    }
    const bool enabled = option.state & QStyle::State_Enabled;
    if (enabled && option.state & QStyle::State_Selected)
        box(painter, rect.adjusted(4, 0, -4, 0), theme.color(Role::selection), {}, 5);
    const QRect mark(option.rect.left() + 12, option.rect.center().y() - 7, Metrics::icon, Metrics::icon);
    const QColor text = theme.color(enabled ? Role::text : Role::idle);
    painter.save();
    if (option.checkType != QStyleOptionMenuItem::NotCheckable && option.checked) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(text, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPolyline(QPolygonF{mark.topLeft() + QPointF(3.5, 8.5), mark.topLeft() + QPointF(6.5, 11.5), mark.topLeft() + QPointF(12.5, 4.5)});
    } else if (!option.icon.isNull()) {
        option.icon.paint(&painter, mark, Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
    }
    painter.setFont(option.font);
    const QRect label = option.rect.adjusted(36, 0, -24, 0);
    const qsizetype tabAt = option.text.indexOf(QLatin1Char('\t'));
    painter.setPen(text);
    painter.drawText(label, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextShowMnemonic | Qt::TextSingleLine, option.text.left(tabAt));
    if (tabAt >= 0) {
        painter.setPen(enabled ? theme.ink(Role::muted, Role::selection) : text);
        painter.drawText(label, Qt::AlignVCenter | Qt::AlignRight | Qt::TextSingleLine, option.text.mid(tabAt + 1));
    }
    if (option.menuItemType == QStyleOptionMenuItem::SubMenu)
        chevron(painter, QRectF(rect.right() - 24, rect.top(), 16, rect.height()), Qt::RightArrow, theme.color(Role::muted));
    painter.restore();
}

} // namespace penstock::theme::paint
