// What assistive tools are told of areas that scroll.
#pragma once

namespace penstock::common {

// Qt's own answer for QScrollArea and QAbstractScrollArea looks up a child without a look at its number (Qt 6.4,
// QAccessibleAbstractScrollArea::child): a screen reader that asks for a scroll bar which has just vanished ends the program.
// From here on these areas answer as any widget does, with the same children, and say that there is none. Application-wide;
// to be called once, when the application exists. What has an answer of its own (tables, lists, texts) keeps it.
void installAccessibleScrollAreas();

} // namespace penstock::common
