#include "ui/designer/form/growing_text.h"

#include "ui/theme/theme.h"

#include <QAbstractTextDocumentLayout>
#include <QKeyEvent>
#include <QPainter>

namespace penstock::designer {

namespace {

constexpr int mostLines = 10;

} // namespace

GrowingText::GrowingText(const QString& example, QWidget* parent)
    : QPlainTextEdit(parent)
    , m_example(example)
{
    document()->setDocumentMargin(6); // as far from the frame as the text of a line edit
    setFont(theme::Theme::font(theme::Type::mono));
    setTabChangesFocus(true);
    // A bar below the text would hide the only line there is.
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this, &GrowingText::fitHeight);
    fitHeight();
}

void GrowingText::setExample(const QString& example)
{
    m_example = example;
    viewport()->update();
}

void GrowingText::fitHeight()
{
    const int all = static_cast<int>(document()->documentLayout()->documentSize().height()); // of a plain document: in lines
    const int around = 2 * (static_cast<int>(document()->documentMargin()) + frameWidth());
    setVerticalScrollBarPolicy(all > mostLines ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    setFixedHeight(std::max(theme::Metrics::control, fontMetrics().lineSpacing() * std::clamp(all, 1, mostLines) + around));
}

// Qt wraps a placeholder, and a wrapped one is cut off below the only line of the field.
void GrowingText::paintEvent(QPaintEvent* event)
{
    QPlainTextEdit::paintEvent(event);
    if (!document()->isEmpty() || m_example.isEmpty())
        return;
    QPainter painter(viewport());
    painter.setPen(palette().color(QPalette::PlaceholderText));
    const int margin = static_cast<int>(document()->documentMargin());
    const QRect line(margin, margin, viewport()->width() - 2 * margin, fontMetrics().lineSpacing());
    painter.drawText(line, Qt::AlignVCenter, fontMetrics().elidedText(m_example.section(QLatin1Char('\n'), 0, 0), Qt::ElideRight, line.width()));
}

void GrowingText::resizeEvent(QResizeEvent* event)
{
    QPlainTextEdit::resizeEvent(event);
    QMetaObject::invokeMethod(this, &GrowingText::fitHeight, Qt::QueuedConnection); // lines are folded anew after this
}

void GrowingText::focusOutEvent(QFocusEvent* event)
{
    QPlainTextEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason)
        Q_EMIT finished();
}

void GrowingText::keyPressEvent(QKeyEvent* event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && event->modifiers().testFlag(Qt::ControlModifier))
        return Q_EMIT finished();
    QPlainTextEdit::keyPressEvent(event);
}

} // namespace penstock::designer
