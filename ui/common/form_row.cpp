#include "ui/common/form_row.h"

#include "ui/common/breakable_text.h"
#include "ui/common/button.h"
#include "ui/common/label.h"
#include "ui/theme/style.h"

#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace penstock::common {

using theme::Role;

namespace {

constexpr int resetSide = 16; // no higher than the name, so that rows keep their height

} // namespace

FormRow::FormRow(const QString& name, QWidget* editor, QWidget* parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
    , m_head(new QHBoxLayout)
    , m_name(secondary(name))
    , m_editor(editor)
    , m_below(new Label({}, theme::Type::secondary, Role::muted))
{
    m_name->setBuddy(editor);
    editor->setAccessibleName(name);
    for (QWidget* inner = editor->focusProxy(); inner && inner->accessibleName().isEmpty(); inner = inner->focusProxy())
        inner->setAccessibleName(name); // that which has the focus is what is read out
    m_below->setFit(Label::Fit::wrap);
    m_below->hide();
    m_head->setSpacing(4);
    m_head->addWidget(m_name, 1);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(4);
    m_column->addLayout(m_head);
    m_column->addWidget(editor);
    m_column->addWidget(m_below);
    const bool grows = editor->sizePolicy().verticalPolicy() & QSizePolicy::ExpandFlag && editor->maximumHeight() == QWIDGETSIZE_MAX;
    setSizePolicy(QSizePolicy::Preferred, grows ? QSizePolicy::Expanding : QSizePolicy::Maximum);
}

void FormRow::hideName()
{
    m_name->hide();
}

void FormRow::setHelp(const QString& help)
{
    m_help = help;
    setToolTip(help);
    describe();
}

void FormRow::setHint(const QString& hint)
{
    if (hint == m_hint)
        return;
    m_hint = hint;
    showBelow();
}

void FormRow::setError(const QString& error)
{
    if (error == m_error)
        return;
    m_error = error;
    theme::setInvalid(m_editor, !error.isEmpty());
    describe();
    showBelow();
    Q_EMIT complained(error);
}

void FormRow::setBrief(bool brief)
{
    m_isBrief = brief;
    showBelow();
}

void FormRow::addToHead(QWidget* widget)
{
    m_head->addWidget(widget);
}

QString FormRow::error() const
{
    return m_error;
}

void FormRow::setMend(const QString& mend)
{
    if (!m_mend && !mend.isEmpty()) {
        m_mend = button(mend);
        m_column->addWidget(m_mend, 0, Qt::AlignLeft);
        connect(m_mend, &QPushButton::clicked, this, &FormRow::mendWanted);
    }
    if (!m_mend)
        return;
    m_mend->setText(mend);
    m_mend->setVisible(!mend.isEmpty());
}

void FormRow::setGiven(bool given, bool mayReset)
{
    m_name->setRole(given ? Role::text : Role::muted);
    m_mayReset = given && mayReset && !m_name->isHidden();
    showReset();
}

void FormRow::showReset()
{
    if (!m_reset && m_mayReset && underMouse()) {
        m_reset = iconButton(theme::Icon::undo, tr("Back to the default: take %1 away").arg(m_name->text()));
        m_reset->setFocusPolicy(Qt::NoFocus); // there is a key for it; a stop behind each field would be a bother
        m_reset->setFixedSize(resetSide, resetSide);
        m_reset->setIconSize({resetSide - 4, resetSide - 4});
        m_head->insertWidget(1, m_reset);
        connect(m_reset, &QToolButton::clicked, this, &FormRow::resetWanted);
    }
    if (m_reset)
        m_reset->setVisible(m_mayReset && underMouse());
}

void FormRow::enterEvent(QEnterEvent* event)
{
    QWidget::enterEvent(event);
    showReset();
}

void FormRow::leaveEvent(QEvent* event)
{
    QWidget::leaveEvent(event);
    showReset();
}

void FormRow::describe()
{
    m_editor->setAccessibleDescription(m_error.isEmpty() ? m_help : m_error);
}

void FormRow::showBelow()
{
    const bool showsError = !m_error.isEmpty() && !m_isBrief;
    m_below->setText(breakable(showsError ? m_error : m_hint));
    m_below->setRole(showsError ? Role::failed : Role::muted);
    m_below->setVisible(!m_below->text().isEmpty());
}

} // namespace penstock::common
