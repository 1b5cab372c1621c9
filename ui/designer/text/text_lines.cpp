#include "ui/designer/text/text_lines.h"

#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>

namespace penstock::designer {

namespace {

constexpr int stop = 2; // YAML knows no tabs

qsizetype indentOf(const QString& line)
{
    qsizetype spaces = 0;
    while (spaces < line.size() && line[spaces] == QLatin1Char(' '))
        ++spaces;
    return spaces;
}

bool isBlank(const QString& line) { return indentOf(line) == line.size(); }

// The blocks that the cursor is in or has selected; one whose first place ends the selection is not meant.
QList<QTextBlock> linesOf(const QTextCursor& cursor)
{
    QList<QTextBlock> lines;
    const int end = cursor.selectionEnd();
    for (QTextBlock block = cursor.document()->findBlock(cursor.selectionStart()); block.isValid(); block = block.next()) {
        if (!lines.isEmpty() && block.position() >= end)
            break;
        lines.append(block);
    }
    return lines;
}

void insert(const QTextBlock& line, qsizetype column, const QString& text)
{
    QTextCursor at(line);
    at.setPosition(line.position() + static_cast<int>(column));
    at.insertText(text);
}

void remove(const QTextBlock& line, qsizetype column, qsizetype count)
{
    QTextCursor at(line);
    at.setPosition(line.position() + static_cast<int>(column));
    at.setPosition(line.position() + static_cast<int>(column + count), QTextCursor::KeepAnchor);
    at.removeSelectedText();
}

template <class Change>
void changeLines(QTextCursor& cursor, Change change)
{
    cursor.beginEditBlock();
    for (const QTextBlock& line : linesOf(cursor))
        change(line);
    cursor.endEditBlock();
}

bool opensSomething(QStringView line)
{
    const QStringView text = line.trimmed();
    return text.endsWith(QLatin1Char(':')) || text.endsWith(QLatin1String(": |")) || text.endsWith(QLatin1String(": >")) || text.endsWith(QLatin1String(": |-"));
}

} // namespace

void TextLines::indent(QTextCursor& cursor)
{
    if (!cursor.hasSelection()) {
        cursor.insertText(QString(stop - cursor.positionInBlock() % stop, QLatin1Char(' ')));
        return;
    }
    changeLines(cursor, [](const QTextBlock& line) {
        if (!isBlank(line.text()))
            insert(line, 0, QString(stop, QLatin1Char(' ')));
    });
}

void TextLines::outdent(QTextCursor& cursor)
{
    changeLines(cursor, [](const QTextBlock& line) { remove(line, 0, std::min<qsizetype>(stop, indentOf(line.text()))); });
}

void TextLines::toggleComment(QTextCursor& cursor)
{
    qsizetype column = -1;
    bool areAll = true;
    for (const QTextBlock& line : linesOf(cursor)) {
        const QString text = line.text();
        if (isBlank(text))
            continue;
        const qsizetype indent = indentOf(text);
        column = column < 0 ? indent : std::min(column, indent);
        areAll = areAll && text[indent] == QLatin1Char('#');
    }
    if (column < 0)
        return;
    changeLines(cursor, [&](const QTextBlock& line) {
        const QString text = line.text();
        if (isBlank(text))
            return;
        if (!areAll)
            return insert(line, column, QStringLiteral("# "));
        const qsizetype sign = indentOf(text);
        remove(line, sign, text.mid(sign + 1).startsWith(QLatin1Char(' ')) ? 2 : 1);
    });
}

void TextLines::breakLine(QTextCursor& cursor)
{
    cursor.beginEditBlock();
    cursor.removeSelectedText();
    const QString line = cursor.block().text();
    const QStringView before = QStringView(line).left(cursor.positionInBlock());
    qsizetype depth = std::min<qsizetype>(indentOf(line), before.size());
    if (opensSomething(before))
        depth += stop;
    cursor.insertText(QLatin1Char('\n') + QString(depth, QLatin1Char(' ')));
    cursor.endEditBlock();
}

} // namespace penstock::designer
