#include "ui/theme/style.h"

#include "ui/theme/style_paint.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStyleFactory>
#include <QStyleOption>
#include <QTextEdit>
#include <QVariant>

namespace penstock::theme {

using namespace Qt::Literals::StringLiterals;

namespace {

// Texts of several lines that are written in: framed, they look as fields of one line do.
bool isField(const QWidget* widget)
{
    const auto* area = qobject_cast<const QFrame*>(widget);
    return area && area->frameShape() != QFrame::NoFrame && (qobject_cast<const QPlainTextEdit*>(widget) || qobject_cast<const QTextEdit*>(widget));
}

} // namespace

Style::Style(const Theme& theme)
    : QProxyStyle(u"fusion"_s)
    , m_theme(theme)
{}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const
{
    switch (element) {
    case PE_PanelButtonCommand: paint::pushButton(*painter, *option, widget, m_theme); return;
    case PE_PanelButtonTool: paint::toolButton(*painter, *option, m_theme); return;
    case PE_FrameFocusRect: paint::focusRing(*painter, *option, m_theme); return;
    case PE_FrameDefaultButton:
    case PE_FrameTabWidget:
    case PE_FrameStatusBarItem:
    case PE_PanelToolBar: return;
    case PE_IndicatorItemViewItemCheck:
    case PE_IndicatorCheckBox: paint::checkIndicator(*painter, *option, m_theme, false); return;
    case PE_IndicatorRadioButton: paint::checkIndicator(*painter, *option, m_theme, true); return;
    case PE_PanelLineEdit:
        if (const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option); frame && frame->lineWidth > 0)
            paint::field(*painter, option->rect, *option, widget, m_theme);
        return;
    case PE_FrameLineEdit: return;
    case PE_Frame:
        if (isField(widget))
            return paint::field(*painter, option->rect, *option, widget, m_theme);
        [[fallthrough]];
    case PE_FrameMenu:
    case PE_FrameDockWidget:
    case PE_FrameWindow: paint::box(*painter, option->rect, {}, m_theme.color(Role::hairline), element == PE_Frame ? 2 : 0); return;
    case PE_PanelMenu:
        painter->fillRect(option->rect, m_theme.color(Role::panel));
        return;
    case PE_PanelTipLabel: paint::box(*painter, option->rect, m_theme.color(Role::panel), m_theme.color(Role::hairline), 0); return;
    case PE_FrameTabBarBase:
        painter->fillRect(QRectF(option->rect.left(), option->rect.bottom(), option->rect.width(), 1), m_theme.color(Role::hairline));
        return;
    case PE_PanelItemViewRow: return;
    case PE_PanelItemViewItem:
        if (const auto* item = qstyleoption_cast<const QStyleOptionViewItem*>(option))
            paint::viewItem(*painter, *item, m_theme);
        return;
    case PE_IndicatorArrowDown: paint::chevron(*painter, option->rect, Qt::DownArrow, m_theme.color(Role::muted)); return;
    case PE_IndicatorArrowUp: paint::chevron(*painter, option->rect, Qt::UpArrow, m_theme.color(Role::muted)); return;
    case PE_IndicatorArrowRight: paint::chevron(*painter, option->rect, Qt::RightArrow, m_theme.color(Role::muted)); return;
    case PE_IndicatorArrowLeft: paint::chevron(*painter, option->rect, Qt::LeftArrow, m_theme.color(Role::muted)); return;
    case PE_IndicatorHeaderArrow:
        if (const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option))
            paint::chevron(*painter, option->rect, header->sortIndicator == QStyleOptionHeader::SortUp ? Qt::UpArrow : Qt::DownArrow, m_theme.color(Role::muted));
        return;
    case PE_IndicatorBranch:
        if (option->state & State_Children)
            paint::chevron(*painter, option->rect, option->state & State_Open ? Qt::DownArrow : Qt::RightArrow, m_theme.color(Role::muted));
        return;
    default: QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void Style::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const
{
    switch (element) {
    case CE_PushButtonBevel:
        if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option); button && button->features & QStyleOptionButton::Flat)
            return paint::toolButton(*painter, *option, m_theme);
        break;
    case CE_PushButtonLabel:
        if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option))
            return paint::pushButtonLabel(*painter, *button, widget, m_theme);
        break;
    case CE_TabBarTabShape:
        if (const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option))
            return paint::tab(*painter, *tab, m_theme);
        break;
    case CE_TabBarTabLabel:
        if (const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option))
            return paint::tabLabel(*painter, *tab, m_theme);
        break;
    case CE_HeaderSection:
        if (const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option))
            return paint::headerSection(*painter, *header, m_theme);
        break;
    case CE_ItemViewItem:
        // Qt asks for the ring of the current item whoever chose it; here only the keyboard brings it.
        if (const auto* item = qstyleoption_cast<const QStyleOptionViewItem*>(option); item && !(item->state & State_KeyboardFocusChange)) {
            QStyleOptionViewItem quiet = *item;
            quiet.state &= ~State_HasFocus;
            return QProxyStyle::drawControl(element, &quiet, painter, widget);
        }
        break;
    case CE_HeaderEmptyArea: painter->fillRect(option->rect, m_theme.color(Role::panel)); return;
    case CE_HeaderLabel:
        if (const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option)) {
            QStyleOptionHeader label = *header;
            label.palette.setColor(QPalette::ButtonText, m_theme.ink(Role::muted));
            QProxyStyle::drawControl(element, &label, painter, widget);
            return;
        }
        break;
    case CE_MenuItem:
        if (const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option))
            return paint::menuItem(*painter, *item, m_theme);
        break;
    case CE_MenuEmptyArea: return;
    case CE_ProgressBar:
        if (const auto* bar = qstyleoption_cast<const QStyleOptionProgressBar*>(option))
            return paint::progressBar(*painter, *bar, m_theme);
        break;
    case CE_Splitter: painter->fillRect(option->rect, m_theme.color(Role::hairline)); return;
    case CE_ToolBar: return;
    default: break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter, const QWidget* widget) const
{
    switch (control) {
    case CC_ComboBox:
        if (const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(option))
            return paint::comboBox(*painter, *combo, widget, m_theme);
        break;
    case CC_SpinBox:
        if (const auto* spin = qstyleoption_cast<const QStyleOptionSpinBox*>(option))
            return paint::spinBox(*painter, *spin, subControlRect(control, option, SC_SpinBoxUp, widget),
                                  subControlRect(control, option, SC_SpinBoxDown, widget), widget, m_theme);
        break;
    case CC_ScrollBar:
        if (const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option))
            return paint::scrollBar(*painter, *bar, subControlRect(control, option, SC_ScrollBarSlider, widget), widget, m_theme);
        break;
    default: break;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

void Style::polish(QWidget* widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton*>(widget) || qobject_cast<QComboBox*>(widget))
        widget->setAttribute(Qt::WA_Hover);
    // Texts that are written in stand on the ground of fields, not of lists; the frame paints it, with its round corners.
    if (qobject_cast<QPlainTextEdit*>(widget) || qobject_cast<QTextEdit*>(widget)) {
        QWidget* viewport = static_cast<QAbstractScrollArea*>(widget)->viewport();
        viewport->setBackgroundRole(QPalette::Window);
        viewport->setAutoFillBackground(!isField(widget));
    }
}

const Theme& themeOf(const QWidget* widget)
{
    static const Theme plain = Theme::light();
    const QStyle* style = widget ? widget->style() : QApplication::style();
    if (const auto* ours = qobject_cast<const Style*>(style))
        return ours->theme();
    // A widget with a style sheet of its own has a wrapper style; the application's is still ours.
    const auto* ours = qobject_cast<const Style*>(QApplication::style());
    return ours ? ours->theme() : plain;
}

void setProminence(QAbstractButton* button, Prominence prominence)
{
    button->setProperty("prominence", static_cast<int>(prominence));
    button->update();
}

Prominence prominence(const QWidget* widget)
{
    return widget ? static_cast<Prominence>(widget->property("prominence").toInt()) : Prominence::normal;
}

void setInvalid(QWidget* field, bool invalid)
{
    field->setProperty("invalid", invalid);
    field->update();
}

} // namespace penstock::theme
