#pragma once

#include "app/studio/secret_keeper.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace penstock::common {
class FormRow;
class Label;
}

namespace penstock::studio {

// The secrets that steps of this workspace can be given: their names, and where they are kept. A value can be set and never seen.
class SecretsDialog final : public QDialog {
    Q_OBJECT

public:
    // `wanted` is the name to begin with; empty: none.
    SecretsDialog(const QString& program, const QString& workspace, const QString& wanted, QWidget* parent = nullptr);

private:
    QWidget* makeForm();
    void showList(const QList<SecretName>& secrets);
    void chosen();
    void keep();
    void removeChosen();
    void refreshButtons();

    SecretKeeper m_keeper;
    QList<SecretName> m_secrets;
    QListWidget* m_list;
    common::Label* m_empty;
    QLineEdit* m_name;
    QLineEdit* m_value;
    QCheckBox* m_onlyHere;
    QComboBox* m_place;
    common::FormRow* m_valueRow;
    QPushButton *m_keep, *m_remove;
};

} // namespace penstock::studio
