#include "ui/designer/text/yaml_text.h"

#include "ui/designer/text/text_lines.h"
#include "ui/designer/text/yaml_gutter.h"
#include "ui/designer/text/yaml_highlighter.h"
#include "ui/theme/style.h"

#include <QKeyEvent>
#include <QMimeData>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QTextBlock>

#include <algorithm>

namespace penstock::designer {

namespace {

constexpr qsizetype largestText = 16 << 20; // beyond it no pipeline is read

QTextEdit::ExtraSelection tint(const QTextBlock& block, const QColor& color)
{
    QTextEdit::ExtraSelection selection;
    selection.cursor = QTextCursor(block);
    selection.format.setBackground(color);
    selection.format.setProperty(QTextFormat::FullWidthSelection, true);
    return selection;
}

QColor faint(QColor color, double alpha)
{
    color.setAlphaF(static_cast<float>(alpha));
    return color;
}

bool isText(const QString& text)
{
    return std::none_of(text.begin(), text.end(), [](QChar c) {
        return (c < QLatin1Char(' ') && c != QLatin1Char('\n') && c != QLatin1Char('\r') && c != QLatin1Char('\t')) || c == QChar::ReplacementCharacter;
    });
}

} // namespace

YamlText::YamlText(QWidget* parent)
    : QPlainTextEdit(parent)
    , m_highlighter(new YamlHighlighter(document(), this))
    , m_gutter(nullptr)
{
    setFrameShape(QFrame::NoFrame);
    setFont(theme::Theme::font(theme::Type::mono));
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setUndoRedoEnabled(false);
    setAccessibleName(tr("YAML"));
    m_gutter = new YamlGutter(*this);
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        if (!m_isFollowing)
            Q_EMIT edited();
    });
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, [this] {
        decorate();
        if (hasFocus() && !m_isFollowing)
            Q_EMIT moved();
    });
    connect(this, &QPlainTextEdit::blockCountChanged, this, &YamlText::placeGutter);
    connect(this, &QPlainTextEdit::updateRequest, m_gutter, qOverload<>(&QWidget::update));
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &YamlText::decorate);
    placeGutter();
}

void YamlText::follow(const QString& now)
{
    const QScopedValueRollback guard(m_isFollowing, true);
    const QString before = toPlainText();
    qsizetype head = 0;
    while (head < before.size() && head < now.size() && before[head] == now[head])
        ++head;
    qsizetype tail = 0;
    while (tail < before.size() - head && tail < now.size() - head && before[before.size() - 1 - tail] == now[now.size() - 1 - tail])
        ++tail;
    if (head + tail == before.size() && before.size() == now.size())
        return;
    QTextCursor cursor(document());
    cursor.setPosition(static_cast<int>(head));
    cursor.setPosition(static_cast<int>(before.size() - tail), QTextCursor::KeepAnchor);
    cursor.insertText(now.mid(head, now.size() - head - tail));
    decorate();
}

void YamlText::setMarks(LineMarks marks)
{
    m_marks = std::move(marks);
    decorate();
    m_gutter->update();
}

void YamlText::setTinted(int first, int last)
{
    if (first == m_firstTinted && last == m_lastTinted)
        return;
    m_firstTinted = first;
    m_lastTinted = last;
    decorate();
}

void YamlText::goTo(const pipeline::Place& place)
{
    const QTextBlock block = document()->findBlockByNumber(std::max(0, place.line - 1));
    if (!block.isValid())
        return;
    const QScopedValueRollback guard(m_isFollowing, true);
    QTextCursor cursor(block);
    cursor.movePosition(QTextCursor::Right, QTextCursor::MoveAnchor, std::clamp(place.column - 1, 0, std::max(0, block.length() - 1)));
    setTextCursor(cursor);
    centerCursor();
}

std::vector<VisibleLine> YamlText::visibleLines() const
{
    std::vector<VisibleLine> lines;
    QTextBlock block = firstVisibleBlock();
    double top = block.isValid() ? blockBoundingGeometry(block).translated(contentOffset()).top() : 0;
    for (; block.isValid() && top < viewport()->height(); block = block.next()) {
        const double height = blockBoundingRect(block).height();
        lines.push_back({block.blockNumber() + 1, static_cast<int>(top), static_cast<int>(height)});
        top += height;
    }
    return lines;
}

