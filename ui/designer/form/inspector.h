#pragma once

#include "ui/designer/form/form_source.h"
#include "ui/designer/shown_run.h"

#include <QHash>
#include <QPointer>
#include <QScrollArea>

namespace penstock::designer {

class StepForm;
class StepHead;

// The chosen steps as a form, made from the descriptions of their kinds; the pipeline's while none is chosen. Values follow the
// document; what is typed is an edit when the field is left. What is folded is remembered, all else is made anew.
class Inspector final : public QScrollArea {
    Q_OBJECT

public:
    // While the editor lives; afterwards nothing is taken over.
    explicit Inspector(PipelineEditor& editor, QWidget* parent = nullptr);
    ~Inspector() override;

    void showStep(const QString& step); // empty: the pipeline itself
    void showSteps(const QStringList& steps); // what they have in common; what is set is set in all of them
    QString step() const { return m_steps.size() == 1 ? m_steps.first() : QString(); }
    void setState(const QString& state); // how the step fared, beside what it is
    // What the expressions were in this run of the pipeline, if there is one.
    void showLast(const engine::WorkspaceState& state, const ShownRun& run);
    void setLastValue(FormSource::LastValue last); // asked while somebody writes an expression
    void focusFirst();                   // into the first field
    void focusEntry(const format::YamlPath& below, const QString& name); // of a field with entries: into that one, or a new one
    void startRenaming();
    static QList<std::pair<QString, QString>> keys();

protected:
    bool focusNextPrevChild(bool next) override;

Q_SIGNALS:
    void secretsWanted(const QString& name); // the first that the step names; may be empty
    void renamed(const QString& step);       // the chosen step is called so now

private:
    void addKeys();
    void silence();
    void rebuild();
    void refresh();
    void refreshHead();
    void renameTo(const QString& name);
    void askForSecrets();
    std::vector<const pipeline::Step*> steps() const;
    QString planKey() const; // forms with the same key have the same fields
    std::vector<format::YamlPath> bases() const;

    PipelineEditor& m_editor;
    QStringList m_steps;
    QString m_plan;
    QString m_file;  // what the form is made for
    QString m_state;
    FormSource::LastValue m_last;
    QHash<QString, bool> m_folds; // by section: whether a person opened it
    QPointer<StepHead> m_head;
    QPointer<StepForm> m_form;
};

} // namespace penstock::designer
