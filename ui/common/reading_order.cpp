#include "ui/common/reading_order.h"

#include <QWidget>

#include <algorithm>

namespace penstock::common {

namespace {

constexpr int sameLine = 10; // pixels: what is lower by less stands in the same line

bool takesTab(const QWidget* widget) { return widget->isVisible() && widget->isEnabled() && widget->focusPolicy() & Qt::TabFocus && !widget->focusProxy(); }

QList<QWidget*> inOrder(const QWidget& form)
{
    QList<std::pair<QPoint, QWidget*>> fields;
    for (QWidget* widget : form.findChildren<QWidget*>()) {
        if (takesTab(widget))
            fields.append({widget->mapTo(&form, QPoint()), widget});
    }
    std::ranges::stable_sort(fields, {}, [](const auto& field) { return field.first.y(); });
    QList<QWidget*> order;
    for (auto line = fields.begin(); line != fields.end();) {
        auto end = line;
        while (end != fields.end() && end->first.y() < line->first.y() + sameLine)
            ++end;
        std::stable_sort(line, end, [](const auto& one, const auto& other) { return one.first.x() < other.first.x(); });
        for (; line != end; ++line)
            order.append(line->second);
    }
    return order;
}

} // namespace

QWidget* nextInReadingOrder(const QWidget& form, const QWidget* from, bool forward)
{
    const QList<QWidget*> order = inOrder(form);
    const qsizetype at = order.indexOf(from);
    if (at < 0)
        return order.isEmpty() ? nullptr : forward ? order.first() : order.last();
    return order.value(forward ? at + 1 : at - 1, nullptr);
}

QWidget* nextOutside(QWidget& form, bool forward)
{
    QWidget* each = &form;
    do
        each = forward ? each->nextInFocusChain() : each->previousInFocusChain();
    while (each != &form && (form.isAncestorOf(each) || each->window() != form.window() || !takesTab(each)));
    return each == &form ? nullptr : each;
}

} // namespace penstock::common
