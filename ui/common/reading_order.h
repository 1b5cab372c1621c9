// Tab as people read: line by line. Rows of a form come and go, and Qt leads through them in the order in which they were made.
#pragma once

class QWidget;

namespace penstock::common {

// The next field of `form`, or the one before, as they stand; null behind the last and before the first. From outside: the first, or the last.
QWidget* nextInReadingOrder(const QWidget& form, const QWidget* from, bool forward);

// Where Tab leads out of `form`, which is left; null when there is nothing else.
QWidget* nextOutside(QWidget& form, bool forward);

} // namespace penstock::common
