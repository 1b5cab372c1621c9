#pragma once

#include "ui/designer/form/field_editor.h"

#include <array>

class QVBoxLayout;

namespace penstock::designer {

class ChoiceBox;

// What a map goes over: names with their values, a list, or an expression that yields one. Each has an editor; one of them is seen.
class ItemsEditor final : public FieldEditor {
    Q_OBJECT

public:
    ItemsEditor(const pipeline::Field& field, const FieldPlace& place, QWidget* parent);

    void setValue(const std::optional<format::YamlValue>& value) override;
    void setMixed(const std::optional<format::YamlValue>& shared) override;
    void takeOver() override;
    QString lastValue(const LastValues& last) override;
    void showComplaints(const Complaints& complaints) override;

private:
    enum Form { names, list, expression, formCount };

    void add(Form form, const QString& title, const pipeline::Field& field, const FieldPlace& place);
    void showForm(int form);
    FieldEditor* current() const;

    QVBoxLayout* m_column;
    ChoiceBox* m_form;
    std::array<FieldEditor*, formCount> m_editors{};
    std::optional<format::YamlValue> m_value;
};

} // namespace penstock::designer
