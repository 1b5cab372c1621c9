#pragma once

#include "ui/designer/field_editor.h"

class QLineEdit;

namespace penstock::designer {

// Text, names, paths, expressions, durations, sizes and numbers: one line. Names of steps are separated by commas.
class LineEditor final : public FieldEditor {
    Q_OBJECT

public:
    LineEditor(pipeline::FieldType type, const QString& placeholder, QWidget* parent);

    void setValue(const std::optional<format::YamlValue>& value) override;

private:
    void commit();

    pipeline::FieldType m_type;
    QLineEdit* m_line;
    QString m_shown;
};

} // namespace penstock::designer
