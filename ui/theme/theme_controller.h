// Applies a theme to the application and changes it while it runs: as the desktop says, or as the person chose.
#pragma once

#include "ui/theme/theme.h"

#include <QObject>

class QApplication;

namespace penstock::theme {

class Style;

class ThemeController final : public QObject {
    Q_OBJECT

public:
    enum class Choice { system, light, dark };

    // Installs the style; make one per application, before the first window, and keep it until the end.
    ThemeController(QApplication& application, Choice choice);

    Choice choice() const { return m_choice; }
    void choose(Choice choice);
    const Theme& theme() const;

Q_SIGNALS:
    void changed(); // after every widget has been told by a palette change

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void apply();

    QApplication& m_application;
    Style* m_style; // owned by the application
    Choice m_choice;
    bool m_applying = false;
};

} // namespace penstock::theme
