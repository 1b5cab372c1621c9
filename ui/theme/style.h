// The widget style: Fusion's geometry and behaviour, drawn flat with hairlines in the colours of a Theme.
// A style sheet was rejected: polishing each widget with it costs start-up time and it cannot follow the palette.
#pragma once

#include "ui/theme/theme.h"

#include <QProxyStyle>

class QAbstractButton;

namespace penstock::theme {

class Style final : public QProxyStyle {
    Q_OBJECT

public:
    explicit Style(const Theme& theme);

    const Theme& theme() const { return m_theme; }
    void setTheme(const Theme& theme) { m_theme = theme; } // the owner sends the palette change

    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const override;
    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter, const QWidget* widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part, const QWidget* widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size, const QWidget* widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget, QStyleHintReturn* data) const override;
    void polish(QWidget* widget) override;
    using QProxyStyle::polish;

private:
    Theme m_theme;
};

// The theme a widget is drawn with. Without our style (a test, a foreign widget) the light one.
const Theme& themeOf(const QWidget* widget);

// How much a button says: one primary per screen; danger for what cannot be taken back; quiet has no frame.
enum class Prominence { normal, primary, danger, quiet };
void setProminence(QAbstractButton* button, Prominence prominence);
Prominence prominence(const QWidget* widget);

// Fields that show a problem get a frame in the failed colour.
void setInvalid(QWidget* field, bool invalid);

} // namespace penstock::theme
