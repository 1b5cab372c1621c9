#include "ui/designer/form/entry_shape.h"

namespace penstock::designer {

using format::YamlValue;
using pipeline::Field;
using pipeline::FieldType;

namespace {

constexpr std::string_view types[] = {"string", "number", "integer", "boolean"};

Field cell(std::string_view key, FieldType type, std::string_view example = {})
{
    Field field;
    field.key = key;
    field.type = type;
    field.example = example;
    return field;
}

Field typeCell()
{
    Field field = cell("type", FieldType::choice);
    field.choices = types;
    return field;
}

EntryShape::Cell nameCell(int stretch, std::string_view title = "field.name") { return {cell("", FieldType::name), 0, stretch, title}; }

// A cell of a row with several lines: its title stands above it.
EntryShape::Cell titled(Field field, int line, int stretch, std::string_view title) { return {field, line, stretch, title, true}; }

EntryShape parameterShape()
{
    return {EntryShape::Form::mapping,
            {nameCell(1),
             {typeCell(), 0, 1, "field.type"},
             titled(cell("default", FieldType::text), 1, 1, "field.default"),
             titled(cell("choices", FieldType::textList, "rbf, poly"), 1, 1, "field.choices"),
             titled(cell("minimum", FieldType::number, "0.001"), 2, 1, "field.minimum"),
             titled(cell("maximum", FieldType::number, "100"), 2, 1, "field.maximum"),
             titled(cell("about", FieldType::text), 3, 1, "field.about")},
            true,
            2,
            "inspector.limits"};
}

std::string_view titleOfRange(std::string_view key)
{
    return key == "from" ? "field.from" : key == "to" ? "field.range.to" : key == "scale" ? "field.scale" : "field.whole";
}

// A name of a map, with values or a range to draw them from.
EntryShape axisShape(const Field& field)
{
    EntryShape shape{EntryShape::Form::mapping, {nameCell(2), {cell("values", FieldType::textTemplate, "0.1, 1, 10"), 0, 4, "inspector.values"}}, true, 1, "inspector.draw_range"};
    int at = 0; // two to a line
    for (const Field& member : field.fields) {
        shape.cells.push_back(titled(member, 1 + at / 2, 1, titleOfRange(member.key)));
        shape.cells.back().field.required = false; // of those that have a range
        ++at;
    }
    return shape;
}

std::string textOf(const YamlValue& value) { return value.is_string() ? value.get<std::string>() : value.is_null() ? std::string() : value.dump(); }

} // namespace

EntryShape shapeOf(const Field& field)
{
    using Form = EntryShape::Form;
    switch (field.type) {
    case FieldType::inputs:
        return {Form::mapping, {nameCell(2), {cell("source", FieldType::expression), 0, 4, "inspector.source"}, {cell("file", FieldType::path), 0, 4, "field.file"}}, false};
    case FieldType::outputs:
        return {Form::mapping, {nameCell(2), {cell("path", FieldType::path), 0, 3, "field.path"}, {cell("kind", FieldType::name), 0, 2, "field.kind"}}, false};
    case FieldType::values: return {Form::mapping, {nameCell(2), {cell("choices", FieldType::textList), 0, 3, "inspector.any_value"}}, false};
    case FieldType::branches:
        return {Form::list,
                {{cell("if", FieldType::expression), 0, 1, "inspector.otherwise"},
                 titled(cell("target", FieldType::stepName), 1, 3, "field.then"),
                 titled(cell("at_most", FieldType::integer), 1, 2, "field.at_most")},
                true};
    case FieldType::triggers:
        return {Form::list,
                {titled(cell("event", FieldType::text, "data.arrived"), 0, 1, "field.event"),
                 titled(cell("if", FieldType::expression, "event.rows > 100"), 1, 1, "field.if"),
                 titled(cell("parameters", FieldType::textMap), 2, 1, "field.on.parameters")},
                true};
    case FieldType::items: return axisShape(field);
    case FieldType::parameters: return parameterShape();
    case FieldType::stepNames: return {Form::texts, {{cell("", FieldType::stepName), 0, 1, "inspector.step"}}, false};
    case FieldType::names: return {Form::mapping, {nameCell(2, "inspector.variable"), {cell("value", FieldType::name), 0, 2, "inspector.secret"}}, false};
    default: return {Form::mapping, {nameCell(1), {cell("value", FieldType::textTemplate), 0, 1, "inspector.value"}}, false};
    }
}

std::vector<std::pair<std::string, YamlValue>> entriesOf(const Field& field, const YamlValue& value)
{
    std::vector<std::pair<std::string, YamlValue>> entries;
    const bool hasNames = shapeOf(field).form == EntryShape::Form::mapping;
    if (value.is_object() && hasNames) {
        for (const auto& [name, entry] : value.items())
            entries.emplace_back(name, entry);
    } else if (value.is_array()) {
        for (const YamlValue& entry : value)
            entries.emplace_back(hasNames ? textOf(entry) : std::string(), entry);
    } else if (!value.is_null()) {
        entries.emplace_back(std::string(), value);
    }
    return entries;
}

YamlValue valueOf(const Field& field, const std::vector<std::pair<std::string, YamlValue>>& entries, const YamlValue& before)
{
    if (entries.empty())
        return nullptr;
    const EntryShape::Form form = shapeOf(field).form;
    bool areSame = field.type == FieldType::names && !before.is_object(); // `[TOKEN]` is short for `{TOKEN: TOKEN}`
    for (const auto& [name, entry] : entries)
        areSame = areSame && entry == name;
    YamlValue value = form == EntryShape::Form::mapping && !areSame ? YamlValue::object() : YamlValue::array();
    for (const auto& [name, entry] : entries) {
        if (value.is_object())
            value[name] = entry;
        else
            value.push_back(entry);
    }
    const bool isAlone = entries.size() == 1 && before.is_structured() && !before.is_array() && form == EntryShape::Form::list;
    const bool isOneTrigger = field.type == FieldType::triggers && entries.size() == 1 && !before.is_array();
    return isAlone || isOneTrigger ? entries.front().second : value;
}

} // namespace penstock::designer