void YamlText::decorate()
{
    const std::vector<VisibleLine> visible = visibleLines();
    if (visible.empty())
        return;
    {
        const QScopedValueRollback guard(m_isFollowing, true); // colours are no edit, whatever the document says
        m_highlighter->show(visible.front().number - 1, visible.back().number - 1);
    }
    const theme::Theme& theme = theme::themeOf(this);
    QList<QTextEdit::ExtraSelection> selections;
    const int current = textCursor().blockNumber() + 1;
    for (const VisibleLine& line : visible) {
        const QTextBlock block = document()->findBlockByNumber(line.number - 1);
        if (line.number >= m_firstTinted && line.number <= m_lastTinted)
            selections.append(tint(block, faint(theme.color(theme::Role::accent), 0.06)));
        if (line.number == current)
            selections.append(tint(block, faint(theme.color(theme::Role::text), 0.05)));
        for (const pipeline::Issue* issue : m_marks.at(line.number)) {
            QTextEdit::ExtraSelection mark;
            const bool isWarning = issue->severity == pipeline::Severity::warning;
            mark.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
            mark.format.setUnderlineColor(theme.color(isWarning ? theme::Role::warning : theme::Role::failed));
            mark.cursor = QTextCursor(block);
            mark.cursor.movePosition(QTextCursor::Right, QTextCursor::MoveAnchor, std::clamp(issue->place.column - 1, 0, std::max(0, block.length() - 1)));
            mark.cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
            selections.append(mark);
        }
    }
    setExtraSelections(selections);
}

void YamlText::placeGutter()
{
    const int width = m_gutter->neededWidth();
    setViewportMargins(width, 0, 0, 0);
    const QRect inside = contentsRect();
    m_gutter->setGeometry(inside.left(), inside.top(), width, inside.height());
}

void YamlText::resizeEvent(QResizeEvent* event)
{
    QPlainTextEdit::resizeEvent(event);
    placeGutter();
    decorate();
}

void YamlText::changeEvent(QEvent* event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_gutter) {
        const QScopedValueRollback guard(m_isFollowing, true);
        m_highlighter->forget();
        decorate();
    }
}

void YamlText::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Undo) || event->matches(QKeySequence::Redo))
        return event->ignore(); // the document's
    if (event->key() == Qt::Key_Escape)
        return Q_EMIT left(); // Tab indents, so there is another way out
    if (!isReadOnly() && editLines(*event))
        return;
    QPlainTextEdit::keyPressEvent(event);
}

bool YamlText::editLines(const QKeyEvent& event)
{
    QTextCursor cursor = textCursor();
    const auto modifiers = event.modifiers() & ~Qt::KeypadModifier;
    if (event.key() == Qt::Key_Tab && modifiers == Qt::NoModifier)
        TextLines::indent(cursor);
    else if (event.key() == Qt::Key_Backtab || (event.key() == Qt::Key_Tab && modifiers == Qt::ShiftModifier))
        TextLines::outdent(cursor);
    else if (event.key() == Qt::Key_Slash && modifiers == Qt::ControlModifier)
        TextLines::toggleComment(cursor);
    else if ((event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter) && modifiers == Qt::NoModifier)
        TextLines::breakLine(cursor);
    else
        return false;
    setTextCursor(cursor);
    ensureCursorVisible();
    return true;
}

bool YamlText::canInsertFromMimeData(const QMimeData* source) const { return source->hasText(); }

void YamlText::insertFromMimeData(const QMimeData* source)
{
    const QString text = source->text();
    if (document()->characterCount() + text.size() > largestText)
        return Q_EMIT refused(tr("The text to paste is too large: a pipeline has at most 16 MiB. Nothing was changed."));
    if (!isText(text))
        return Q_EMIT refused(tr("What should be pasted is no text. Nothing was changed."));
    textCursor().insertText(text);
    ensureCursorVisible();
}

} // namespace penstock::designer
