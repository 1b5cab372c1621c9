// The parts of a screen between which F6 goes: what its splitters hold.
#pragma once

class QWidget;

namespace penstock::studio {

// Moves the focus to the next part of `screen`, or to the one before; from outside into the first.
void focusNextPane(QWidget* screen, bool backward);

} // namespace penstock::studio
