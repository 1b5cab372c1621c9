#include "ui/designer/form/field_editor.h"

#include "ui/designer/form/choice_editor.h"
#include "ui/designer/form/command_editor.h"
#include "ui/designer/form/items_editor.h"
#include "ui/designer/form/line_editor.h"
#include "ui/designer/form/members_editor.h"
#include "ui/designer/form/rows_editor.h"
#include "ui/designer/form/text_editor.h"
#include "ui/theme/style.h"

namespace penstock::designer {

void FieldEditor::setMixed(const std::optional<format::YamlValue>&) { setValue(std::nullopt); }

void FieldEditor::showComplaints(const Complaints& complaints)
{
    QWidget* inner = this;
    while (inner->focusProxy())
        inner = inner->focusProxy();
    theme::setInvalid(inner, !complaints.empty());
}

FieldEditor* makeEditor(const pipeline::Field& field, const FieldPlace& place, QWidget* parent)
{
    using pipeline::FieldType;
    switch (field.type) {
    case FieldType::boolean:
    case FieldType::choice: return new ChoiceEditor(field, parent);
    case FieldType::text:
    case FieldType::textTemplate:
    case FieldType::expression:
    case FieldType::integer:
    case FieldType::number:
    case FieldType::duration:
    case FieldType::size:
    case FieldType::name:
    case FieldType::stepName:
    case FieldType::path: return new LineEditor(field, place, parent);
    case FieldType::command: return new CommandEditor(field, place, parent);
    case FieldType::inputs:
    case FieldType::outputs:
    case FieldType::values:
    case FieldType::textMap:
    case FieldType::names:
    case FieldType::stepNames:
    case FieldType::branches:
    case FieldType::triggers:
    case FieldType::parameters: return new RowsEditor(field, place, parent);
    case FieldType::pathOrFields:
    case FieldType::durationOrFields: return new MembersEditor(field, place, parent);
    case FieldType::items: return new ItemsEditor(field, place, parent);
    case FieldType::textList:
        if (place.isShort)
            return new LineEditor(field, place, parent);
        return new TextEditor(field, parent);
    default: return new TextEditor(field, parent);
    }
}

} // namespace penstock::designer
