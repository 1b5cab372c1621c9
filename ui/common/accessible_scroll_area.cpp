#include "ui/common/accessible_scroll_area.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QWidget>

namespace penstock::common {

void installAccessibleScrollAreas()
{
    QAccessible::installFactory([](const QString& name, QObject* object) -> QAccessibleInterface* {
        const bool isPlain = name == QLatin1String("QScrollArea") || name == QLatin1String("QAbstractScrollArea");
        return isPlain && object->isWidgetType() ? new QAccessibleWidget(static_cast<QWidget*>(object), QAccessible::Client) : nullptr;
    });
}

} // namespace penstock::common
