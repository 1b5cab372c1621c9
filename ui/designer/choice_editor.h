#pragma once

#include "ui/designer/field_editor.h"

class QComboBox;

namespace penstock::designer {

// One of a few words, or true and false; the first entry stands for "not said in the file".
class ChoiceEditor final : public FieldEditor {
    Q_OBJECT

public:
    ChoiceEditor(const pipeline::Field& field, QWidget* parent);

    void setValue(const std::optional<format::YamlValue>& value) override;
    void setMixed() override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void commit(int index);

    bool m_isBoolean, m_isRequired;
    QComboBox* m_box;
};

} // namespace penstock::designer
