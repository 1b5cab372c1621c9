#pragma once

#include "ui/designer/form/paragraph_editor.h"

namespace penstock::designer {

// Several lines: lists (one entry a line); everything else as the piece of YAML that it is.
class TextEditor final : public ParagraphEditor {
    Q_OBJECT

public:
    TextEditor(const pipeline::Field& field, QWidget* parent);

    void setValue(const std::optional<format::YamlValue>& value) override { showText(value ? textOf(*value) : QString()); }

protected:
    std::optional<format::YamlValue> valueOf(const QString& text, QString& problem) const override;

private:
    QString textOf(const format::YamlValue& value) const;

    pipeline::FieldType m_type;
};

} // namespace penstock::designer
