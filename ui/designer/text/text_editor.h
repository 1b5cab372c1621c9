#pragma once

#include "ui/designer/form/field_editor.h"

namespace penstock::designer {

class GrowingText;

// Several lines: lists (one entry a line); everything else as the piece of YAML that it is.
class TextEditor final : public FieldEditor {
    Q_OBJECT

public:
    TextEditor(const pipeline::Field& field, QWidget* parent);

    void setValue(const std::optional<format::YamlValue>& value) override;
    void setMixed(const std::optional<format::YamlValue>& shared) override;
    void takeOver() override { commit(); }

private:
    QString shown(const format::YamlValue& value) const;
    std::optional<format::YamlValue> valueOf(const QString& text, QString& problem) const;
    void tell(); // while it is typed
    void commit();

    pipeline::FieldType m_type;
    QString m_example;
    GrowingText* m_text;
    QString m_shown;
};

} // namespace penstock::designer
