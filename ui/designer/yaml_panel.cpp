#include "ui/designer/yaml_panel.h"

#include "core/messages/messages.h"
#include "ui/designer/yaml_highlighter.h"
#include "ui/models/qt_text.h"
#include "ui/theme/style.h"

#include <QKeyEvent>
#include <QTextBlock>

namespace penstock::designer {

using models::qt;
using models::utf8;

namespace {

constexpr int pauseBeforeTaking = 350; // ms

// The range that differs, so that cursor and scroll position survive a change elsewhere in the text.
void replaceChanged(QTextDocument* document, const QString& now)
{
    const QString before = document->toPlainText();
    qsizetype head = 0;
    while (head < before.size() && head < now.size() && before[head] == now[head])
        ++head;
    qsizetype tail = 0;
    while (tail < before.size() - head && tail < now.size() - head && before[before.size() - 1 - tail] == now[now.size() - 1 - tail])
        ++tail;
    if (head + tail == before.size() && before.size() == now.size())
        return;
    QTextCursor cursor(document);
    cursor.setPosition(static_cast<int>(head));
    cursor.setPosition(static_cast<int>(before.size() - tail), QTextCursor::KeepAnchor);
    cursor.insertText(now.mid(head, now.size() - head - tail));
}

} // namespace

YamlPanel::YamlPanel(PipelineEditor& editor, QWidget* parent)
    : QPlainTextEdit(parent)
    , m_editor(editor)
{
    setFrameShape(QFrame::NoFrame);
    document()->setDocumentMargin(12);
    setFont(theme::Theme::font(theme::Type::mono));
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setUndoRedoEnabled(false);
    setAccessibleName(tr("YAML"));
    m_highlighter = new YamlHighlighter(document(), this);
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseBeforeTaking);
    connect(&m_pause, &QTimer::timeout, this, &YamlPanel::takeOver);
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        if (!m_isFollowing)
            m_pause.start();
    });
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, [this] {
        if (hasFocus() && !m_isFollowing)
            Q_EMIT stepReached(stepAtCursor());
    });
    connect(&editor, &PipelineEditor::changed, this, &YamlPanel::follow);
    follow();
}

void YamlPanel::takeOver()
{
    m_pause.stop();
    if (!m_editor.isOpen() || utf8(toPlainText()) == m_editor.document().text())
        return;
    std::string text = utf8(toPlainText());
    if (m_editor.document().text().find("\r\n") != std::string::npos)
        text = utf8(toPlainText().replace(QLatin1Char('\n'), QLatin1String("\r\n"))); // the widget knows only \n
    m_editor.apply(edit::ReplaceText{std::move(text)});
}

void YamlPanel::follow()
{
    if (!m_editor.isOpen() || m_pause.isActive())
        return;
    m_isFollowing = true;
    QString text = qt(m_editor.document().text());
    replaceChanged(document(), text.replace(QLatin1String("\r\n"), QLatin1String("\n")));
    m_isFollowing = false;
    markProblems();
}

void YamlPanel::markProblems()
{
    QList<QTextEdit::ExtraSelection> marks;
    for (const pipeline::Issue& issue : m_editor.issues()) {
        const QTextBlock block = document()->findBlockByNumber(issue.place.line - 1);
        if (!block.isValid())
            continue;
        QTextEdit::ExtraSelection mark;
        const bool isWarning = issue.severity == pipeline::Severity::warning;
        mark.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        mark.format.setUnderlineColor(theme::themeOf(this).color(isWarning ? theme::Role::warning : theme::Role::failed));
        mark.format.setToolTip(messages::sentence(issue.what));
        mark.cursor = QTextCursor(block);
        mark.cursor.movePosition(QTextCursor::Right, QTextCursor::MoveAnchor, std::min(issue.place.column - 1, block.length() - 1));
        mark.cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
        marks.append(mark);
    }
    setExtraSelections(marks);
}

void YamlPanel::showStep(const QString& step)
{
    if (!m_editor.isOpen() || step.isEmpty() || hasFocus())
        return;
    if (const pipeline::Spot* spot = m_editor.document().read().places.find("steps." + utf8(step)))
        goTo(spot->key);
}

void YamlPanel::goTo(const pipeline::Place& place)
{
    const QTextBlock block = document()->findBlockByNumber(std::max(0, place.line - 1));
    if (!block.isValid())
        return;
    m_isFollowing = true;
    QTextCursor cursor(block);
    cursor.movePosition(QTextCursor::Right, QTextCursor::MoveAnchor, std::clamp(place.column - 1, 0, std::max(0, block.length() - 1)));
    setTextCursor(cursor);
    centerCursor();
    m_isFollowing = false;
}

QString YamlPanel::stepAtCursor() const
{
    if (!m_editor.isOpen())
        return {};
    const int line = textCursor().blockNumber() + 1;
    QString found;
    int nearest = 0;
    for (const pipeline::Step& step : m_editor.document().pipeline().steps) {
        const pipeline::Spot* spot = m_editor.document().read().places.find("steps." + step.name);
        if (spot && spot->key.line <= line && spot->key.line > nearest) {
            nearest = spot->key.line;
            found = qt(step.name);
        }
    }
    return found;
}

void YamlPanel::changeEvent(QEvent* event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_highlighter) {
        m_isFollowing = true;
        m_highlighter->rehighlight();
        m_isFollowing = false;
    }
}

void YamlPanel::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Undo) || event->matches(QKeySequence::Redo)) {
        takeOver();
        event->ignore(); // the document's
        return;
    }
    if (event->key() == Qt::Key_Escape)
        return Q_EMIT left(); // Tab indents, so there is another way out
    if (event->key() == Qt::Key_Tab && event->modifiers() == Qt::NoModifier) {
        insertPlainText(QStringLiteral("  ")); // YAML knows no tabs
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
}

} // namespace penstock::designer
