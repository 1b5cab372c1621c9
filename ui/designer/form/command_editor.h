#pragma once

#include "ui/designer/form/field_editor.h"

class QToolButton;
class QVBoxLayout;

namespace penstock::designer {

class GrowingText;
class ScriptHighlighter;

// What a step executes: a command line (argument_text.h), or a script for bash. A button makes one of the other.
class CommandEditor final : public FieldEditor {
    Q_OBJECT

public:
    CommandEditor(const pipeline::Field& field, const FieldPlace& place, QWidget* parent);

    void setValue(const std::optional<format::YamlValue>& value) override;
    void setMixed(const std::optional<format::YamlValue>& shared) override;
    void takeOver() override { commit(); }
    QString lastValue(const LastValues& last) override;
    QWidget* headButton() override;

private:
    void setScript(bool script);
    void convert();
    void commit();
    // The text as a value; nothing and a sentence when it cannot be one.
    std::optional<format::YamlValue> valueOf(const QString& text, QString& problem) const;

    QString m_example;
    QVBoxLayout* m_column;
    GrowingText* m_text;
    QToolButton* m_convert;
    ScriptHighlighter* m_highlighter;
    QString m_shown;
    bool m_isScript = false;
};

} // namespace penstock::designer
