#include "core/pipeline/schema.h"

#include "core/pipeline/kinds.h"

namespace penstock::pipeline {

namespace {

// YAML writes a word, a number or a truth value without quotes where a text is meant.
Json scalar() { return {{"type", {"string", "number", "boolean"}}}; }
Json text() { return {{"type", "string"}}; }
Json textWithPattern(const char* pattern) { return {{"type", "string"}, {"pattern", pattern}}; }
Json name() { return textWithPattern("^[A-Za-z_][A-Za-z0-9_-]{0,63}$"); }
Json listOf(Json items) { return {{"type", "array"}, {"items", std::move(items)}}; }

// Names to values of one shape.
Json mapOf(Json values)
{
    return {{"type", "object"}, {"propertyNames", name()}, {"additionalProperties", std::move(values)}};
}

Json oneOf(Json first, Json second) { return {{"oneOf", Json::array({std::move(first), std::move(second)})}}; }

Json shapeOf(const Field& field);

void addProperty(Json& object, const Field& field)
{
    Json shape = shapeOf(field);
    std::string description = field.support == Support::notYet ? "This version does not run it yet." : "";
    if (!field.example.empty())
        description += (description.empty() ? "For example: " : " For example: ") + std::string(field.example);
    if (!description.empty())
        shape["description"] = description;
    object["properties"][std::string(field.key)] = std::move(shape);
    if (field.required)
        object["required"].push_back(std::string(field.key));
}

Json having(std::string_view key) { return {{"required", Json::array({std::string(key)})}}; }

Json objectOf(std::span<const Field> fields)
{
    Json object = {{"type", "object"}, {"additionalProperties", false}};
    for (const Field& field : fields) {
        addProperty(object, field);
        if (field.isAlternative)
            object["oneOf"].push_back(having(field.key));
        for (const std::string_view other : field.onlyWith)
            object["dependentSchemas"][std::string(field.key)]["anyOf"].push_back(having(other));
    }
    return object;
}

// What a map goes over.
Json itemsOf(const Field& field)
{
    const Json list = {{"type", "array"}, {"minItems", 1}};
    const Json names = {{"type", "object"}, {"minProperties", 1}, {"propertyNames", name()}, {"additionalProperties", {{"anyOf", Json::array({text(), list, objectOf(field.fields)})}}}};
    return {{"anyOf", Json::array({text(), list, names})}};
}

Json stepOf(const KindDescription& kind)
{
    Json step = {{"type", "object"}, {"additionalProperties", false}};
    addProperty(step, kind.body);
    for (const Field& field : commonStepFields())
        addProperty(step, field);
    for (const Field& field : kind.own)
        addProperty(step, field);
    return step;
}

Json steps()
{
    Json anyKind = Json::array();
    for (const KindDescription& kind : kinds())
        anyKind.push_back({{"$ref", "#/$defs/" + std::string(kind.key)}});
    return mapOf({{"oneOf", std::move(anyKind)}});
}

Json choiceOf(const Field& field)
{
    Json words = Json::array();
    for (const std::string_view word : field.choices)
        words.push_back(std::string(word));
    return {{"enum", std::move(words)}};
}

Json shapeOf(const Field& field)
{
    switch (field.type) {
    case FieldType::text:
    case FieldType::textTemplate:
    case FieldType::path: return text();
    case FieldType::expression: return {{"type", {"string", "boolean"}}};
    case FieldType::boolean: return {{"type", "boolean"}};
    case FieldType::integer: return {{"type", "integer"}};
    case FieldType::number: return {{"type", "number"}};
    case FieldType::duration: return textWithPattern("^([0-9]+(\\.[0-9]+)?(d|h|ms|m|s))+$");
    case FieldType::size: return oneOf({{"type", "integer"}}, textWithPattern("^[0-9]+(\\.[0-9]+)? ?([KMGT]i?)?B?$"));
    case FieldType::name:
    case FieldType::stepName: return name();
    case FieldType::stepNames: return listOf(name());
    case FieldType::textList: return listOf(scalar());
    case FieldType::textMap: return {{"type", "object"}, {"additionalProperties", scalar()}};
    case FieldType::names: return oneOf(listOf(scalar()), {{"type", "object"}, {"additionalProperties", scalar()}});
    case FieldType::pathOrFields:
    case FieldType::durationOrFields: return oneOf(text(), objectOf(field.fields));
    case FieldType::command: return oneOf(text(), listOf(scalar()));
    case FieldType::choice: return choiceOf(field);
    case FieldType::inputs:
    case FieldType::outputs: return mapOf(oneOf(text(), objectOf(field.fields)));
    case FieldType::values:
    case FieldType::parameters: return mapOf(objectOf(field.fields));
    case FieldType::object: return objectOf(field.fields);
    case FieldType::branches: return listOf(objectOf(field.fields));
    case FieldType::triggers: return oneOf(objectOf(field.fields), listOf(objectOf(field.fields)));
    case FieldType::items: return itemsOf(field);
    case FieldType::steps: return steps();
    case FieldType::anything: return Json::object();
    }
    return Json::object();
}

} // namespace

Json schema()
{
    Json root = objectOf(documentFields());
    root["$schema"] = "https://json-schema.org/draft/2020-12/schema";
    root["title"] = "Penstock pipeline";
    for (const KindDescription& kind : kinds())
        root["$defs"][std::string(kind.key)] = stepOf(kind);
    return root;
}

} // namespace penstock::pipeline
