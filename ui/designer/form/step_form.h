#pragma once

#include <QWidget>

#include "ui/designer/form/form_plan.h"
#include "ui/designer/form/form_source.h"

#include <QHash>
#include <QSet>
#include <QTimer>

#include <list>
#include <map>

namespace penstock::common {
class FormRow;
}

namespace penstock::designer {

class FieldEditor;
class FormSection;
class LastValues;

// The fields of one step, of several, or of the pipeline, as a plan lays them out. Values follow the document; what is typed is an edit
// of the narrowest place when the field is left. Fields that are rare are made when they are first needed. The editor outlives it.
class StepForm final : public QWidget {
    Q_OBJECT

public:
    // `folds`: which sections a person has opened or folded, by id; outlives the form.
    StepForm(PipelineEditor& editor, QHash<QString, bool>& folds, std::vector<PlannedSection> plan, QWidget* parent = nullptr);
    ~StepForm() override;

    void showPlaces(std::vector<format::YamlPath> bases); // other steps with the same plan
    void refresh();                                       // the document has changed
    void showLast(const LastValues& last);
    void setLastValue(FormSource::LastValue last) { m_source.setLastValue(std::move(last)); }
    void takeOver(); // what is being typed belongs to the steps that are shown now
    void silence(); // nothing is taken over any more: the document may be gone
    void focusFirst();
    void focusEntry(const format::YamlPath& below, const QString& name);
    bool resetFocused(); // the field with the focus goes back to its default; false: none has it
    bool mendFocused();

Q_SIGNALS:
    void secretsWanted();

private:
    struct Row {
        common::FormRow* form;
        FieldEditor* editor;
    };
    struct Section {
        PlannedSection plan;
        FormSection* widget = nullptr;
        bool wantsAll = false; // "More" was pressed
    };

    Row& rowOf(const PlannedField& planned);
    void connectRow(const PlannedField& planned, const Row& row);
    bool isShown(const Section& section, const PlannedField& planned) const;
    void arrange(Section& section);
    void showIssues();
    void mend(const format::YamlPath& below);
    void commit(const format::YamlPath& below, const std::optional<format::YamlValue>& value);
    void apply(const format::YamlPath& below, std::vector<edit::Edit> edits);
    void move(const format::YamlPath& below, const QString& entry, int by);
    std::vector<edit::Edit> renames(const format::YamlPath& below, const QString& from, const QString& to) const;
    void report(const format::YamlPath& below, const QString& problem);
    const format::YamlPath* focused() const;

    PipelineEditor& m_editor;
    QHash<QString, bool>& m_folds;
    FormSource m_source;
    std::list<Section> m_sections;
    std::map<format::YamlPath, Row> m_rows;
    QTimer m_check; // what is being typed
    format::YamlPath m_typedAt;
    std::optional<format::YamlValue> m_typed;
};

} // namespace penstock::designer
