#pragma once

#include "ui/designer/form/field_editor.h"

#include <QList>

namespace penstock::common {
class FormRow;
}

namespace penstock::designer {

class ChoiceBox;

// A mapping whose first member may stand for the whole: a field for each member. Of alternatives one is chosen and seen; what has
// a meaning only beside others is there while they are.
class MembersEditor final : public FieldEditor {
    Q_OBJECT

public:
    MembersEditor(const pipeline::Field& field, const FieldPlace& place, QWidget* parent);

    void setValue(const std::optional<format::YamlValue>& value) override;
    void setMixed(const std::optional<format::YamlValue>& shared) override;
    void takeOver() override;
    QString lastValue(const LastValues& last) override;
    void showComplaints(const Complaints& complaints) override;

private:
    struct Part {
        const pipeline::Field* field;
        FieldEditor* editor;
        common::FormRow* row; // with its name; null: an alternative
    };

    void add(const pipeline::Field& field, const FieldPlace& place);
    void follow(const format::YamlValue& members);
    void choose(int index); // by the person
    void showParts();
    std::string chosen() const;
    bool isShown(const Part& part, const format::YamlValue& members) const;
    format::YamlValue membersOf(const std::optional<format::YamlValue>& value) const;
    std::optional<format::YamlValue> with(const pipeline::Field& field, const std::optional<format::YamlValue>& value) const;

    pipeline::Field m_field;
    ChoiceBox* m_which = nullptr; // of alternatives
    QList<Part> m_parts;
    std::optional<format::YamlValue> m_value;
};

} // namespace penstock::designer
