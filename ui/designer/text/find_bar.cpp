#include "ui/designer/text/find_bar.h"

#include "ui/common/button.h"
#include "ui/common/label.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTextDocument>
#include <QToolButton>

namespace penstock::designer {

FindBar::FindBar(QPlainTextEdit& text, QWidget* parent)
    : QWidget(parent)
    , m_text(text)
    , m_field(new QLineEdit)
    , m_count(common::secondary({}))
{
    m_field->setPlaceholderText(tr("Find in the text"));
    m_field->setAccessibleName(tr("Find in the text"));
    m_field->setClearButtonEnabled(true);
    m_field->installEventFilter(this);
    QToolButton* before = common::iconButton(theme::Icon::chevronUp, tr("Previous place (Shift+Enter)"));
    QToolButton* next = common::iconButton(theme::Icon::chevronDown, tr("Next place (Enter)"));
    QToolButton* end = common::iconButton(theme::Icon::close, tr("Close (Esc)"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(8, 4, 8, 4);
    row->setSpacing(4);
    row->addWidget(m_field, 1);
    row->addWidget(m_count);
    row->addWidget(before);
    row->addWidget(next);
    row->addWidget(end);
    connect(m_field, &QLineEdit::textChanged, this, &FindBar::look);
    connect(before, &QToolButton::clicked, this, [this] { step(false); });
    connect(next, &QToolButton::clicked, this, [this] { step(true); });
    connect(end, &QToolButton::clicked, this, &FindBar::close);
    hide();
}

void FindBar::open()
{
    show();
    const QString selected = m_text.textCursor().selectedText();
    if (!selected.isEmpty() && !selected.contains(QChar::ParagraphSeparator))
        m_field->setText(selected);
    m_field->selectAll();
    m_field->setFocus();
    count();
}

void FindBar::close()
{
    hide();
    m_text.setFocus();
}

void FindBar::look()
{
    QTextCursor cursor = m_text.textCursor();
    cursor.setPosition(cursor.selectionStart()); // what is found already is found again while more of it is typed
    m_text.setTextCursor(cursor);
    count();
    if (!m_field->text().isEmpty())
        step(true);
}

void FindBar::step(bool forward)
{
    const QString wanted = m_field->text();
    if (wanted.isEmpty())
        return;
    const QTextDocument::FindFlags flags = forward ? QTextDocument::FindFlags() : QTextDocument::FindBackward;
    if (m_text.find(wanted, flags))
        return;
    const QTextCursor here = m_text.textCursor();
    m_text.moveCursor(forward ? QTextCursor::Start : QTextCursor::End);
    if (!m_text.find(wanted, flags)) // once round
        m_text.setTextCursor(here);
}

void FindBar::count()
{
    const QString wanted = m_field->text();
    const auto places = wanted.isEmpty() ? 0 : static_cast<int>(m_text.toPlainText().count(wanted, Qt::CaseInsensitive));
    m_count->setText(wanted.isEmpty() ? QString() : tr("%n place(s)", nullptr, places));
}

bool FindBar::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (isEnter || key->matches(QKeySequence::FindNext) || key->matches(QKeySequence::FindPrevious)) {
        step(isEnter ? !key->modifiers().testFlag(Qt::ShiftModifier) : key->matches(QKeySequence::FindNext));
        return true;
    }
    if (key->key() == Qt::Key_Escape) {
        close();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace penstock::designer
