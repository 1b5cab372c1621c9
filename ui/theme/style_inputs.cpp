#include "ui/theme/contrast.h"
#include "ui/theme/style_paint.h"

#include <QAbstractScrollArea>

namespace penstock::theme::paint {
namespace {

bool isInvalid(const QWidget* widget)
{
    return widget && widget->property("invalid").toBool();
}

} // namespace

void field(QPainter& painter, const QRectF& rect, const QStyleOption& option, const QWidget* widget, const Theme& theme)
{
    const bool focused = option.state & QStyle::State_HasFocus;
    QColor border = theme.color(Role::hairline);
    if (isInvalid(widget))
        border = theme.color(Role::failed);
    else if (focused)
        border = theme.color(Role::accent);
    const bool enabled = option.state & QStyle::State_Enabled;
    box(painter, rect, theme.color(enabled ? Role::code : Role::window), border);
    if (focused) // twice a hairline: seen without its colour
        box(painter, rect.adjusted(1, 1, -1, -1), {}, border, Metrics::radius - 1);
}

void comboBox(QPainter& painter, const QStyleOptionComboBox& option, const QWidget* widget, const Theme& theme)
{
    field(painter, option.rect, option, widget, theme);
    const QRectF arrow(option.rect.right() - 24, option.rect.top(), 20, option.rect.height());
    chevron(painter, arrow, Qt::DownArrow, theme.color(option.state & QStyle::State_Enabled ? Role::muted : Role::idle));
}

void spinBox(QPainter& painter, const QStyleOptionSpinBox& option, const QRectF& up, const QRectF& down, const QWidget* widget,
             const Theme& theme)
{
    if (option.frame)
        field(painter, option.rect, option, widget, theme);
    const auto colorOf = [&](QAbstractSpinBox::StepEnabledFlag step) {
        return theme.color(option.stepEnabled & step && option.state & QStyle::State_Enabled ? Role::muted : Role::hairline);
    };
    if (option.buttonSymbols == QAbstractSpinBox::NoButtons)
        return;
    chevron(painter, up, Qt::UpArrow, colorOf(QAbstractSpinBox::StepUpEnabled));
    chevron(painter, down, Qt::DownArrow, colorOf(QAbstractSpinBox::StepDownEnabled));
}

void scrollBar(QPainter& painter, const QStyleOptionSlider& option, const QRectF& slider, const QWidget* widget, const Theme& theme)
{
    // On the ground of what it scrolls.
    const auto* area = widget && widget->parentWidget() ? qobject_cast<const QAbstractScrollArea*>(widget->parentWidget()->parentWidget()) : nullptr;
    painter.fillRect(option.rect, option.palette.brush(area ? area->viewport()->backgroundRole() : QPalette::Base));
    if (option.minimum >= option.maximum)
        return;
    const bool active = option.state & (QStyle::State_MouseOver | QStyle::State_Sunken);
    const double inset = active ? 1.5 : 2.5;
    const bool upright = option.orientation == Qt::Vertical;
    const QRectF bar = upright ? slider.adjusted(inset, 1, -inset, -1) : slider.adjusted(1, inset, -1, -inset);
    const double radius = std::min(bar.width(), bar.height()) / 2;
    box(painter, bar, mix(theme.color(Role::panel), theme.color(Role::idle), active ? 0.9 : 0.55), {}, radius);
}

void progressBar(QPainter& painter, const QStyleOptionProgressBar& option, const Theme& theme)
{
    constexpr double height = 6;
    const QRectF groove(option.rect.x(), option.rect.center().y() - height / 2 + 0.5, option.rect.width(), height);
    box(painter, groove, theme.color(Role::hairline), {}, height / 2);
    const double range = option.maximum - option.minimum;
    QRectF done = groove;
    if (range > 0)
        done.setWidth(groove.width() * (option.progress - option.minimum) / range);
    else // the length is not known: a part of the bar, never a made-up number
        done = groove.adjusted(groove.width() * 0.35, 0, -groove.width() * 0.35, 0);
    if (done.width() > 0)
        box(painter, done, theme.color(Role::running), {}, height / 2);
}

} // namespace penstock::theme::paint
