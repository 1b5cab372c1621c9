#include "ui/theme/contrast.h"
#include "ui/theme/icon.h"
#include "ui/theme/style_paint.h"

#include <QWidget>

namespace penstock::theme::paint {

void box(QPainter& painter, const QRectF& rect, const QColor& fill, const QColor& border, double radius)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(border.isValid() ? QPen(border, 1) : QPen(Qt::NoPen));
    painter.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    const double inset = border.isValid() ? 0.5 : 0;
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius);
    painter.restore();
}

void chevron(QPainter& painter, const QRectF& rect, Qt::ArrowType direction, const QColor& color)
{
    const QPointF middle = rect.center();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(middle);
    painter.rotate(direction == Qt::UpArrow ? 180 : direction == Qt::LeftArrow ? 90 : direction == Qt::RightArrow ? -90 : 0);
    painter.setPen(QPen(color, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(QPolygonF{{-3.5, -1.8}, {0, 1.8}, {3.5, -1.8}});
    painter.restore();
}

namespace {

QColor pressedOrHovered(const QColor& color, const QStyleOption& option, const Theme& theme, const QColor& towards)
{
    Q_UNUSED(theme)
    if (option.state & QStyle::State_Sunken)
        return mix(color, towards, 0.16);
    if (option.state & QStyle::State_MouseOver)
        return mix(color, towards, 0.08);
    return color;
}

} // namespace

void pushButton(QPainter& painter, const QStyleOption& option, const QWidget* widget, const Theme& theme)
{
    const bool enabled = option.state & QStyle::State_Enabled;
    const QColor text = theme.color(Role::text);
    const Prominence wish = prominence(widget);
    if (wish == Prominence::primary && enabled) {
        const QColor fill = pressedOrHovered(theme.color(Role::accent), option, theme, text);
        box(painter, option.rect, fill, theme.isOfDesktop() ? theme.color(Role::text) : QColor());
        return;
    }
    const bool held = option.state & (QStyle::State_On | QStyle::State_Sunken);
    const QColor hairline = theme.color(Role::hairline);
    if (wish == Prominence::quiet) {
        if (held || (enabled && option.state & QStyle::State_MouseOver))
            box(painter, option.rect, held ? theme.color(Role::selection) : theme.color(Role::code), {});
        return;
    }
    QColor fill = enabled ? pressedOrHovered(theme.color(Role::panel), option, theme, text) : theme.color(Role::window);
    if (option.state & QStyle::State_On)
        fill = theme.color(Role::selection);
    box(painter, option.rect, fill, hairline);
}

QColor buttonText(const QStyleOption& option, const QWidget* widget, const Theme& theme)
{
    if (!(option.state & QStyle::State_Enabled))
        return theme.color(Role::idle);
    switch (prominence(widget)) {
    case Prominence::primary: return theme.color(Role::onAccent);
    case Prominence::danger: return theme.ink(Role::failed);
    case Prominence::normal:
    case Prominence::quiet: break;
    }
    return theme.color(Role::text);
}

QFont buttonFont(const QWidget* widget)
{
    QFont font = widget ? widget->font() : QFont();
    font.setWeight(QFont::DemiBold);
    return font;
}

// Icon and words as one group in the middle: Qt centres them by the width that the words have in the lighter weight.
void pushButtonLabel(QPainter& painter, const QStyleOptionButton& option, const QWidget* widget, const Theme& theme)
{
    constexpr int gap = 6;
    const bool enabled = option.state & QStyle::State_Enabled;
    painter.save();
    painter.setFont(buttonFont(widget));
    painter.setPen(buttonText(option, widget, theme));
    QRect rect = option.rect;
    if (!option.icon.isNull()) {
        const int words = option.text.isEmpty() ? 0 : gap + painter.fontMetrics().size(Qt::TextShowMnemonic, option.text).width();
        const int left = rect.left() + std::max(0, (rect.width() - option.iconSize.width() - words) / 2);
        const QRect icon(left, rect.center().y() - option.iconSize.height() / 2 + 1, option.iconSize.width(), option.iconSize.height());
        option.icon.paint(&painter, icon, Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
        painter.drawText(QRect(icon.right() + 1 + gap, rect.top(), rect.right() - icon.right() - gap, rect.height()), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextShowMnemonic, option.text);
    } else {
        painter.drawText(rect, Qt::AlignCenter | Qt::TextShowMnemonic, option.text);
    }
    painter.restore();
}

void toolButton(QPainter& painter, const QStyleOption& option, const Theme& theme)
{
    const bool held = option.state & (QStyle::State_On | QStyle::State_Sunken);
    const bool hovered = option.state & QStyle::State_Enabled && option.state & QStyle::State_MouseOver;
    if (held)
        box(painter, option.rect, theme.color(Role::selection), {}, 5);
    else if (hovered)
        box(painter, option.rect, mix(theme.color(Role::panel), theme.color(Role::text), 0.07), {}, 5);
}

void focusRing(QPainter& painter, const QStyleOption& option, const Theme& theme)
{
    if (!(option.state & QStyle::State_KeyboardFocusChange))
        return; // a ring that follows the mouse is noise
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.color(Role::accent), 2));
    painter.drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), 5, 5);
    painter.restore();
}

void checkIndicator(QPainter& painter, const QStyleOption& option, const Theme& theme, bool round)
{
    const double side = std::min(16, std::min(option.rect.width(), option.rect.height()));
    const QRectF rect(option.rect.x() + (option.rect.width() - side) / 2, option.rect.y() + (option.rect.height() - side) / 2, side, side);
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool filled = option.state & (QStyle::State_On | QStyle::State_NoChange);
    const double radius = round ? side / 2 : 4;
    const QColor on = enabled ? theme.color(Role::accent) : theme.color(Role::idle);
    box(painter, rect, filled ? on : theme.color(Role::panel), filled ? on : mix(theme.color(Role::idle), theme.color(Role::panel), 0.25), radius);
    if (!filled)
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(rect.topLeft());
    painter.scale(side / 16, side / 16);
    if (round) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.color(Role::onAccent));
        painter.drawEllipse(QRectF(5, 5, 6, 6));
    } else {
        painter.setPen(QPen(theme.color(Role::onAccent), 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        if (option.state & QStyle::State_NoChange)
            painter.drawLine(QPointF(4.5, 8), QPointF(11.5, 8));
        else
            painter.drawPolyline(QPolygonF{{4.2, 8.4}, {6.9, 11}, {11.8, 5.4}});
    }
    painter.restore();
}

} // namespace penstock::theme::paint
