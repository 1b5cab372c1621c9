// Buttons by how much they say (theme::Prominence): one primary per screen.
#pragma once

#include "ui/theme/icon.h"
#include "ui/theme/style.h"

class QPushButton;
class QToolButton;
class QWidget;

namespace penstock::common {

QPushButton* button(const QString& text, theme::Prominence prominence = theme::Prominence::normal, QWidget* parent = nullptr);
// With an icon in the colour of the button's text.
QPushButton* button(theme::Icon icon, const QString& text, theme::Prominence prominence, QWidget* parent = nullptr);
// Only an icon; `name` is its tool tip and what assistive tools say.
QToolButton* iconButton(theme::Icon icon, const QString& name, QWidget* parent = nullptr);

} // namespace penstock::common
