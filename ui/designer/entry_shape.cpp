#include "ui/designer/entry_shape.h"

#include <algorithm>
#include <charconv>
#include <cstdint>

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

EntryShape parameterShape()
{
    return {EntryShape::Form::mapping,
            {nameCell(1),
             {typeCell(), 0, 1, "field.type"},
             {cell("default", FieldType::text), 1, 1, "field.default"},
             {cell("choices", FieldType::textList), 1, 1, "field.choices"},
             {cell("minimum", FieldType::number), 2, 1, "field.minimum"},
             {cell("maximum", FieldType::number), 2, 1, "field.maximum"},
             {cell("about", FieldType::text), 3, 1, "field.about"}},
            false,
            2};
}

std::string textOf(const YamlValue& value) { return value.is_string() ? value.get<std::string>() : value.is_null() ? std::string() : value.dump(); }

// A text as the type of a parameter has it; what does not fit stays text, and the check says so.
YamlValue typed(const std::string& type, const std::string& text)
{
    const char* end = text.data() + text.size();
    std::int64_t whole = 0;
    double number = 0;
    if (type == "boolean" && (text == "true" || text == "false"))
        return text == "true";
    if (type != "number" && type != "integer")
        return text;
    if (const auto read = std::from_chars(text.data(), end, whole); read.ec == std::errc() && read.ptr == end)
        return whole;
    if (const auto read = std::from_chars(text.data(), end, number); read.ec == std::errc() && read.ptr == end)
        return number;
    return text;
}

// Where the value alone says the type, a number keeps its point.
YamlValue shortDefault(const std::string& type, const std::string& text)
{
    const YamlValue value = typed(type, text);
    return type == "number" && value.is_number_integer() ? YamlValue(value.get<double>()) : value;
}

std::string typeOf(const YamlValue& parameter)
{
    if (parameter.is_object())
        return parameter.contains("type") ? textOf(parameter["type"]) : "string";
    return parameter.is_boolean() ? "boolean" : parameter.is_number_integer() ? "integer" : parameter.is_number() ? "number" : "string";
}

YamlValue typedParameter(YamlValue parameter)
{
    const std::string type = typeOf(parameter);
    if (parameter.contains("default"))
        parameter["default"] = typed(type, textOf(parameter["default"]));
    if (parameter.contains("choices") && parameter["choices"].is_array()) {
        for (YamlValue& choice : parameter["choices"])
            choice = typed(type, textOf(choice));
    }
    return parameter;
}

// The key that an entry which is no mapping is short for.
std::string_view shortKey(FieldType type)
{
    switch (type) {
    case FieldType::inputs: return "source";
    case FieldType::outputs: return "path";
    case FieldType::parameters: return "default";
    case FieldType::textMap:
    case FieldType::names: return "value";
    default: return {};
    }
}

// New ones are written in the order of the form.
std::vector<std::string> keysOf(FieldType type, const Cells& cells)
{
    Field field;
    field.type = type;
    std::vector<std::string> keys;
    for (const EntryShape::Cell& each : shapeOf(field).cells) {
        if (cells.contains(std::string(each.field.key)))
            keys.emplace_back(each.field.key);
    }
    for (const auto& [key, value] : cells) {
        if (std::ranges::find(keys, key) == keys.end())
            keys.push_back(key);
    }
    return keys;
}

// An input is one expression and nothing else: its marks go without saying.
YamlValue withoutMarks(const YamlValue& source)
{
    if (!source.is_string())
        return source;
    const std::string text = source.get<std::string>();
    const std::size_t first = text.find_first_not_of(' ', 3), last = text.size() < 6 ? 0 : text.find_last_not_of(' ', text.size() - 3);
    const bool isOne = text.starts_with("${{") && text.ends_with("}}") && text.find("${{", 3) == std::string::npos && last > first && last < text.size();
    return isOne ? YamlValue(text.substr(first, last - first + 1)) : source;
}

YamlValue withMarks(const YamlValue& source)
{
    const std::string text = textOf(source);
    return text.find("${{") != std::string::npos ? source : YamlValue("${{ " + text + " }}");
}

