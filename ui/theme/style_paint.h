// What Style draws itself, by family. Each function draws one element completely from its option and a theme.
#pragma once

#include "ui/theme/style.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QStyleOption>

namespace penstock::theme::paint {

// A rounded box whose border is one sharp logical pixel inside `rect`. Invalid colours are left out.
void box(QPainter& painter, const QRectF& rect, const QColor& fill, const QColor& border, double radius = Metrics::radius);
void chevron(QPainter& painter, const QRectF& rect, Qt::ArrowType direction, const QColor& color);

void pushButton(QPainter& painter, const QStyleOption& option, const QWidget* widget, const Theme& theme);
void pushButtonLabel(QPainter& painter, const QStyleOptionButton& option, const QWidget* widget, const Theme& theme);
QFont buttonFont(const QWidget* widget);
void toolButton(QPainter& painter, const QStyleOption& option, const Theme& theme);
QColor buttonText(const QStyleOption& option, const QWidget* widget, const Theme& theme);
void focusRing(QPainter& painter, const QStyleOption& option, const Theme& theme);
void checkIndicator(QPainter& painter, const QStyleOption& option, const Theme& theme, bool round);

void field(QPainter& painter, const QRectF& rect, const QStyleOption& option, const QWidget* widget, const Theme& theme);
void comboBox(QPainter& painter, const QStyleOptionComboBox& option, const QWidget* widget, const Theme& theme);
void spinBox(QPainter& painter, const QStyleOptionSpinBox& option, const QRectF& up, const QRectF& down, const QWidget* widget, const Theme& theme);
void scrollBar(QPainter& painter, const QStyleOptionSlider& option, const QRectF& slider, const QWidget* widget, const Theme& theme);
void progressBar(QPainter& painter, const QStyleOptionProgressBar& option, const Theme& theme);

void viewItem(QPainter& painter, const QStyleOptionViewItem& option, const Theme& theme);
void tab(QPainter& painter, const QStyleOptionTab& option, const Theme& theme);
void tabLabel(QPainter& painter, const QStyleOptionTab& option, const Theme& theme);
void headerSection(QPainter& painter, const QStyleOptionHeader& option, const Theme& theme);
void menuItem(QPainter& painter, const QStyleOptionMenuItem& option, const Theme& theme);

} // namespace penstock::theme::paint
