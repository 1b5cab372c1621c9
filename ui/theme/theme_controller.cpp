#include "ui/theme/theme_controller.h"

#include "ui/theme/style.h"

#include <QApplication>
#include <QEvent>
#include <QTimer>

namespace penstock::theme {

ThemeController::ThemeController(QApplication& application, Choice choice)
    : m_application(application)
    , m_style(new Style(Theme::forDesktop(QGuiApplication::palette())))
    , m_choice(choice)
{
    QApplication::setStyle(m_style);
    apply();
    application.installEventFilter(this);
}

const Theme& ThemeController::theme() const
{
    return m_style->theme();
}

void ThemeController::choose(Choice choice)
{
    if (choice == m_choice)
        return;
    m_choice = choice;
    apply();
    Q_EMIT changed();
}

void ThemeController::apply()
{
    m_applying = true;
    if (m_choice == Choice::system) {
        // Our own palette hides the desktop's; an empty one uncovers it for a moment.
        QApplication::setPalette(QPalette());
        m_style->setTheme(Theme::forDesktop(QGuiApplication::palette()));
    } else {
        m_style->setTheme(m_choice == Choice::dark ? Theme::dark() : Theme::light());
    }
    QApplication::setPalette(m_style->theme().palette());
    m_applying = false;
}

bool ThemeController::eventFilter(QObject* watched, QEvent* event)
{
    // Qt 6.4 has no signal for a change of the colour scheme; windows receive ThemeChange when the platform reports one.
    if (event->type() == QEvent::ThemeChange && !m_applying && m_choice == Choice::system) {
        m_applying = true;
        QTimer::singleShot(0, this, [this] {
            apply();
            Q_EMIT changed();
        });
    }
    return QObject::eventFilter(watched, event);
}

} // namespace penstock::theme
