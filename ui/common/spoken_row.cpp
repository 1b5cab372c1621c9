#include "ui/common/spoken_row.h"

#include <QAbstractItemView>
#include <QAccessible>

namespace penstock::common {

void speakCurrentRow(QAbstractItemView& list)
{
    if (!QAccessible::isActive() || !list.isVisible() || !list.currentIndex().isValid())
        return;
    QAccessibleEvent event(&list, QAccessible::Focus);
    event.setChild(list.currentIndex().row());
    QAccessible::updateAccessibility(&event);
}

} // namespace penstock::common