Cells branchCells(YamlValue branch)
{
    for (const char* target : {"then", "else"}) {
        if (branch.contains(target))
            branch["target"] = branch[target];
        branch.erase(target);
    }
    Cells cells;
    for (const auto& [key, value] : branch.items())
        cells[key] = value;
    return cells;
}

YamlValue branchOf(const Cells& cells)
{
    YamlValue branch = YamlValue::object();
    const bool isElse = !cells.contains("if");
    if (!isElse)
        branch["if"] = cells.at("if");
    if (cells.contains("target"))
        branch[isElse ? "else" : "then"] = cells.at("target");
    for (const auto& [key, value] : cells) {
        if (key != "if" && key != "target")
            branch[key] = value;
    }
    return branch;
}

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
                {{cell("if", FieldType::expression), 0, 1, "inspector.otherwise"}, {cell("target", FieldType::stepName), 1, 3, "field.then"}, {cell("at_most", FieldType::integer), 1, 2, "field.at_most"}},
                true};
    case FieldType::triggers:
        return {Form::list,
                {{cell("event", FieldType::text, "data.arrived"), 0, 1, "field.event"},
                 {cell("if", FieldType::expression), 1, 1, "field.if"},
                 {cell("parameters", FieldType::anything, "{c: \"${{ event.c }}\"}"), 2, 1, "field.parameters"}},
                true};
    case FieldType::parameters: return parameterShape();
    case FieldType::stepNames: return {Form::texts, {{cell("", FieldType::stepName), 0, 1, "inspector.step"}}, false};
    case FieldType::names: return {Form::mapping, {nameCell(2, "inspector.variable"), {cell("value", FieldType::name), 0, 2, "inspector.secret"}}, false};
    default: return {Form::mapping, {nameCell(1), {cell("value", FieldType::textTemplate), 0, 1, "inspector.value"}}, false};
    }
}

Cells cellsOf(FieldType type, const YamlValue& entry)
{
    Cells cells;
    if (type == FieldType::branches && entry.is_object())
        return branchCells(entry);
    if (entry.is_object()) {
        for (const auto& [key, value] : entry.items())
            cells[key] = value;
    } else if (!entry.is_null() && !shortKey(type).empty()) {
        cells[std::string(shortKey(type))] = type == FieldType::inputs ? withoutMarks(entry) : entry;
    }
    if (type == FieldType::parameters && !cells.contains("type"))
        cells["type"] = typeOf(entry);
    return cells;
}

YamlValue entryOf(FieldType type, const Cells& cells, const YamlValue& before)
{
    if (type == FieldType::branches)
        return branchOf(cells);
    YamlValue entry = before.is_object() ? before : YamlValue::object();
    for (const std::string& key : keysOf(type, cells)) {
        const YamlValue& value = cells.at(key);
        const bool isImplied = type == FieldType::parameters && key == "type" && !entry.contains("type") && value == typeOf(before);
        if (!isImplied)
            entry[key] = type == FieldType::inputs && key == "source" ? withMarks(value) : value;
    }
    const YamlValue all = entry;
    for (const auto& [key, value] : all.items()) {
        if (!cells.contains(key))
            entry.erase(key);
    }
    if (type == FieldType::parameters)
        entry = !before.is_object() && entry.size() == 1 && entry.contains("default") ? YamlValue{{"default", shortDefault(typeOf(before), textOf(entry["default"]))}} : typedParameter(entry);
    const std::string shorter(shortKey(type));
    const bool isText = type == FieldType::textMap || type == FieldType::names;
    if (isText) // a number that was written as one stays one
        return !entry.contains(shorter) ? YamlValue("") : before.is_number() || before.is_boolean() ? typed(typeOf(before), textOf(entry[shorter])) : entry[shorter];
    const bool staysLong = before.is_object() && before.contains(shorter);
    return !shorter.empty() && entry.size() == 1 && entry.contains(shorter) && !staysLong ? entry[shorter] : entry;
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
