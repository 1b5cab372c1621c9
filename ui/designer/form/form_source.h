#pragma once

#include "ui/designer/pipeline_editor.h"

#include "core/check/completion.h"
#include "core/format/yaml_scalar.h"

#include <functional>
#include <optional>
#include <vector>

namespace penstock::designer {

// What the fields of a form ask about the document: values, what may be written, what would be wrong. Speaks of the steps that the
// form is for, or of the pipeline itself. The editor outlives it.
class FormSource final {
public:
    explicit FormSource(const PipelineEditor& editor)
        : m_editor(editor)
    {}

    // {"steps", "train"} of each; one empty path: the pipeline.
    void setBases(std::vector<format::YamlPath> bases) { m_bases = std::move(bases); }
    void follow(); // the document or the bases have changed: values are those of now
    const std::vector<format::YamlPath>& bases() const { return m_bases; }
    bool isOfOne() const { return m_bases.size() == 1; }

    // What the path of an expression, as the step means it, was in the last run: "= 0.97"; empty when it is not known.
    using LastValue = std::function<QString(const std::string& step, const std::string& path)>;
    void setLastValue(LastValue last) { m_last = std::move(last); }
    QString lastOf(const std::string& path) const;

    // At a path below the base. A mixed one has no value; where all are mappings or absent, `shared` is what all of them hold.
    struct Value {
        std::optional<format::YamlValue> value;
        bool isMixed = false;
        std::optional<format::YamlValue> shared = {};
    };
    Value valueOf(const format::YamlPath& below) const;
    static format::YamlPath joined(format::YamlPath base, const format::YamlPath& below);

    check::Completions expressionsAt(const format::YamlPath& below, const std::string& text, std::size_t cursor) const;
    // Names of other steps that the field may name.
    check::Completions stepsAt(const format::YamlPath& below, const std::string& text, std::size_t cursor) const;
    // Names of parameters of the pipeline, which what starts it may give.
    check::Completions parametersAt(const std::string& text) const;
    // The first thing that would be wrong with the value; empty: nothing, or the document is too large to be checked while typing.
    QString complaintAbout(const format::YamlPath& below, const std::optional<format::YamlValue>& value) const;

private:
    std::optional<format::YamlValue> valueAt(std::size_t base, const format::YamlPath& below) const;
    std::optional<format::YamlValue> sharedAt(const format::YamlPath& below) const;

    const PipelineEditor& m_editor;
    std::vector<format::YamlPath> m_bases;
    LastValue m_last;
    std::optional<edit::Document> m_document;    // of which m_nodes are
    std::vector<const format::YamlNode*> m_nodes; // at the bases: a search among all steps for each field would take long
};

// What the first issue at or below a document path says, with its mend; empty: none.
QString firstComplaint(const pipeline::Issues& issues, const std::string& path);
std::string documentPath(const format::YamlPath& path); // "steps.train.timeout"

} // namespace penstock::designer
