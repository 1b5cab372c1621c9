#pragma once

#include "ui/designer/field_editor.h"

namespace penstock::designer {

class GrowingText;

// Several lines: lists (one entry a line); everything else as the piece of YAML that it is.
class TextEditor final : public FieldEditor {
    Q_OBJECT

public:
    TextEditor(const pipeline::Field& field, QWidget* parent);

    void setValue(const std::optional<format::YamlValue>& value) override;
    void setMixed() override;
    void takeOver() override { commit(); }

private:
    QString shown(const format::YamlValue& value) const;
    void commit();
    void commitYaml(const QString& text);

    pipeline::FieldType m_type;
    QString m_example;
    GrowingText* m_text;
    QString m_shown;
};

} // namespace penstock::designer
