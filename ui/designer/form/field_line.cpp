#include "ui/designer/form/field_line.h"

#include <QHelpEvent>
#include <QPainter>
#include <QStyleOptionFrame>
#include <QToolTip>

namespace penstock::designer {

namespace {

constexpr int textMargin = 2; // of QLineEdit between its contents and the text

} // namespace

QRect FieldLine::textRect() const
{
    QStyleOptionFrame option;
    initStyleOption(&option);
    return style()->subElementRect(QStyle::SE_LineEditContents, &option, this).marginsRemoved(textMargins()).adjusted(textMargin, 0, -textMargin, 0);
}

bool FieldLine::isCut() const { return fontMetrics().horizontalAdvance(text()) > textRect().width(); }

bool FieldLine::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip || !isCut())
        return QLineEdit::event(event);
    QWidget* named = this; // what the field is for is said by what it stands in
    while (named && named->toolTip().isEmpty())
        named = named->parentWidget();
    const QString what = named ? named->toolTip() : QString();
    const QString all = text().left(2000).toHtmlEscaped();
    QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(), what.isEmpty() ? QStringLiteral("<p>%1</p>").arg(all) : QStringLiteral("<p>%1</p><p>%2</p>").arg(all, what.toHtmlEscaped()), this);
    return true;
}

void FieldLine::paintEvent(QPaintEvent* event)
{
    if (hasFocus() || !isCut())
        return QLineEdit::paintEvent(event);
    QPainter painter(this);
    QStyleOptionFrame option;
    initStyleOption(&option);
    style()->drawPrimitive(QStyle::PE_PanelLineEdit, &option, &painter, this);
    const QRect rect = textRect();
    painter.setPen(palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled, QPalette::Text));
    painter.drawText(rect, Qt::AlignVCenter | Qt::AlignLeft, fontMetrics().elidedText(text(), Qt::ElideRight, rect.width()));
}

} // namespace penstock::designer
