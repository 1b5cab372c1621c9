#pragma once

#include <QWidget>

class QCheckBox;
class QLineEdit;

namespace penstock::common {
class Label;
}

namespace penstock::designer {

// Above the fields: what it is called, what it is and how it fared, whether it is enabled. The name is written over in its place.
class StepHead final : public QWidget {
    Q_OBJECT

public:
    explicit StepHead(QWidget* parent = nullptr);

    void showStep(const QString& name, Qt::CheckState enabled);
    void showOther(const QString& title, bool hasSwitch, Qt::CheckState enabled); // a pipeline, several steps: nothing to rename
    void setWhat(const QString& what);
    void setProblem(const QString& problem); // of the name; empty: none
    void startRenaming();

Q_SIGNALS:
    void renamed(const QString& name);
    void switched(bool enabled);

private:
    void commit();

    QLineEdit* m_name;
    QCheckBox* m_enabled;
    common::Label* m_what;
    common::Label* m_problem;
    QString m_shown;
};

} // namespace penstock::designer
