// What an empty screen says: what will be here, and the one thing to do next.
#pragma once

#include "ui/theme/icon.h"

#include <QWidget>

class QHBoxLayout;
class QPushButton;

namespace penstock::common {

class EmptyState final : public QWidget {
    Q_OBJECT

public:
    EmptyState(theme::Icon icon, const QString& title, const QString& explanation, QWidget* parent = nullptr);

    // A button below the text; the first is the primary one.
    QPushButton* addAction(const QString& text);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    theme::Icon m_icon;
    QWidget* m_picture;
    QHBoxLayout* m_actions;
};

} // namespace penstock::common
