#include "ui/designer/form/completer.h"

#include "ui/designer/form/completion_model.h"
#include "ui/designer/form/completion_popup.h"
#include "ui/models/qt_text.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>

#include <algorithm>

namespace penstock::designer {

using models::qt;
using models::utf8;

namespace {

constexpr std::size_t mostItems = 200;
constexpr int mostCharacters = 400'000; // to offer something while somebody types costs a look at all of the text

} // namespace

Completer::Completer(QLineEdit* field, Ask ask)
    : Completer(Field{field, [field] { return field->text(); }, [field] { return static_cast<int>(field->text().size()); }, [field] { return field->cursorPosition(); },
                      [field] { return field->hasSelectedText(); },
                      [field](int begin, int end, const QString& text, int caret) {
                          field->setSelection(begin, end - begin);
                          field->insert(text);
                          field->setCursorPosition(begin + caret);
                      },
                      [field] { return field->rect(); }, true},
                std::move(ask))
{}

Completer::Completer(QPlainTextEdit* field, Ask ask)
    : Completer(Field{field, [field] { return field->toPlainText(); }, [field] { return field->document()->characterCount(); }, [field] { return field->textCursor().position(); },
                      [field] { return field->textCursor().hasSelection(); },
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

void Completer::setLastValue(LastValue last) { m_model->setLastValue(std::move(last)); }

bool Completer::isOpen() const { return m_popup && m_popup->isVisible(); }

bool Completer::isAsking(const QKeyEvent& key) const
{
    const bool isDown = m_field.isLine && !isOpen() && key.key() == Qt::Key_Down && key.modifiers() == Qt::NoModifier;
    return isDown || (key.key() == Qt::Key_Space && key.modifiers() == Qt::ControlModifier);
}

bool Completer::isForList(const QKeyEvent& key) const { return isOpen() && (key.modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier && CompletionPopup::knows(key.key()); }

bool Completer::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusOut || event->type() == QEvent::Hide || event->type() == QEvent::MouseButtonPress)
        close();
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride)
        return QObject::eventFilter(watched, event);
    const auto& key = *static_cast<QKeyEvent*>(event);
    if (event->type() == QEvent::KeyPress)
        return press(key) || QObject::eventFilter(watched, event);
    if (!isForList(key) && !isAsking(key))
        return QObject::eventFilter(watched, event);
    event->accept(); // of the list, not of the window
    return true;
}

bool Completer::press(const QKeyEvent& key)
{
    if (isAsking(key)) {
        offer(true);
        return true;
    }
    if (isForList(key))
        return m_popup->press(key.key());
    const bool types = !key.text().isEmpty() && key.text().front().isPrint() && !(key.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    const bool isModifier = key.key() == Qt::Key_Shift || key.key() == Qt::Key_Control || key.key() == Qt::Key_Alt || key.key() == Qt::Key_Meta || key.key() == Qt::Key_AltGr;
    if (types || (isOpen() && (key.key() == Qt::Key_Backspace || key.key() == Qt::Key_Delete)))
        QMetaObject::invokeMethod(this, [this] { offer(false); }, Qt::QueuedConnection); // once the key is in the text
    else if (isOpen() && !isModifier)
        close();
    return false;
}

// Not at every blank: at a word that has begun, or behind a dot. Not at one that is there already: then Enter ends the line.
bool Completer::isWorthIt(const check::Completions& found, const std::string& text, std::size_t cursor)
{
    const bool isBegun = found.begin < cursor || (cursor > 0 && (text[cursor - 1] == '.' || text[cursor - 1] == '\''));
    const bool isDone = text.substr(found.begin, found.end - found.begin) == found.items.front().insert;
    return isBegun && !isDone;
}

void Completer::offer(bool wanted)
{
    if (!m_field.widget->hasFocus())
        return;
    if (m_field.hasSelection() || (!wanted && m_field.size() > mostCharacters))
        return close();
    const std::string text = utf8(m_field.text());
    const std::size_t cursor = utf8(m_field.text().left(m_field.cursor())).size();
    check::Completions found = m_ask(text, cursor);
    if (found.items.empty() || (!wanted && !isWorthIt(found, text, cursor)))
        return close();
    found.items.resize(std::min(found.items.size(), mostItems));
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
