#pragma once

#include "ui/designer/form/field_editor.h"

namespace penstock::designer {

class ChoiceBox;

// One of a few words, or true and false; the first entry stands for "not said in the file".
class ChoiceEditor final : public FieldEditor {
    Q_OBJECT

public:
    ChoiceEditor(const pipeline::Field& field, QWidget* parent);

    void setValue(const std::optional<format::YamlValue>& value) override;
    void setMixed(const std::optional<format::YamlValue>& shared) override;

private:
    void commit(int index);

    bool m_isBoolean, m_isRequired;
    ChoiceBox* m_box;
};

} // namespace penstock::designer
