#include "ui/designer/completer.h"

#include "ui/designer/completion_model.h"
#include "ui/designer/completion_popup.h"
#include "ui/models/qt_text.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace penstock::designer {

using models::qt;
using models::utf8;

Completer::Completer(QLineEdit* field, Ask ask)
    : Completer(Field{field, [field] { return field->text(); }, [field] { return field->cursorPosition(); },
                      [field](int begin, int end, const QString& text, int caret) {
                          field->setSelection(begin, end - begin);
                          field->insert(text);
                          field->setCursorPosition(begin + caret);
                      },
                      [field] { return field->rect(); }, true},
                std::move(ask))
{}

Completer::Completer(QPlainTextEdit* field, Ask ask)
    : Completer(Field{field, [field] { return field->toPlainText(); }, [field] { return field->textCursor().position(); },
                      [field](int begin, int end, const QString& text, int caret) {
                          QTextCursor cursor = field->textCursor();
                          cursor.setPosition(begin);
                          cursor.setPosition(end, QTextCursor::KeepAnchor);
                          cursor.insertText(text);
                          cursor.setPosition(begin + caret);
                          field->setTextCursor(cursor);
                      },
                      [field] { return field->cursorRect().translated(field->viewport()->pos()); }, false},
                std::move(ask))
{}

Completer::Completer(Field field, Ask ask)
    : QObject(field.widget)
    , m_field(std::move(field))
    , m_ask(std::move(ask))
    , m_model(new CompletionModel(this))
{
    m_field.widget->installEventFilter(this);
}

bool Completer::isOpen() const { return m_popup && m_popup->isVisible(); }

bool Completer::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusOut || event->type() == QEvent::Hide || event->type() == QEvent::MouseButtonPress)
        close();
    if (event->type() == QEvent::ShortcutOverride && isOpen() && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        event->accept(); // of the list, not of the window
        return true;
    }
    if (event->type() != QEvent::KeyPress)
        return QObject::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool isDown = m_field.isLine && !isOpen() && key->key() == Qt::Key_Down && key->modifiers() == Qt::NoModifier;
    if (isDown || (key->key() == Qt::Key_Space && key->modifiers() == Qt::ControlModifier)) {
        offer(true);
        return true;
    }
    if (isOpen() && key->modifiers() == Qt::NoModifier && m_popup->press(key->key()))
        return true;
    const bool types = !key->text().isEmpty() && key->text().front().isPrint() && !(key->modifiers() & (Qt::ControlModifier | Qt::AltModifier));
    if (types || (isOpen() && (key->key() == Qt::Key_Backspace || key->key() == Qt::Key_Delete)))
        QMetaObject::invokeMethod(this, [this] { offer(false); }, Qt::QueuedConnection); // once the key is in the text
    else if (isOpen() && key->key() != Qt::Key_Shift)
        close();
    return QObject::eventFilter(watched, event);
}

// Not at every blank: at a word that has begun, or behind a dot.
bool Completer::isWorthIt(const check::Completions& found, std::size_t cursor) const
{
    const std::string text = utf8(m_field.text());
    const bool isBegun = found.begin < cursor || (cursor > 0 && (text[cursor - 1] == '.' || text[cursor - 1] == '\''));
    const bool isDone = found.items.size() == 1 && text.substr(found.begin, found.end - found.begin) == found.items.front().insert;
    return isBegun && !isDone;
}

void Completer::offer(bool wanted)
{
    if (!m_field.widget->hasFocus())
        return;
    const std::size_t cursor = utf8(m_field.text().left(m_field.cursor())).size();
    check::Completions found = m_ask(utf8(m_field.text()), cursor);
    if (found.items.empty() || (!wanted && !isWorthIt(found, cursor)))
        return close();
    m_begin = found.begin;
    m_end = found.end;
    m_model->setItems(std::move(found.items));
    if (!m_popup) {
        m_popup = new CompletionPopup(m_field.widget);
        m_popup->setModel(m_model);
        connect(m_popup, &CompletionPopup::taken, this, &Completer::take);
    }
    const QRect word = m_field.word();
    m_popup->open({m_field.widget->mapToGlobal(word.topLeft()), word.size()});
}

void Completer::take(int row)
{
    if (row >= m_model->rowCount())
        return close();
    const check::Completion item = m_model->item(row);
    const std::string text = utf8(m_field.text());
    const auto position = [&](std::size_t bytes) { return static_cast<int>(qt(text.substr(0, bytes)).size()); };
    close();
    m_field.replace(position(m_begin), position(m_end), qt(item.insert), static_cast<int>(qt(item.insert.substr(0, item.caret)).size()));
    Q_EMIT inserted();
    if (item.goesOn())
        offer(false);
}

void Completer::close()
{
    if (m_popup)
        m_popup->hide();
}

} // namespace penstock::designer
