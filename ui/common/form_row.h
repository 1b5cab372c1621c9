// One field of a form: its name above, the editor, and below what is wrong with the value, in words.
#pragma once

#include <QWidget>

namespace penstock::common {

class Label;

class FormRow final : public QWidget {
    Q_OBJECT

public:
    // Takes the editor; its accessible name and buddy come from the label.
    FormRow(const QString& name, QWidget* editor, QWidget* parent = nullptr);

    QWidget* editor() const { return m_editor; }
    void hideName(); // where something else says it; assistive tools still do
    void setHint(const QString& hint); // muted, below the editor while there is no error
    void setError(const QString& error); // empty: the value is fine
    QString error() const;

private:
    void showBelow();

    Label* m_name;
    QWidget* m_editor;
    Label* m_below;
    QString m_hint;
    QString m_error;
};

} // namespace penstock::common
