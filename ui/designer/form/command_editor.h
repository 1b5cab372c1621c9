#pragma once

#include "ui/designer/form/paragraph_editor.h"

class QToolButton;
class QVBoxLayout;

namespace penstock::designer {

class ScriptHighlighter;

// What a step executes: a command line (argument_text.h), or a script for bash. A button makes one of the other.
class CommandEditor final : public ParagraphEditor {
    Q_OBJECT

public:
    CommandEditor(const pipeline::Field& field, const FieldPlace& place, QWidget* parent);

    void setValue(const std::optional<format::YamlValue>& value) override;
    QString lastValue(const LastValues& last) override;
    QWidget* headButton() override;

protected:
    std::optional<format::YamlValue> valueOf(const QString& text, QString& problem) const override;

private:
    void setScript(bool script);
    void convert();

    QVBoxLayout* m_column;
    QToolButton* m_convert;
    ScriptHighlighter* m_highlighter;
    bool m_isScript = false;
};

} // namespace penstock::designer
