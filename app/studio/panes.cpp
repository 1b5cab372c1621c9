#include "app/studio/panes.h"

#include <QApplication>
#include <QSplitter>

namespace penstock::studio {

namespace {

// In reading order: a splitter within a splitter is gone through where it stands.
void collect(QWidget* widget, QList<QWidget*>& panes)
{
    const auto* splitter = qobject_cast<QSplitter*>(widget);
    if (!splitter) {
        auto* inner = widget->findChild<QSplitter*>();
        if (inner && inner->isVisible())
            return collect(inner, panes);
        if (!widget->isVisible() || widget->size().isEmpty())
            return;
        for (QWidget* child : widget->findChildren<QWidget*>()) {
            if (child->property("pane").toBool() && child->isVisible())
                panes.append(child); // before what it stands in
        }
        panes.append(widget);
        return;
    }
    for (int i = 0; i < splitter->count(); ++i)
        collect(splitter->widget(i), panes);
}

bool canHaveFocus(const QWidget* widget)
{
    return widget->isVisible() && widget->isEnabled() && widget->focusPolicy() & Qt::TabFocus && !widget->focusProxy();
}

// What holds fields is gone past: they are what one goes to.
bool isForm(const QWidget* widget) { return widget->inherits("QScrollArea"); }

QWidget* firstFocusable(QWidget* pane)
{
    if (canHaveFocus(pane) && !isForm(pane))
        return pane;
    // Lists and canvases are what a part is for; the fields above them are reached with Tab.
    QWidget* first = nullptr;
    for (QWidget* child : pane->findChildren<QWidget*>()) {
        if (!canHaveFocus(child))
            continue;
        if ((child->inherits("QAbstractScrollArea") && !isForm(child)) || child->inherits("penstock::canvas::GraphView"))
            return child;
        if (!first || isForm(first))
            first = child;
    }
    return first || !canHaveFocus(pane) ? first : pane;
}

} // namespace

void focusNextPane(QWidget* screen, bool backward)
{
    QList<QWidget*> all, panes;
    collect(screen, all);
    for (QWidget* pane : all) {
        if (firstFocusable(pane))
            panes.append(pane);
    }
    if (panes.isEmpty())
        return;
    qsizetype current = -1;
    for (qsizetype i = 0; i < panes.size(); ++i) {
        const QWidget* focus = QApplication::focusWidget();
        if (current < 0 && focus && (panes[i] == focus || panes[i]->isAncestorOf(focus)))
            current = i;
    }
    const qsizetype count = panes.size();
    const qsizetype next = current < 0 ? 0 : (current + (backward ? count - 1 : 1)) % count;
    firstFocusable(panes[next])->setFocus(Qt::TabFocusReason);
}

} // namespace penstock::studio
