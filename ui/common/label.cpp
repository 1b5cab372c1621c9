#include "ui/common/label.h"

#include "ui/theme/style.h"

#include <QPainter>

namespace penstock::common {

using theme::Role;
using theme::Theme;
using theme::Type;

Label::Label(const QString& text, Type type, Role role, QWidget* parent)
    : QLabel(text, parent)
    , m_role(role)
{
    setTextFormat(Qt::PlainText);
    setFont(Theme::font(type));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed); // never grows into the room of its neighbours
}

void Label::setFit(Fit fit, Qt::TextElideMode mode)
{
    m_fit = fit;
    m_mode = mode;
    setWordWrap(fit == Fit::wrap);
    QSizePolicy policy(fit == Fit::elide ? QSizePolicy::Ignored : QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(fit == Fit::wrap);
    setSizePolicy(policy);
    updateGeometry();
}

void Label::setRole(Role role)
{
    m_role = role;
    update();
}

void Label::setSurface(Role surface)
{
    m_surface = surface;
    update();
}

QSize Label::minimumSizeHint() const
{
    const QSize natural = QLabel::minimumSizeHint();
    return m_fit == Fit::elide ? QSize(qMin(natural.width(), 24), natural.height()) : natural;
}

void Label::paintEvent(QPaintEvent* event)
{
    if (textInteractionFlags() & Qt::TextSelectableByMouse)
        return QLabel::paintEvent(event);
    QPainter painter(this);
    painter.setFont(font());
    const auto& theme = theme::themeOf(this);
    painter.setPen(isEnabled() ? theme.ink(m_role, m_surface) : theme.color(Role::idle));
    const QRect room = contentsRect();
    const bool elide = m_fit == Fit::elide;
    const QString shown = elide ? fontMetrics().elidedText(text(), m_mode, room.width()) : text();
    painter.drawText(room, static_cast<int>(alignment()) | (m_fit == Fit::wrap ? Qt::TextWordWrap : 0), shown);
}

void Label::resizeEvent(QResizeEvent* event)
{
    if (m_fit == Fit::elide)
        setToolTip(fontMetrics().horizontalAdvance(text()) > contentsRect().width() ? text() : QString());
    QLabel::resizeEvent(event);
}

Label* pageTitle(const QString& text, QWidget* parent)
{
    auto* label = new Label(text, Type::title, Role::text, parent);
    label->setSurface(Role::window);
    return label;
}

Label* sectionTitle(const QString& text, QWidget* parent)
{
    auto* label = new Label(text.toUpper(), Type::caption, Role::muted, parent);
    QFont font = label->font();
    font.setWeight(QFont::DemiBold);
    font.setLetterSpacing(QFont::AbsoluteSpacing, 0.4);
    label->setFont(font);
    label->setAccessibleName(text);
    return label;
}

Label* secondary(const QString& text, QWidget* parent)
{
    return new Label(text, Type::secondary, Role::muted, parent);
}

} // namespace penstock::common
