// Contrast as WCAG 2.1 defines it: https://www.w3.org/TR/WCAG21/#dfn-contrast-ratio
#pragma once

#include <QColor>

namespace penstock::theme {

double contrast(const QColor& a, const QColor& b); // 1 to 21
// `amount` 0 gives a, 1 gives b.
QColor mix(const QColor& a, const QColor& b, double amount);
// `color`, moved towards `strong` in small steps until it has `least` against `surface`; `strong` if nothing else has.
QColor readable(const QColor& color, const QColor& surface, const QColor& strong, double least = 4.5);

} // namespace penstock::theme
