#include "ui/designer/form/step_head.h"

#include "ui/common/label.h"
#include "ui/designer/form/field_line.h"
#include "ui/theme/style.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace penstock::designer {

StepHead::StepHead(QWidget* parent)
    : QWidget(parent)
    , m_name(new FieldLine)
    , m_enabled(new QCheckBox(tr("Enabled")))
    , m_what(common::secondary({}))
    , m_problem(new common::Label({}, theme::Type::secondary, theme::Role::failed))
{
    m_name->setFont(theme::Theme::font(theme::Type::heading));
    m_name->setFrame(false);
    QPalette palette = m_name->palette();
    palette.setColor(QPalette::Base, Qt::transparent);
    m_name->setPalette(palette);
    m_what->setFit(common::Label::Fit::wrap);
    m_problem->setFit(common::Label::Fit::wrap);
    m_problem->hide();
    m_enabled->setToolTip(tr("A disabled step is skipped, and so are those that need it."));
    auto* top = new QHBoxLayout;
    top->setSpacing(8);
    top->addWidget(m_name, 1);
    top->addWidget(m_enabled);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(top);
    column->addWidget(m_problem);
    column->addWidget(m_what);
    connect(m_name, &QLineEdit::editingFinished, this, &StepHead::commit);
    connect(m_name, &QLineEdit::textEdited, this, [this](const QString& text) { Q_EMIT nameTyped(text.trimmed()); });
    connect(m_enabled, &QCheckBox::clicked, this, [this] {
        m_enabled->setTristate(false); // a click decides
        Q_EMIT switched(m_enabled->isChecked());
    });
}

void StepHead::showStep(const QString& name, Qt::CheckState enabled) { showTitle(name, true, true, enabled); }

void StepHead::showOther(const QString& title, bool hasSwitch, Qt::CheckState enabled) { showTitle(title, false, hasSwitch, enabled); }

void StepHead::showTitle(const QString& title, bool isName, bool hasSwitch, Qt::CheckState enabled)
{
    if (title != m_shown)
        setProblem({});
    if (!(m_name->hasFocus() && m_name->isModified() && title == m_shown)) { // it is being written
        m_name->setText(title);
        m_name->setCursorPosition(0);
    }
    m_shown = title;
    m_name->setReadOnly(!isName);
    m_name->setFocusPolicy(isName ? Qt::StrongFocus : Qt::NoFocus);
    m_name->setAccessibleName(isName ? tr("Name") : tr("Heading"));
    m_name->setToolTip(isName ? tr("Rename (F2): all that refers to it follows") : QString());
    m_enabled->setVisible(hasSwitch);
    m_enabled->setTristate(enabled == Qt::PartiallyChecked);
    m_enabled->setCheckState(enabled);
}

void StepHead::setWhat(const QString& what) { m_what->setText(what); }

void StepHead::setProblem(const QString& problem)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

void StepHead::startRenaming()
{
    if (m_name->isReadOnly())
        return;
    m_name->setFocus(Qt::ShortcutFocusReason);
    m_name->selectAll();
}

void StepHead::commit()
{
    const QString name = m_name->text().trimmed();
    if (m_name->isReadOnly() || name == m_shown)
        return setProblem({});
    m_name->setModified(false);
    if (!name.isEmpty())
        return Q_EMIT renamed(name);
    m_name->setText(m_shown);
}

} // namespace penstock::designer
