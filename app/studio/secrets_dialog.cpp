#include "app/studio/secrets_dialog.h"

#include "core/base/ids.h"
#include "ui/common/button.h"
#include "ui/common/form_row.h"
#include "ui/common/label.h"
#include "ui/models/qt_text.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace penstock::studio {

using theme::Metrics;

SecretsDialog::SecretsDialog(const QString& program, const QString& workspace, const QString& wanted, QWidget* parent)
    : QDialog(parent)
    , m_keeper(program, workspace)
    , m_list(new QListWidget)
    , m_empty(common::secondary(tr("There are no secrets yet. A step names the ones that it needs under \"secrets\"; keep their values here.")))
    , m_name(new QLineEdit(wanted))
    , m_value(new QLineEdit)
    , m_onlyHere(new QCheckBox(tr("Only in this workspace")))
    , m_place(new QComboBox)
    , m_keep(common::button(theme::Icon::check, tr("Keep"), theme::Prominence::primary))
    , m_remove(common::button(tr("Remove")))
{
    setWindowTitle(tr("Secrets"));
    setAttribute(Qt::WA_DeleteOnClose);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_list->setAccessibleName(tr("Secrets"));
    m_empty->setFit(common::Label::Fit::wrap);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 20, 20, 20);
    column->setSpacing(Metrics::margin);
    column->addWidget(m_empty);
    column->addWidget(m_list, 1);
    column->addWidget(makeForm());
    connect(m_list, &QListWidget::currentRowChanged, this, &SecretsDialog::chosen);
    connect(&m_keeper, &SecretKeeper::listed, this, &SecretsDialog::showList);
    connect(&m_keeper, &SecretKeeper::busyChanged, this, &SecretsDialog::refreshButtons);
    connect(&m_keeper, &SecretKeeper::failed, this, [this](const QString& sentence) { m_valueRow->setError(sentence); });
    connect(&m_keeper, &SecretKeeper::changed, this, [this] {
        m_value->clear();
        m_keeper.list();
    });
    resize(460, 480);
    showList({});
    (wanted.isEmpty() ? m_name : m_value)->setFocus();
    m_keeper.list();
}

QWidget* SecretsDialog::makeForm()
{
    m_value->setEchoMode(QLineEdit::Password);
    m_place->addItem(tr("In the keyring of the system"));
    m_place->addItem(tr("In a file that only you can read"));
    m_keep->setDefault(true);
    m_remove->setAutoDefault(false);
    auto* form = new QWidget;
    auto* rows = new QVBoxLayout(form);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(12);
    rows->addWidget(new common::FormRow(tr("Name"), m_name));
    m_valueRow = new common::FormRow(tr("New value"), m_value);
    rows->addWidget(m_valueRow);
    rows->addWidget(new common::FormRow(tr("Kept"), m_place));
    rows->addWidget(m_onlyHere);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(Metrics::gap);
    buttons->addStretch(1);
    buttons->addWidget(m_remove);
    buttons->addWidget(m_keep);
    rows->addLayout(buttons);
    connect(m_name, &QLineEdit::textChanged, this, &SecretsDialog::refreshButtons);
    connect(m_value, &QLineEdit::textChanged, this, &SecretsDialog::refreshButtons);
    connect(m_keep, &QPushButton::clicked, this, &SecretsDialog::keep);
    connect(m_remove, &QPushButton::clicked, this, &SecretsDialog::removeChosen);
    return form;
}

void SecretsDialog::showList(const QList<SecretName>& secrets)
{
    m_secrets = secrets;
    m_list->clear();
    for (const SecretName& secret : secrets) {
        const QString where = secret.isInFile ? tr("file") : tr("keyring");
        m_list->addItem(secret.isOfWorkspace ? tr("%1 · %2, only in this workspace", "name and place of a secret").arg(secret.name, where)
                                             : tr("%1 · %2", "name and place of a secret").arg(secret.name, where));
    }
    m_empty->setVisible(secrets.isEmpty());
    m_list->setVisible(!secrets.isEmpty());
    refreshButtons();
}

void SecretsDialog::chosen()
{
    const int row = m_list->currentRow();
    if (row >= 0 && row < m_secrets.size()) {
        m_name->setText(m_secrets[row].name);
        m_onlyHere->setChecked(m_secrets[row].isOfWorkspace);
        m_place->setCurrentIndex(m_secrets[row].isInFile ? 1 : 0);
    }
    refreshButtons();
}

void SecretsDialog::keep()
{
    m_valueRow->setError({});
    m_keeper.set({m_name->text().trimmed(), m_onlyHere->isChecked(), m_place->currentIndex() == 1}, m_value->text());
}

void SecretsDialog::removeChosen()
{
    m_valueRow->setError({});
    if (const int row = m_list->currentRow(); row >= 0 && row < m_secrets.size())
        m_keeper.remove(m_secrets[row]);
}

void SecretsDialog::refreshButtons()
{
    m_keep->setEnabled(!m_keeper.isBusy() && isName(models::utf8(m_name->text().trimmed())) && !m_value->text().isEmpty());
    m_remove->setEnabled(!m_keeper.isBusy() && m_list->currentRow() >= 0);
}

} // namespace penstock::studio
