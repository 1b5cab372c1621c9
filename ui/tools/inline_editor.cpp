#include "ui/tools/inline_editor.h"

#include <QFocusEvent>
#include <QKeyEvent>

#include <algorithm>

namespace penstock::tools {

InlineEditor::InlineEditor(const QString& text, const QString& what, const QRect& over, QWidget* canvas)
    : QLineEdit(text, canvas)
    , m_before(text)
{
    constexpr int narrowest = 160;
    setAccessibleName(what);
    setPlaceholderText(what);
    const int height = sizeHint().height();
    const int width = std::max(over.width(), narrowest);
    setGeometry(over.center().x() - width / 2, over.center().y() - height / 2, width, height);
    selectAll();
    show();
    setFocus();
}

void InlineEditor::leave()
{
    hide();
    deleteLater();
}

// Its keys are no shortcuts of the canvas that it stands on.
bool InlineEditor::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Escape) {
            event->accept();
            return true;
        }
    }
    return QLineEdit::event(event);
}

void InlineEditor::keyPressEvent(QKeyEvent* event)
{
    const bool taken = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!taken && event->key() != Qt::Key_Escape)
        return QLineEdit::keyPressEvent(event);
    const QString now = text().trimmed();
    leave();
    parentWidget()->setFocus();
    if (taken && !now.isEmpty() && now != m_before)
        Q_EMIT changed(now);
}

void InlineEditor::focusOutEvent(QFocusEvent* event)
{
    QLineEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason && isVisible())
        leave();
}

} // namespace penstock::tools
