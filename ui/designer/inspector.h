#pragma once

#include "ui/designer/pipeline_editor.h"

#include <QPointer>
#include <QScrollArea>

#include "core/pipeline/kinds.h"

#include <map>
#include <span>

class QVBoxLayout;

namespace penstock::common {
class FormRow;
class Label;
}

namespace penstock::designer {

class FieldEditor;

// The chosen step as a form, made from the description of its kind. Values follow the document; what is typed is an edit when the
// field is left. Nothing here is remembered: another step, another form.
class Inspector final : public QScrollArea {
    Q_OBJECT

public:
    explicit Inspector(PipelineEditor& editor, QWidget* parent = nullptr);

    void showStep(const QString& step); // empty: the pipeline itself
    QString step() const { return m_step; }
    void setState(const QString& state); // how the step fared, beside what it is
    void focusFirst();                   // into the first field

Q_SIGNALS:
    void secretsWanted(const QString& name); // the first that the step names; may be empty

private:
    struct Row {
        common::FormRow* form;
        FieldEditor* editor;
    };

    void rebuild();
    void refresh();
    void addHead(QVBoxLayout* column, const QString& name);
    void addStep(QVBoxLayout* column);
    void addPipeline(QVBoxLayout* column);
    static void addSection(QVBoxLayout* column, const QString& title);
    void addFields(QVBoxLayout* column, std::span<const pipeline::Field> fields, const format::YamlPath& base, bool all);
    void addField(QVBoxLayout* column, const pipeline::Field& field, const format::YamlPath& base);
    void addSecretsButton(QVBoxLayout* column, const format::YamlPath& path);
    void commit(const format::YamlPath& path, const std::optional<format::YamlValue>& value);
    void showProblems();
    const format::YamlNode* node(const format::YamlPath& path) const;
    QString kindKey() const;

    PipelineEditor& m_editor;
    QString m_step, m_kind, m_file; // what the form is made for
    std::map<format::YamlPath, Row> m_rows;
    QString m_state;
    QPointer<common::Label> m_what; // "Command · succeeded in 2.4s"
    QPointer<QWidget> m_first;
};

} // namespace penstock::designer
