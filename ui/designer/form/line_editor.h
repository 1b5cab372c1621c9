#pragma once

#include "ui/designer/form/field_editor.h"

namespace penstock::designer {

class FieldLine;

// Text, names, paths, expressions, durations, sizes and numbers: one line. Lists are separated by commas.
class LineEditor final : public FieldEditor {
    Q_OBJECT

public:
    LineEditor(const pipeline::Field& field, const FieldPlace& place, QWidget* parent);

    void setValue(const std::optional<format::YamlValue>& value) override;
    void setMixed(const std::optional<format::YamlValue>& shared) override;
    void takeOver() override { commit(); }
    QString lastValue(const LastValues& last) override;

private:
    void complete(const FieldPlace& place);
    std::optional<format::YamlValue> valueOf(const QString& text) const; // nothing: not a value of the type
    std::optional<format::YamlValue> told(const QString& text) const;    // while it is typed
    void commit();

    pipeline::FieldType m_type;
    QString m_example;
    FieldLine* m_line;
    QString m_shown;
    bool m_isMixed = false;
};

} // namespace penstock::designer
