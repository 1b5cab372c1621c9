#include "ui/common/button.h"

#include <QPushButton>
#include <QToolButton>

namespace penstock::common {

QPushButton* button(const QString& text, theme::Prominence prominence, QWidget* parent)
{
    auto* result = new QPushButton(text, parent);
    theme::setProminence(result, prominence);
    result->setAutoDefault(false); // Enter in a field must not press what happens to stand first
    return result;
}

QPushButton* button(theme::Icon icon, const QString& text, theme::Prominence prominence, QWidget* parent)
{
    QPushButton* result = button(text, prominence, parent);
    result->setIcon(theme::icon(icon, prominence == theme::Prominence::primary ? QPalette::BrightText : QPalette::ButtonText));
    result->setIconSize(QSize(14, 14));
    return result;
}

QToolButton* iconButton(theme::Icon icon, const QString& name, QWidget* parent)
{
    auto* result = new QToolButton(parent);
    result->setIcon(theme::icon(icon));
    result->setAutoRaise(true);
    result->setToolTip(name);
    result->setAccessibleName(name);
    return result;
}

} // namespace penstock::common
