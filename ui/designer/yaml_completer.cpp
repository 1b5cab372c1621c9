#include "ui/designer/yaml_completer.h"

#include "core/edit/text_context.h"
#include "core/messages/messages.h"
#include "ui/designer/pipeline_editor.h"
#include "ui/designer/yaml_text.h"
#include "ui/models/qt_text.h"
#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QKeyEvent>
#include <QScrollBar>
#include <QStandardItemModel>

namespace penstock::designer {

using models::qt;
using models::utf8;

namespace {

constexpr int insertRole = Qt::UserRole;
constexpr int caretRole = Qt::UserRole + 1;
constexpr std::size_t mostItems = 200;
constexpr int mostCharacters = 400'000; // proposals while typing cost a look at all of the text
constexpr int popupWidth = 260;

bool isCompleting(const QKeyEvent& key)
{
    const QString text = key.text();
    const bool isCommand = key.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier);
    return !isCommand && text.size() == 1 && (text[0].isLetterOrNumber() || text[0] == QLatin1Char('_') || text[0] == QLatin1Char('.'));
}

} // namespace

YamlCompleter::YamlCompleter(YamlText& text, const PipelineEditor& editor, QObject* parent)
    : QObject(parent)
    , m_text(text)
    , m_editor(editor)
    , m_model(new QStandardItemModel(this))
{
    m_completer.setWidget(&text);
    m_completer.setModel(m_model);
    m_completer.setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer.popup()->setFont(theme::Theme::font(theme::Type::mono));
    m_completer.popup()->setAccessibleName(tr("What can be written here"));
    text.setPopup(m_completer.popup());
    text.installEventFilter(this);
    connect(&m_completer, qOverload<const QModelIndex&>(&QCompleter::activated), this, [this](const QModelIndex& index) { write(index.data(insertRole).toString(), index.data(caretRole).toULongLong()); });
    connect(&text, &YamlText::edited, this, [this] {
        if (std::exchange(m_isTyping, false) || m_completer.popup()->isVisible())
            propose(false);
    });
    connect(&text, &YamlText::left, m_completer.popup(), &QWidget::hide);
}

bool YamlCompleter::isWanted(const QKeyEvent& key) { return key.key() == Qt::Key_Space && key.modifiers() == Qt::ControlModifier; }

bool YamlCompleter::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress)
        return QObject::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    if (isWanted(*key)) {
        propose(true);
        return true;
    }
    m_isTyping = isCompleting(*key);
    return false;
}

edit::Completions YamlCompleter::look(const std::string& text, std::size_t offset) const
{
    const auto expression = edit::expressionAt(text, offset);
    if (!expression || !m_expressions)
        return edit::completionsAt(text, offset, m_editor.lastGood());
    const std::string_view inside = std::string_view(text).substr(expression->begin, expression->end - expression->begin);
    edit::Completions found = m_expressions(m_editor.lastGood(), expression->path, inside, offset - expression->begin);
    found.begin += expression->begin;
    found.end += expression->begin;
    return found;
}

void YamlCompleter::propose(bool wasAsked)
{
    m_completer.popup()->hide();
    if (!m_editor.isOpen() || m_text.textCursor().hasSelection() || (!wasAsked && m_text.document()->characterCount() > mostCharacters))
        return;
    const std::string text = utf8(m_text.toPlainText());
    const edit::Completions found = look(text, m_text.byteOffset());
    if (found.items.empty())
        return;
    const std::string word = text.substr(found.begin, found.end - found.begin);
    if (!wasAsked && (word.empty() || word == found.items.front().insert))
        return; // Enter shall end the line
    m_begin = found.begin;
    m_end = found.end;
    m_model->clear();
    for (std::size_t i = 0; i < std::min(found.items.size(), mostItems); ++i) {
        const edit::Completion& each = found.items[i];
        auto* item = new QStandardItem(qt(each.name));
        item->setData(qt(each.insert), insertRole);
        item->setData(static_cast<qulonglong>(std::min(each.caret, each.insert.size())), caretRole);
        if (!each.about.id.empty() && messages::has(each.about.id))
            item->setToolTip(messages::sentence(each.about));
        m_model->appendRow(item);
    }
    QRect place = m_text.cursorRect().translated(m_text.viewport()->pos());
    place.setWidth(popupWidth + m_completer.popup()->verticalScrollBar()->sizeHint().width());
    m_completer.complete(place);
    m_completer.popup()->setCurrentIndex(m_completer.completionModel()->index(0, 0));
}

void YamlCompleter::write(const QString& insert, std::size_t caret)
{
    m_isTyping = false;
    m_text.replaceBytes(m_begin, m_end, insert);
    QTextCursor cursor = m_text.textCursor();
    const auto behind = insert.size() - QString::fromUtf8(insert.toUtf8().left(static_cast<qsizetype>(caret))).size();
    cursor.movePosition(QTextCursor::Left, QTextCursor::MoveAnchor, static_cast<int>(behind));
    m_text.setTextCursor(cursor);
    if (insert.endsWith(QLatin1Char('.'))) // the next word is wanted at once
        propose(true);
}

} // namespace penstock::designer
