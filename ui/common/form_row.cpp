#include "ui/common/form_row.h"

#include "ui/common/label.h"
#include "ui/theme/style.h"

#include <QVBoxLayout>

namespace penstock::common {

using theme::Role;

FormRow::FormRow(const QString& name, QWidget* editor, QWidget* parent)
    : QWidget(parent)
    , m_name(secondary(name))
    , m_editor(editor)
    , m_below(new Label({}, theme::Type::secondary, Role::muted))
{
    m_name->setBuddy(editor);
    editor->setAccessibleName(name);
    m_below->setFit(Label::Fit::wrap);
    m_below->hide();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_name);
    column->addWidget(editor);
    column->addWidget(m_below);
    setFocusProxy(editor);
    const bool grows = editor->sizePolicy().verticalPolicy() & QSizePolicy::ExpandFlag && editor->maximumHeight() == QWIDGETSIZE_MAX;
    setSizePolicy(QSizePolicy::Preferred, grows ? QSizePolicy::Expanding : QSizePolicy::Maximum);
}

void FormRow::hideName()
{
    m_name->hide();
}

void FormRow::setHint(const QString& hint)
{
    m_hint = hint;
    showBelow();
}

void FormRow::setError(const QString& error)
{
    m_error = error;
    theme::setInvalid(m_editor, !error.isEmpty());
    m_editor->setAccessibleDescription(error);
    showBelow();
}

QString FormRow::error() const
{
    return m_error;
}

void FormRow::showBelow()
{
    m_below->setText(m_error.isEmpty() ? m_hint : m_error);
    m_below->setRole(m_error.isEmpty() ? Role::muted : Role::failed);
    m_below->setVisible(!m_below->text().isEmpty());
}

} // namespace penstock::common
