// The program's icons: monochrome drawings (resources/icons) in the colour of the moment, sharp at any size and scale.
#pragma once

#include <QColor>
#include <QIcon>
#include <QPalette>
#include <QRectF>

class QPainter;

namespace penstock::theme {

enum class Icon {
    // step kinds
    command, choice, wait, approve, registerModel, promote, pipeline, placeholder, end, map,
    // modes
    design, runs, compare, models, approvals, services,
    // actions
    play, stop, undo, redo, search, close, plus, minus, chevronDown, chevronUp, chevronRight, fit, copy, save, open,
    more, refresh, trash, settings, follow, layout, check, overview,
};
inline constexpr int iconCount = static_cast<int>(Icon::overview) + 1;

// An icon for buttons and models that takes its colour from the application's palette each time it is painted, so it
// follows a change of theme by itself; disabled ones are painted in the disabled colour of the same role.
QIcon icon(Icon which, QPalette::ColorRole role = QPalette::ButtonText);

void paintIcon(QPainter& painter, const QRectF& box, Icon which, const QColor& color);

} // namespace penstock::theme
