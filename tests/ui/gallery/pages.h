// Pages of the gallery: each is a widget that shows one part of the foundation as the screens use it.
#pragma once

class QWidget;

namespace penstock::gallery {

QWidget* canvasPage();
QWidget* canvasFarPage();
QWidget* marksPage();
QWidget* widgetsPage();
QWidget* logPage();
QWidget* chartsPage();
QWidget* emptyPage();

} // namespace penstock::gallery
