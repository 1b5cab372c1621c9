// One field of a form: its name above, the editor, and below what is wrong with the value, in words.
#pragma once

#include <QWidget>

class QHBoxLayout;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace penstock::common {

class Label;

class FormRow final : public QWidget {
    Q_OBJECT

public:
    // Takes the editor; its accessible name and buddy come from the label.
    FormRow(const QString& name, QWidget* editor, QWidget* parent = nullptr);

    QWidget* editor() const { return m_editor; }
    void hideName(); // where something else says it; assistive tools still do
    void setHelp(const QString& help); // what the field is for: tool tip, and what assistive tools say
    void setHint(const QString& hint); // muted, below the editor while there is no error
    void setError(const QString& error); // empty: the value is fine
    QString error() const;
    // A row of a line of rows has no room for a sentence: it only tells it.
    void setBrief(bool brief);
    void addToHead(QWidget* widget); // behind the name; takes it
    // A button behind the error that does `mend`; empty: none.
    void setMend(const QString& mend);
    // A value that is given stands out from one that is what it is without; one that may be taken back has a button for it, which is
    // seen below the mouse.
    void setGiven(bool given, bool mayReset);

Q_SIGNALS:
    void complained(const QString& error); // a new one, or none
    void resetWanted();
    void mendWanted();

protected:
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    void showBelow();
    void showReset();
    void describe();

    QVBoxLayout* m_column;
    QHBoxLayout* m_head;
    Label* m_name;
    QWidget* m_editor;
    Label* m_below;
    QToolButton* m_reset = nullptr; // once they are needed: a form has many rows
    QPushButton* m_mend = nullptr;
    QString m_help;
    QString m_hint;
    QString m_error;
    bool m_isBrief = false;
    bool m_mayReset = false;
};

} // namespace penstock::common
