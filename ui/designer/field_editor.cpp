#include "ui/designer/field_editor.h"

#include "ui/designer/choice_editor.h"
#include "ui/designer/line_editor.h"
#include "ui/designer/text_editor.h"

namespace penstock::designer {

FieldEditor* makeEditor(const pipeline::Field& field, const QString& placeholder, QWidget* parent)
{
    using pipeline::FieldType;
    switch (field.type) {
    case FieldType::boolean:
    case FieldType::choice:
        return new ChoiceEditor(field, parent);
    case FieldType::text:
    case FieldType::textTemplate:
    case FieldType::expression:
    case FieldType::integer:
    case FieldType::number:
    case FieldType::duration:
    case FieldType::size:
    case FieldType::name:
    case FieldType::stepName:
    case FieldType::stepNames:
    case FieldType::path:
        return new LineEditor(field.type, placeholder, parent);
    default:
        return new TextEditor(field.type, placeholder, parent);
    }
}

} // namespace penstock::designer
