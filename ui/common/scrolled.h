#pragma once

#include <QScrollArea>

namespace penstock::common {

// The content in an area that scrolls up and down only, on the window's ground. `name` is what assistive tools say.
QScrollArea* scrolled(QWidget* content, const QString& name);

} // namespace penstock::common
