#pragma once

#include <QWidget>

class QCheckBox;

namespace penstock::common {
class Label;
}

namespace penstock::designer {

class FieldLine;

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
    void nameTyped(const QString& name);
    void switched(bool enabled);

private:
    void showTitle(const QString& title, bool isName, bool hasSwitch, Qt::CheckState enabled);
    void commit();

    FieldLine* m_name;
    QCheckBox* m_enabled;
    common::Label* m_what;
    common::Label* m_problem;
    QString m_shown;
};

} // namespace penstock::designer
