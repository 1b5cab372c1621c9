#include "ui/designer/form/entry_cells.h"

#include "ui/designer/form/entry_shape.h"
#include "ui/designer/form/item_text.h"

#include <algorithm>
#include <charconv>
#include <cstdint>

namespace penstock::designer {

using format::YamlValue;
using pipeline::Field;
using pipeline::FieldType;

namespace {

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

YamlValue axisOf(const Cells& cells)
{
    const auto values = cells.find("values");
    if (values == cells.end() && cells.empty())
        return YamlValue::array();
    if (values == cells.end()) {
        YamlValue range = YamlValue::object();
        for (const char* key : {"from", "to", "scale", "whole"}) {
            if (cells.contains(key))
                range[key] = cells.at(key);
        }
        return range;
    }
    const std::string text = textOf(values->second);
    const auto items = text.find("${{") == std::string::npos ? itemsOf(text) : std::nullopt;
    return items ? *items : YamlValue(text);
}

} // namespace

std::string_view shortKey(FieldType type)
{
    switch (type) {
    case FieldType::inputs: return "source";
    case FieldType::outputs: return "path";
    case FieldType::parameters: return "default";
    case FieldType::items: return "values";
    case FieldType::textMap:
    case FieldType::names: return "value";
    default: return {};
    }
}

Cells cellsOf(FieldType type, const YamlValue& entry)
{
    Cells cells;
    if (type == FieldType::branches && entry.is_object())
        return branchCells(entry);
    if (type == FieldType::items && entry.is_array())
        return entry.empty() ? cells : Cells{{"values", itemsText(entry)}};
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
    if (type == FieldType::items)
        return axisOf(cells);
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

YamlValue withKeyRenamed(const YamlValue& mapping, const std::string& from, const std::string& to)
{
    YamlValue renamed = YamlValue::object();
    for (const auto& [name, value] : mapping.items())
        renamed[name == from ? to : name] = value;
    return renamed;
}

void dropRivals(FieldType type, const std::string& key, Cells& cells)
{
    if (type == FieldType::inputs && (key == "file" || key == "source"))
        cells.erase(key == "file" ? "source" : "file");
    if (type != FieldType::items)
        return;
    for (const char* other : {"from", "to", "scale", "whole", "values"}) {
        if ((key == "values") != (other == std::string_view("values")))
            cells.erase(other);
    }
}

} // namespace penstock::designer
