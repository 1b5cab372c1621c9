#include "ui/common/overlay.h"

#include "ui/theme/style.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>

#include <algorithm>
#include <utility>

namespace penstock::common {

Overlay::Overlay(QWidget* asker)
    : QFrame(asker->window())
{
    hide();
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) { followFocus(now); });
}

// Its field loses the focus while it goes: nothing of this is there any more then.
Overlay::~Overlay() { QObject::disconnect(qApp, nullptr, this, nullptr); }

void Overlay::showAt(const QPoint& global)
{
    m_corner = parentWidget()->mapFromGlobal(global);
    m_size = size();
    QWidget* focused = window()->focusWidget();
    // One that is asked for in another takes its place.
    for (auto* other : window()->findChildren<Overlay*>()) {
        if (other != this && other->m_isOpen && other->isAncestorOf(focused))
            focused = other->m_before;
    }
    m_before = focused;
    place();
    show();
    raise();
    m_isOpen = true;
    qApp->installEventFilter(this);
    QWidget* first = focusProxy() ? focusProxy() : this;
    first->setFocus(Qt::PopupFocusReason);
}

void Overlay::place()
{
    const QRect room = parentWidget()->rect().adjusted(4, 4, -4, -4);
    const QSize whole = m_size.boundedTo(room.size());
    move(std::clamp(m_corner.x(), room.left(), std::max(room.left(), room.right() - whole.width())),
         std::clamp(m_corner.y(), room.top(), std::max(room.top(), room.bottom() - whole.height())));
    resize(whole.width(), std::min(whole.height(), m_contentHeight));
}

void Overlay::setContentHeight(int height)
{
    m_contentHeight = height;
    if (m_isOpen)
        place();
}

void Overlay::leave() { close(true); }

void Overlay::close(bool givesBack)
{
    if (!std::exchange(m_isOpen, false))
        return;
    qApp->removeEventFilter(this);
    if (givesBack && m_before)
        m_before->setFocus(Qt::PopupFocusReason); // first: a widget that hides passes its focus on to the next one
    hide();
    Q_EMIT left();
}

void Overlay::followFocus(QWidget* now)
{
    // Another window in front is no reason to go, nor the menu of a field.
    if (m_isOpen && now && now != this && !isAncestorOf(now) && !qobject_cast<QMenu*>(now))
        close(false);
}

bool Overlay::eventFilter(QObject* watched, QEvent* event)
{
    auto* widget = watched->isWidgetType() ? static_cast<QWidget*>(watched) : nullptr;
    if (widget && widget == parentWidget() && event->type() == QEvent::Resize)
        place();
    if (!widget || !m_isOpen)
        return QFrame::eventFilter(watched, event);
    const bool isInside = widget == this || isAncestorOf(widget);
    if (event->type() == QEvent::MouseButtonPress && !isInside && widget->window() == window())
        close(!widget->isEnabled() || !(widget->focusPolicy() & Qt::ClickFocus));
    const bool isKey = event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress;
    if (isInside && isKey && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        event->accept(); // not of the screen below
        if (event->type() == QEvent::KeyPress)
            leave();
        return true;
    }
    return QFrame::eventFilter(watched, event);
}

void Overlay::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const theme::Theme& theme = theme::themeOf(this);
    painter.setPen(theme.color(theme::Role::hairline));
    painter.setBrush(theme.color(theme::Role::panel));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

} // namespace penstock::common
