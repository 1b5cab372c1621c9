#include "ui/common/chip.h"

#include "ui/theme/style.h"

#include <QPainter>

namespace penstock::common {

using theme::Role;

Chip::Chip(const QString& text, QWidget* parent)
    : QWidget(parent)
{
    QFont font = theme::Theme::font(theme::Type::caption);
    font.setWeight(QFont::Medium);
    setFont(font);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    setText(text);
}

void Chip::setText(const QString& text)
{
    m_text = text;
    setAccessibleName(text);
    setToolTip(text);
    updateGeometry();
    update();
}

void Chip::setRole(Role role)
{
    m_role = role;
    update();
}

QSize Chip::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(m_text) + 26, fontMetrics().height() + 9};
}

void Chip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto& theme = theme::themeOf(this);
    const QRectF pill = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(QPen(theme.color(Role::hairline), 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2);
    painter.setPen(theme.ink(m_role, Role::window));
    painter.drawText(rect(), Qt::AlignCenter, fontMetrics().elidedText(m_text, Qt::ElideRight, width() - 24));
}

} // namespace penstock::common
