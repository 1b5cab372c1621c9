#pragma once

#include "ui/designer/field_editor.h"

class QPlainTextEdit;

namespace penstock::designer {

// Several lines: a command (one argument a line, or a script as it is) and lists (one entry a line); everything else as the
// piece of YAML that it is.
class TextEditor final : public FieldEditor {
    Q_OBJECT

public:
    TextEditor(pipeline::FieldType type, const QString& placeholder, QWidget* parent);

    void setValue(const std::optional<format::YamlValue>& value) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QString shown(const format::YamlValue& value) const;
    void fitHeight();
    void commit();

    pipeline::FieldType m_type;
    QPlainTextEdit* m_text;
    QString m_shown;
    bool m_isScript = false;
};

} // namespace penstock::designer
