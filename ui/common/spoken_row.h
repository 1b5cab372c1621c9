// The row that a list has chosen while the focus stays in the field that it belongs to, told to assistive tools.
#pragma once

class QAbstractItemView;

namespace penstock::common {

// As if the focus had gone to the row: that is what they read out. For a list of one column.
void speakCurrentRow(QAbstractItemView& list);

} // namespace penstock::common
